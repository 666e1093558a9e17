import Texts

extension Command {
  /// Going from panel to panel.
  static let panels = list(
    Group("panels", .groupPanels), in: .all,
    [
      Command("panel.next", keys: "tab") { $0.showNeighbour(1) },
      Command("panel.previous", keys: "shift+tab") { $0.showNeighbour(-1) },
    ])

  /// What works everywhere.
  static let application = list(
    Group("application", .groupApplication), in: .all,
    [
      Command("app.palette", keys: ":") { $0.openPalette() },
      Command(.appHelp, keys: "? f1", footer: 90) { $0.overlay = HelpOverlay() },
      Command(.appQuit, keys: "q", footer: 95, named: \.quitTitle) { $0.backOrQuit() },
      Command(.appBack, keys: "esc", named: \.escapeTitle) { $0.escape() },
      Command(
        .appUndo, keys: "u", footer: 47,
        unless: { $0.decisions.history.done.isEmpty ? .reasonNoUndo : nil }
      ) { $0.undoLast() },
      Command(
        .appRedo, keys: "U", unless: { $0.decisions.history.undone.isEmpty ? .reasonNoRedo : nil }
      ) { $0.redoLast() },
      Command(
        .appProblems, keys: "!",
        unless: { $0.data.shown == nil && $0.configProblems.isEmpty ? .reasonNotRead : nil }
      ) { $0.overlay = ProblemsOverlay() },
      Command(.appReload, keys: "f5 ctrl+r", unless: { $0.data.phase == .loading ? .reasonReading : nil }) {
        $0.data.phase = .loading
        $0.effects.append(.reload)
      },
      Command(.appRedraw, keys: "ctrl+l") { $0.effects.append(.repaint) },
      Command("app.mouse", keys: "M") {
        $0.isMouseOn.toggle()
        $0.effects.append(.setMouse($0.isMouseOn))
        $0.say(.information, $0.isMouseOn ? .mouseOn : .mouseOff)
      },
    ])

  /// Moving through lists.
  static let moving = list(
    Group("moving", .groupMoving), in: .all,
    [
      Command(.moveUp, keys: "up k") { $0.move(.lines(-1)) },
      Command(.moveDown, keys: "down j") { $0.move(.lines(1)) },
      Command(.movePageUp, keys: "pageup ctrl+b") { $0.move(.pages(-1)) },
      Command(.movePageDown, keys: "pagedown ctrl+f") { $0.move(.pages(1)) },
      Command(.moveFirst, keys: "home") { $0.move(.first) },
      Command(.moveLast, keys: "end G") { $0.move(.last) },
      Command("move.left", keys: "left h", in: [.members, .card]) { $0.moveSideways(-1) },
      Command("move.right", keys: "right l", in: [.members, .card]) { $0.moveSideways(1) },
    ])
}

extension CommandID {
  static let appHelp: CommandID = "app.help"
  static let appQuit: CommandID = "app.quit"
  static let appBack: CommandID = "app.back"
  static let appUndo: CommandID = "app.undo"
  static let appRedo: CommandID = "app.redo"
  static let appProblems: CommandID = "app.problems"
  static let appReload: CommandID = "app.reload"
  static let appRedraw: CommandID = "app.redraw"
  static let moveUp: CommandID = "move.up"
  static let moveDown: CommandID = "move.down"
  static let movePageUp: CommandID = "move.page-up"
  static let movePageDown: CommandID = "move.page-down"
  static let moveFirst: CommandID = "move.first"
  static let moveLast: CommandID = "move.last"
}
