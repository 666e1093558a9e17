import Community

/// By which column members are sorted, and which way.
///
/// Texts go by code point, lists by their first words, birthdays by month and day. What is unknown comes last
/// either way, and equals are in order of their ids' bytes: the order is total.
package struct MemberOrder: Hashable, Sendable {
  package enum Direction: String, Hashable, Sendable { case ascending, descending }

  package var column: MemberColumn
  package var direction: Direction

  package init(_ column: MemberColumn, _ direction: Direction) {
    self.column = column
    self.direction = direction
  }

  /// The column's own first direction: figures from the largest, texts from the first.
  package init(by column: MemberColumn) {
    self.init(column, column.beginsDescending ? .descending : .ascending)
  }

  package static let standard = MemberOrder(.spend, .descending)
}

/// Which members, in which order.
package struct MemberQuery: Hashable, Sendable {
  package var filter: MemberFilter
  package var order: MemberOrder

  package init(filter: MemberFilter = .all, order: MemberOrder = .standard) {
    self.filter = filter
    self.order = order
  }
}

/// All members that a query finds, in its order.
package struct MemberResult: Sendable {
  package let query: MemberQuery
  package let rows: [Member.Index]

  package init(query: MemberQuery, rows: [Member.Index]) {
    self.query = query
    self.rows = rows
  }
}

/// The first members that a query finds, in its order.
package struct MemberScreenful: Sendable {
  package let query: MemberQuery
  package let rows: [Member.Index]
  /// How many members match in all, where that is known already.
  package let matched: Int?
  /// Whether `rows` are the right ones. If not, time ran out, and they are the first of what was looked at.
  package let isComplete: Bool
}

/// What a selection of members comes to.
package struct MemberTotals: Hashable, Sendable {
  package var count = 0
  package var orders = 0
  package var spend = Money.zero
  /// Members with a purchase.
  package var buyers = 0
  /// Members seen on one of the last 30 days.
  package var seenRecently = 0
  /// Members with an NPS answer in its window, by what their last one makes of them.
  package var answers = 0
  package var promoters = 0
  package var detractors = 0
  /// Members with a lifetime value, and the sum of it; none without a model.
  package var valued = 0
  package var lifetimeValue = Money.zero

  package init() {}

  /// Of −100 to 100; nil where nobody answered.
  package var nps: Double? {
    answers > 0 ? 100 * Double(promoters - detractors) / Double(answers) : nil
  }
  /// Lifetime value by member who has one.
  package var meanLifetimeValue: Money? { Roster.average(lifetimeValue.rawValue, UInt32(valued)) }

  /// Spend by member, nil without members.
  package var meanSpend: Money? { Roster.average(spend.rawValue, UInt32(count)) }
  /// Spend by purchase, nil without purchases.
  package var meanOrder: Money? { Roster.average(spend.rawValue, UInt32(orders)) }
}
