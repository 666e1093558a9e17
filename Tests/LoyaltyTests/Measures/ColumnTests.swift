import Community
import Testing

@testable import Loyalty

/// Filters and sorts go through columns block by block: they must agree with the values that are shown.
@Suite struct ColumnTests {
  /// More than one block of members of whom everything is known that columns show.
  static let roster: Roster = {
    let now = "2026-04-30T12:00"
    let size = 4200
    var builder = CommunityBuilder.random(seed: 5, members: size, events: 9000)
    let words = ["east", "west", "East"].map { builder.community.symbols.intern($0).rawValue }
    for number in stride(from: 0, to: size, by: 3) {
      let id = builder.community.members.id(Member.Index(number))
      builder.answer(id, "2026-03-01T10:00", "csat", Int64(1 + number % 5))
      if number % 6 == 0 {
        builder.order(id, "2026-03-02T10:00", 10, category: number % 12 == 0 ? "tea" : "cups")
        builder.decide("r\(number)", "2026-03-01T09:00", .recall, id, play: "coupon")
      }
      builder.order(id, "2026-0\(1 + number % 2)-1\(number % 9)T11:00", Double(50 + number % 700))
      if number % 9 == 0 { builder.order(id, "2026-04-0\(1 + number % 7)T10:00", Double(number % 300)) }
      builder.member(id, email: "\(number)@mail.com", consents: [("sms", number % 2 == 0), ("email", true)])
      builder.community.members.update(Member.Index(number)) { block, row in
        block.region[row] = words[number % 2]
        block.store[row] = words[number / 3 % 3]
        block.channel[row] = words[number / 9 % 3]
        block.households.set(id, row: row)
      }
      guard number % 30 == 0 else { continue }
      for offset in [30, 60] {
        let other = builder.community.members.id(Member.Index((number + offset) % size))
        builder.activity(id, "2026-04-05T09:00", "thanks", to: other)
        if number % 60 == 0 { builder.activity(other, "2026-04-06T09:00", "thanks", to: id) }
      }
      builder.activity(id, "2026-04-10T09:00", "post")
      if number % 90 != 0 { builder.activity(id, "2026-04-29T09:00", "check_in", challenge: "habit") }
      builder.activity(id, "2026-04-28T09:00", "check_in", challenge: "habit")
    }
    // A new member whose purchases are a year old by the quarter's end.
    for day in ["2025-05-10T10:00", "2025-05-20T10:00"] { builder.order("lapsing", day, 40) }
    let community = builder.community
    let figures = builder.figures(now)
    let listed = builder.roster(now, mask: .none)
    var measures = builder.measures(now)
    measures.receive(builder.accounts(now))
    let count = community.members.count
    func column(_ value: (Int) -> Double) -> [Double] { (0..<count).map { $0 % 7 == 0 ? .nan : value($0) } }
    measures.receive(
      ValueModel(
        values: PurchaseValues(
          alive: column { Double($0 % 100) / 100 }, lifetimeValue: column { Double($0 % 970) * 1.37 },
          earlierLifetimeValue: column { Double($0 % 890) * 1.1 },
          valueIfAwake: column { Double($0 % 500) })))
    if let points = Points(community: community, figures: figures) {
      measures.receive(points)
      if let tiers = Tiers(community: community, figures: figures, points: points) { measures.receive(tiers) }
    }
    measures.records = RecordSummary(
      community: community, moment: CommunityBuilder.moment(now), isCancelled: { false })
    if let board = RecallBoard(listed.with(measures)) { measures.receive(board) }
    measures.receive(
      builder.activityFigures(now), Challenges(community: community, figures: figures))
    measures.receive(builder.tieFigures(now))
    if let calendar = TouchpointCalendar(listed.with(measures)) { measures.receive(calendar) }
    return listed.with(measures)
  }()

  static let everyone = (0..<roster.count).map { Member.Index($0) }.filter(roster.figures.isListed)

  /// Whom a filter finds, which must be the same for each member alone.
  private func found(_ text: String) throws -> [Member.Index] {
    let roster = ColumnTests.roster
    let filter = try MemberFilter(parsing: text, mask: .none)
    let matcher = filter.matcher(for: roster)
    let found = try #require(roster.members(of: ColumnTests.everyone, matching: filter))
    #expect(found == ColumnTests.everyone.filter(matcher.matches), "\(text)")
    return found
  }

