import Community

extension MemberColumn {
  static let recallColumns = [stake, recallLayer, lot, recalled, woken]

  /// What calling the sleeping member back is worth.
  package static let stake = MemberColumn(
    "at_stake",
    .whole { roster, rows in
      guard let units = roster.measures?.stakes else { return }
      rows.fill(units) { PurchaseValues.hundredths($0) ?? .unknown }
    }, as: .money, need: .recall, width: ColumnWidth(9, 12))
  /// How far gone a sleeping or churned member is.
  package static let recallLayer = MemberColumn(
    "layer",
    .word(RecallLayer.allCases.map(\.rawValue)) { roster, rows in
      if let layers = roster.measures?.recallLayers { rows.fill(layers) }
    }, need: .recall, width: ColumnWidth(8, 14))
  /// Whether a sleeping or churned member would be called, or is held out by lot.
  package static let lot = MemberColumn(
    "lot",
    .word(RecallLot.allCases.map(\.id)) { roster, rows in
      if let lots = roster.measures?.lots { rows.fill(lots) }
    }, need: .recall, width: ColumnWidth(8, 8))
  /// When the member was called back.
  package static let recalled = MemberColumn(
    "recalled", .times { $0.measures?.recalled }, need: .recall, width: ColumnWidth(10, 10))
  /// When the member woke after having been called back.
  package static let woken = MemberColumn(
    "woken", .times { $0.measures?.woken }, need: .recall, width: ColumnWidth(10, 10))
}
