import Community
import Loyalty
import Testing

@Suite struct LifecycleTests {
  /// Sees a member by a login on each of some days.
  private func see(_ builder: inout CommunityBuilder, _ id: String, _ days: [String]) {
    for day in days { builder.activity(id, day + "T10:00", "login") }
  }

  @Test func silenceIsJudgedByTheMembersOwnRhythm() {
    var builder = CommunityBuilder()
    builder.member("weekly", joined: "2025-01-01")
    see(&builder, "weekly", ["2026-01-01", "2026-01-08", "2026-01-16", "2026-01-24"])
    builder.member("rare", joined: "2025-01-01")
    see(&builder, "rare", ["2025-09-01", "2025-10-11", "2025-11-20", "2025-12-30"])
    let measures = builder.measures("2026-02-26")
    let weekly = measures.lifecycleReason(builder.index("weekly"))
    #expect(weekly?.stage == .sleeping)
    #expect(weekly?.basis == .ownRhythm(8))
    #expect(weekly?.silence == 33)
    #expect(weekly?.activeUpTo == 30)
    #expect(weekly?.sleepingUpTo == 120)
    let rare = measures.lifecycleReason(builder.index("rare"))
    #expect(rare?.stage == .active)
    #expect(rare?.activeUpTo == 80)
    #expect(measures.lifecycle.rhythm(builder.index("rare")) == 40)
  }

  @Test func withFewDaysTheCommonRhythmCountsAndThenTheDefault() {
    var builder = CommunityBuilder()
    builder.member("once", joined: "2025-01-01")
    see(&builder, "once", ["2026-01-01"])
    #expect(builder.measures("2026-02-01").lifecycle.rhythm(builder.index("once")) == 15)
    builder.member("daily", joined: "2025-01-01")
    see(&builder, "daily", ["2026-01-01", "2026-01-02", "2026-01-03", "2026-01-04"])
    let measures = builder.measures("2026-02-01")
    #expect(measures.lifecycle.commonRhythm == 1)
    #expect(measures.lifecycle.rhythm(builder.index("once")) == 7)
    #expect(measures.lifecycle.ownRhythm(builder.index("daily")) == 1)
    #expect(measures.lifecycle.ownRhythm(builder.index("once")) == nil)
  }

  @Test func neverSeenMembersAreJudgedByTheDaysSinceJoining() {
    var builder = CommunityBuilder()
    builder.member("fresh", joined: "2026-02-01")
    builder.member("quiet", joined: "2026-01-01")
    builder.member("gone", joined: "2025-01-01")
    builder.member("undated")
    builder.complaint("complainer", "2025-12-01")
    let measures = builder.measures("2026-03-01")
    let stages = ["fresh", "quiet", "gone", "undated", "complainer"].map {
      measures.lifecycle.stage(builder.index($0))
    }
    #expect(stages == [.new, .sleeping, .churned, nil, .sleeping])
    #expect(measures.lifecycle.rhythm(builder.index("quiet")) == nil)
    #expect(measures.lifecycle.count(nil) == 1)
    #expect(measures.lifecycle.count(.sleeping) == 2)
  }

  @Test func aSecondPurchaseEndsBeingNew() {
    var builder = CommunityBuilder()
    for id in ["one", "two"] { builder.member(id, joined: "2026-02-01") }
    builder.order("one", "2026-02-02", 10)
    builder.order("two", "2026-02-02T10:00", 10)
    builder.order("two", "2026-02-02T11:00", 0)
    let measures = builder.measures("2026-02-20")
    #expect(measures.lifecycle.stage(builder.index("one")) == .new)
    #expect(measures.lifecycle.stage(builder.index("two")) == .active)
    #expect(measures.lifecycleReason(builder.index("one"))?.basis == .joined(days: 19, orders: 1))
  }

  @Test func aProgrammeMayJudgeByDaysAlone() {
    var builder = CommunityBuilder()
    builder.community.program.lifecycle.mode = "fixed"
    builder.member("rare", joined: "2025-01-01")
    see(&builder, "rare", ["2025-09-01", "2025-10-11", "2025-11-20", "2025-12-30"])
    let measures = builder.measures("2026-02-26")
    #expect(measures.lifecycle.stage(builder.index("rare")) == .sleeping)
    #expect(measures.lifecycleReason(builder.index("rare"))?.basis == .fixed)
    #expect(measures.lifecycle.rhythm(builder.index("rare")) == nil)
  }

  @Test func movesAndRetentionCompareWithEarlierDays() {
    var builder = CommunityBuilder()
    for id in ["stays", "leaves", "wakes"] { builder.member(id, joined: "2025-01-01") }
    see(&builder, "stays", ["2026-01-20", "2026-02-20"])
    see(&builder, "leaves", ["2026-01-20"])
    see(&builder, "wakes", ["2025-11-01", "2026-02-20"])
    builder.member("comes", joined: "2026-02-20")
    let measures = builder.measures("2026-03-01")
    let moves = measures.moves[0]
    #expect(moves.days == 30)
    #expect(moves[.active, .active] == 1)
    #expect(moves[.active, .sleeping] == 1)
    #expect(moves[.sleeping, .active] == 1)
    #expect(moves[nil, .new] == 1)
    #expect(moves.retention == 0.5)
    #expect(moves.reactivation == 1)
  }

