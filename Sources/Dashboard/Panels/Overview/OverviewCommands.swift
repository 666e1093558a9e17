import Texts

extension Command.Scope {
  static let overview = Command.Scope(digit: 1)
}

extension OverviewPanel {
  var commands: [Command] { Self.commands }

  private static let commands = Command.list(
    Command.Group("overview", .groupOverview), in: .overview,
    [
      Command(.overviewOpen, keys: "enter", footer: 10, unless: \.overviewOpenReason) {
        $0.openOverviewLine()
      }
    ])
}

extension CommandID {
  static let overviewOpen: CommandID = "overview.open"
}
