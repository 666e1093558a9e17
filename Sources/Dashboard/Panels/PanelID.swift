import Texts

/// The name of a panel, as after `koxtop show`.
package struct PanelID: RawRepresentable, Hashable, Sendable, CaseIterable {
  package let rawValue: String

  /// - Returns: nil where no panel is called so.
  package init?(rawValue: String) {
    self.rawValue = rawValue
    guard Panels.all.contains(where: { $0.id == self }) else { return nil }
  }

  init(_ name: String) { rawValue = name }

  /// In the order of their tabs.
  package static var allCases: [PanelID] { Panels.all.map { $0.id } }

  /// The command that opens it.
  var command: CommandID { CommandID("panel.\(rawValue)") }

  var title: Phrase { Command.of(command).title }
}
