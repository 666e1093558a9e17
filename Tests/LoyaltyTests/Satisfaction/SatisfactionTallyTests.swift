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
    // The clocks of the last zone go forward and back within the weeks.
    let zone = [
      CommunityBuilder.zone, .utc, Zone(identifier: "-11:00", offset: -11 * 3600),
      Zone(
        identifier: "summer", initialOffset: 3600,
        transitions: [(1_774_746_000, 7200), (1_777_770_000, 3600)]),
    ][Int(seed) % 4]
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

extension SatisfactionTallyTests {
  @Test func stagesMoveOneByOneOrAllAtOnce() throws {
    var builder = CommunityBuilder()
    for number in 0..<30 {
      builder.order("m\(number)", "2026-0\(number % 3 + 1)-15", 10)
      builder.reply(Reply("m\(number)", "2026-0\(number % 3 + 1)-20", number % 11))
    }
    builder.reply(Reply("m1", "2026-04-20", 0))
    let moment = CommunityBuilder.moment("2026-03-31")
    let earlier = builder.measures("2026-02-25")
    let later = builder.measures("2026-03-31")
    #expect(later.members(groupedOtherwiseThan: earlier, limit: 5000)?.isEmpty == false)
    #expect(later.members(groupedOtherwiseThan: earlier, limit: 0) == nil)
    var tally = builder.tally(moment, measures: earlier)
    tally.receive(later)
    let anew = builder.tally(moment, measures: later)
    #expect(tally.figures.groups(by: .stage) == anew.figures.groups(by: .stage))
    #expect(tally.figures.nps == anew.figures.nps)
    #expect(tally.figures.openDetractors == anew.figures.openDetractors)
    // What is still to come is known once.
    let next = CommunityBuilder.moment("2026-03-31T12:00")
    tally.update([], community: builder.community, moment: next)
    #expect(tally.figures.nps == anew.figures.nps)
  }
}

/// Words: topics with complaints and fixes, and the stream.
struct TopicFigureTests {
  private func topic(_ figures: SatisfactionFigures, _ id: String) throws -> TopicFigures {
    try #require(figures.topics.first { $0.id == id })
  }

  @Test func answersAndComplaintsMeetInTopics() throws {
    var builder = CommunityBuilder()
    builder.reply(Reply("m1", "2026-03-01", 3, words: "物流太慢"))
    builder.reply(Reply("m2", "2026-03-02", 8, words: "delivery was late, the price is fair"))
    builder.reply(Reply("m3", "2026-03-02", 10, words: "谢谢"))
    builder.reply(Reply("m4", "2026-03-02", 10, words: "   "))
    builder.reply(Reply("m5", "2025-12-01", 5, words: "快递"))
    // An answer with words that is not the member's last one doesn't count.
    builder.reply(Reply("m6", "2026-02-01", 0, words: "物流"))
    builder.reply(Reply("m6", "2026-03-03", 9))
    builder.complain("m1", "2026-03-01", topic: "物流")
    builder.complain("m1", "2026-03-01", topic: "Shipping delay")
    builder.complain("m1", "2026-03-01", topic: "发票")
    builder.complain("m1", "2026-03-01", text: "包装破了")
    builder.complain("m1", "2025-12-01", topic: "物流")
    builder.complain("m1", "2026-04-01", topic: "物流")
    let figures = builder.satisfaction("2026-03-31")
    let delivery = try topic(figures, "delivery")
    #expect(delivery.mentions == 2 && delivery.withWords == 3 && delivery.meanScore == 5.5)
    #expect(delivery.earlierAnswers.total == 1 && delivery.earlierWithWords == 1)
    #expect(delivery.complaints == 2 && delivery.earlierComplaints == 1)
    #expect(try abs(#require(delivery.change).difference - (2.0 / 3 - 1)) < 1e-12)
    #expect(try topic(figures, "price").mentions == 1)
    #expect(try topic(figures, "packaging").complaints == 1)
    let invoices = try topic(figures, "发票")
    #expect(invoices.topic == nil && invoices.complaints == 1 && invoices.mentions == 0)
    #expect(figures.complaints.current == 4 && figures.complaints.previous == 1)
    let about = figures.answers(about: AnswerTopic.defaults[0], builder.community)
    #expect(about.map(\.score) == [8, 3])
    #expect(about.first?.words(in: builder.community) == "delivery was late, the price is fair")
    #expect(figures.answers(about: AnswerTopic.defaults[0], builder.community, limit: 1).map(\.score) == [8])
  }

