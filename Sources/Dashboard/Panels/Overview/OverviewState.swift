/// The Overview: which of its lines is selected, and what is scrolled away.
package struct OverviewState: PanelState {
  package var scroll = ScrollState()
  /// The selected line by what it tells of, as lines come and go; nil while that hasn't been asked for.
  var line: OverviewLine?

  package init() {}

  /// Where the selected line stands.
  package var selected: Int {
    get { scroll.selected }
    set {
      scroll.selected = newValue
      line = nil
    }
  }
}

extension DashboardState {
  package var overview: OverviewState {
    get { panelStates[OverviewState.self] }
    _modify { yield &panelStates[OverviewState.self] }
  }

  /// Changes what the Overview tells, and keeps its selected line selected, wherever it moves. A line that isn't there
  /// for a while, as those of stages while a new reading is measured, is selected again when it's back. Who is at the
  /// top stays there.
  mutating func keepingOverviewLine(_ change: (inout DashboardState) -> Void) {
    let isAtTop = overview.selected == 0 && overview.line == nil
    let line = isAtTop ? nil : overview.line ?? overviewLines.dropFirst(overview.selected).first
    change(&self)
    guard let line else { return }
    if let place = overviewLines.firstIndex(of: line) { overview.selected = place }
    overview.line = line
  }
}
