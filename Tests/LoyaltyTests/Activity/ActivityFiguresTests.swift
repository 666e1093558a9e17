import Community
import Loyalty
import Testing

extension CommunityBuilder {
  func activityFigures(_ moment: String, workers: Int = 1) -> ActivityFigures {
    // Only a cancelled computation has no result.
    guard
      let result = ActivityFigures(
        community: community, figures: figures(moment), on: Computation(workers: workers))
    else { preconditionFailure("cancelled") }
    return result
  }
}

@Suite struct InequalityTests {
  @Test func goldenNumbers() {
    func rounded(_ gini: Double?) -> Double? { gini.map { ($0 * 1e5).rounded() / 1e5 } }
    #expect(rounded(Inequality.gini([1, 2, 3, 4, 5])) == 0.26667)
    #expect(rounded(Inequality.gini([7], others: 4)) == 0.8)
    // One of a hundred made nine tenths, nine made the rest, ninety nothing.
    let posts = [810] + Array(repeating: UInt32(10), count: 9)
    #expect(rounded(Inequality.gini(posts, others: 90)) == 0.98)
    #expect(Inequality.gini([] as [UInt32], others: 5) == nil)
    #expect(Inequality.gini([0, 0] as [UInt32]) == nil)
    #expect(Inequality.gini([3, 3, 3]) == 0)
  }

  @Test func partsOfTheMostActive() throws {
    let posts = [810] + Array(repeating: UInt32(10), count: 9)
    let parts = try #require(Inequality.participation(posts, among: 100))
    #expect(abs(parts.top - 0.9) < 1e-12)
    #expect(abs(parts.next - 0.1) < 1e-12)
    #expect(abs(parts.rest) < 1e-12)
    #expect(Inequality.participation([] as [UInt32], among: 100) == nil)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func agreesWithComparingAllPairs(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let shares = (0..<60).map { _ in UInt32.random(in: 0...9, using: &random) }
    // Half of the mean difference of all pairs, by the mean.
    var differences = 0.0
    for one in shares { for other in shares { differences += abs(Double(one) - Double(other)) } }
    let mean = shares.reduce(0.0) { $0 + Double($1) } / 60
    let expected = differences / 3600 / mean / 2
    #expect(abs(try #require(Inequality.gini(shares)) - expected) < 1e-12)
    let some = shares.filter { $0 > 0 }
    let withOthers = try #require(Inequality.gini(some, others: 60 - some.count))
    #expect(abs(withOthers - expected) < 1e-12)
  }
}

@Suite struct ActivityFiguresTests {
  @Test func todayNeverCountsInDaysWeeksAndMonths() {
    var builder = CommunityBuilder()
    builder.activity("a", "2026-03-10T23:59:59", "login")
    builder.activity("b", "2026-03-09", "login")
    builder.activity("c", "2026-03-03", "login")
    builder.activity("d", "2026-03-02", "login")
    builder.activity("e", "2026-02-08", "login")
    builder.activity("f", "2026-02-07", "login")
    let figures = builder.activityFigures("2026-03-10T23:59:59")
    #expect(figures.yesterday == 1)
    #expect(figures.weekly == 2)
    #expect(figures.weeklyBefore == 1)
    #expect(figures.monthly == 4)
    #expect(figures.monthlyBefore == 1)
    #expect(figures.stickiness == 4.0 / 30 / 4)
    #expect(figures.daily.count == 60)
    // A layer's window ends with yesterday too.
    #expect(figures.layer(builder.index("a")) == nil)
    #expect(figures.layer(builder.index("e")) == .lurker)
    #expect(figures.layer(builder.index("f")) == nil && figures.layerBefore(builder.index("f")) == .lurker)
  }

  @Test func aMemberActiveOftenADayCountsOnce() {
    var builder = CommunityBuilder()
    for hour in ["08:00", "09:00", "23:00"] { builder.activity("a", "2026-03-09T\(hour)", "browse") }
    let figures = builder.activityFigures("2026-03-10")
    #expect(figures.yesterday == 1)
    #expect(figures.heat.reduce(0, +) == 3)
    // 9 March 2026 is a Monday.
    #expect(figures.heat[8] == 1 && figures.heat[9] == 1 && figures.heat[23] == 1)
  }

