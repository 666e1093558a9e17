import Canvas
import JSONTape
import Loyalty
import Screen
import Texts

/// What `config.json` sets. What isn't set, or can't be read, is nil and leaves the choice to what comes next.
package struct Config: Sendable {
  package var language: Language?
  package var theme: String?
  /// Under whose name decisions are written.
  package var manager: String?
  package var glyphs: GlyphSet.Kind?
  package var isMouseOn: Bool?
  /// Whether text may be handed to the terminal's clipboard.
  package var mayCopy: Bool?
  /// Keys by command, where they differ from the defaults.
  package var keys: [CommandID: [Key]] = [:]

  package init() {}

  /// The names of all settings.
  package static let names = ["language", "theme", "glyphs", "mouse", "clipboard", "manager", "keys"]

  /// What is wrong in the file; the rest of it holds.
  package enum Problem: Error, Hashable, Sendable {
    case file(FileProblem)
    case broken(line: Int, column: Int, fault: JSONProblem)
    case notAnObject(key: String)
    case unknownKey(String, nearest: String?)
    case badValue(key: String, expected: Expected)
    case keys(KeyMap.Problem)

    package enum Expected: Hashable, Sendable { case boolean, text, keys, language, glyphs }
  }

  /// Reads the file. No file is no problem.
  package static func read(_ path: String) -> (config: Config, problems: [Problem]) {
    do throws(FileProblem) {
      guard let bytes = try WholeFile.read(path) else { return (Config(), []) }
      return parse(bytes)
    } catch {
      return (Config(), [.file(error)])
    }
  }

  package static func parse(_ bytes: [UInt8]) -> (config: Config, problems: [Problem]) {
    var reader = ConfigReader()
    do throws(PlacedJSONProblem) {
      reader.read(try JSONValue(parsing: bytes))
    } catch {
      reader.problems.append(.broken(line: error.line, column: error.column, fault: error.fault))
    }
    return (reader.config, reader.problems)
  }
}

/// Reads settings one by one and takes down what is wrong.
private struct ConfigReader {
  var config = Config()
  var problems: [Config.Problem] = []

  mutating func read(_ value: JSONValue) {
    guard let fields = value.fields else {
      problems.append(.notAnObject(key: "config.json"))
      return
    }
    for field in fields {
      switch field.key {
      case "language":
        config.language = taken(field, .language) { $0.string.flatMap(Language.init(rawValue:)) }
      case "theme": config.theme = taken(field, .text) { $0.string }
      case "glyphs":
        config.glyphs = taken(field, .glyphs) { $0.string.flatMap(GlyphSet.Kind.init(rawValue:)) }
      case "mouse": config.isMouseOn = taken(field, .boolean) { $0.bool }
      case "clipboard": config.mayCopy = taken(field, .boolean) { $0.bool }
      case "manager": config.manager = taken(field, .text) { $0.string }
      case "keys": readKeys(field.value)
      default:
        problems.append(
          .unknownKey(field.key, nearest: Spelling.nearest(to: field.key, in: Config.names)))
      }
    }
  }

  private mutating func taken<Value>(
    _ field: JSONValue.Field, _ expected: Config.Problem.Expected, _ read: (JSONValue) -> Value?
  ) -> Value? {
    if let value = read(field.value) { return value }
    problems.append(.badValue(key: field.key, expected: expected))
    return nil
  }

  private mutating func readKeys(_ value: JSONValue) {
    guard let fields = value.fields else {
      problems.append(.notAnObject(key: "keys"))
      return
    }
    for field in fields {
      guard let command = CommandID(rawValue: field.key) else {
        let ids = CommandID.allCases.map(\.rawValue)
        problems.append(
          .keys(.unknownCommand(field.key, nearest: Spelling.nearest(to: field.key, in: ids))))
        continue
      }
      let names = field.value.string.map { [$0] } ?? field.value.elements?.compactMap(\.string)
      guard let names else {
        problems.append(.badValue(key: "keys.\(field.key)", expected: .keys))
        continue
      }
      config.keys[command] = names.compactMap { name in
        if let key = Key(name) { return key }
        problems.append(.keys(.unknownKey(name, command: field.key)))
        return nil
      }
    }
  }
}
