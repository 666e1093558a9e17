import Community
import Loyalty
import Testing

@Suite struct MemberFiguresTests {
  @Test func ordersCountPurchasesAndSpendSumsRefundsToo() {
    var builder = CommunityBuilder()
    builder.order("a", "2026-01-01", 100)
    builder.order("a", "2026-01-02", 0)
    builder.order("a", "2026-01-03", -30.5)
    let figures = builder.figures("2026-02-01")
    let member = builder.index("a")
    #expect(figures.orders(member) == 2)
    #expect(figures.spend(member) == Money(rawValue: 6950))
    #expect(figures.lastOrder(member) == CommunityBuilder.time("2026-01-02"))
  }

  @Test func membersAreSeenByPurchaseActivityAnswerAndRedemptionAlone() {
    var builder = CommunityBuilder()
    builder.order("buyer", "2026-01-01", 1)
    builder.order("buyer", "2026-01-09", -1)
    builder.activity("poster", "2026-01-02", "post")
    builder.answer("answerer", "2026-01-03", "nps", 9)
    builder.points("redeemer", "2026-01-04", -100, reward: "mug")
    builder.points("redeemer", "2026-01-09", 10)
    builder.touchpoint("touched", "2026-01-05", "gift")
    builder.complaint("angry", "2026-01-06")
    let figures = builder.figures("2026-02-01")
    #expect(figures.lastSeen(builder.index("buyer")) == CommunityBuilder.time("2026-01-01"))
    #expect(figures.lastSeen(builder.index("poster")) == CommunityBuilder.time("2026-01-02"))
    #expect(figures.lastSeen(builder.index("answerer")) == CommunityBuilder.time("2026-01-03"))
    #expect(figures.lastSeen(builder.index("redeemer")) == CommunityBuilder.time("2026-01-04"))
    #expect(figures.lastSeen(builder.index("touched")) == nil)
    #expect(figures.lastSeen(builder.index("angry")) == nil)
    #expect(figures.firstEvent(builder.index("angry")) == CommunityBuilder.time("2026-01-06"))
  }

  @Test func joiningIsNoLaterThanTheFirstEvent() {
    var builder = CommunityBuilder()
    builder.member("early", joined: "2025-12-01")
    builder.member("late", joined: "2026-01-20")
    builder.member("silent", joined: "2026-01-20")
    for id in ["early", "late", "unsaid"] { builder.complaint(id, "2026-01-10") }
    let figures = builder.figures("2026-02-01")
    #expect(figures.joined(builder.index("early")) == CommunityBuilder.time("2025-12-01"))
    #expect(figures.joined(builder.index("late")) == CommunityBuilder.time("2026-01-10"))
    #expect(figures.joined(builder.index("unsaid")) == CommunityBuilder.time("2026-01-10"))
    #expect(figures.joined(builder.index("silent")) == CommunityBuilder.time("2026-01-20"))
  }

  @Test func membersAreListedFromJoiningOrTheFirstEventOn() {
    var builder = CommunityBuilder()
    builder.member("joins later", joined: "2026-03-01")
    builder.order("buys later", "2026-03-01", 10)
    builder.member("undated")
    builder.member("here", joined: "2026-01-01")
    var figures = builder.figures("2026-02-01")
    let ids = ["joins later", "buys later", "undated", "here"]
    #expect(ids.map { figures.isListed(builder.index($0)) } == [false, false, true, true])
    #expect(figures.listedCount == 2)
    figures.advance(to: CommunityBuilder.moment("2026-03-02"), community: builder.community)
    #expect(ids.allSatisfy { figures.isListed(builder.index($0)) })
    #expect(figures.listedCount == 4)
  }

  @Test func nothingAfterNowCountsUntilItsTimeComes() {
    var builder = CommunityBuilder()
    builder.order("a", "2026-01-01", 10)
    builder.order("a", "2026-01-05", 20)
    var figures = builder.figures("2026-01-03")
    let member = builder.index("a")
    #expect(figures.spend(member) == Money(rawValue: 1000))
    #expect(!figures.changes(by: CommunityBuilder.moment("2026-01-04")))
    #expect(figures.changes(by: CommunityBuilder.moment("2026-01-05")))
    figures.advance(to: CommunityBuilder.moment("2026-01-05"), community: builder.community)
    #expect(figures.spend(member) == Money(rawValue: 3000))
    figures.advance(to: CommunityBuilder.moment("2026-01-02"), community: builder.community)
    #expect(figures.spend(member) == Money(rawValue: 1000))
  }

