import Community
import JSONTape
import Loyalty
import Texts

/// What reports about tiers have in common.
protocol TierWriting {
  var tiers: Tiers { get }
  var roster: Roster { get }
  var language: Language { get }
}

extension TierWriting {
  package var moment: Moment { tiers.moment }
  var rules: Program.TierRules { tiers.rules }
  var zone: Zone { tiers.moment.zone }
  var currency: String { roster.community.program.currency }

  func id(_ tier: Int?) -> String? { tier.map { rules.tiers[$0].id } }

  func history(of member: Member.Index) -> TierHistory {
    tiers.history(of: member, community: roster.community, figures: roster.figures)
  }

  func money(_ amount: Money) -> String { language.money(amount, currency: currency) }
  func percent(_ share: Double?) -> String { share.map { language.percent($0, decimals: 1) } ?? "–" }
  func name(_ tier: Int?) -> String { language.name(ofTier: tier, rules) }

  var timing: [(name: String, value: String)] {
    [
      (language.text(.tierProgramme), rules.programme),
      (
        language.text(.tierQuarterEnd),
        language.text(
          .tierDaysLeft, ["day": tiers.comingDay.description, "count": tiers.daysLeft])
      ),
    ]
  }
}

extension JSONWriter {
  /// What was read for conditions of a tier, with what is missing.
  mutating func field(_ key: String, _ readings: [TierReading]) {
    self.key(key)
    array { writer in
      for reading in readings {
        writer.object { writer in
          let minimum = reading.minimum
          writer.field("metric", minimum.metric.rawValue)
          switch minimum.window {
          case .days(let days): writer.field("window", days)
          case .quarter: writer.field("window", "quarter")
          case .sinceTier: writer.field("window", "since_tier")
          }
          if minimum.metric == .spend {
            writer.field("value", hundredths: reading.value)
            writer.field("min", hundredths: minimum.least)
            writer.field("missing", hundredths: reading.missing)
          } else {
            writer.field("value", reading.value)
            writer.field("min", minimum.least)
            writer.field("missing", reading.missing)
          }
        }
      }
    }
  }
}

extension JSONWriter {
  /// What lies between a member and a tier by rank; null where nothing does.
  mutating func field(_ key: String, _ gap: RankGap?) {
    self.key(key)
    guard let gap else { return null() }
    object { writer in
      writer.field("tier_en", gap.tier.english)
      writer.field("tier_zh", gap.tier.chinese)
      writer.field("place", gap.place)
      writer.field("ranked", gap.ranked)
      writer.field("score", gap.score)
      writer.field("first", gap.limit)
      writer.field("least_score", gap.leastScore)
    }
  }
}
