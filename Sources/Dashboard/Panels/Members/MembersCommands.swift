import Texts

extension Command.Scope {
  /// The table of members.
  static let members = Command.Scope(digit: 2)
  /// The card, while it has the keys.
  static let card = Command.Scope(rawValue: 1 << 15)
}

extension MembersPanel {
  var commands: [Command] { Self.commands }

  private static let commands =
    Command.list(
      Command.Group("members", .groupMembers), in: [.members, .card],
      [
        Command(
          "members.search", keys: "/", in: [.overview, .members, .card], footer: 20, unless: \.notReadReason
        ) { $0.beginQuery(.search) },
        Command(
          .membersFilter, keys: "f", in: [.overview, .members, .card], footer: 30, unless: \.notReadReason
        ) { $0.beginQuery(.filter) },
        Command("members.filter-cell", keys: "=", unless: \.memberReason) {
          $0.openCellFilter(
            of: $0.members.selectedMember, [$0.members.order.column] + $0.members.shownColumns, in: .members)
        },
        Command(.membersSort, keys: "s", footer: 40, unless: \.notReadReason) { $0.openSort(in: .members) },
        Command(.membersReverse, keys: "S", unless: \.notReadReason) { $0.reverseOrder() },
        Command(.membersColumns, keys: "c", footer: 60, unless: \.notReadReason) { $0.openColumns() },
        Command(.membersViews, keys: "v", footer: 70) { $0.openSavedViews() },
        Command("members.goto", keys: "g", in: .all, footer: 50, unless: \.notReadReason) {
          $0.overlay = GotoState()
        },
        Command(
          .membersCard, keys: "enter", in: [.members], footer: 10,
          named: { $0.layout.card != nil && !$0.layout.isCardOver ? .hintIntoCard : nil },
          unless: \.memberReason
        ) {
          $0.openCard()
        },
        Command("members.mark", keys: "space", footer: 45, unless: \.memberReason) { $0.toggleMark() },
        Command(
          "members.mark-all", keys: "a", unless: { $0.listReason(isEmpty: $0.members.list.rows.isEmpty) }
        ) { $0.markAll() },
        Command("members.mark-none", keys: "A", unless: { $0.members.marks.isEmpty ? .reasonNoMarks : nil }) {
          $0.markNone()
        },
        Command(
          "members.export", keys: "e", footer: 65,
          unless: { $0.listReason(isEmpty: $0.members.list.rows.isEmpty && $0.members.marks.isEmpty) }
        ) { $0.openExport() },
        Command(
          "members.copy", keys: "y", unless: { $0.memberReason ?? ($0.mayCopy ? nil : .reasonNoClipboard) }
        ) { $0.copyID() },
        Command(
          .membersClear, keys: "x", unless: { $0.members.query.isNarrowed ? nil : .reasonNothingToClear }
        ) {
          $0.clearQuery()
        },
      ])
    + Command.list(
      Command.Group("card", .groupCard), in: [.members, .card],
      [
        Command("card.close", keys: "backspace", in: [.card]) { $0.closeCard() },
        Command(.cardNextTab, keys: "]", footer: 42, unless: \.cardReason) { $0.turnCard(1) },
        Command("card.previous-tab", keys: "[", unless: \.cardReason) { $0.turnCard(-1) },
        Command("card.next-member", keys: "n", unless: \.memberReason) { $0.moveSelection(by: 1) },
        Command("card.previous-member", keys: "p", unless: \.memberReason) { $0.moveSelection(by: -1) },
        Command("card.scroll-down", keys: "J", unless: \.cardReason) { $0.scrollCard(by: 1) },
        Command("card.scroll-up", keys: "K", unless: \.cardReason) { $0.scrollCard(by: -1) },
      ])
}

extension CommandID {
  static let membersFilter: CommandID = "members.filter"
  static let membersSort: CommandID = "members.sort"
  static let membersReverse: CommandID = "members.reverse"
  static let membersColumns: CommandID = "members.columns"
  static let membersViews: CommandID = "members.views"
  static let membersCard: CommandID = "members.card"
  static let membersClear: CommandID = "members.clear"
  static let cardNextTab: CommandID = "card.next-tab"
}

extension DashboardState {
  /// Why nothing can be done with the selected member; nil when it can.
  fileprivate var memberReason: Phrase? {
    notReadReason ?? (members.selectedMember == nil ? .reasonNoMember : nil)
  }

  /// Why nothing can be done with all members of the list; nil when it can.
  fileprivate func listReason(isEmpty: Bool) -> Phrase? {
    if let notReadReason { return notReadReason }
    if isEmpty { return .reasonNoMember }
    return members.list.isComplete ? nil : .reasonListing
  }
}