  @Test func layersAreTakenByContributionsThenById() {
    var builder = CommunityBuilder()
    for _ in 0..<3 { builder.activity("z", "2026-03-01", "post") }
    for id in ["a", "b", "c", "d"] { builder.activity(id, "2026-03-01", "reply") }
    builder.activity("reactor", "2026-03-01", "vote")
    builder.activity("lurker", "2026-03-01", "login")
    builder.member("silent", joined: "2026-01-01")
    // Seven contributions: four are the half, made by z and the first of the others.
    let figures = builder.activityFigures("2026-03-10")
    #expect(figures.halfMadeBy == 2)
    #expect(figures.layer(builder.index("z")) == .core)
    #expect(figures.layer(builder.index("a")) == .core)
    #expect(figures.layer(builder.index("b")) == .contributor)
    #expect(figures.layer(builder.index("reactor")) == .reactor)
    #expect(figures.layer(builder.index("lurker")) == .lurker)
    #expect(figures.layer(builder.index("silent")) == nil)
    #expect(figures.contributions(builder.index("z")) == 3)
    #expect(figures.contributions(builder.index("silent")) == 0)
    #expect(ContributorLayer.allCases.map { figures.count($0) } == [2, 3, 1, 1])
    #expect(figures.count(nil) == 1)
    #expect(figures.gini == 8.0 / 35)
  }

  @Test func movesBetweenLayers() {
    var builder = CommunityBuilder()
    builder.activity("riser", "2026-02-01", "login")
    builder.activity("riser", "2026-03-01", "post")
    builder.activity("faller", "2026-02-01", "post")
    builder.activity("faller", "2026-03-01", "reaction")
    builder.activity("goner", "2026-02-01", "post")
    let moves = builder.activityFigures("2026-03-10").layerMoves
    #expect(moves[.lurker, .core] == 1)
    #expect(moves[.core, .reactor] == 1)
    #expect(moves[.contributor, nil] == 1)
    #expect(moves.rose(to: .core) == 1)
    #expect(moves.fell(from: .contributor) == 1)
  }

  @Test func botsAndHostsCountInNoFigureOfMembers() {
    var builder = CommunityBuilder()
    builder.community.program.bots = ["robot", "machine"]
    builder.host("h1")
    builder.member("tagged", tags: ["machine"])
    for id in ["robot", "tagged", "person"] { builder.activity(id, "2026-03-09", "post") }
    builder.hostDeed("h1", "2026-03-09", "post")
    let figures = builder.activityFigures("2026-03-10")
    #expect(figures.yesterday == 1)
    #expect(figures.members == 1)
    #expect(figures.contributions == 1)
    #expect(figures.contributions(builder.index("robot")) == nil)
    // What a host wrote is something to read all the same.
    #expect(figures.weeks.last?.content == 2)
    let stream = ActivityStream.newest(
      9, in: builder.community, moment: CommunityBuilder.moment("2026-03-10"))
    #expect(stream.count == 2)
  }

  @Test func withoutActivityThereIsNoShareOfIt() {
    var builder = CommunityBuilder()
    builder.member("a", joined: "2026-01-01")
    let figures = builder.activityFigures("2026-03-10")
    #expect(figures.yesterday == 0 && figures.monthly == 0)
    #expect(figures.stickiness == nil && figures.gini == nil && figures.giniOfAll == nil)
    #expect(figures.participation == nil && figures.newcomers.share == nil && figures.orders.ratio == nil)
    #expect(figures.spaces.isEmpty && figures.halfMadeBy == 0)
    #expect(figures.mentionRate == nil)
    #expect(CommunityBuilder().activityFigures("2026-03-10").interactionsByMember == nil)
  }

