/// The Overview: which of its lines is selected, and what is scrolled away.
package typealias OverviewState = ScrollState

extension ScrollState: PanelState {}

extension DashboardState {
  package var overview: OverviewState {
    get { panelStates[OverviewState.self] }
    _modify { yield &panelStates[OverviewState.self] }
  }
}
