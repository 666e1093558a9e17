import Community
import Testing

@testable import Loyalty

@Suite struct TierTests {
  private func metals(_ change: (inout Program.TierRules) -> Void = { _ in }) -> CommunityBuilder {
    var builder = CommunityBuilder()
    builder.community.program.tiers.programme = "silver-gold-platinum"
    builder.community.program.tiers.tiers = TierProgramme.silverGoldPlatinum.tiers
    change(&builder.community.program.tiers)
    return builder
  }

  private func tiers(_ builder: CommunityBuilder, _ now: String) -> Tiers {
    // Only a cancelled computation has no result.
    guard let tiers = Tiers(community: builder.community, figures: builder.figures(now)) else {
      preconditionFailure("cancelled")
    }
    return tiers
  }

  private func lines(_ builder: CommunityBuilder, _ id: String, _ now: String) -> [String] {
    let tiers = tiers(builder, now)
    let member = builder.community.member(id: id) ?? Member.Index(0)
    return tiers.history(of: member, community: builder.community, figures: builder.figures(now)).lines.map {
      let day = CommunityBuilder.zone.day(of: $0.at)
      return "\(day) \($0.tier.map { tiers.rules.tiers[$0].id } ?? "none")"
    }
  }

  @Test func upAtOnceToTheHighestTierMet() {
    var builder = metals()
    builder.order("anna", "2025-01-10", 100)
    for day in ["2025-02-01", "2025-02-02", "2025-02-03"] { builder.order("anna", day, 700) }
    for day in 1...12 { builder.order("paul", "2025-03-0\(day % 9 + 1)", 900) }
    builder.member("nobody", joined: "2025-01-01")
    #expect(lines(builder, "anna", "2025-06-01") == ["2025-01-10 silver", "2025-02-03 gold"])
    #expect(lines(builder, "paul", "2025-06-01").last?.hasSuffix("platinum") == true)
    let tiers = tiers(builder, "2025-06-01")
    #expect([nil, 0, 1, 2].map { tiers.count($0) } == [1, 0, 1, 1])
    let nobody = builder.index("nobody")
    #expect(tiers.tier(nobody) == nil && tiers.misses(nobody) == 0 && tiers.next(nobody) == 0)
  }

