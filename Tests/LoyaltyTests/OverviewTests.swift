import Community
import Loyalty
import Testing

@Suite struct OverviewTests {
  @Test func countsFeedsMembersAndMonths() {
    var builder = CommunityBuilder()
    builder.host("h1")
    builder.member("a", joined: "2025-12-31")
    builder.member("b", joined: "2026-01-01")
    builder.member("later", joined: "2026-05-01")
    builder.order("a", "2026-01-31T23:59", 10)
    builder.order("a", "2026-02-01T00:00", 20)
    builder.order("a", "2026-02-02", -5)
    builder.order("c", "2026-04-01", 99)
    builder.activity("b", "2026-02-03", "login")
    let moment = CommunityBuilder.moment("2026-02-10")
    let figures = MemberFigures(community: builder.community, moment: moment)
    var overview = OverviewFigures(community: builder.community, figures: figures, moment: moment)
    #expect(overview.listed == 2)
    // "c" isn't listed before the order that is to come.
    #expect(overview.withoutRecord == 0)
    #expect(overview.hosts == 1)
    #expect(overview.orders == 2)
    #expect(overview.spend == Money(rawValue: 2500))
    #expect(overview.feed(.orders).records == 4)
    #expect(overview.feed(.orders).upcoming == 1)
    #expect(overview.newestEvent == CommunityBuilder.time("2026-02-03"))
    #expect(overview.seen(inLast: 30) == 2)
    #expect(overview.seenShare == 1)
    let months = overview.months()
    #expect(months.count == 24)
    #expect(months.suffix(3).map(\.joined) == [1, 1, 0])
    #expect(months.suffix(3).map(\.orders) == [0, 1, 1])
    #expect(months.suffix(3).map(\.spend.rawValue) == [0, 1000, 1500])

    let april = CommunityBuilder.moment("2026-04-02")
    var advanced = figures
    advanced.advance(to: april, community: builder.community)
    overview.update(community: builder.community, figures: advanced, moment: april)
    #expect(overview.feed(.orders).upcoming == 0)
    #expect(overview.months().last?.orders == 1)
    #expect(overview.listed == 3)
    #expect(overview.withoutRecord == 1)
    #expect(overview.newestEvent == CommunityBuilder.time("2026-04-01"))
  }

  @Test(arguments: 1...8) func countsAreThoseOfTheFilters(seed: Int) throws {
    var numbers = SeededGenerator(seed: UInt64(seed))
    var builder = CommunityBuilder()
    func day() -> String {
      let month = Int.random(in: 1...12, using: &numbers)
      return "2026-\(month < 10 ? "0" : "")\(month)-\(Int.random(in: 10...28, using: &numbers))"
    }
    for number in 0..<60 {
      if number % 3 > 0 { builder.member("m\(number)", joined: number % 3 == 1 ? day() : nil) }
      for _ in 0..<Int.random(in: 0...3, using: &numbers) { builder.order("m\(number)", day(), 10) }
      if Bool.random(using: &numbers) { builder.activity("m\(number)", day(), "login") }
    }
    builder.host("m4")
    let moment = CommunityBuilder.moment("2026-08-15")
    var figures = MemberFigures(
      community: builder.community, moment: CommunityBuilder.moment("2026-05-01"))
    figures.advance(to: moment, community: builder.community)
    let overview = OverviewFigures(community: builder.community, figures: figures, moment: moment)
    let roster = Roster(community: builder.community, figures: figures, moment: moment, mask: .standard)
    func count(_ filter: String) throws -> Int? {
      let query = MemberQuery(filter: try MemberFilter(parsing: filter), order: .standard)
      return roster.firstScreenful(query, count: 1).matched
    }
    #expect(try overview.buyers == count("orders>0"))
    #expect(try overview.repeatBuyers == count("orders>1"))
    #expect(try overview.silent(forMoreThan: 90) == count("silent>90d"))
    #expect(try overview.seen(inLast: 30) == count("last_seen:30d"))
  }

  @Test func latestIsTheNewestEventUpToTheClock() {
    var builder = CommunityBuilder()
    builder.order("a", "2026-01-01", 10)
    builder.activity("a", "2026-06-01", "login")
    let newest = { Moment.newestEvent(in: builder.community, until: CommunityBuilder.time($0)) }
    #expect(newest("2026-03-01") == CommunityBuilder.time("2026-01-01"))
    #expect(newest("2026-07-01") == CommunityBuilder.time("2026-06-01"))
    #expect(newest("2025-07-01") == nil)
  }
}