  @Test func repeatPurchaseRateCountsDays() {
    var builder = CommunityBuilder()
    builder.order("twice a day", "2026-01-01T09:00", 10)
    builder.order("twice a day", "2026-01-01T12:00", 10)
    builder.order("two days", "2026-01-01", 10)
    builder.order("two days", "2026-01-02", 10)
    builder.order("long ago", "2024-01-01", 10)
    let measures = builder.measures("2026-02-01")
    #expect(measures.buyers == 2)
    #expect(measures.repeatPurchaseRate == 0.5)
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64], [false, true])
  func stagesAgreeWithJudgingMemberByMember(seed: UInt64, isFixed: Bool) {
    var builder = CommunityBuilder.random(seed: seed, members: 120, events: 1500)
    builder.community.program.lifecycle.mode = isFixed ? "fixed" : "rhythm"
    builder.community.program.lifecycle.activeDays = 9
    builder.community.program.lifecycle.sleepingDays = 20
    builder.community.program.lifecycle.shortestRhythm = 2
    builder.community.program.lifecycle.activeRhythms = 1.5
    builder.community.program.lifecycle.sleepingRhythms = 3
    let now = "2026-03-20T18:00"
    let measures = builder.measures(now, workers: 3)
    let naive = NaiveLifecycle(builder, now)
    for member in naive.members {
      #expect(measures.lifecycle.stage(member) == naive.stage(member, daysAgo: 0))
      #expect(measures.lifecycle.ownRhythm(member) == naive.ownRhythm(member, daysAgo: 0))
      #expect(measures.earlierLifecycles[0].stage(member) == naive.stage(member, daysAgo: 30))
    }
  }
}

/// Stages by the rule as it's written, from all events each time.
private struct NaiveLifecycle {
  let builder: CommunityBuilder
  let moment: Moment
  let figures: MemberFigures
  private var commons: [Int: Double] = [:]
  var members: [Member.Index] { (0..<figures.count).map { Member.Index($0) } }

  init(_ builder: CommunityBuilder, _ now: String) {
    self.builder = builder
    moment = CommunityBuilder.moment(now)
    figures = builder.figures(now)
    for days in [0, 30] {
      let listed = members.filter { isListed($0, daysAgo: days) }
      commons[days] = median(listed.compactMap { ownRhythm($0, daysAgo: days) })
    }
  }

  private func times(_ feed: Feed, _ member: Member.Index, daysAgo: Int) -> [(Day, Segment, Int)] {
    let segments = builder.community[feed].segments
    return builder.community.rows(feed, of: member).compactMap { row in
      let segment = segments[row.segment]
      let at = segment.instant(row.offset)
      let day = moment.zone.day(of: at)
      guard at <= moment.now, day <= moment.today.adding(days: -daysAgo) else { return nil }
      return (day, segment, row.offset)
    }
  }

  private func days(_ member: Member.Index, daysAgo: Int) -> [Day] {
    let orders = times(.orders, member, daysAgo: daysAgo).filter {
      $0.1.money(OrderField.amount, $0.2) ?? .zero >= .zero
    }
    let rewards = times(.points, member, daysAgo: daysAgo).filter {
      $0.1.symbol(PointField.reward, $0.2) != .none
    }
    let answers = times(.surveys, member, daysAgo: daysAgo).filter {
      $0.1.integer(SurveyField.score, $0.2) ?? 0 > 6
    }
    let activities = times(.activity, member, daysAgo: daysAgo)
    return Set((orders + rewards + answers + activities).map(\.0)).sorted()
  }

  private func median(_ values: [Double]) -> Double? {
    let sorted = values.sorted()
    guard let last = sorted.indices.last else { return nil }
    return (sorted[last / 2] + sorted[(last + 1) / 2]) / 2
  }

  func ownRhythm(_ member: Member.Index, daysAgo: Int) -> Double? {
    let days = days(member, daysAgo: daysAgo)
    return days.count < 4 ? nil : median(zip(days, days.dropFirst()).map { Double($1.days(since: $0)) })
  }

  private func joined(_ member: Member.Index) -> Day? { figures.joined(member).map(moment.zone.day) }

  private func isListed(_ member: Member.Index, daysAgo: Int) -> Bool {
    figures.isListed(member) && joined(member).map { $0 <= moment.today.adding(days: -daysAgo) } ?? true
  }

  func stage(_ member: Member.Index, daysAgo: Int) -> LifecycleStage? {
    guard isListed(member, daysAgo: daysAgo) else { return nil }
    let rules = builder.community.program.lifecycle
    let today = moment.today.adding(days: -daysAgo)
    let joined = joined(member)
    let purchases = times(.orders, member, daysAgo: daysAgo).filter {
      $0.1.money(OrderField.amount, $0.2) ?? .zero >= .zero
    }
    if let joined, today.days(since: joined) <= rules.newDays, purchases.count < 2 { return .new }
    guard let last = days(member, daysAgo: daysAgo).last else {
      guard let joined else { return nil }
      let silence = today.days(since: joined)
      return silence <= rules.activeDays ? .active : silence <= rules.sleepingDays ? .sleeping : .churned
    }
    let rhythm = max(
      ownRhythm(member, daysAgo: daysAgo) ?? commons[daysAgo] ?? 15, Double(rules.shortestRhythm))
    let silence = Double(today.days(since: last))
    let factor = rules.isFixed ? 0 : rhythm
    if silence <= max(rules.activeRhythms * factor, Double(rules.activeDays)) { return .active }
    return silence <= max(rules.sleepingRhythms * factor, Double(rules.sleepingDays)) ? .sleeping : .churned
  }
}
