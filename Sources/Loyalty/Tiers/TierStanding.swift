import Community

/// Where a member stands between two tiers, for a card.
package struct TierStanding: Hashable, Sendable {
  package var tier: BilingualText?
  package var since: Instant?
  /// Why the member came to the tier; nil without one.
  package var reason: TierHistory.Reason?
  package var nextTier: BilingualText?
  /// 0–100; nil where there's nothing above, or nothing to be lost.
  package var next: Double?
  package var keep: Double?
  package var missingToNext: [TierReading]
  package var missingToKeep: [TierReading]
  package var rankToNext: RankGap?
  package var rankToKeep: RankGap?
  package var misses: Int
  /// After so many misses the tier is lost.
  package var missesAllowed: Int
  package var isGrace: Bool
  package var outlook: TierOutlook?
  package var comingDay: Day
  package var daysLeft: Int
}

extension Roster {
  /// Nil while tiers aren't computed, and for a programme without any.
  ///
  /// - Parameter history: of the member's tier.
  func tierStanding(_ member: Member.Index, _ history: TierHistory) -> TierStanding? {
    guard let tiers = measures?.tiers, !tiers.rules.tiers.isEmpty else { return nil }
    let rules = tiers.rules.tiers
    let tier = tiers.tier(member)
    let next = tiers.nextTier(member)
    return TierStanding(
      tier: tier.map { rules[$0].name }, since: tiers.since(member), reason: history.lines.last?.reason,
      nextTier: next.map { rules[$0].name }, next: tiers.next(member),
      keep: (tier ?? 0) > 0 ? tiers.keep(member) : nil, missingToNext: history.missingToNext,
      missingToKeep: history.missingToKeep, rankToNext: history.rankToNext, rankToKeep: history.rankToKeep,
      misses: tiers.misses(member), missesAllowed: tiers.rules.misses,
      isGrace: tiers.isGrace(member), outlook: tiers.outlook(member), comingDay: tiers.comingDay,
      daysLeft: tiers.daysLeft)
  }
}
