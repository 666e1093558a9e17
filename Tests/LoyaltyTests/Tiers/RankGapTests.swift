import Community
import Testing

@testable import Loyalty

/// Where tiers go by rank, what is missing is a place and a score.
@Suite struct RankGapTests {
  /// Forty members, of whom every other buys again a year later.
  private static func builder() -> CommunityBuilder {
    var builder = CommunityBuilder()
    builder.community.program.tiers.tiers = TierProgramme.rfm6.tiers
    for number in 0..<40 {
      let id = "m\(number < 10 ? "0" : "")\(number)"
      builder.order(id, "2025-0\(1 + number % 3)-\(10 + number % 15)", Double(10 + number * 7 % 40))
      if number % 2 == 0 { builder.order(id, "2026-02-\(10 + number % 15)", Double(10 + number)) }
    }
    return builder
  }

  @Test func whoeverIsRankedOutHasNoRankAndNoScore() throws {
    let builder = Self.builder()
    let figures = builder.figures("2026-06-15")
    let tiers = try #require(Tiers(community: builder.community, figures: figures))
    func past(_ member: Member.Index) -> TierHistory {
      tiers.history(of: member, community: builder.community, figures: figures)
    }
    let all = (0..<tiers.count).map { Member.Index($0) }
    let out = try #require(all.first { past($0).lines.last?.reason == .unranked })
    let history = past(out)
    #expect(tiers.tier(out) == 0 && tiers.next(out) == 0)
    let gap = try #require(history.rankToNext)
    #expect(gap.place == nil && gap.score == nil)
    // Of twenty ranked, all but seven are above the lowest tier.
    #expect(gap.ranked == 20 && gap.limit == 13 && gap.windowDays == 365)
    #expect(gap.tier == tiers.rules.tiers[1].name)
    #expect(history.rankToKeep == nil)
  }

  @Test func aGapIsThereExactlyWhereTodaysRankingGivesLess() throws {
    let builder = Self.builder()
    for moment in ["2025-05-01", "2026-02-20", "2026-04-15", "2026-06-15"] {
      let figures = builder.figures(moment)
      let tiers = try #require(Tiers(community: builder.community, figures: figures))
      for number in 0..<tiers.count {
        let member = Member.Index(number)
        let history = tiers.history(of: member, community: builder.community, figures: figures)
        let isLost = tiers.outlook(member) == .drop
        #expect((history.rankToKeep != nil) == isLost)
        for gap in [history.rankToNext, history.rankToKeep].compactMap({ $0 }) {
          // Who has the score that it takes lacks spend.
          if let score = gap.score { #expect(score <= gap.leastScore) }
          #expect(gap.limit <= gap.ranked && (3...15).contains(gap.leastScore))
        }
        if tiers.outlook(member) == .up { #expect(history.rankToNext == nil) }
      }
    }
  }
}
