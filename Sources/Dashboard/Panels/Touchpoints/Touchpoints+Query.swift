import Loyalty

extension DashboardState {
  /// Opens the panel with what is due for whom a filter lets pass, to come back from.
  mutating func openTouchpoints(filter: String) {
    visit(.touchpoints)
    touchpoints.section = .today
    touchpoints.query.clear()
    touchpoints.query.filterText = filter
    touchpoints.isNarrowedFromElsewhere = true
    narrowTouchpoints()
  }

  /// Shows everybody again.
  mutating func clearTouchpointQuery() {
    touchpoints.query.clear()
    touchpoints.isNarrowedFromElsewhere = false
    narrowTouchpoints()
  }

  mutating func narrowTouchpoints() {
    guard let filter = touchpoints.query.read(mask: mask) else { return }
    touchpoints.narrowing += 1
    effects.append(
      .narrowTouchpoints(filter, order: touchpoints.order, narrowing: touchpoints.narrowing))
  }
}
