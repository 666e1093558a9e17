import Community

/// Columns of the emotional account.
extension MemberColumn {
  static let accountColumns = [balance, band, lastTouch]

  /// What stands in the account.
  package static let balance = MemberColumn(
    "balance",
    .decimal { roster, rows in
      guard let account = roster.measures?.account else { return }
      rows.fill(blocks: account.blocks) { $0.balance }
    }, need: .measures, width: ColumnWidth(6, 8))
  /// The band that the balance is in.
  package static let band = MemberColumn(
    "band",
    .word(AccountBand.allCases.map(\.id)) { roster, rows in
      guard let account = roster.measures?.account else { return }
      let rules = account.rules
      rows.fill(blocks: account.blocks) { rules.band($0.balance).rawValue + 1 }
    }, need: .measures, width: ColumnWidth(6, 10))
  /// The newest touchpoint, or decision to touch.
  package static let lastTouch = MemberColumn(
    "last_touch",
    .instant { roster, rows in
      guard let account = roster.measures?.account else { return }
      rows.fill(blocks: account.blocks) { $0.lastTouch }
    }, need: .measures, width: ColumnWidth(10, 10))
}
