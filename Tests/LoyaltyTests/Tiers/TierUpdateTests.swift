import Community
import Testing

@testable import Loyalty

/// What is appended changes its member's columns, history and card at once, and the sums over all, under every programme.
@Suite struct TierUpdateTests {
  private static func measures(_ builder: CommunityBuilder, _ now: String) throws -> MemberMeasures {
    let figures = builder.figures(now)
    var measures = builder.measures(now)
    measures.receive(try #require(Points(community: builder.community, figures: figures)))
    let tiers = try #require(
      Tiers(community: builder.community, figures: figures, points: measures.points))
    measures.receive(
      TierFigures(tiers, community: builder.community, figures: figures, measures: measures))
    return measures
  }

  @Test(arguments: TierProgramme.allCases) func oneOrderMovesItsMember(_ programme: TierProgramme) throws {
    var builder = CommunityBuilder()
    builder.community.program.tiers.programme = programme.rawValue
    builder.community.program.tiers.tiers = programme.tiers
    // Ten who bought more and more, the last of them least of all.
    for number in 0..<10 {
      for order in 0...(9 - number) / 3 {
        builder.order("m\(number)", "2025-1\(order % 3)-0\(1 + order)", Double(100 * (10 - number)))
      }
    }
    let now = "2026-02-10"
    let before = builder.roster(now).with(try Self.measures(builder, now))
    let last = builder.index("m9")
    let tierBefore = before.value(.tier, of: last)
    // Enough for every programme, on a day of the quarter that is over and on one of this.
    for day in ["2025-12-20", "2025-12-21", "2025-12-22", "2026-01-10"] { builder.order("m9", day, 9_000) }
    let figures = builder.figures(now)
    let after = before.withTiers(of: [last], community: builder.community, figures: figures)
      .updated(community: builder.community, figures: figures, moment: before.moment)
    #expect(after.value(.tier, of: last) != tierBefore)
    // What was there before still is.
    #expect(before.value(.tier, of: last) == tierBefore)
    // The card.
    let tiers = try #require(after.measures?.tiers)
    let history = tiers.history(of: last, community: builder.community, figures: figures)
    let standing = try #require(after.tierStanding(last, history))
    #expect(standing.tier == tiers.tier(last).map { programme.tiers[$0].name })
    #expect(standing.reason != nil)
    // The history.
    #expect(history.lines.last?.tier == tiers.tier(last))
    #expect(after.value(.tierSince, of: last) == history.lines.last.map { .instant($0.at) })
    // The sums over all.
    let levels = try #require(after.measures?.tierFigures?.levels)
    #expect(levels.map(\.members) == programme.tiers.indices.map { tiers.count($0) })
    #expect(levels.map(\.members) != before.measures?.tierFigures?.levels.map(\.members))
  }

  /// The sums that follow member by member are those of all counted again.
  @Test(arguments: TierProgramme.allCases) func sumsFollow(_ programme: TierProgramme) throws {
    for seed in UInt64(1)...20 {
      var builder = CommunityBuilder.random(seed: seed, members: 20, events: 200)
      builder.community.program.tiers.tiers = programme.tiers
      let now = "2026-03-20"
      var measures = try Self.measures(builder, now)
      for step in 0..<6 {
        let id = step == 3 ? "new\(seed)" : builder.community.members.id(Member.Index(step * 3))
        builder.order(id, "2026-0\(1 + step % 3)-05", Double(step * 700))
        let figures = builder.figures(now)
        measures.updatePoints(of: [builder.index(id)], community: builder.community, figures: figures)
        measures.updateTiers(of: [builder.index(id)], community: builder.community, figures: figures)
        let tiers = try #require(measures.tiers)
        let anew = TierFigures(tiers, community: builder.community, figures: figures, measures: measures)
        let sums = try #require(measures.tierFigures)
        #expect(sums.levels.map(\.members) == anew.levels.map(\.members), "seed \(seed)")
        #expect(sums.levels.map(\.spend) == anew.levels.map(\.spend))
        #expect(sums.levels.map(\.spendShare) == anew.levels.map(\.spendShare))
        #expect(
          sums.levels.map { [$0.up, $0.keep, $0.drop, $0.tasks, $0.grace] }
            == anew.levels.map { [$0.up, $0.keep, $0.drop, $0.tasks, $0.grace] })
        #expect(sums.without.members == anew.without.members && sums.members == anew.members)
        #expect(sums.moves == anew.moves)
      }
    }
  }
}