  @Test func oneMemberAlone() {
    var builder = CommunityBuilder()
    builder.activity("a", "2026-03-09", "post")
    let figures = builder.activityFigures("2026-03-10")
    #expect(figures.stickiness == 1.0 / 30)
    #expect(figures.gini == 0 && figures.giniOfAll == 0)
    #expect(figures.halfMadeBy == 1)
  }

  @Test func spacesNewcomersAndMentions() throws {
    var builder = CommunityBuilder()
    builder.community.program.community.brandWords = ["Tea"]
    for (id, day) in [("a", "2026-03-01"), ("b", "2026-03-01"), ("a", "2026-03-02"), ("a", "2026-02-01")] {
      builder.activity(id, day, "post", text: "I like TEAcups", space: "one")
    }
    builder.activity("c", "2026-02-01", "post", text: "coffee", space: "two")
    builder.member("back", joined: "2026-03-01")
    builder.activity("back", "2026-03-01", "login")
    builder.activity("back", "2026-03-02", "login")
    builder.member("gone", joined: "2026-03-01")
    builder.activity("gone", "2026-03-01", "login")
    builder.activity("gone", "2026-03-09", "login")
    let figures = builder.activityFigures("2026-03-10")
    let symbols = builder.community.symbols
    let spaces = figures.spaces.map {
      "\(symbols[$0.name]) \($0.activities) \($0.activitiesBefore) \($0.members)"
    }
    #expect(spaces == ["one 3 1 2", "two 0 1 0"])
    #expect(figures.spaces[0].growth == 2)
    #expect(figures.mentions == 3)
    #expect(figures.mentionRate == 3.0 / 4)
    // All five joined in the window; one was active in the week after.
    #expect(figures.newcomers.joined == 5)
    #expect(figures.newcomers.cameBack == 1)
    #expect(figures.newcomers.share == 0.2)
  }

  @Test func ordersOfThoseWhoHadBeenActiveAreInside() {
    var builder = CommunityBuilder()
    builder.activity("in", "2026-01-20", "login")
    builder.order("in", "2026-03-01", 10)
    builder.order("in", "2026-03-02", 10)
    builder.order("out", "2026-01-01", 10)
    builder.order("out", "2026-03-01", 30)
    builder.order("out", "2026-03-01", -30)
    builder.order("later", "2026-03-01", 99)
    builder.order("out", "2026-03-10", 30)
    let orders = builder.activityFigures("2026-03-10T12:00").orders
    #expect(orders.inside.members == 1 && orders.inside.orders == 2)
    #expect(orders.outside.members == 1 && orders.outside.orders == 1)
    #expect(orders.outside.spend == Money(rawValue: 3000))
    #expect(orders.ratio == 2)
  }

  @Test func timesOfSeveralZonesAreCountedInThatOfTheProgramme() {
    var builder = CommunityBuilder()
    // The last hour of 8 March in Berlin is a morning of 9 March at +08:00.
    builder.activity("a", "2026-03-08T23:30:00+01:00", "login")
    let figures = builder.activityFigures("2026-03-10T12:00")
    #expect(figures.yesterday == 1)
    #expect(figures.heat[6] == 1)
  }

