import Community
import Testing

@testable import Loyalty

/// A referral that bought counts by one rule, on the path, in tiers and in points.
@Suite struct ReferralRuleTests {
  private static let now = "2026-03-01"

  /// From when on the referral of "child" counts for "anna" in points and in tiers, and how often on the path.
  private func counted(_ builder: CommunityBuilder) throws -> (points: [String], tiers: [String], path: Int) {
    var builder = builder
    builder.community.program.tiers.tiers = [
      TierRule(id: "none", name: BilingualText("none"), qualify: .least(TierMinimum(.purchases, 1_000))),
      TierRule(id: "friend", name: BilingualText("friend"), qualify: .least(TierMinimum(.referrals, 1))),
    ]
    let community = builder.community
    let figures = builder.figures(Self.now)
    let anna = try #require(community.member(id: "anna"))
    let moment = CommunityBuilder.moment(Self.now)
    let points = try #require(Points(community: community, figures: figures))
    let lines = points.ledger(of: anna).lines.filter { $0.reason == "referral" }
    let tiers = try #require(Tiers(community: community, figures: figures))
    let moves = tiers.history(of: anna, community: community, figures: figures).lines
    return (
      lines.map { moment.zone.string(from: $0.at) }, moves.map { moment.zone.string(from: $0.at) },
      Int(Referrers(community: community, figures: figures).bought[anna.value])
    )
  }

  private func expect(
    _ times: [String], sourceLocation: SourceLocation = #_sourceLocation,
    _ build: (inout CommunityBuilder) -> Void
  ) throws {
    var builder = CommunityBuilder()
    build(&builder)
    let expected = times.map { CommunityBuilder.zone.string(from: CommunityBuilder.time($0)) }
    let counted = try counted(builder)
    #expect(counted.points == expected, sourceLocation: sourceLocation)
    #expect(counted.tiers == expected, sourceLocation: sourceLocation)
    #expect(counted.path == expected.count, sourceLocation: sourceLocation)
  }

  @Test func aRecordsReferrerHasItFromTheFirstPurchaseOn() throws {
    try expect(["2026-02-01T10:00"]) {
      $0.member("anna", joined: "2026-01-01")
      $0.member("child", referrer: "anna")
      $0.order("child", "2026-02-01T10:00", 10)
    }
  }

  @Test func toldLaterOnTheDayOfThePurchaseItCountsFromThenOn() throws {
    try expect(["2026-02-01T15:00"]) {
      $0.member("anna", joined: "2026-01-01")
      $0.order("child", "2026-02-01T10:00", 10)
      $0.activity("anna", "2026-02-01T15:00", "referral", to: "child")
    }
  }

  @Test func toldOnALaterDayItIsNone() throws {
    try expect([]) {
      $0.member("anna", joined: "2026-01-01")
      $0.order("child", "2026-02-01T10:00", 10)
      $0.activity("anna", "2026-02-02T09:00", "referral", to: "child")
    }
  }

  @Test func whoeverHadBoughtBeforeTheReferrerJoinedIsNone() throws {
    try expect([]) {
      $0.member("anna", joined: "2026-02-10")
      $0.member("child", referrer: "anna")
      $0.order("child", "2026-02-01T10:00", 10)
      $0.order("child", "2026-02-20T10:00", 10)
    }
  }

  @Test func aReferrerWhoTurnsOutToHaveJoinedEarlierHasIt() throws {
    var builder = CommunityBuilder()
    builder.member("anna", joined: "2026-02-10")
    builder.member("child", referrer: "anna")
    builder.order("child", "2026-02-01T10:00", 10)
    var figures = builder.figures(Self.now)
    var points = try #require(Points(community: builder.community, figures: figures))
    var tiers = try #require(Tiers(community: builder.community, figures: figures))
    let anna = builder.index("anna")
    #expect(points.balance(anna) == 0)
    builder.activity("anna", "2026-01-15", "login")
    figures.update([anna], community: builder.community, moment: CommunityBuilder.moment(Self.now))
    points.update([anna], community: builder.community, figures: figures)
    _ = tiers.update([anna], community: builder.community, figures: figures)
    #expect(points.balance(anna) == 55)
    #expect(tiers.tier(anna) == Tiers(community: builder.community, figures: figures)?.tier(anna))
    #expect(tiers.rules.tiers[try #require(tiers.tier(anna))].id == "advocate")
  }
}
