import Community
import Loyalty
import Testing

@Suite struct MemberOrderTests {
  @Test func whateverTheNumberOfWorkersTheListIsTheSame() throws {
    var builder = CommunityBuilder()
    for number in 0..<Members.blockSize + 500 { builder.member("m\(number)", joined: "2026-01-01") }
    let moment = CommunityBuilder.moment("2026-02-10")
    let roster = Roster(
      community: builder.community, figures: MemberFigures(community: builder.community, moment: moment),
      moment: moment, mask: .standard)
    let query = MemberQuery(filter: try MemberFilter(parsing: "id:m65*"))
    let alone = try #require(roster.all(query))
    #expect(alone.rows.count == 1 + 10 + 100 + 1000)
    let everybody = try #require(roster.all(MemberQuery()))
    for former in [nil, everybody] {
      let backwards = Computation(workers: 3) { count, body in
        for worker in (0..<count).reversed() { body(worker) }
      }
      let many = roster.all(query, within: former, on: backwards)
      #expect(many?.rows == alone.rows)
    }
  }

  @Test(arguments: MemberColumn.allCases, [MemberOrder.Direction.ascending, .descending])
  func everyColumnSortsLikeAPlainSort(column: MemberColumn, direction: MemberOrder.Direction) throws {
    let roster = CommunityBuilder.random(seed: 21, members: 400, events: 900).roster(
      "2026-02-15", mask: .none)
    let order = MemberOrder(column, direction)
    let query = MemberQuery(order: order)
    let expected = (0..<roster.count).map { Member.Index($0) }.filter(roster.figures.isListed)
      .sorted { precedes($0, $1, order, roster) }
    let all = try #require(roster.all(query))
    #expect(all.rows == expected)
    let first = roster.firstScreenful(query, count: 37)
    #expect(first.rows == Array(expected.prefix(37)))
    #expect(first.matched == expected.count)
    #expect(first.isComplete)

    let filtered = MemberQuery(filter: try MemberFilter(parsing: "an"), order: order)
    let matcher = filtered.filter.matcher(for: roster)
    let found = expected.filter(matcher.matches)
    #expect(roster.all(filtered)?.rows == found)
    #expect(roster.all(filtered, within: all)?.rows == found)
    #expect(roster.firstScreenful(filtered, count: 10).rows == Array(found.prefix(10)))
    #expect(roster.firstScreenful(filtered, count: 10, within: all).rows == Array(found.prefix(10)))
  }

  /// The order as it is documented, written down plainly.
  private func precedes(
    _ left: Member.Index, _ right: Member.Index, _ order: MemberOrder, _ roster: Roster
  ) -> Bool {
    let first = roster[order.column, left]
    let second = roster[order.column, right]
    if (first == .unknown) != (second == .unknown) { return second == .unknown }
    let difference = compare(first, second)
    if difference != 0 { return (difference < 0) == (order.direction == .ascending) }
    let ids = (roster.community.members.id(left), roster.community.members.id(right))
    return ids.0.utf8.lexicographicallyPrecedes(ids.1.utf8)
  }

  private func compare(_ left: ColumnValue, _ right: ColumnValue) -> Int {
    func texts(_ left: String, _ right: String) -> Int {
      left.utf8.elementsEqual(right.utf8) ? 0 : left.utf8.lexicographicallyPrecedes(right.utf8) ? -1 : 1
    }
    func numbers<Number: Comparable>(_ left: Number, _ right: Number) -> Int {
      left == right ? 0 : left < right ? -1 : 1
    }
    switch (left, right) {
    case (.text(let left), .text(let right)): return texts(left, right)
    case (.list(let left), .list(let right)):
      for (first, second) in zip(left, right) where first != second { return texts(first, second) }
      return left.count - right.count
    case (.count(let left), .count(let right)), (.days(let left), .days(let right)): return left - right
    case (.money(let left), .money(let right)): return numbers(left, right)
    case (.instant(let left), .instant(let right)): return numbers(left, right)
    case (.date(let left), .date(let right)):
      let keys = [left, right].map { $0.month * 1_000_000 + $0.day * 10_000 + ($0.year ?? 0) }
      return numbers(keys[0], keys[1])
    case (.boolean(let left), .boolean(let right)): return (left ? 1 : 0) - (right ? 1 : 0)
    default: return 0
    }
  }

  @Test func textsThatBeginAlikeAreSortedByTheirEnds() throws {
    var builder = CommunityBuilder()
    let common = String(repeating: "同", count: 30)
    for (number, end) in ["丙", "甲", "", "乙", "\u{0}", "甲甲", "\u{0}\u{0}"].enumerated() {
      for copy in 0..<40 { builder.member("\(number)-\(copy)", name: common + end) }
    }
    let roster = builder.roster("2026-01-01")
    let rows = try #require(roster.all(MemberQuery(order: MemberOrder(.name, .ascending)))).rows
    let names = rows.map { String(roster.name(of: $0)?.dropFirst(30) ?? "") }
    #expect(
      stride(from: 0, to: names.count, by: 40).map { names[$0] }
        == ["", "\u{0}", "\u{0}\u{0}", "丙", "乙", "甲", "甲甲"])
    #expect(
      roster.firstScreenful(MemberQuery(order: MemberOrder(.name, .ascending)), count: 90).rows
        == Array(rows.prefix(90)))
  }

  @Test func membersAddedLaterTakeTheirPlaceByID() throws {
    var builder = CommunityBuilder()
    for id in ["b", "d", "f"] { builder.member(id) }
    let roster = builder.roster("2026-01-01")
    let query = MemberQuery(order: MemberOrder(.city, .ascending))
    _ = roster.all(query)
    for id in ["e", "a", "g"] { builder.member(id) }
    let later = roster.updated(
      community: builder.community, figures: builder.figures("2026-01-01"), moment: roster.moment)
    let rows = try #require(later.all(query)).rows
    #expect(rows.map { builder.community.members.id($0) } == ["a", "b", "d", "e", "f", "g"])
  }

  @Test func cancellingReturnsWhatWasFoundOrNothing() {
    let roster = CommunityBuilder.random(seed: 3, members: 50, events: 10).roster("2026-02-15")
    #expect(roster.all(MemberQuery(), on: Computation(isCancelled: { true })) == nil)
    #expect(!roster.firstScreenful(MemberQuery(), count: 5, isCancelled: { true }).isComplete)
  }

  @Test func totalsSumTheSelection() throws {
    var builder = CommunityBuilder()
    builder.order("a", "2026-01-31", 100)
    builder.order("a", "2026-01-01", 50)
    builder.order("b", "2025-01-01", 30.01)
    builder.member("c")
    let roster = builder.roster("2026-02-01")
    let totals = roster.totals(of: try #require(roster.all(MemberQuery())).rows)
    #expect(totals.count == 3)
    #expect(totals.orders == 3)
    #expect(totals.buyers == 2)
    #expect(totals.spend == Money(rawValue: 18_001))
    #expect(totals.meanSpend == Money(rawValue: 6000))
    #expect(totals.meanOrder == Money(rawValue: 6000))
    #expect(totals.seenRecently == 1)
    #expect(roster.totals(of: []).meanSpend == nil)
  }
}

extension MemberResult: Equatable {
  package static func == (left: MemberResult, right: MemberResult) -> Bool {
    left.query == right.query && left.rows == right.rows
  }
}
