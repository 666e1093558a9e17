import Community
import Testing

@testable import Loyalty

/// What follows a redemption, and who is to be reminded.
@Suite struct PointsResponseTests {
  private func response(_ builder: CommunityBuilder, _ now: String, workers: Int = 1) throws -> PointsResponse
  {
    try #require(
      PointsResponse(
        community: builder.community, figures: builder.figures(now), on: Computation(workers: workers)))
  }

  @Test func theNextActionIsTheNextSign() throws {
    var builder = CommunityBuilder()
    builder.points("a", "2026-01-01T10:00", -5, reward: "mug")
    builder.order("a", "2026-01-01T10:00", 30)
    builder.order("a", "2026-01-03T10:00", -30)
    builder.activity("a", "2026-01-04T10:00", "login")
    builder.points("b", "2026-01-01T10:00", -5, reward: "mug")
    builder.points("b", "2026-01-02T10:00", -5, reward: "mug")
    builder.points("c", "2026-03-01T10:00", -5, reward: "mug")
    let response = try response(builder, "2026-03-02")
    #expect(response.redemptions == 4)
    #expect(response.followed == 2)
    // What happens at the same instant and refunds are no actions: three days for one, a day for the other.
    #expect(response.median == Int64(2 * 86_400_000))
    #expect(response.decided == 3)
    #expect(response.followedSoon == 2)
    #expect(response.members == 3)
    #expect(response.membersAgain == 2)
  }

  /// Redemption by redemption, over all that a member ever did.
  @Test func agreesWithASecondComputation() throws {
    for seed in 1...40 {
      let builder = CommunityBuilder.random(seed: UInt64(seed), members: 12, events: 300)
      let now = CommunityBuilder.time("2026-03-20")
      let figures = builder.figures("2026-03-20")
      var waits: [Int64] = []
      var redeemed = 0
      var again: Set<Int> = []
      for number in 0..<12 {
        let member = Member.Index(number)
        guard figures.isListed(member) else { continue }
        var actions: [(at: Instant, isRedemption: Bool)] = []
        for feed in [Feed.orders, .activity, .surveys, .points] {
          for row in builder.community.rows(feed, of: member) {
            let (segment, offset) = builder.community[feed][row]
            let isRedemption = feed == .points && segment.symbol(PointField.reward, offset) != .none
            if feed == .points, !isRedemption { continue }
            if feed == .orders, segment.integers[OrderField.amount.slot][offset] < 0 { continue }
            if segment.instant(offset) <= now { actions.append((segment.instant(offset), isRedemption)) }
          }
        }
        for redemption in actions where redemption.isRedemption {
          redeemed += 1
          guard let next = actions.map(\.at).filter({ $0 > redemption.at }).min() else { continue }
          waits.append(next.rawValue - redemption.at.rawValue)
          let zone = CommunityBuilder.zone
          if zone.day(of: next).days(since: zone.day(of: redemption.at)) <= 30 { again.insert(number) }
        }
      }
      let response = try response(builder, "2026-03-20", workers: 2)
      #expect(response.redemptions == redeemed)
      #expect(response.followed == waits.count)
      #expect(response.membersAgain == again.count)
      waits.sort()
      if !waits.isEmpty {
        let middle = waits[(waits.count - 1) / 2] + waits[waits.count / 2]
        #expect(response.median == middle / 2)
      }
    }
  }

  @Test func whoeverHasPointsThatExpireSoonIsReminded() throws {
    var history = PointsHistory()
    for id in ["a", "b", "c", "d"] { history.person(id) }
    history.person("e", household: "d")
    history.points("a", "2026-01-01", 10, expires: "2026-03-01")
    history.points("b", "2026-01-01", 20, expires: "2026-02-20")
    history.points("c", "2026-01-01", 20, expires: "2026-03-03")
    history.points("e", "2026-01-01", 30, expires: "2026-02-20")
    var builder = history.builder()
    builder.member("b", phone: "13812345678")
    builder.touchpoint("a", "2026-01-30T10:00", "push")
    let rule = builder.community.symbols.intern(PointsReminders.rule).rawValue
    builder.community[.touchpoints].segments[0].symbols[TouchpointField.trigger.slot] = [rule]
    let figures = builder.figures("2026-02-01")
    let points = try #require(Points(community: builder.community, figures: figures))
    let log = DecisionLog(community: builder.community, moment: points.moment)
    let reminders = PointsReminders(points, decisions: log).reminders
    // The household's main member in place of whoever earned; c's expire in 30 days, which is the 31st with today.
    let ids = reminders.map { builder.community.members.id($0.member) }
    #expect(ids == ["d", "b", "a"])
    #expect(reminders.map(\.points) == [30, 20, 10])
    #expect(reminders.map(\.days) == [19, 19, 28])
    #expect(reminders[2].reminded == CommunityBuilder.time("2026-01-30T10:00"))
    #expect(reminders.map(\.isDue) == [false, true, false])
  }
}
