/// The name of a command, as in the config file and the manual: `recall.snooze`.
package struct CommandID: RawRepresentable, Hashable, Sendable, CaseIterable, ExpressibleByStringLiteral {
  package let rawValue: String

  /// - Returns: nil where no command is called so.
  package init?(rawValue: String) {
    self.rawValue = rawValue
    guard Command.known.contains(self) else { return nil }
  }

  package init(stringLiteral name: String) { rawValue = name }

  init(_ name: String) { rawValue = name }

  /// In the order of help and manual.
  package static var allCases: [CommandID] { Command.all.map(\.id) }
}
