import Foundation
import Testing

@Suite("The README")
struct ReadmeTests {
  private static let text: String = {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return (try? String(contentsOf: root.appendingPathComponent("README.md"), encoding: .utf8)) ?? ""
  }()

  /// What stands between two marks.
  private static func part(_ name: String) throws -> String {
    try part(from: "<!-- \(name): begin -->\n", to: "<!-- \(name): end -->")
  }

  private static func part(from begin: String, to end: String) throws -> String {
    let begin = try #require(text.range(of: begin))
    let end = try #require(text.range(of: end, range: begin.upperBound..<text.endIndex))
    return String(text[begin.upperBound..<end.lowerBound])
  }

  @Test("The table of keys is the generated one")
  func keys() throws {
    let generated = try Program.run(["keys", "--format", "markdown", "--language", "en"])
    #expect(try Self.part("keys") == generated.text, "Put what 'koxtop keys --format markdown' prints there.")
  }

  @Test("The example folder can be read to the last field")
  func example() throws {
    let folder = TemporaryFolder()
    let script = try Self.part("example").split(separator: "\n").filter { !$0.hasPrefix("```") }
    try folder.write("example.sh", script.joined(separator: "\n") + "\n")
    let made = try Program.run(
      "/bin/sh", ["-c", "cd \(folder.path) && . ./example.sh"], environment: Program.bare(folder))
    try #require(made.code == 0, "\(made.errors)")
    let check = try Program.run(["check", folder.path + "/tea"])
    #expect(check.code == 0, "\(check.text)")
    let members = try Program.run([
      "report", "members", folder.path + "/tea", "--format", "csv", "--columns", "name",
    ])
    #expect(members.lines.contains("王芳"))
  }

  @Test("Every filter that is shown is understood")
  func filters() throws {
    let rows = try Self.part(from: "## Filters\n", to: "An example:").split(separator: "\n")
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

  @Test("Every column and every option is told of")
  func columns() throws {
    let header = try Program.run(["report", "members", "--format", "csv", "--columns", "all", "--limit", "0"])
    let columns = try #require(header.lines.first).split(separator: ",")
    #expect(columns.count > 20)
    for column in columns { #expect(Self.text.contains("`\(column)`")) }
    for command in ["show", "report", "check", "sample", "play", "keys"] {
      #expect(Self.text.contains("koxtop \(command)"))
    }
  }
}

extension Substring {
  fileprivate func trimming(_ characters: String) -> Substring {
    drop { characters.contains($0) }
  }
}
