import Community

/// What lies between a member and a tier that goes by rank, as the ranking would be if the quarter ended now.
package struct RankGap: Hashable, Sendable {
  package var tier: BilingualText
  /// Where the member stands, the mean place of all with the same score; nil for who isn't ranked.
  package var place: Double?
  /// R + F + M, 3–15; nil for who isn't ranked.
  package var score: Int?
  package var ranked: Int
  /// Up to which place from the top the tier is taken, and the least score that is among them.
  package var limit: Int
  package var leastScore: Int
  /// Whoever bought in so many days is ranked.
  package var windowDays: Int
}

extension ShareLadder {
  /// The least score of which anybody is within the places of a tier.
  func leastScore(of tier: Int) -> Int {
    var least = 15
    var before = 0
    for score in (3...15).reversed() where scores.tally[score] > 0 {
      guard before < limits[tier] else { break }
      least = score
      before += scores.tally[score]
    }
    return least
  }
}

extension TierShares {
  /// What lies between a member and a tier; nil where today's ranking would give it.
  ///
  /// - Parameters:
  ///   - reached: the tier by today's ranking, -1 for who isn't ranked.
  ///   - score: the sum of the three scores now, 0 for them.
  func gap(to tier: Int, reached: Int8, score: Int, _ rules: Program.TierRules) -> RankGap? {
    guard rules.tiers.indices.contains(tier), Int(reached) < tier else { return nil }
    let standing = today.scores.standing(score)
    return RankGap(
      tier: rules.tiers[tier].name, place: standing?.place, score: standing?.score,
      ranked: standing?.ranked ?? today.scores.ranked, limit: today.limits[tier],
      leastScore: today.leastScore(of: tier), windowDays: windowDays)
  }
}