  @Test func downOneStepAfterTwoMissesOnceGraceIsOver() {
    var builder = metals()
    // Gold on 1 March 2024: grace is what is left of the first quarter, and the second.
    for day in ["2024-01-10", "2024-01-20", "2024-02-10", "2024-03-01"] { builder.order("anna", day, 600) }
    #expect(
      lines(builder, "anna", "2026-12-31") == ["2024-01-10 silver", "2024-03-01 gold", "2025-06-30 silver"])
    let anna = builder.index("anna")
    // In March the purchases of a year ago have left the window; so two quarters in a row end below 1,800.
    #expect(tiers(builder, "2025-03-31T23:59").misses(anna) == 0)
    #expect(tiers(builder, "2025-04-01").misses(anna) == 1)
    #expect(tiers(builder, "2025-04-01").outlook(anna) == .drop)
    #expect(tiers(builder, "2025-04-01").daysLeft == 90)
    #expect(tiers(builder, "2025-06-30T23:59").tier(anna) == 1)
    #expect(tiers(builder, "2025-07-01").tier(anna) == 0)
    // What is missing, in units a member understands: what leaves the window till the end doesn't count.
    let history = tiers(builder, "2025-04-01").history(
      of: anna, community: builder.community, figures: builder.figures("2025-04-01"))
    #expect(history.missingToKeep.map(\.missing) == [180_000, 4])
  }

  @Test func aKeptQuarterLetsTheCounterStartAnew() {
    var builder = metals()
    for day in ["2024-01-10", "2024-01-20", "2024-02-10", "2024-03-01"] { builder.order("anna", day, 600) }
    for day in ["2025-04-10", "2025-04-20", "2025-05-10", "2025-06-01"] { builder.order("anna", day, 450) }
    let anna = builder.index("anna")
    #expect(tiers(builder, "2025-04-01").misses(anna) == 1)
    #expect(tiers(builder, "2025-07-01").misses(anna) == 0)
    #expect(tiers(builder, "2025-07-01").tier(anna) == 1)
    let past = tiers(builder, "2025-07-01").pastTasks
    #expect(past.map(\.judged) == [1, 1, 1, 1])
    #expect(past.map(\.tasks) == [0, 0, 1, 1])
    #expect(past.map(\.completed) == [0, 0, 0, 1])
  }

  @Test func refundsCountOnTheDayOfTheOrder() {
    var builder = metals()
    for (number, day) in ["2024-01-10", "2024-01-20", "2024-02-10"].enumerated() {
      builder.order("anna", day, 600)
      builder.community[.orders].segments[0].ids.set("o\(number)", row: number)
    }
    builder.order("anna", "2024-02-20", -600)
    builder.community[.orders].segments[0].texts[OrderField.refundOf.slot].set("o1", row: 3)
    builder.order("anna", "2024-03-01", 800)
    // Two purchases and a refunded one that doesn't count, then a third.
    #expect(lines(builder, "anna", "2024-06-01") == ["2024-01-10 silver"])
    builder.order("anna", "2024-03-02", 100)
    #expect(lines(builder, "anna", "2024-06-01") == ["2024-01-10 silver", "2024-03-02 gold"])
  }

  @Test func referralsAndGoodAnswersMakeAdvocates() {
    var builder = CommunityBuilder()
    builder.member("child", referrer: "anna")
    builder.order("child", "2026-01-05", 10)
    builder.answer("paul", "2026-01-01", "nps", 9)
    for day in ["2026-01-02", "2026-01-03", "2026-01-04"] { builder.activity("paul", day, "post") }
    builder.order("anna", "2026-01-01", 10)
    #expect(lines(builder, "anna", "2026-02-01") == ["2026-01-01 explorer", "2026-01-05 advocate"])
    #expect(lines(builder, "paul", "2026-02-01") == ["2026-01-04 advocate"])
    builder.answer("paul", "2026-01-20", "nps", 3)
    // Whoever is there stays till two quarters ended below.
    #expect(lines(builder, "paul", "2026-03-01") == ["2026-01-04 advocate"])
    #expect(tiers(builder, "2026-03-01").keep(builder.index("paul")).map { Int($0) } == 33)
  }

  @Test func sharesAreTakenFromTheTop() {
    var builder = CommunityBuilder()
    builder.community.program.tiers.tiers = TierProgramme.rfm6.tiers
    for number in 0..<40 {
      let id = "m\(number < 10 ? "0" : "")\(number)"
      builder.order(id, "2025-0\(1 + number % 3)-\(10 + number % 15)", Double(10 + number * 7 % 40))
    }
    builder.member("never", joined: "2025-01-01")
    let tiers = tiers(builder, "2025-04-01")
    #expect([5, 4, 3, 2, 1, 0].map { tiers.count($0) } == [4, 4, 6, 6, 6, 14])
    #expect(tiers.tier(builder.index("never")) == nil)
    // Before the first quarter ended nobody was ranked.
    #expect(self.tiers(builder, "2025-03-31T12:00").count(nil) == 41)
    // Whoever isn't ranked any more has the lowest tier.
    let later = self.tiers(builder, "2027-01-01")
    #expect(later.count(0) == 40)
    #expect(later.changes(since: CommunityBuilder.time("2026-01-01")).allSatisfy { $0.tier == 0 })
  }

  @Test func rankedLikeEveryOtherRFM() {
    var builder = CommunityBuilder.random(seed: 4, members: 60, events: 500)
    builder.community.program.tiers.tiers = TierProgramme.rfm6.tiers
    let tiers = tiers(builder, "2026-04-01")
    let measures = builder.measures("2026-03-31T23:59:59")
    func score(_ member: Member.Index) -> Int? {
      let scores = RFM.Measure.allCases.compactMap { measures.rfm.score($0, member) }
      return scores.count == 3 ? scores.reduce(0, +) : nil
    }
    let figures = builder.figures("2026-03-31T23:59:59")
    let ranked = (0..<60).map { Member.Index($0) }.filter { score($0) != nil }.sorted { one, other in
      let left = (score(one) ?? 0, figures.spend(one).rawValue)
      let right = (score(other) ?? 0, figures.spend(other).rawValue)
      if left != right { return left > right }
      return builder.community.members.id(one).utf8.lexicographicallyPrecedes(
        builder.community.members.id(other).utf8)
    }
    let count = ranked.count
    for (place, member) in ranked.enumerated() {
      let limits = [0.1, 0.2, 0.35, 0.5, 0.65].map { Int($0 * Double(count) + 1e-9) }
      #expect(tiers.tier(member) == 5 - (limits.filter { place >= $0 }.count))
    }
  }

  @Test func sameSpendInDifferentTiersIsListed() {
    var builder = metals()
    for day in ["2026-01-10", "2026-01-20", "2026-02-10", "2026-02-11"] { builder.order("anna", day, 500) }
    builder.order("paul", "2026-01-10", 1_950)
    builder.order("vera", "2026-01-10", 900)
    let measures = builder.measures("2026-03-01")
    let tiers = tiers(builder, "2026-03-01")
    let figures = TierFigures(
      tiers, community: builder.community, figures: builder.figures("2026-03-01"), measures: measures)
    #expect(figures.fairness.compared == 3)
    #expect(figures.fairness.pairs.map(\.lower) == [builder.index("paul")])
    #expect(figures.levels.map(\.members) == [2, 1, 0])
    #expect(figures.levels.map(\.spend.rawValue) == [285_000, 200_000, 0])
    #expect(figures.levels[1].spendShare == 200_000.0 / 485_000)
    #expect(figures.moves[nil, 1] == 0 && figures.moves.stayed == 0)
  }

  @Test func benefitsAreTakenUp() {
    var builder = metals { rules in
      rules.tiers[0].benefits = [
        TierBenefit(BilingualText("Mug"), reward: "mug"), TierBenefit(BilingualText("Hi")),
      ]
      rules.tiers[1].benefits = [TierBenefit(BilingualText("Cake"), reward: "cake")]
      rules.tiers[2].benefits = []
    }
    for id in ["anna", "paul"] { builder.order(id, "2026-01-10", 10) }
    builder.points("anna", "2026-01-11", -5, reward: "mug")
    builder.points("anna", "2026-01-12", -5, reward: "mug")
    builder.points("paul", "2026-01-12", -5, reward: "pen")
    let figures = TierFigures(
      tiers(builder, "2026-03-01"), community: builder.community, figures: builder.figures("2026-03-01"),
      measures: builder.measures("2026-03-01"))
    #expect(figures.benefits.rows.map(\.reward) == ["mug", nil, "cake", "pen"])
    #expect(figures.benefits.rows.map { $0.members[0] } == [1, 0, 0, 1])
    #expect(figures.benefits.rows.map { $0.redemptions[0] } == [2, 0, 0, 1])
    #expect(figures.benefits.rows.map(\.isUnused) == [false, false, true, false])
  }

  /// Points earned by the programme's rules count where there is no feed of points.
  @Test func pointsEarnedByRules() throws {
    var builder = CommunityBuilder()
    builder.community.program.tiers.tiers = [
      TierRule(id: "drop", name: BilingualText("Drop"), qualify: .least(TierMinimum(.points, 1))),
      TierRule(id: "sea", name: BilingualText("Sea"), qualify: .least(TierMinimum(.points, 400))),
    ]
    builder.order("anna", "2026-01-10", 300)
    builder.order("anna", "2026-01-20", 120)
    builder.order("paul", "2026-01-10", 300)
    let figures = builder.figures("2026-03-01")
    let points = try #require(Points(community: builder.community, figures: figures))
    var tiers = try #require(Tiers(community: builder.community, figures: figures, points: points))
    #expect(tiers.tier(builder.index("anna")) == 1)
    #expect(tiers.tier(builder.index("paul")) == 0)
    builder.order("paul", "2026-02-10", 100)
    let later = builder.figures("2026-03-01")
    let more = try #require(Points(community: builder.community, figures: later))
    let isUpdated = tiers.update(
      [builder.index("paul")], community: builder.community, figures: later, points: more)
    #expect(isUpdated && tiers.tier(builder.index("paul")) == 1)
  }

  @Test func columnsAndFilters() throws {
    var builder = metals()
    for day in ["2026-01-10", "2026-01-20", "2026-02-10", "2026-02-11"] { builder.order("anna", day, 500) }
    builder.order("paul", "2026-01-10", 500)
    builder.member("nobody", joined: "2026-01-01")
    var measures = builder.measures("2026-03-01")
    measures.receive(tiers(builder, "2026-03-01"))
    let roster = builder.roster("2026-03-01").with(measures)
    func ids(_ filter: String) throws -> [String] {
      let parsed = try MemberFilter(parsing: filter)
      return (roster.all(MemberQuery(filter: parsed, order: .standard))?.rows ?? []).map {
        builder.community.members.id($0)
      }.sorted()
    }
    #expect(try ids("tier:gold") == ["anna"])
    #expect(try ids("tier:银卡") == ["paul"])
    #expect(try ids("tier:none") == ["nobody"])
    #expect(try ids("next_tier:gold next<=25%") == ["paul"])
    #expect(try ids("next<=20") == ["anna", "nobody"])
    #expect(try ids("keep>=100%") == ["anna", "paul"])
    #expect(try ids("at_risk:quarter") == [])
    #expect(try ids("tier_since>2026-02-01") == ["anna"])
    #expect(
      roster.value(.tier, of: builder.index("anna"))
        == .named(id: "gold", TierProgramme.silverGoldPlatinum.tiers[1].name))
    #expect(roster.value(.next, of: builder.index("paul")) == .percent(25))
    #expect(roster.value(.misses, of: builder.index("nobody")) == .count(0))
  }
}
