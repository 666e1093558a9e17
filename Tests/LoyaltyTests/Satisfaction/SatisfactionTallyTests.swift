import Community
import Testing

@testable import Loyalty

/// Answers counted at once, by several workers, and one after the other: all agree with a plain second computation.
struct SatisfactionTallyTests {
  @Test func theLastAnswerOfEachMemberCounts() {
    var builder = CommunityBuilder()
    for reply in [
      Reply("m1", "2026-03-01T10:00", 3), Reply("m1", "2026-03-10T10:00", 9),
      // Of two at the same instant the later line.
      Reply("m2", "2026-03-05T10:00", 9), Reply("m2", "2026-03-05T10:00", 7),
      Reply(nil, "2026-03-01T10:00", 2), Reply(nil, "2026-03-01T10:00", 2),
      // Written down late.
      Reply("m1", "2026-02-01T10:00", 0),
    ] { builder.reply(reply) }
    let figures = builder.satisfaction("2026-03-31T12:00")
    #expect(figures.nps == NetPromoterScore(ScoreCounts([0, 0, 2, 0, 0, 0, 0, 1, 0, 1, 0])))
    #expect(figures.openDetractors == 0)
    #expect(figures.anonymousDetractors == 2)
  }

  @Test func aWindowHoldsWholeDaysUpToNow() {
    var builder = CommunityBuilder()
    for reply in [
      Reply("m1", "2026-01-01T00:00", 9), Reply("m2", "2025-12-31T23:59", 8),
      Reply("m3", "2026-03-31T12:00", 10),
      Reply("m4", "2026-03-31T12:01", 0), Reply("m5", "2025-10-03T00:00", 1),
      Reply("m6", "2025-10-02T23:59", 2),
    ] { builder.reply(reply) }
    let figures = builder.satisfaction("2026-03-31T12:00")
    #expect(figures.nps.distribution == [0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1])
    #expect(figures.previousNPS.distribution == [0, 1, 0, 0, 0, 0, 0, 0, 1, 0, 0])
    #expect(figures.change?.score == 150)
  }

  @Test func aScoreBecomesPartOfTheWindowWhenItsTimeHasCome() {
    var builder = CommunityBuilder()
    builder.reply(Reply("m1", "2026-03-31T10:00", 9))
    builder.reply(Reply("m1", "2026-03-31T13:00", 0, words: "物流"))
    builder.reply(Reply(nil, "2026-03-31T14:00", 5))
    var tally = builder.tally(CommunityBuilder.moment("2026-03-31T12:00"))
    #expect(tally.figures.nps.score == 100)
    #expect(tally.figures.stream(builder.community).isEmpty)
    tally.update([], community: builder.community, moment: CommunityBuilder.moment("2026-03-31T13:00"))
    #expect(tally.figures.nps.distribution[0] == 1 && tally.figures.nps.responses == 1)
    #expect(tally.figures.stream(builder.community).map(\.score) == [0])
    tally.update([], community: builder.community, moment: CommunityBuilder.moment("2026-03-31T15:00"))
    #expect(tally.figures.nps.responses == 2 && tally.figures.anonymousDetractors == 1)
    // And back again.
    tally.update([], community: builder.community, moment: CommunityBuilder.moment("2026-03-31T12:00"))
    #expect(tally.figures.nps.score == 100)
  }

  @Test func answersByHostsDontCount() {
    var builder = CommunityBuilder()
    builder.reply(Reply("h1", "2026-03-01T10:00", 0))
    builder.reply(Reply("m1", "2026-03-01T10:00", 9))
    builder.host("h1")
    #expect(builder.satisfaction("2026-03-31").nps.responses == 1)
  }

