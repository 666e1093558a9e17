import Community

/// Columns of how the member is tied to others.
extension MemberColumn {
  static let tieColumns = [ties, reciprocalTies, embedded, group]

  /// Other members that the member is tied to.
  package static let ties = MemberColumn(
    "ties",
    .whole { roster, rows in
      guard let ties = roster.measures?.ties else { return }
      rows.fill { Int64(ties.ties($0)) }
    }, need: .community, hasZeros: false, width: ColumnWidth(5, 7))
  /// Those tied both ways.
  package static let reciprocalTies = MemberColumn(
    "reciprocal_ties",
    .whole { roster, rows in
      guard let ties = roster.measures?.ties else { return }
      rows.fill { Int64(ties.reciprocalTies($0)) }
    }, need: .community, hasZeros: false, width: ColumnWidth(5, 7))
  /// The share of the member's ties that lie in a triangle, 0–1.
  package static let embedded = MemberColumn(
    "embedded",
    .decimal { roster, rows in
      guard let ties = roster.measures?.ties else { return }
      rows.fill { ties.embedded($0) ?? .unknown }
    }, need: .community, width: ColumnWidth(5, 7))
  /// The number of the group found in the ties, the largest first.
  package static let group = MemberColumn(
    "group",
    .whole { roster, rows in
      guard let ties = roster.measures?.ties else { return }
      rows.fill { ties.group($0).map(Int64.init) ?? .unknown }
    }, need: .community, width: ColumnWidth(5, 7))
}