  @Test func theNewestActivitiesComeFirst() {
    var builder = CommunityBuilder()
    for day in ["2026-03-02", "2026-03-04", "2026-03-03", "2026-03-20"] {
      builder.activity("a", day, "post")
    }
    let rows = ActivityStream.newest(2, in: builder.community, moment: CommunityBuilder.moment("2026-03-10"))
    #expect(rows.map(\.offset) == [1, 2])
  }

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func agreesWithLookingAtEveryMemberAndDay(seed: UInt64) {
    let builder = CommunityBuilder.randomActivity(seed: seed, members: 40, events: 900)
    let naive = NaiveActivity(builder, "2026-03-25T12:00")
    for workers in [1, 3] {
      let figures = builder.activityFigures("2026-03-25T12:00", workers: workers)
      #expect(figures.daily == (1...60).reversed().map { naive.active($0...$0).count })
      #expect(figures.weekly == naive.active(1...7).count)
      #expect(figures.monthly == naive.active(1...30).count)
      #expect(figures.monthlyBefore == naive.active(31...60).count)
      let mean = (1...30).reduce(0) { $0 + naive.active($1...$1).count }
      #expect(abs((figures.stickiness ?? 0) - Double(mean) / 30 / Double(figures.monthly)) < 1e-12)
      for number in 0..<40 {
        let member = Member.Index(number)
        #expect(figures.contributions(member) == naive.contributions(number, 1...30))
        #expect(figures.layer(member) == naive.layer(number, 1...30))
        #expect(figures.layerBefore(member) == naive.layer(number, 31...60))
      }
      #expect(ContributorLayer.allCases.reduce(0) { $0 + figures.count($1) } == figures.monthly)
      #expect(figures.interactions == naive.deeds(1...30))
      #expect(figures.heat.reduce(0, +) == naive.rows(1...28).count)
    }
  }
}

/// The same figures by going through all rows again for every question.
private struct NaiveActivity {
  struct Deed {
    var member: Int
    var ago: Int
    var type: String
  }

  private var deeds: [Deed] = []
  private let ids: [String]

  init(_ builder: CommunityBuilder, _ now: String) {
    let community = builder.community
    let moment = CommunityBuilder.moment(now)
    ids = (0..<community.members.count).map { community.members.id(Member.Index($0)) }
    for segment in community[.activity].segments {
      for row in 0..<segment.count where segment.instant(row) <= moment.now {
        guard let member = segment.party(row).member else { continue }
        deeds.append(
          Deed(
            member: member.value, ago: moment.days(since: segment.instant(row)),
            type: community.symbols[segment.symbol(ActivityField.type, row)]))
      }
    }
  }

  func rows(_ ago: ClosedRange<Int>) -> [Deed] { deeds.filter { ago.contains($0.ago) } }
  func active(_ ago: ClosedRange<Int>) -> Set<Int> { Set(rows(ago).map(\.member)) }

  func deeds(_ ago: ClosedRange<Int>) -> Int {
    rows(ago).count { (ActivityKinds.contributions + ActivityKinds.reactions).contains($0.type) }
  }

  func contributions(_ member: Int, _ ago: ClosedRange<Int>) -> Int {
    rows(ago).count { $0.member == member && ActivityKinds.contributions.contains($0.type) }
  }

  func layer(_ member: Int, _ ago: ClosedRange<Int>) -> ContributorLayer? {
    let all = ids.indices.map { contributions($0, ago) }
    let order = ids.indices.sorted {
      all[$0] != all[$1]
        ? all[$0] > all[$1] : Array(ids[$0].utf8).lexicographicallyPrecedes(Array(ids[$1].utf8))
    }
    var made = 0
    for one in order where made * 2 < all.reduce(0, +) {
      if one == member { return .core }
      made += all[one]
    }
    if all[member] > 0 { return .contributor }
    let types = rows(ago).filter { $0.member == member }.map(\.type)
    if types.contains(where: ActivityKinds.reactions.contains) { return .reactor }
    return types.isEmpty ? nil : .lurker
  }
}

extension CommunityBuilder {
  static func randomActivity(seed: UInt64, members: Int, events: Int) -> CommunityBuilder {
    var random = SeededGenerator(seed: seed)
    var builder = CommunityBuilder()
    for number in 0..<members { builder.member("m\(number)", joined: "2025-01-01") }
    let types = ["login", "post", "reply", "story", "reaction", "vote", "thanks", "browse", "own"]
    for _ in 0..<events {
      let number = min(
        Int.random(in: 0..<members, using: &random), Int.random(in: 0..<members, using: &random))
      let day = Day(rawValue: 20_430 + Int32.random(in: 0..<110, using: &random))
      let hour = Int.random(in: 10...23, using: &random)
      builder.activity("m\(number)", "\(day)T\(hour):30", types.randomElement(using: &random) ?? "login")
    }
    return builder
  }
}
