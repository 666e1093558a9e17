import Community
import Loyalty
import Texts

extension Language {
  /// The name of a tier; nil stands for none.
  package func name(ofTier tier: Int?, _ rules: Program.TierRules) -> String {
    tier.map { text(rules.tiers[$0].name) } ?? text(.tierNone)
  }

  package func text(_ metric: TierMetric) -> String {
    switch metric {
    case .spend: text(.tierMetricSpend)
    case .purchases: text(.tierMetricPurchases)
    case .activeDays: text(.tierMetricActiveDays)
    case .contributions: text(.tierMetricContributions)
    case .points: text(.tierMetricPoints)
    case .referrals: text(.tierMetricReferrals)
    case .lastNPS: text(.tierMetricLastNPS)
    }
  }

  package func text(_ window: TierWindow) -> String {
    switch window {
    case .days(let days): text(.tierWindowDays, ["days": days])
    case .quarter: text(.tierWindowQuarter)
    case .sinceTier: text(.tierWindowSince)
    }
  }

  /// A value of a metric in its unit.
  package func text(_ value: Int64, of metric: TierMetric, currency: String) -> String {
    metric == .spend ? money(Money(rawValue: value), currency: currency) : number(value)
  }

  /// 'spend ¥1,700 of ¥1,800 in 365 d'.
  package func text(_ reading: TierReading, currency: String) -> String {
    let metric = reading.minimum.metric
    return text(
      .tierReadingOf,
      [
        "metric": text(metric),
        "value": reading.value.map { text($0, of: metric, currency: currency) } ?? "–",
        "least": text(reading.minimum.least, of: metric, currency: currency),
        "window": text(reading.minimum.window),
      ])
  }

  /// What is to be done, in units that a member understands: '¥300 more, 2 more purchases'.
  package func missing(_ readings: [TierReading], _ rank: RankGap? = nil, currency: String) -> String {
    if let rank { return text(rank) }
    if readings.isEmpty { return text(.tierMissingNothing) }
    return readings.map { reading in
      let count = Int(reading.missing)
      return switch reading.minimum.metric {
      case .spend:
        text(
          .tierMissingSpend,
          ["amount": money(Money(rawValue: reading.missing), currency: currency, precision: .whole)])
      case .purchases: text(.tierMissingPurchases, ["count": count])
      case .activeDays: text(.tierMissingActiveDays, ["count": count])
      case .contributions: text(.tierMissingContributions, ["count": count])
      case .points: text(.tierMissingPoints, ["count": count])
      case .referrals: text(.tierMissingReferrals, ["count": count])
      case .lastNPS: text(.tierMissingNPS, ["count": count])
      }
    }.joined(separator: self == .english ? ", " : "，")
  }

  /// Where a member stands, and from which place and score on the tier is.
  package func text(_ gap: RankGap) -> String {
    let goal = text(
      .tierRankGoal,
      [
        "tier": text(gap.tier), "limit": number(gap.limit), "of": number(gap.ranked),
        "score": gap.leastScore,
      ])
    let now =
      if let place = gap.place, let score = gap.score {
        text(.tierRankNow, ["place": number(place, decimals: 0), "score": score])
      } else {
        text(.tierRankNone, ["days": gap.windowDays])
      }
    return now + (self == .english ? "; " : "；") + goal
  }

  /// Why a member moved.
  package func text(_ reason: TierHistory.Reason, currency: String) -> String {
    func all(_ readings: [TierReading]) -> String {
      readings.map { text($0, currency: currency) }.joined(separator: self == .english ? ", " : "，")
    }
    switch reason {
    case .met([]): return text(.tierReasonAnything)
    case .met(let readings): return text(.tierReasonMet, ["what": all(readings)])
    case .missed(let quarters, let readings):
      return text(.tierReasonMissed, ["count": quarters, "what": all(readings)])
    case .ranked(let place, let of, let score):
      return text(
        .tierReasonRanked, ["place": number(place, decimals: 0), "of": of, "score": score])
    case .unranked: return text(.tierReasonUnranked)
    }
  }
}