  @Test func idsAndAliasesAreUnique() {
    let names = MemberColumn.allCases.flatMap { [$0.id] + $0.aliases }
    #expect(Set(names).count == names.count)
    #expect(MemberColumn.allCases.count == 72)
    for column in MemberColumn.allCases {
      #expect(MemberColumn(id: column.id) == column)
      #expect(MemberColumn(filterName: column.id.uppercased()) == column)
      #expect(
        column.aliases.allSatisfy { MemberColumn(filterName: $0) == column && MemberColumn(id: $0) == nil })
    }
    #expect(MemberColumn(filterName: "colour") == nil)
  }

  @Test(arguments: MemberColumn.allCases) func somethingIsKnown(_ column: MemberColumn) throws {
    let roster = ColumnTests.roster
    #expect(ColumnTests.everyone.contains { roster[column, $0] != .unknown })
    #expect(roster.with(nil)[column, ColumnTests.everyone[0]] == .unknown || !column.isMeasured)
  }

  @Test(arguments: MemberColumn.allCases) func hasFindsWhatIsKnown(_ column: MemberColumn) throws {
    let roster = ColumnTests.roster
    let known = ColumnTests.everyone.filter { member in
      switch roster[column, member] {
      case .unknown, .boolean(false): false
      case .count(0): column.hasZeros
      case .money(.zero): column.hasZeros
      default: true
      }
    }
    #expect(try found("has:\(column.id)") == known)
    let rest = Set(ColumnTests.everyone).subtracting(known).sorted()
    if !column.words.contains("none") { #expect(try found("\(column.id):none") == rest) }
    #expect(try found("-has:\(column.id)") == rest)
  }

  @Test(arguments: MemberColumn.allCases.filter(\.filterKind.isOrdered))
  func rangesFindWhatLiesInThem(_ column: MemberColumn) throws {
    let roster = ColumnTests.roster
    let values = ColumnTests.everyone.compactMap { number(column, $0) }.sorted()
    let middle = values[values.count / 2]
    let text: String
    switch column.kind {
    case .money: text = "\(Int(middle) / 100).\(Int(middle) % 100 / 10)\(Int(middle) % 10)"
    case .instant:
      text = roster.moment.zone.string(from: Instant(rawValue: Int64(middle)))
    case .number, .percent: text = "\(middle)"
    default: text = "\(Int(middle))"
    }
    for (sign, passes) in [
      (">=", { $0 >= middle }), (">", { $0 > middle }), ("<", { $0 < middle }), ("<=", { $0 <= middle }),
    ] as [(String, (Double) -> Bool)] {
      let expected = ColumnTests.everyone.filter { number(column, $0).map(passes) ?? false }
      #expect(try found("\(column.id)\(sign)\(text)") == expected, "\(column.id)\(sign)\(text)")
    }
  }

  @Test(arguments: MemberColumn.allCases) func wordsFindWhoHasThem(_ column: MemberColumn) throws {
    let roster = ColumnTests.roster
    func words(_ member: Member.Index) -> [String] {
      switch roster[column, member] {
      case .text(let text): [text]
      case .word(_, let word): [word]
      case .named(let id, _): [id]
      case .names(let names): names.map(\.id)
      case .list(let words): words
      default: []
      }
    }
    let all = Set(ColumnTests.everyone.prefix(500).flatMap(words))
    for word in all.sorted().prefix(3) {
      let expected = ColumnTests.everyone.filter {
        words($0).contains { $0.lowercased() == word.lowercased() }
      }
      #expect(try found("\(column.id)=\"\(word)\"") == expected, "\(column.id)=\(word)")
    }
  }

  @Test(arguments: MemberColumn.allCases, [MemberOrder.Direction.ascending, .descending])
  func sorts(_ column: MemberColumn, _ direction: MemberOrder.Direction) throws {
    let roster = ColumnTests.roster
    let order = MemberOrder(column, direction)
    let rows = try #require(roster.all(MemberQuery(filter: .all, order: order))?.rows)
    #expect(rows.count == ColumnTests.everyone.count)
    #expect(roster.firstScreenful(MemberQuery(order: order), count: 50).rows == Array(rows.prefix(50)))
    let isKnown = rows.map { roster[column, $0] != .unknown }
    #expect(isKnown.lastIndex(of: true).map { $0 < (isKnown.firstIndex(of: false) ?? .max) } ?? true)
    let values = rows.compactMap { number(column, $0) }
    #expect(values == values.sorted { direction == .ascending ? $0 < $1 : $0 > $1 })
  }

  @Test func someMeasuresAtOnce() throws {
    let found = try found("stage:active p_alive>0.5 clv>20 -tier:none")
    let roster = ColumnTests.roster
    let expected = ColumnTests.everyone.filter { member in
      guard roster[.stage, member] == .word(.stage, "active"), roster[.tier, member] != .unknown else {
        return false
      }
      return (number(.alive, member) ?? 0) > 0.5 && (number(.lifetimeValue, member) ?? 0) > 2000
    }
    #expect(found == expected)
    #expect(!found.isEmpty)
  }

  /// A value as a number that ascends with it; nil where it's unknown or none.
  private func number(_ column: MemberColumn, _ member: Member.Index) -> Double? {
    switch ColumnTests.roster[column, member] {
    case .word(let column, let word): column.words.firstIndex(of: word).map(Double.init)
    case .count(let count): Double(count)
    case .days(let days): Double(days)
    case .number(let number), .percent(let number): number
    case .money(let money): Double(money.rawValue)
    case .instant(let instant): Double(instant.rawValue)
    case .boolean(let isTrue): isTrue ? 1 : 0
    default: nil
    }
  }
}
