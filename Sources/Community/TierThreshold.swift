/// A number of the tiers that can be changed to see what that would do.
package struct TierThreshold: Hashable, Sendable {
  package enum Part: Hashable, Sendable {
    /// One of the minimums of what leads into the tier, or of what keeps it, in their order.
    case qualify(Int)
    case keep(Int)
    /// The part of members that has the tier.
    case share
  }

  /// The place of the tier.
  package var tier: Int
  package var part: Part

  package init(tier: Int, part: Part) {
    self.tier = tier
    self.part = part
  }
}

extension Program.TierRules {
  /// All thresholds, from the highest tier; those of `keep` where it's given. The lowest tier's share is what the others
  /// leave.
  package var thresholds: [TierThreshold] {
    tiers.indices.reversed().flatMap { tier -> [TierThreshold] in
      let rule = tiers[tier]
      if goesByShare {
        return tier > 0 && rule.share != nil ? [TierThreshold(tier: tier, part: .share)] : []
      }
      return (rule.qualify?.minimums ?? []).indices.map { TierThreshold(tier: tier, part: .qualify($0)) }
        + (rule.keep?.minimums ?? []).indices.map { TierThreshold(tier: tier, part: .keep($0)) }
    }
  }

  /// The minimum of a threshold; nil for shares.
  package func minimum(_ threshold: TierThreshold) -> TierMinimum? {
    guard tiers.indices.contains(threshold.tier) else { return nil }
    switch threshold.part {
    case .qualify(let place):
      let minimums = tiers[threshold.tier].qualify?.minimums ?? []
      return minimums.indices.contains(place) ? minimums[place] : nil
    case .keep(let place):
      let minimums = tiers[threshold.tier].keep?.minimums ?? []
      return minimums.indices.contains(place) ? minimums[place] : nil
    case .share: return nil
    }
  }

  /// The number at a threshold: in the metric's unit (hundredths for spend), of shares in hundredths of a percent.
  package func value(_ threshold: TierThreshold) -> Int64 {
    if let minimum = minimum(threshold) { return minimum.least }
    guard tiers.indices.contains(threshold.tier) else { return 0 }
    return Int64(((tiers[threshold.tier].share ?? 0) * 10_000).rounded())
  }

  /// The same with another number at a threshold: in the metric's unit (hundredths for spend), of shares in hundredths of
  /// a percent. Numbers below 0 are 0.
  package func setting(_ threshold: TierThreshold, to number: Int64) -> Program.TierRules {
    guard tiers.indices.contains(threshold.tier) else { return self }
    var rules = self
    func changed(_ condition: TierCondition?, _ wanted: Int) -> TierCondition? {
      var place = -1
      return condition?.mapMinimums { minimum in
        place += 1
        guard place == wanted else { return minimum }
        var minimum = minimum
        minimum.least = max(0, number)
        return minimum
      }
    }
    switch threshold.part {
    case .qualify(let place):
      rules.tiers[threshold.tier].qualify = changed(tiers[threshold.tier].qualify, place)
    case .keep(let place): rules.tiers[threshold.tier].keep = changed(tiers[threshold.tier].keep, place)
    case .share:
      let share = min(1, max(0, Double(number) / 10_000))
      let before = tiers[threshold.tier].share ?? 0
      rules.tiers[threshold.tier].share = share
      // The lowest takes what the others leave.
      if let lowest = tiers[0].share, threshold.tier > 0 {
        rules.tiers[0].share = min(1, max(0, ((lowest + before - share) * 10_000).rounded() / 10_000))
      }
    }
    return rules
  }
}
