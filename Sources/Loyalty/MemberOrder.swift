import Community

/// By which column members are sorted, and which way.
///
/// Texts go by code point, lists by their first words, birthdays by month and day. What is unknown comes last
/// either way, and equals are in order of their ids' bytes: the order is total.
public struct MemberOrder: Hashable, Sendable {
  public enum Direction: String, Hashable, Sendable { case ascending, descending }

  public var column: MemberColumn
  public var direction: Direction

  public init(_ column: MemberColumn, _ direction: Direction) {
    self.column = column
    self.direction = direction
  }

  /// The column's own first direction: figures from the largest, texts from the first.
  public init(by column: MemberColumn) {
    self.init(column, column.beginsDescending ? .descending : .ascending)
  }

  public static let standard = MemberOrder(.spend, .descending)
}

/// Which members, in which order.
public struct MemberQuery: Hashable, Sendable {
  public var filter: MemberFilter
  public var order: MemberOrder

  public init(filter: MemberFilter = .all, order: MemberOrder = .standard) {
    self.filter = filter
    self.order = order
  }
}

/// All members that a query finds, in its order.
public struct MemberResult: Sendable {
  public let query: MemberQuery
  public let rows: [Member.Index]

  public init(query: MemberQuery, rows: [Member.Index]) {
    self.query = query
    self.rows = rows
  }
}

/// The first members that a query finds, in its order.
public struct MemberScreenful: Sendable {
  public let query: MemberQuery
  public let rows: [Member.Index]
  /// How many members match in all, where that is known already.
  public let matched: Int?
  /// Whether `rows` are the right ones. If not, time ran out, and they are the first of what was looked at.
  public let isComplete: Bool
}

/// What a selection of members comes to.
public struct MemberTotals: Hashable, Sendable {
  public var count = 0
  public var orders = 0
  public var spend = Money.zero
  /// Members with a purchase.
  public var buyers = 0
  /// Members seen on one of the last 30 days.
  public var seenRecently = 0

  public init() {}

  /// Spend by member, nil without members.
  public var meanSpend: Money? { Roster.average(spend.rawValue, UInt32(count)) }
  /// Spend by purchase, nil without purchases.
  public var meanOrder: Money? { Roster.average(spend.rawValue, UInt32(orders)) }
}
