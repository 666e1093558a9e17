import Community

/// Columns of what the member does in the community.
extension MemberColumn {
  static let activityColumns = [contributions, contributorLayer, challenge]

  /// Contributions to the community in the window of layers.
  package static let contributions = MemberColumn(
    "contributions_30",
    .whole { roster, rows in
      guard let activity = roster.measures?.activity else { return }
      rows.fill { activity.contributions($0).map(Int64.init) ?? .unknown }
    }, need: .community, hasZeros: false, width: ColumnWidth(5, 7))
  /// How much of the community the member carries.
  package static let contributorLayer = MemberColumn(
    "contributor_layer",
    .word(ContributorLayer.allCases.map(\.id)) { roster, rows in
      if let codes = roster.measures?.activity?.layerCodes { rows.fill(codes) }
    }, need: .community, width: ColumnWidth(8, 11))
  /// Whether the member kept yesterday's day of a running challenge.
  package static let challenge = MemberColumn(
    "challenge",
    .word(ChallengeState.allCases.map(\.id)) { roster, rows in
      guard let challenges = roster.measures?.challenges, !challenges.all.isEmpty else { return }
      rows.fill { challenges.state(of: $0)?.rawValue ?? .unknown }
    }, need: .community, width: ColumnWidth(6, 8))
}
