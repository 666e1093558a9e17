import Loyalty

/// A part of the panel of the community that takes the keys.
package enum CommunitySection: String, CaseIterable, Sendable {
  case activity, ties, hosts, live
}

/// The panel of the community: what is selected in each of its parts.
package struct CommunityState: Hashable, PanelState {
  package var section = CommunitySection.activity
  /// The section shown last of those that share a place on wide screens.
  package var beside = CommunitySection.ties
  /// The name of the selected line, by section: where it stands may change.
  package var selected: [CommunitySection: String] = [:]

  package init() {}
}

extension DashboardState {
  package var community: CommunityState {
    get { panelStates[CommunityState.self] }
    _modify { yield &panelStates[CommunityState.self] }
  }
}
