import Bytes

/// A theme as its file says it: parts of a theme, not yet resolved.
package struct ThemeDocument: Hashable, Sendable {
  /// What a file says of one role; nil where it says nothing.
  package struct Entry: Hashable, Sendable {
    package var foreground: String?
    package var background: String?
    package var attributes: [String]?

    package init(foreground: String? = nil, background: String? = nil, attributes: [String]? = nil) {
      self.foreground = foreground
      self.background = background
      self.attributes = attributes
    }
  }

  package internal(set) var name: String
  package var inherits: String?
  /// Colours by the name that roles use.
  package var palette: [String: String]
  /// Entries by role name, known or not.
  package var roles: [String: Entry]
  /// What was wrong with the file's shape.
  package private(set) var problems: [ThemeProblem] = []

  package init(
    name: String, inherits: String? = nil, palette: [String: String] = [:], roles: [String: Entry] = [:]
  ) {
    self.name = name
    self.inherits = inherits
    self.palette = palette
    self.roles = roles
  }

  /// The document of a file's JSON.
  ///
  /// - Parameter name: the name that the file is known by; a `name` in the file is for its readers.
  package init(name: String, value: ThemeValue) {
    self.init(name: name)
    guard case .object(let members) = value else {
      problems.append(.wrongType(theme: name, path: ""))
      return
    }
    for (key, value) in members.sorted(by: { $0.key < $1.key }) {
      switch key {
      case "name": _ = string(value, key)
      case "inherits": inherits = string(value, key)
      case "palette":
        for (key, value) in object(value, key) { palette[key] = string(value, "palette." + key) }
      case "roles":
        for (key, value) in object(value, key) { roles[key] = entry(value, "roles." + key) }
      default: unknown(key, path: key, among: ["name", "inherits", "palette", "roles"])
      }
    }
  }

  private mutating func entry(_ value: ThemeValue, _ path: String) -> Entry {
    var entry = Entry()
    for (key, value) in object(value, path) {
      let place = path + "." + key
      switch key {
      case "foreground": entry.foreground = string(value, place)
      case "background": entry.background = string(value, place)
      case "attributes":
        guard case .array(let names) = value else {
          problems.append(.wrongType(theme: name, path: place))
          continue
        }
        entry.attributes = names.compactMap { string($0, place) }
      default: unknown(key, path: place, among: ["foreground", "background", "attributes"])
      }
    }
    return entry
  }

  private mutating func string(_ value: ThemeValue, _ path: String) -> String? {
    if case .string(let text) = value { return text }
    problems.append(.wrongType(theme: name, path: path))
    return nil
  }

  private mutating func object(_ value: ThemeValue, _ path: String) -> [(key: String, value: ThemeValue)] {
    if case .object(let members) = value { return members.sorted { $0.key < $1.key } }
    problems.append(.wrongType(theme: name, path: path))
    return []
  }

  private mutating func unknown(_ key: String, path: String, among known: [String]) {
    problems.append(.unknownKey(theme: name, path: path, nearest: nearestName(to: key, among: known)))
  }
}
