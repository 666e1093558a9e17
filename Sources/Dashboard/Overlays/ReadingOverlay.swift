import Screen

/// A list that is only read: keys scroll it, and the key that opened it closes it too.
protocol ReadingOverlay: Overlay {
  var scroll: ScrollState { get set }
  /// How many lines it has.
  func count(_ state: DashboardState) -> Int
}

extension ReadingOverlay {
  func press(_ key: Key, in state: inout DashboardState) {
    guard let motion = state.motion(for: key) else {
      if [.appHelp, .appQuit, .appProblems].contains(state.keyMap.command(for: key, in: .all)?.id) {
        state.overlay = nil
      }
      return
    }
    let count = count(state)
    var overlay = self
    let target = motion.target(from: scroll.selected, count: count, page: state.overlayPage)
    overlay.scroll.selected = max(0, min(target, count - 1))
    overlay.scroll.top = overlay.scroll.selected
    state.overlay = overlay
  }
}
