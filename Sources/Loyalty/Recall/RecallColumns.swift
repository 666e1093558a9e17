import Community

extension MemberColumn {
  static let recallColumns = [stake]

  /// What calling the sleeping member back is worth.
  package static let stake = MemberColumn(
    "at_stake",
    .whole { roster, rows in
      guard let units = roster.measures?.stakes else { return }
      rows.fill(units) { PurchaseValues.hundredths($0) ?? .unknown }
    }, as: .money, need: .recall, width: ColumnWidth(9, 12))
}
