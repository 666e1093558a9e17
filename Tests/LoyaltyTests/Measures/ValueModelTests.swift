import Community
import Loyalty
import Testing

@Suite struct ValueModelTests {
  @Test func withoutPurchasesThereIsAReasonInPlaceOfAModel() {
    var builder = CommunityBuilder()
    builder.member("a", joined: "2026-01-01")
    let model = ValueModel(community: builder.community, moment: CommunityBuilder.moment("2026-02-01"))
    #expect(model?.absence == .noPurchases)
    #expect(model?.values == nil)
  }

  @Test func valuesComeFromTheModelAsOfTodayAndOfNinetyDaysAgo() throws {
    var random = SeededGenerator(seed: 7)
    var builder = CommunityBuilder()
    for number in 0..<400 {
      var day = Day(rawValue: 20_000 + Int32.random(in: 0..<200, using: &random))
      for _ in 0..<Int.random(in: 1...6, using: &random) where day.rawValue < 20_500 {
        builder.order("m\(number)", "\(day)T12:00", Double(Int.random(in: 20...90, using: &random)))
        day = day.adding(days: Int.random(in: 5...90, using: &random))
      }
    }
    let moment = CommunityBuilder.moment("2026-02-20T12:00")
    let model = try #require(ValueModel(community: builder.community, moment: moment))
    let values = try #require(model.values)
    let fit = try #require(model.fit)
    let earlier = Moment(
      now: moment.zone.end(of: moment.today.adding(days: -90)), zone: moment.zone)
    let summary = try #require(PurchaseSummary(community: builder.community, moment: earlier))
    for number in 0..<400 {
      let member = builder.index("m\(number)")
      let bought = try #require(summary.group(of: member))
      let (days, mean) = summary.spend(of: member)
      let expected = CustomerLifetimeValue().value(
        fit.model, frequency: bought.frequency, recency: Double(bought.recency) / 7,
        age: Double(bought.age) / 7,
        value: try #require(fit.spend?.model.expectedValue(days: days, mean: mean)))
      #expect(abs(values.earlierLifetimeValue[member.value] - expected) < 1e-6 * max(1, expected))
      #expect((0...1).contains(values.alive[member.value]))
      #expect(values.valueIfAwake[member.value] > 0)
    }
    var measures = builder.measures("2026-02-20T12:00")
    measures.receive(model)
    let risk = zip(values.alive, values.valueIfAwake).reduce(0) { $0 + (1 - $1.0) * $1.1 }
    #expect(abs(try #require(measures.valueAtRisk).units - risk) < 0.01)
    #expect(MemberSegment.allCases.reduce(0) { $0 + measures.segments.count($1) } <= 400)
    #expect(measures.segments.count(.highValue) > 0)
  }

  @Test func whatIsAtStakeIsTheQueuesOwnFigure() throws {
    var builder = CommunityBuilder()
    for (number, day) in ["2025-06-01", "2025-12-20", "2026-01-20"].enumerated() {
      builder.member("m\(number)", joined: "2025-01-01")
      builder.activity("m\(number)", day, "login")
    }
    let values = PurchaseValues(
      alive: [0.25, 0.5, 0.75], lifetimeValue: [1, 2, 3], earlierLifetimeValue: [1, 2, 3],
      valueIfAwake: [100, 200, 300])
    var measures = builder.measures("2026-02-01", values: values)
    let board = try #require(RecallBoard(builder.roster("2026-02-01").with(measures)))
    measures.receive(board)
    let roster = builder.roster("2026-02-01").with(measures)
    let stakes = (0..<3).map { roster[.stake, builder.index("m\($0)")] }
    // Nobody was called yet: one in ten is expected to wake.
    #expect(stakes == [.money(Money(rawValue: 750)), .money(Money(rawValue: 1000)), .unknown])
    for number in 0..<3 {
      let stake = board.row(of: builder.index("m\(number)"))?.stake
      #expect(stake.map { ColumnValue.money(Money(rawValue: Int64($0 * 100))) } ?? .unknown == stakes[number])
    }
    let query = MemberQuery(
      filter: try MemberFilter(parsing: "at_stake>5"), order: MemberOrder(.stake, .descending))
    #expect(roster.all(query)?.rows == [builder.index("m1"), builder.index("m0")])
  }
}
