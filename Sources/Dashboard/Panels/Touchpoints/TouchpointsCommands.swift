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
        $0.promptTouchpoint(.hand(LineEditor($0.likelyHost)))
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
      Command("touchpoints.search", keys: "/", footer: 52, unless: \.touchpointFiguresReason) {
        TouchpointsPanel().beginTyping(.search, in: &$0)
      },
      Command(.touchpointFilter, keys: "f", footer: 53, unless: \.touchpointFiguresReason) {
        TouchpointsPanel().beginTyping(.filter, in: &$0)
      },
      Command("touchpoints.export", keys: "e", footer: 65, unless: \.touchpointFiguresReason) {
        $0.openTouchpointExport()
      },
      Command("touchpoints.open", keys: "enter", footer: 15) { $0.openTouchpoint() },
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

  fileprivate var touchpointFiguresReason: Phrase? {
    touchpoints.figures == nil ? .touchpointsNotReady : nil
  }
}
