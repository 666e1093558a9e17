/// The Overview: which of its lines is selected, and what is scrolled away.
package typealias OverviewState = ScrollState

extension ScrollState: PanelState {}

extension DashboardState {
  package var overview: OverviewState {
    _read { yield panelStates[OverviewState.self] }
    _modify { yield &panelStates[OverviewState.self] }
  }
}