  @Test func groupsAreTheAnswersOrTheMembers() throws {
    var builder = CommunityBuilder()
    builder.place("m1", region: "华东", store: "徐汇", channel: "app", host: "h1")
    builder.reply(Reply("m1", "2026-03-01", 9, channel: "phone", stage: "sale"))
    builder.reply(Reply("m2", "2026-03-01", 3, store: "徐汇"))
    builder.reply(Reply(nil, "2026-03-01", 10, channel: "app"))
    let figures = builder.satisfaction("2026-03-31")
    func groups(_ dimension: AnswerDimension) -> [String: [Int]] {
      Dictionary(
        uniqueKeysWithValues: (figures.groups(by: dimension) ?? []).map { group in
          (group.key ?? "-", (0...10).filter { group.score.distribution[$0] > 0 })
        })
    }
    #expect(groups(.channel) == ["phone": [9], "app": [10], "-": [3]])
    #expect(groups(.store) == ["徐汇": [3, 9], "-": [10]])
    #expect(groups(.region) == ["华东": [9], "-": [3, 10]])
    #expect(groups(.host) == ["h1": [9], "-": [3, 10]])
    #expect(groups(.surveyStage) == ["sale": [9], "-": [3, 10]])
    #expect(figures.groups(by: .stage) == nil)
    let measured = builder.tally(
      CommunityBuilder.moment("2026-03-31"), measures: builder.measures("2026-03-31")
    ).figures
    let stages = try #require(measured.groups(by: .stage))
    #expect(stages.map { $0.key } == ["new", nil])
    #expect(stages.map(\.score.responses) == [2, 1])
  }

  @Test func weeksBeginOnMondayAndHoldTheLastAnswerOfEach() {
    var builder = CommunityBuilder()
    for reply in [
      Reply("m1", "2026-03-23T00:00", 9), Reply("m1", "2026-03-29T23:59", 3),
      Reply("m1", "2026-03-30T00:00", 8),
      Reply("m2", "2026-03-22T23:59", 10),
    ] { builder.reply(reply) }
    let weeks = builder.satisfaction("2026-03-31").weeks
    #expect(weeks.count == 26)
    #expect(weeks.suffix(3).map(\.firstDay.description) == ["2026-03-16", "2026-03-23", "2026-03-30"])
    #expect(weeks.suffix(3).map(\.score.score) == [100, -100, 0])
    let cut = builder.satisfaction("2026-03-31", windowDays: 6, weeks: .window).weeks
    #expect(cut.map(\.firstDay.description) == ["2026-03-26", "2026-03-30"])
    #expect(cut.map(\.score.responses) == [1, 1])
  }

  @Test(arguments: [1, 2, 3, 4, 5, 6])
  func agreesWithAPlainComputation(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var world = RandomReplies(isOrdered: seed % 2 == 0, &random)
    world.place(&random)
    let count = Int.random(in: 0...600, using: &random)
    for _ in 0..<count { world.add(&random) }
    let zone = [CommunityBuilder.zone, .utc, Zone(identifier: "-11:00", offset: -11 * 3600)][Int(seed) % 3]
    let moment = Moment(now: CommunityBuilder.time("2026-07-15T13:00"), zone: zone)
    for workers in [1, 3] {
      let days = workers == 1 ? nil : 30
      let tally = world.builder.tally(moment, windowDays: days, workers: workers)
      world.check(tally.figures, moment, windowDays: days ?? 90)
    }
  }

  @Test(arguments: [11, 12, 13, 14])
  func keepsUpWithWhatIsAppended(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var world = RandomReplies(isOrdered: false, &random)
    world.place(&random)
    for _ in 0..<150 { world.add(&random) }
    var now = CommunityBuilder.time("2026-06-30T21:00")
    var tally = world.builder.tally(Moment(now: now, zone: CommunityBuilder.zone))
    for step in 0..<25 {
      var touched: Set<UInt32> = []
      for _ in 0..<Int.random(in: 0...4, using: &random) {
        if let member = world.add(&random) { touched.insert(world.builder.index(member).rawValue) }
      }
      if Int.random(in: 0..<4, using: &random) == 0 {
        let member = world.place(&random)
        touched.insert(world.builder.index(member).rawValue)
      }
      if Int.random(in: 0..<3, using: &random) == 0 { world.decide(step, now, &random) }
      now = now.adding(seconds: Int64.random(in: 0...20_000, using: &random))
      let moment = Moment(now: now, zone: CommunityBuilder.zone)
      tally.update(
        touched.map { Member.Index(rawValue: $0) }, community: world.builder.community, moment: moment)
      world.check(tally.figures, moment, windowDays: 90)
      world.checkLoop(tally.figures, moment)
      let anew = world.builder.tally(moment).figures
      #expect(anew.topics == tally.figures.topics)
      #expect(anew.stream(world.builder.community) == tally.figures.stream(world.builder.community))
      #expect(
        anew.waitingDetractors(world.builder.community)
          == tally.figures.waitingDetractors(world.builder.community))
    }
  }
}
