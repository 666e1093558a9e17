/// A panel that a tab opens.
package enum PanelID: String, CaseIterable, Sendable {
  case overview, members, tiers, touchpoints, community, recall, nps

  /// The digit that opens it.
  package var digit: Unicode.Scalar {
    switch self {
    case .overview: "1"
    case .members: "2"
    case .tiers: "3"
    case .community: "5"
    case .touchpoints: "4"
    case .recall: "6"
    case .nps: "7"
    }
  }
}
