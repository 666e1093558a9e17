import Community
import Loyalty
import Testing

@Suite struct PersonaTests {
  @Test func mindIsTheRankOfTheLastAnswer() {
    var builder = CommunityBuilder()
    for (id, score) in [("a", 2), ("b", 7), ("c", 10), ("d", 10)] {
      builder.answer(id, "2026-01-01", "nps", Int64(score))
    }
    builder.answer("e", "2026-01-01", "csat", 5)
    builder.answer("f", "2026-01-01", "csat", 1)
    builder.member("g", joined: "2026-01-01")
    let persona = builder.measures("2026-02-01").persona
    let minds = ["a", "b", "c", "d", "e", "f", "g"].map { persona.mind(builder.index($0)) }
    #expect(minds == [12.5, 37.5, 75, 75, 75, 25, nil])
    #expect(persona.value(builder.index("a")) == nil)
  }

  @Test func behaviourAndMindTogetherTellWhatLoyaltyIsWorth() {
    var builder = CommunityBuilder()
    builder.order("buys", "2026-01-20", 10)
    builder.order("buys", "2026-01-21", 10)
    builder.order("does both", "2026-01-25", 10)
    builder.order("does both", "2026-01-26", 10)
    for id in ["buys", "does both"] { builder.activity(id, "2026-01-20", "post") }
    builder.member("says", joined: "2025-01-01")
    builder.member("neither", joined: "2025-01-01")
    for (id, score) in [("buys", 1), ("does both", 10), ("says", 10), ("neither", 0)] {
      builder.answer(id, "2026-01-01", "nps", Int64(score))
    }
    let persona = builder.measures("2026-02-01").persona
    let attitudes = ["buys", "does both", "says", "neither"].map { persona.attitude(builder.index($0)) }
    #expect(attitudes == [.spurious, .trueLoyalty, .latent, Attitude.none])
  }

  @Test func segmentsFollowLifetimeValueAndBeingAlive() {
    var builder = CommunityBuilder()
    for number in 0..<10 { builder.member("m\(number)", joined: "2025-01-01") }
    let values = PurchaseValues(
      alive: [0.9, 0.9, 0.4, 0.2, 0.6, 0.5, 0.9, 0.1, .nan, 0.49],
      lifetimeValue: [900, 800, 700, 10, 20, 30, 40, 50, .nan, 60],
      earlierLifetimeValue: [900, 800, 700, 10, 20, 30, 40, 600, .nan, 500],
      valueIfAwake: Array(repeating: 100, count: 10))
    let measures = builder.measures("2026-02-01", values: values)
    let segments = (0..<10).map { measures.segments.segment(builder.index("m\($0)")) }
    #expect(
      segments == [
        .highValue, .highValue, .atRisk, nil, .potential, .potential, .potential, .atRisk, nil, .atRisk,
      ])
    #expect(measures.segments.count(.atRisk) == 3)
    #expect(measures.persona.value(builder.index("m0")) == 1700.0 / 18)
  }

  @Test func columnsOfMeasuresFilterAndSort() throws {
    var builder = CommunityBuilder()
    for number in 0..<4 { builder.member("m\(number)", joined: "2025-01-01") }
    builder.order("m1", "2026-01-20", 10)
    builder.order("m2", "2025-06-20", 30)
    let values = PurchaseValues(
      alive: [0.9, 0.25, .nan, 0.3], lifetimeValue: [900, 10.5, .nan, 700],
      earlierLifetimeValue: [900, 10, .nan, 700], valueIfAwake: Array(repeating: 100, count: 4))
    let plain = builder.roster("2026-02-01")
    let roster = plain.with(builder.measures("2026-02-01", values: values))
    func ids(_ filter: String, by order: MemberOrder = MemberOrder(.id, .ascending), in roster: Roster) throws
      -> [String]
    {
      let query = MemberQuery(filter: try MemberFilter(parsing: filter), order: order)
      let rows = roster.all(query)?.rows ?? []
      #expect(roster.firstScreenful(query, count: 10).rows == rows)
      return rows.map { builder.community.members.id($0) }
    }
    #expect(try ids("p_alive<0.3", in: roster) == ["m1"])
    #expect(try ids("p_alive<=30%", in: roster) == ["m1", "m3"])
    #expect(try ids("clv>500", in: roster) == ["m0", "m3"])
    #expect(try ids("stage:churned,sleep*", in: roster) == ["m0", "m2", "m3"])
    #expect(try ids("segment:high_value", in: roster) == ["m0"])
    #expect(try ids("rfm_class:none", in: roster) == ["m0", "m3"])
    #expect(try ids("-has:p_alive", in: roster) == ["m2"])
    #expect(try ids("r>=4", in: roster) == ["m1"])
    #expect(try ids("", by: MemberOrder(.alive, .descending), in: roster) == ["m0", "m3", "m1", "m2"])
    #expect(try ids("", by: MemberOrder(.stage, .ascending), in: roster).first == "m1")
    #expect(try ids("stage:active", in: plain).isEmpty)
    #expect(throws: FilterProblem(.badWord("activ", .stage, suggestion: "active"), at: 6..<11)) {
      try MemberFilter(parsing: "stage:activ")
    }
    #expect(roster[.stage, builder.index("m1")] == .word(.stage, "active"))
    #expect(roster[.lifetimeValue, builder.index("m1")] == .money(Money(rawValue: 1050)))
    #expect(plain[.stage, builder.index("m1")] == .unknown)
  }
}
