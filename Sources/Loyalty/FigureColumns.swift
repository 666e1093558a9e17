import Community

/// Columns of the figures.
extension MemberColumn {
  static let figureColumns = [joined, lastSeen, silent, orders, spend, averageOrder, lastOrder]

  /// When the member joined; the first event where the record doesn't say or says later.
  package static let joined = MemberColumn(
    "joined", .instant { $1.fill(blocks: $0.figures.blocks) { $0.joined } }, width: ColumnWidth(10, 10))
  /// The newest purchase, activity, survey answer or redemption.
  package static let lastSeen = MemberColumn(
    "last_seen", aliases: ["seen"], .instant { $1.fill(blocks: $0.figures.blocks) { $0.lastSeen } },
    width: ColumnWidth(10, 10))
  /// Calendar days since the member was last seen; never seen: since joining.
  package static let silent = MemberColumn(
    "silence", aliases: ["silent"],
    .whole { roster, rows in
      rows.fill(blocks: roster.figures.blocks) { roster.silence($0).map(Int64.init) ?? .unknown }
    }, as: .days, width: ColumnWidth(5, 6))
  /// Purchases ever, refunded ones too.
  package static let orders = MemberColumn(
    "orders", .whole { $1.fill(blocks: $0.figures.blocks) { Int64($0.orders) } }, hasZeros: false,
    width: ColumnWidth(4, 6))
  /// The sum of all amounts ever, refunds included.
  package static let spend = MemberColumn(
    "spend", .whole { $1.fill(blocks: $0.figures.blocks) { $0.spend } }, as: .money, hasZeros: false,
    width: ColumnWidth(9, 12))
  /// Spend by purchase.
  package static let averageOrder = MemberColumn(
    "average_order",
    .whole { roster, rows in
      rows.fill(blocks: roster.figures.blocks) { Roster.average($0.spend, $0.orders)?.rawValue ?? .unknown }
    }, as: .money, width: ColumnWidth(8, 10))
  /// The newest purchase.
  package static let lastOrder = MemberColumn(
    "last_order", .instant { $1.fill(blocks: $0.figures.blocks) { $0.lastOrder } },
    width: ColumnWidth(10, 10))
}
