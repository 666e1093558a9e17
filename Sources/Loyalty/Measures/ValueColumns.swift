import Community

/// Columns of what a model of purchases says.
extension MemberColumn {
  static let valueColumns = [alive, lifetimeValue, segment]

  /// How likely the member still buys, 0–1.
  package static let alive = MemberColumn(
    "p_alive",
    .decimal { roster, rows in
      if let alive = roster.measures?.values?.alive { rows.fill(alive) }
    }, need: .model, width: ColumnWidth(5, 7))
  /// What the member is expected to be worth over a year.
  package static let lifetimeValue = MemberColumn(
    "clv",
    .whole { roster, rows in
      guard let units = roster.measures?.values?.lifetimeValue else { return }
      rows.fill(units) { PurchaseValues.hundredths($0) ?? .unknown }
    }, as: .money, need: .model, width: ColumnWidth(9, 12))
  package static let segment = MemberColumn(
    "segment",
    .word(MemberSegment.allCases.map(\.id)) { roster, rows in
      if let segments = roster.measures?.segments.segments { rows.fill(segments) }
    }, need: .model, width: ColumnWidth(8, 12))
}
