import Texts

extension Command.Scope {
  static let community = Command.Scope(digit: 5)
}

extension CommunityPanel {
  var commands: [Command] { Self.commands }

  private static let commands = Command.list(
    Command.Group("community", .groupCommunity), in: .community,
    [
      Command(.communityOpen, keys: "enter", footer: 10, unless: \.communityOpenReason) {
        $0.openFromCommunity()
      },
      Command("community.next-section", keys: "] right", footer: 15) { $0.turnCommunity(1) },
      Command("community.previous-section", keys: "[ left") { $0.turnCommunity(-1) },
    ])
}

extension CommandID {
  static let communityOpen: CommandID = "community.open"
}
