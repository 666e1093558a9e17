import Foundation
import Testing

/// Pages of the repository that say what the program does.
private struct Document {
  let text: String

  init(_ path: String) {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    text = (try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)) ?? ""
  }

  /// What stands between two marks.
  func part(_ name: String) throws -> String {
    try part(from: "<!-- \(name): begin -->\n", to: "<!-- \(name): end -->")
  }

  func part(from begin: String, to end: String) throws -> String {
    let begin = try #require(text.range(of: begin))
    let end = try #require(text.range(of: end, range: begin.upperBound..<text.endIndex))
    return String(text[begin.upperBound..<end.lowerBound])
  }
}

@Suite("The README")
struct ReadmeTests {
  @Test("The example folder can be read to the last field")
  func example() throws {
    let folder = TemporaryFolder()
    let script = try Document("README.md").part("example").split(separator: "\n").filter {
      !$0.hasPrefix("```")
    }
    try folder.write("example.sh", script.joined(separator: "\n") + "\n")
    let made = try Program.run(
      "/bin/sh", ["-c", "cd \(folder.path) && . ./example.sh"], environment: Program.bare(folder))
    try #require(made.code == 0, "\(made.errors)")
    let check = try Program.run(["check", folder.path + "/tea"])
    #expect(check.code == 0, "\(check.text)")
    let members = try Program.run([
      "report", "members", folder.path + "/tea", "--format", "csv", "--no-bom", "--columns", "name",
    ])
    #expect(members.lines.contains("王芳"))
  }

  @Test("It has the command of the tests, and names every page of the manual")
  func pages() throws {
    let readme = Document("README.md")
    #expect(try readme.part("tests").contains("swift test"))
    #expect(readme.text.split(separator: "\n", omittingEmptySubsequences: false).count < 220)
    let listing = try Program.run(["help"])
    let topics = listing.lines.filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
      .compactMap { $0.split(separator: " ").first }
    #expect(topics.count > 15)
    for topic in topics {
      #expect(readme.text.contains("`\(topic)`"), "\(topic)")
    }
  }
}

@Suite("The manual in the terminal")
struct ManualCommandTests {
  @Test(
    "The tables of keys are the generated ones",
    arguments: [("en", "Keys.md"), ("zh-Hans", "Keys.zh-Hans.md")])
  func keys(language: String, file: String) throws {
    let page = Document("Sources/Dashboard/Dashboard.docc/\(file)")
    let generated = try Program.run(["keys", "--format", "markdown", "--language", language])
    #expect(try page.part("keys") == generated.text, "Put what 'koxtop keys --format markdown' prints there.")
  }

  @Test("Every filter that is shown is understood")
  func filters() throws {
    let page = Document("Sources/Loyalty/Loyalty.docc/Filters.md")
    let rows = try page.part(from: "# Filters\n", to: "An example:").split(separator: "\n")
      .filter { $0.hasPrefix("| `") }
    let shown = rows.flatMap { row in
      String(row.split(separator: "|")[0]).split(separator: "`").filter { !$0.trimming(", ").isEmpty }
    }
    #expect(shown.count > 10)
    let shop = try TeaShop()
    for filter in shown {
      let output = try Program.run(["report", "members", shop.path, "--where", String(filter)])
      #expect(output.code == 0, "\(output.errors)")
    }
  }

  @Test("Every column and every command is told of")
  func columns() throws {
    let header = try Program.run([
      "report", "members", "--format", "csv", "--no-bom", "--columns", "all", "--limit", "0",
    ])
    let columns = try #require(header.lines.first).split(separator: ",")
    #expect(columns.count > 20)
    let page = Document("Sources/Loyalty/Loyalty.docc/Columns.md")
    for column in columns { #expect(page.text.contains("`\(column)`"), "\(column)") }
    let commands = Document("Sources/Dashboard/Dashboard.docc/CommandLine.md")
    for command in ["show", "report", "check", "sample", "play", "keys", "help"] {
      #expect(commands.text.contains("koxtop \(command)"))
    }
  }

  @Test("Without a topic all pages are listed, in the language asked for")
  func listing() throws {
    let english = try Program.run(["help"])
    #expect(english.code == 0)
    #expect(english.lines.contains { $0.hasPrefix("  settings ") && $0.contains("program.json") })
    let chinese = try Program.run(["help", "--language", "zh"])
    #expect(chinese.lines.contains { $0.hasPrefix("  settings ") && $0.contains("会员计划的设置") })
  }

  @Test("A page is printed in the language asked for, else in English")
  func page() throws {
    let keys = try Program.run(["help", "keys"])
    #expect(keys.code == 0)
    #expect(keys.lines.first == "Keys")
    #expect(keys.text.contains("app.palette"))
    #expect(keys.text.hasSuffix("\nThe options of the command: koxtop keys --help\n"))
    #expect(try Program.run(["help", "folder", "--language", "zh"]).lines.first == "数据文件夹")
    #expect(try Program.run(["help", "tiers", "--language", "zh"]).lines.first == "Tiers")
  }

  @Test("A command's options are printed, and what is neither is refused with the nearest")
  func commands() throws {
    let options = try Program.run(["help", "report"])
    #expect(options.code == 0)
    #expect(options.text.contains("--as-of"))
    let unknown = try Program.run(["help", "setings"])
    #expect(unknown.code == 64)
    #expect(unknown.errors.contains("Did you mean 'settings'?"))
  }
}

extension Substring {
  fileprivate func trimming(_ characters: String) -> Substring {
    drop { characters.contains($0) }
  }
}
