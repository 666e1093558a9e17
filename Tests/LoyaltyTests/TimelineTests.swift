import Community
import Loyalty
import Testing

@Suite struct TimelineTests {
  private func builder() -> CommunityBuilder {
    var builder = CommunityBuilder()
    builder.host("h1", name: "Lin")
    builder.member("a", name: "张伟", joined: "2026-01-01", city: "上海", host: "h1", phone: "13812345678")
    builder.order("a", "2026-01-05", 120, category: "tea")
    builder.order("a", "2026-01-06", -20)
    builder.activity("a", "2026-01-07", "reply", to: "b", text: "好的")
    builder.answer("a", "2026-01-08", "nps", 9, ratings: [("taste", 5), ("price", 2.5)])
    builder.complaint("a", "2026-01-09")
    builder.points("a", "2026-01-10", -50, reward: "mug")
    builder.touchpoint("a", "2026-01-11", "gift")
    builder.order("a", "2026-09-01", 500)
    return builder
  }

  @Test func tellsAllThatTheFeedsSayNewestFirst() {
    var builder = builder()
    let entries = builder.roster("2026-02-01").timeline(of: builder.index("a"))
    #expect(
      entries.map(\.subject) == [
        .touchpoint, .redemption, .complaint, .survey, .activity, .refund, .purchase, .joined,
      ])
    #expect(entries[1].figure == .count(-50))
    #expect(entries[1].details.contains(.init(name: "reward", value: .text("mug"))))
    #expect(entries[2].figure == .count(3))
    #expect(entries[3].word == "nps")
    #expect(entries[3].figure == .count(9))
    #expect(entries[3].details.contains(.init(name: "ratings", value: .list(["taste 5", "price 2.5"]))))
    #expect(entries[4].text == "好的")
    #expect(entries[4].other == .member(builder.index("b")))
    #expect(entries[6].figure == .money(Money(rawValue: 12_000)))
    #expect(entries[6].word == "tea")
    #expect(entries.count == 8 && builder.roster("2026-02-01").recordCount(of: builder.index("a")) == 8)
  }

  @Test func theCardSaysWhatStandsBehindItsFigures() throws {
    var builder = builder()
    let card = builder.roster("2026-02-01").detail(of: builder.index("a")).card
    #expect(card.name == "张伟")
    #expect(card.host?.name == "Lin")
    #expect(card.profile.contains(.init(column: .phone, value: .text("138****5678"))))
    let figures = Dictionary(uniqueKeysWithValues: card.figures.map { ($0.column, $0) })
    let spend = try #require(figures[.spend])
    #expect(spend.value == .money(Money(rawValue: 10_000)))
    #expect(spend.records == 2)
    #expect(spend.reason == .amounts(bought: Money(rawValue: 12_000), refunded: Money(rawValue: -2000)))
    #expect(figures[.orders]?.reason == .purchases(refunds: 1))
    #expect(figures[.lastSeen]?.reason == .newest(.points))
    #expect(figures[.joined]?.reason == .stated)
    #expect(figures[.silent]?.value == .days(22))
    let orders = try #require(card.sources.first { $0.feed == .orders })
    #expect(orders.records == 2)
    #expect(orders.upcoming == 1)
    #expect(card.sources.count == 6)
  }
}
