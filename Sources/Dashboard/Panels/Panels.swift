/// The panels of the dashboard. A new one is its folder, and its line here.
enum Panels {
  /// In the order of their tabs, which is that of their digits.
  static let all: [any Panel] = [
    OverviewPanel(),
    MembersPanel(),
    TiersPanel(),
    TouchpointsPanel(),
    CommunityPanel(),
    RecallPanel(),
    NPSPanel(),
  ]

  /// Those whose commands are listed last come last: of several commands that a typed word finds equally well, the
  /// palette offers the one listed first.
  static let inOrderOfCommands = all.filter { !$0.listsCommandsLast } + all.filter { $0.listsCommandsLast }

  static func of(_ id: PanelID) -> any Panel {
    guard let panel = all.first(where: { $0.id == id }) else { preconditionFailure("\(id) isn't listed") }
    return panel
  }
}