  @Test func aFixHasABeforeAndAnAfter() throws {
    var builder = CommunityBuilder()
    for number in 0..<20 {
      builder.reply(Reply("a\(number)", "2026-01-20T12:00", 4, words: number < 12 ? "物流慢" : "还行"))
      builder.reply(Reply("b\(number)", "2026-02-15T12:00", 9, words: number < 3 ? "物流慢" : "还行"))
    }
    builder.reply(Reply("c", "2026-02-10T00:00", 9, words: "物流快"))
    builder.reply(Reply("d", "2026-02-09T23:59", 2, words: "物流慢"))
    builder.decide("f1", CommunityBuilder.time("2026-01-01"), .fix, topic: "物流")
    builder.decide("f2", CommunityBuilder.time("2026-02-10T09:00"), .fix, topic: "delivery")
    builder.decide(
      "f3", CommunityBuilder.time("2026-03-20"), .fix, topic: "物流", until: CommunityBuilder.time("2026-04-20")
    )
    let fix = try #require(try topic(builder.satisfaction("2026-03-31"), "delivery").fix)
    #expect(fix.day.description == "2026-02-10")
    #expect(fix.before.share.successes == 13 && fix.before.share.trials == 21)
    #expect(fix.after.share.successes == 4 && fix.after.share.trials == 21)
    #expect(fix.before.score.detractors == 21 && fix.after.score.promoters == 21)
    let change = try #require(fix.mentions)
    #expect(abs(change.difference - (4.0 / 21 - 13.0 / 21)) < 1e-12)
    #expect(change.interval().upperBound < 0)
    #expect(fix.score?.score == 200)
    // Undone, the one before stands again.
    builder.decide("u1", CommunityBuilder.time("2026-03-01"), .undo, undoes: "f2")
    #expect(try topic(builder.satisfaction("2026-03-31"), "delivery").fix?.day.description == "2026-01-01")
  }

  @Test func theStreamHoldsTheNewestWords() {
    var builder = CommunityBuilder()
    for number in 0..<250 {
      builder.reply(
        Reply("m\(number)", "2026-03-01T10:00", number % 11, words: number % 2 == 0 ? "好 \(number)" : nil))
    }
    builder.reply(Reply("late", "2026-01-01", 4, kind: "csat", words: "old"))
    builder.reply(Reply("m1", "2026-04-01", 4, words: "to come"))
    let stream = builder.satisfaction("2026-03-31").stream(builder.community)
    #expect(stream.count == 126)
    #expect(stream.first?.words(in: builder.community) == "好 248")
    #expect(stream.last?.kind == .csat)
  }

  @Test func channelsAreTheAnswersElseTheMembers() {
    var builder = CommunityBuilder()
    builder.place("m1", store: "徐汇", channel: "app")
    builder.reply(Reply("m1", "2026-03-01T10:00", 9, stage: "sale", words: "好", id: "s1"))
    let answer = builder.satisfaction("2026-03-31").stream(builder.community)[0]
    #expect(answer.channel(in: builder.community) == "app" && answer.store(in: builder.community) == "徐汇")
    #expect(answer.surveyStage(in: builder.community) == "sale" && answer.id(in: builder.community) == "s1")
  }
}

extension SatisfactionTallyTests {
  @Test func tiersAreGroupsInTheirOrder() throws {
    var builder = CommunityBuilder()
    for number in 0..<12 {
      builder.order("m\(number)", "2026-01-\(number + 10)", 10)
      builder.reply(Reply("m\(number)", "2026-03-01", number % 11))
    }
    builder.reply(Reply(nil, "2026-03-01", 10))
    let moment = CommunityBuilder.moment("2026-03-31")
    var measures = builder.measures("2026-03-31")
    let before = builder.tally(moment, measures: measures)
    #expect(before.figures.groups(by: .tier) == nil)
    let tiers = try #require(Tiers(community: builder.community, figures: builder.figures("2026-03-31")))
    measures.receive(tiers)
    var tally = before
    tally.receive(measures)
    let groups = try #require(tally.figures.groups(by: .tier))
    #expect(groups.last?.key == nil)
    #expect(groups.reduce(0) { $0 + $1.score.responses } == 13)
    for group in groups {
      let members = (0..<12).filter { number in
        let place = builder.community.member(id: "m\(number)").flatMap { tiers.tier($0) }
        return place.map { tiers.rules.tiers[$0].id } == group.key
      }
      #expect(group.score.responses == members.count + (group.key == nil ? 1 : 0))
    }
  }
}
