import Loyalty
import Texts

extension Command.Scope {
  static let touchpoints = Command.Scope(digit: 4)
}

extension TouchpointsPanel {
  var commands: [Command] { Self.commands }

  private static let commands = Command.list(
    Command.Group("touchpoints", .groupTouchpoints), in: .touchpoints,
    [
      Command(.touchpointDone, keys: "d", footer: 10, unless: \.touchpointWriteReason) {
        $0.decideTouch(.touch)
      },
      Command("touchpoints.skip", keys: "x", footer: 20, unless: \.touchpointWriteReason) {
        $0.promptTouchpoint(.skip(LineEditor("")))
      },
      Command("touchpoints.snooze", keys: "z", footer: 30, unless: \.touchpointWriteReason) {
        $0.promptTouchpoint(.snooze(LineEditor("1")))
      },
      Command("touchpoints.hand", keys: "h", footer: 40, unless: \.touchpointWriteReason) {
        $0.pickTouchpointHost()
      },
      Command("touchpoints.mark", keys: "space", footer: 50, unless: \.touchpointReason) {
        $0.toggleTouchpointMark()
      },
      Command("touchpoints.mark-all", keys: "a", footer: 60, unless: \.touchpointReason) {
        $0.markAllTouchpoints()
      },
      Command(
        "touchpoints.mark-none", keys: "A", unless: { $0.touchpoints.marks.isEmpty ? .reasonNoMarks : nil }
      ) { $0.touchpoints.marks = [] },
      Command("touchpoints.search", keys: "/", footer: 52, unless: \.touchpointQueryReason) {
        TouchpointsPanel().beginTyping(.search, in: &$0)
      },
      Command(.touchpointFilter, keys: "f", footer: 53, unless: \.touchpointQueryReason) {
        TouchpointsPanel().beginTyping(.filter, in: &$0)
      },
      Command("touchpoints.sort", keys: "s", unless: \.touchpointQueryReason) {
        $0.openSort(in: .touchpoints)
      },
      Command("touchpoints.filter-cell", keys: "=", unless: \.touchpointReason) {
        $0.openCellFilter(
          of: $0.touchpointRow?.member, [.due, .band, .stage, .tier] + MemberColumn.standard, in: .touchpoints
        )
      },
      Command("touchpoints.export", keys: "e", footer: 45, unless: \.touchpointFiguresReason) {
        $0.openTouchpointExport()
      },
      Command(
        "touchpoints.open", keys: "enter", footer: 15,
        named: { $0.touchpointRow?.isFolded == true ? .hintShowMembers : nil }, unless: \.touchpointOpenReason
      ) { $0.openTouchpoint() },
      Command("touchpoints.next-part", keys: "] right", footer: 25) { $0.turnTouchpoints(1) },
      Command("touchpoints.previous-part", keys: "[ left") { $0.turnTouchpoints(-1) },
    ])
}

extension CommandID {
  static let touchpointDone: CommandID = "touchpoints.done"
  static let touchpointFilter: CommandID = "touchpoints.filter"
}

extension DashboardState {
  /// Why nothing can be written about a row; nil when it can.
  fileprivate var touchpointWriteReason: Phrase? { touchpointReason ?? readOnlyReason }

  /// Why nothing can be searched for; nil where there's a list.
  fileprivate var touchpointQueryReason: Phrase? {
    touchpointFiguresReason ?? (touchpointSection.isList ? nil : .reasonOnlyLists)
  }

  /// Why nothing can be opened; nil when it can.
  fileprivate var touchpointOpenReason: Phrase? {
    guard touchpointSection.isList else { return .reasonNothingToOpen }
    guard let row = touchpointRow else { return .reasonNoMember }
    return row.isFolded && touchpointSection != .today ? .touchpointsOnlyTodayListed : nil
  }

  fileprivate var touchpointFiguresReason: Phrase? {
    touchpoints.figures == nil ? .touchpointsNotReady : nil
  }
}
