import Community

extension MemberColumn {
  static let recallColumns = [stake, recallLayer, lot]

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
}