  @Test func aMemberWhoseIDIsAHostsIsNotListed() {
    var builder = CommunityBuilder()
    builder.member("h1", joined: "2026-01-01")
    builder.member("m1", joined: "2026-01-01")
    var figures = builder.figures("2026-02-01")
    builder.host("h1")
    figures.update([], community: builder.community, moment: CommunityBuilder.moment("2026-02-01"))
    #expect(!figures.isListed(builder.index("h1")))
    #expect(figures.listedCount == 1)
  }

  @Test func theEarliestReferralNamesTheInviter() {
    var builder = CommunityBuilder()
    builder.member("child", referrer: "child")
    builder.activity("second", "2026-01-05", "referral", to: "child")
    builder.activity("first", "2026-01-04", "referral", to: "child")
    builder.activity("child", "2026-01-01", "referral", to: "child")
    builder.activity("future", "2026-02-04", "referral", to: "other")
    builder.member("stated", referrer: "somebody")
    builder.activity("first", "2026-01-04", "referral", to: "stated")
    let roster = builder.roster("2026-02-01")
    #expect(roster[.referrer, builder.index("child")] == .text("first"))
    #expect(roster[.referrer, builder.index("stated")] == .text("somebody"))
    #expect(roster[.referrer, builder.index("other")] == .unknown)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func updatesAgreeWithComputingAnew(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var builder = CommunityBuilder.random(seed: seed, members: 60, events: 400)
    var figures = builder.figures("2026-02-01")
    var overview = OverviewFigures(
      community: builder.community, figures: figures, moment: CommunityBuilder.moment("2026-02-01"))
    var ids = (0..<60).map { builder.community.members.id(Member.Index($0)) }
    for step in 0..<30 {
      let before = builder.community
      if step % 5 == 0 { ids.append("new \(step)") }
      for _ in 0..<5 { builder.randomEvent(ids, &random) }
      if step % 3 == 0, let id = ids.randomElement(using: &random) {
        builder.member(id, joined: CommunityBuilder.day(&random))
      }
      let day = Day(rawValue: 20_454 + 31 + Int32(step))
      let moment = CommunityBuilder.moment("\(day)T12:00")
      let touched = (0..<builder.community.members.count).map { Member.Index($0) }.filter { member in
        member.value >= before.members.count
          || before.members.joined(member) != builder.community.members.joined(member)
          || Feed.events.contains { before.rows($0, of: member) != builder.community.rows($0, of: member) }
      }
      figures.update(touched, community: builder.community, moment: moment)
      overview.update(community: builder.community, figures: figures, moment: moment)
      let anew = MemberFigures(community: builder.community, moment: moment)
      for member in touched.indices.map({ touched[$0] }) + (0..<60).map({ Member.Index($0) }) {
        #expect(summary(figures, member) == summary(anew, member))
      }
      #expect(figures.listedCount == anew.listedCount)
      #expect(
        overview.months()
          == OverviewFigures(community: builder.community, figures: anew, moment: moment).months())
    }
  }

  @Test(arguments: [4, 5] as [UInt64])
  func figuresAgreeWithASecondComputation(seed: UInt64) {
    let builder = CommunityBuilder.random(seed: seed, members: 50, events: 500)
    let figures = builder.figures("2026-02-10")
    let now = CommunityBuilder.time("2026-02-10")
    for number in 0..<50 {
      let member = Member.Index(number)
      var orders = 0
      var spend = Money.zero
      var seen: [Instant] = []
      var events: [Instant] = []
      for feed in Feed.events {
        let segment = builder.community[feed].segments[0]
        for row in 0..<segment.count
        where segment.party(row) == .member(member) && segment.instant(row) <= now {
          events.append(segment.instant(row))
          switch feed {
          case .orders:
            let amount = segment.money(OrderField.amount, row) ?? .zero
            spend += amount
            if amount >= .zero {
              orders += 1
              seen.append(segment.instant(row))
            }
          case .activity: seen.append(segment.instant(row))
          case .surveys:
            // A detractor's answer is no sign of life.
            if segment.integer(SurveyField.score, row) ?? 0 > 6 { seen.append(segment.instant(row)) }
          case .points:
            if segment.symbol(PointField.reward, row) != .none { seen.append(segment.instant(row)) }
          default: break
          }
        }
      }
      #expect(figures.orders(member) == orders)
      #expect(figures.spend(member) == spend)
      #expect(figures.lastSeen(member) == seen.max())
      #expect(figures.firstEvent(member) == events.min())
    }
  }

  private func summary(_ figures: MemberFigures, _ member: Member.Index) -> [String] {
    [
      "\(figures.orders(member))", "\(figures.spend(member))", "\(figures.isListed(member))",
      "\(String(describing: figures.lastSeen(member)))", "\(String(describing: figures.firstEvent(member)))",
      "\(String(describing: figures.joined(member)))", "\(String(describing: figures.lastOrder(member)))",
      "\(String(describing: figures.inviter(member)))",
    ]
  }
}
