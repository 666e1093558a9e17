import Community
import Testing

@testable import Loyalty

@Suite("What came of recalls") struct RecallOutcomesTests {
  /// A member who bought on three days, a week apart, up to 2025-06-15, and slept from then on.
  private func buy(_ builder: inout CommunityBuilder, _ id: String, again: String? = nil) {
    for day in ["2025-06-01", "2025-06-08", "2025-06-15"] { builder.order(id, day, 100) }
    if let again { builder.order(id, again, 100) }
  }

  @Test func wokenIsAPurchaseUpToThirtyDaysAfter() {
    var builder = CommunityBuilder()
    buy(&builder, "in time", again: "2025-10-01T23:59")
    buy(&builder, "late", again: "2025-10-02")
    buy(&builder, "before", again: "2025-09-01T08:00")
    buy(&builder, "seen")
    builder.activity("seen", "2025-09-05", "post")
    buy(&builder, "refunds", again: "2025-06-16")
    builder.order("refunds", "2025-09-05", -50)
    for (number, id) in ["in time", "late", "before", "seen", "refunds"].enumerated() {
      builder.decide("\(number)", "2025-09-01T09:00", .recall, id, play: "coupon")
    }
    let outcomes = builder.board("2025-12-01").outcomes
    #expect(outcomes.outcomes.map(\.hasWoken) == [true, false, false, false, false])
    #expect(outcomes.outcome(ofPlay: "coupon").recalled == Proportion(1, of: 5))
    #expect(outcomes.outcomes.allSatisfy { $0.campaign == "coupon-2025Q3" })
    // By the goal `activity` being seen is enough.
    builder.community.program.recall.goal = "activity"
    #expect(
      builder.board("2025-12-01").outcomes.outcomes.map(\.hasWoken) == [true, false, false, true, false])
  }

  @Test func aWindowIsOverOnTheDayAfterItsThirtieth() {
    var builder = CommunityBuilder()
    buy(&builder, "a")
    builder.decide("1", "2025-09-01T09:00", .recall, "a", play: "coupon")
    #expect(builder.board("2025-10-01T23:00").outcomes.outcomes.map(\.isClosed) == [false])
    #expect(builder.board("2025-10-02T00:00").outcomes.outcomes.map(\.isClosed) == [true])
    let open = builder.board("2025-10-01").outcomes.outcome(ofPlay: "coupon")
    #expect(open.recalled.trials == 0 && open.openRecalls == 1)
  }

  @Test func chancesAreByLayerAndPlayAndTheBestPlayWins() {
    var builder = CommunityBuilder()
    // 78 days of silence are light sleep with a rhythm of 30 days (up to 120), 140 days are deep.
    func sleeper(_ id: String, _ last: String, again: String?) {
      for gap in [90, 60, 30, 0] {
        let day = CommunityBuilder.zone.day(of: CommunityBuilder.time(last)).adding(days: -gap)
        builder.order(id, "\(day)", 100)
      }
      if let again { builder.order(id, again, 100) }
    }
    for number in 0..<4 {
      sleeper("coupon\(number)", "2025-06-15", again: number == 0 ? "2025-09-10" : nil)
      builder.decide("c\(number)", "2025-09-01", .recall, "coupon\(number)", play: "coupon")
      sleeper("host\(number)", "2025-06-15", again: number < 3 ? "2025-09-10" : nil)
      builder.decide("h\(number)", "2025-09-01", .recall, "host\(number)", play: "host_word")
      sleeper("deep\(number)", "2025-04-14", again: number < 2 ? "2025-09-10" : nil)
      builder.decide("d\(number)", "2025-09-01", .recall, "deep\(number)", play: "coupon")
    }
    let outcomes = builder.board("2025-12-01").outcomes
    #expect(outcomes.successes(.lightSleep, "coupon") == Proportion(1, of: 4))
    // 6 of 12 woke; a tenth is expected, which weighs as much as ten recalls: 7 of 22, and 8.18… of 18 in light sleep.
    let overall = 7.0 / 22
    let (light, deep) = ((10 * overall + 4) / 18, (10 * overall + 2) / 14)
    #expect(abs(outcomes.chance(.lightSleep, "coupon") - (10 * light + 1) / 14) < 1e-12)
    #expect(abs(outcomes.chance(.lightSleep, "host_word") - (10 * light + 3) / 14) < 1e-12)
    #expect(outcomes.successes(.deepSleep, "coupon") == Proportion(2, of: 4))
    #expect(abs(outcomes.chance(.deepSleep, "host_word") - deep) < 1e-12)
    #expect(abs(outcomes.chance(.churned, "survey") - overall) < 1e-12)
    #expect(outcomes.basis(.lightSleep, "coupon") == .play)
    #expect(outcomes.basis(.deepSleep, "host_word") == .layer)
    #expect(outcomes.basis(.churned, "survey") == .overall)
    #expect(outcomes.bestPlay(.lightSleep)?.id == "host_word")
    #expect(outcomes.bestPlay(.deepSleep)?.id == "coupon")
    // Equal chances: the programme's order.
    #expect(outcomes.bestPlay(.returner)?.id == "try_on")
    #expect(outcomes.bestPlay(.churned)?.id == "survey")
    #expect(RecallLayer.allCases.allSatisfy { outcomes.bestPlay($0) != nil })
  }

  @Test func whatADecisionBroughtDoesNotChangeItsLayer() {
    var builder = CommunityBuilder()
    buy(&builder, "a", again: "2025-09-05")
    builder.decide("1", "2025-09-01", .recall, "a", play: "coupon")
    buy(&builder, "refunds")
    builder.order("refunds", "2025-06-20", -10)
    builder.decide("2", "2025-09-01", .recall, "refunds", play: "coupon")
    builder.order("active", "2025-08-30", 10)
    builder.member("active", joined: "2024-01-01")
    builder.decide("3", "2025-09-01", .recall, "active", play: "coupon")
    let layers = builder.board("2025-12-01").outcomes.outcomes.map(\.layer)
    #expect(layers == [.deepSleep, .returner, nil])
  }

  @Test func upliftAgainstTheHeldOut() throws {
    var builder = CommunityBuilder()
    for number in 0..<70 {
      buy(&builder, "r\(number)", again: number < 56 ? "2025-09-10" : nil)
      builder.decide("r\(number)", "2025-09-01", .recall, "r\(number)", play: "coupon")
    }
    for number in 0..<80 {
      buy(&builder, "h\(number)", again: number < 48 ? "2025-09-10" : nil)
      builder.decide("h\(number)", "2025-09-01", .holdOut, "h\(number)", campaign: "coupon-2025Q3")
    }
    let coupon = builder.board("2025-12-01").outcomes.outcome(ofPlay: "coupon")
    #expect(coupon.recalled == Proportion(56, of: 70) && coupon.heldOut == Proportion(48, of: 80))
    let uplift = try #require(coupon.uplift)
    #expect(abs(uplift.difference - 0.2) < 1e-12)
    #expect(abs(uplift.interval().lowerBound - 0.0524) < 0.00005)
    #expect(abs(uplift.interval().upperBound - 0.3339) < 0.00005)
    // 80 of 150 instead of a tenth is no chance.
    #expect(coupon.sampleRatio?.isAlarming == true)
    #expect(coupon.planned == ProportionTest.plannedTrials(from: 0.05, to: 0.1) && !coupon.isHorizonReached)
    #expect(coupon.cost == 1400 && coupon.costPerWoken == 25)
    builder.community.program.recall.leastUplift = 0.3
    #expect(builder.board("2025-12-01").outcomes.outcome(ofPlay: "coupon").isHorizonReached)
  }

  @Test func undoneAndBeatenDecisionsBringNothing() {
    var builder = CommunityBuilder()
    buy(&builder, "a")
    buy(&builder, "b")
    builder.decide("1", "2025-09-01", .recall, "a", play: "coupon")
    builder.decide("2", "2025-09-01", .recall, "a", by: "周野", play: "survey")
    builder.decide("3", "2025-09-01", .recall, "b", play: "coupon")
    builder.decide("4", "2025-09-02", .undo, undoes: "3")
    let outcomes = builder.board("2025-12-01").outcomes
    #expect(outcomes.outcomes.map { $0.decision.row.offset } == [0])
    #expect(outcomes.total.recalled == Proportion(0, of: 1))
    #expect(outcomes.plays.map(\.play) == ["coupon", "host_word", "try_on", "survey", "news"])
  }

  @Test func aPastMemberIsWhatTheMeasuresSaidThen() {
    for seed in 1...3 as ClosedRange<UInt64> {
      var builder = CommunityBuilder.random(seed: seed, members: 80, events: 700)
      // Two days at 60 days' distance, so that all stages occur.
      builder.community.program.lifecycle.sleepingDays = 40
      builder.community.program.lifecycle.activeDays = 10
      builder.community.program.lifecycle.newDays = 5
      for day in ["2026-02-20", "2026-03-31"] {
        let then = builder.measures("\(day)T23:59")
        let judge = PastJudge(
          community: builder.community, figures: builder.figures("2026-06-30"),
          moment: CommunityBuilder.moment("2026-06-30"), commonRhythm: then.lifecycle.commonRhythm,
          cuts: ValueCuts(), fit: nil)
        let figures = builder.figures("\(day)T23:59")
        for number in 0..<80 where figures.isListed(Member.Index(number)) {
          let member = Member.Index(number)
          let past = PastMember(member, at: CommunityBuilder.time("\(day)T23:59"), judge)
          #expect(past.stage == then.lifecycle.stage(member))
          if past.stage != nil { #expect(past.rhythm == then.lifecycle.rhythm(member)) }
        }
      }
    }
  }

  @Test func aPastLifetimeValueIsWhatTheModelWouldHaveSaid() throws {
    var random = SeededGenerator(seed: 7)
    var builder = CommunityBuilder()
    // Who churned isn't worth much: so the parts begin low.
    builder.community.program.segments.highShare = 0.7
    builder.community.program.segments.middleShare = 0.15
    for number in 0..<300 {
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        let day = Day(
          rawValue: 20_100 + Int32.random(in: 0..<Int32.random(in: 30...300, using: &random), using: &random))
        builder.order("m\(number)", "\(day)", Double(Int.random(in: 0...300, using: &random)))
      }
      builder.order("m\(number)", "2026-02-01", Double(number))
    }
    let then = CommunityBuilder.moment("2025-11-30T23:59")
    let summary = try #require(PurchaseSummary(community: builder.community, moment: then))
    let fit = try ModelFit(.mbgNBD, to: summary)
    let scores = try #require(Scores(summary, fit: fit))
    func column(_ value: (Member.Index) -> Double?) -> [Double] {
      (0..<300).map { value(Member.Index($0)) ?? .nan }
    }
    let values = PurchaseValues(
      alive: column(scores.probabilityAlive), lifetimeValue: column(scores.lifetimeValue),
      earlierLifetimeValue: column { _ in nil }, valueIfAwake: column(scores.valueIfAwake))
    let before = builder.board("2025-11-30T23:59", values: values, fit: fit)
    var judged: [RecallLayer: Int] = [:]
    for number in 0..<300 {
      builder.decide("\(number)", "2025-11-30T23:59", .recall, "m\(number)", play: "survey")
    }
    // Two months later, when all have bought again and values are others, layers are what they were.
    let judge = PastJudge(
      community: builder.community, figures: builder.figures("2026-02-02"),
      moment: CommunityBuilder.moment("2026-02-02"), commonRhythm: before.measures.lifecycle.commonRhythm,
      cuts: ValueCuts(before.measures, count: 300, rules: builder.community.program.segments), fit: fit)
    for number in 0..<300 {
      let member = Member.Index(number)
      let past = PastMember(member, at: then.now, judge)
      if past.stage == .churned {
        #expect(past.lifetimeValue == before.measures.lifetimeValue(member)?.rawValue)
      }
      #expect(judge.layer(of: member, at: then.now) == before.layer(of: member))
      if let layer = before.layer(of: member) { judged[layer, default: 0] += 1 }
    }
    #expect([.churnedHigh, .churnedMiddle, .churnedLow].allSatisfy { judged[$0] ?? 0 > 3 })
  }
}
