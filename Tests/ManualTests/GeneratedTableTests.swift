import Community
import Feeds
import JSONTape
import Testing
import Texts

@testable import Manual

@Suite("Tables of the manual that follow the code")
struct GeneratedTableTests {
  @Test("The table of settings is the generated one")
  func settings() throws {
    let json = Program().json
    var table = "| key | what it does | without it |\n| --- | --- | --- |\n"
    for key in Program.keys {
      let value = key.path.split(separator: ".").reduce(JSONValue?.some(json)) { $0?[String($1)] }
      table += "| `\(key.path)` | \(key.about) | \(words(value ?? .null)) |\n"
    }
    let page = Repository.text("Sources/Community/Community.docc/Settings.md")
    #expect(
      Repository.block("settings", of: page) == table, "Put this between the marks of Settings.md:\n\(table)")
  }

  /// A default as the page shows it.
  private func words(_ value: JSONValue) -> String {
    switch value {
    case .null: return ""
    case .string(let text): return "`\(text)`"
    case .array(let elements) where elements.allSatisfy({ $0.string != nil }):
      let texts = elements.compactMap(\.string)
      guard texts.reduce(0, { $0 + $1.count + 4 }) <= 120 else { return "the printed list" }
      return texts.isEmpty ? "none" : texts.map { "`\($0)`" }.joined(separator: ", ")
    case .array, .object: return "the printed list"
    default: return "`\(value.text())`"
    }
  }

  @Test("The Chinese page about settings names settings that there are")
  func chineseSettings() throws {
    let paths = Set(Program.keys.map(\.path))
    let page = try #require(Manual.page("settings", in: .simplifiedChinese))
    #expect(page.language == .simplifiedChinese)
    let rows = page.text.split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(rows.count > 20)
    for row in rows {
      let names = row.split(separator: "|")[0].split(separator: "`").filter { $0.contains { $0.isLetter } }
      for name in names { #expect(paths.contains(String(name)), "\(name)") }
    }
  }

  @Test("The table of modules has what the package says")
  func modules() throws {
    let package = Repository.text("Package.swift")
    let page = Repository.text("Sources/Dashboard/Dashboard.docc/Architecture.md")
    let table = try #require(Repository.block("modules", of: page))
    var told: [String: Set<String>] = [:]
    for row in table.split(separator: "\n").dropFirst(2) {
      let cells = row.split(separator: "|").map { names(in: $0, between: "`") }
      told[try #require(cells[0].first)] = Set(cells[1])
    }
    // The gatherer is part of the build, and the writers of the tests.
    let others: Set<String> = ["gatherer", "journal-writer", "dashboard-writer"]
    var declared: [String: Set<String>] = [:]
    for target in package.split(separator: "arget(").dropFirst() {
      let quoted = names(in: target.prefix { $0 != ")" }, between: "\"")
      guard let name = quoted.first, !others.contains(name), !name.hasSuffix("Tests"), name != "EndToEnd",
        !target.contains("path: \"Tests/")
      else { continue }
      let list = target.firstRange(of: "dependencies: [").map {
        target[$0.upperBound...].prefix { $0 != "]" && $0 != "." }
      }
      declared[name] = Set(list.map { names(in: $0, between: "\"") } ?? [])
    }
    #expect(Set(told.keys) == Set(declared.keys))
    for (name, uses) in declared {
      #expect(told[name] == uses, "\(name): \(uses.sorted().map { "`\($0)`" }.joined(separator: ", "))")
    }
  }

  @Test("A target declares every module that its files import, and no other")
  func imports() throws {
    let package = Repository.text("Package.swift")
    let places = Repository.files(under: ["Sources", "Tests"], ending: ".swift")
    let modules = Set(
      places.map { String($0.split(separator: "/")[1]) } + ["CNcurses", "CSimdjson", "CZlib"])
    var checked = 0
    for part in package.split(separator: "arget(").dropFirst() {
      // Up to the next one, which may be a plugin.
      let target = part[..<(part.firstRange(of: "\n    .")?.lowerBound ?? part.endIndex)]
      let quoted = names(in: target, between: "\"")
      guard let name = quoted.first, let list = target.firstRange(of: "dependencies: [") else { continue }
      let folder =
        target.firstRange(of: "path: \"").map { String(target[$0.upperBound...].prefix { $0 != "\"" }) }
        ?? (name.hasSuffix("Tests") || name == "EndToEnd" ? "Tests/" : "Sources/") + name
      let declared = Set(
        names(in: target[list.upperBound...].prefix { $0 != "]" && $0 != "." }, between: "\""))
      var imported: Set<String> = []
      for path in places where path.hasPrefix(folder + "/") {
        for line in Repository.text(path).split(separator: "\n") {
          let words = line.split(separator: " ")
          guard let place = words.firstIndex(of: "import"), place < 3, place + 1 < words.count else {
            continue
          }
          imported.insert(String(words[place + 1]))
        }
      }
      // What is run, not imported, is declared alone.
      let tools: Set<String> = ["journal-writer", "dashboard-writer", "koxtop"]
      #expect(imported.intersection(modules).subtracting([name]) == declared.subtracting(tools), "\(name)")
      checked += 1
    }
    #expect(checked > 20)
  }

  /// What stands between pairs of a mark.
  private func names(in text: some StringProtocol, between mark: Character) -> [String] {
    text.split(separator: mark, omittingEmptySubsequences: false).enumerated().filter { $0.offset % 2 == 1 }
      .map { String($0.element) }
  }
}
