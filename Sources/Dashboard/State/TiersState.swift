import Community
import Loyalty

/// A part of the panel of tiers that takes the keys.
public enum TiersSection: String, CaseIterable, Sendable {
  case forecast, pyramid, moves, rfm, points, benefits, whatIf
}

/// The panel of tiers: who is in which, who goes up or down at the quarter's end, points, and what other thresholds
/// would do.
public struct TiersState: Sendable {
  /// Nil until it is worked out.
  @Indirect public var board: TierBoard? = nil
  public var section = TiersSection.forecast
  /// The section shown last beside the forecast, where there's room for both.
  public var beside = TiersSection.points
  public var group = ForecastGroup.atRisk
  /// Selected lines, and what is scrolled away, by section.
  public var places: [TiersSection: Place] = [:]
  public var whatIf: WhatIfState?

  public init() {}

  /// A place in a list that follows what is selected, not where it stood.
  public struct Place: Hashable, Sendable {
    /// The id of the selected member, or the name of the selected line.
    public var key: String?
    public var scroll = ScrollState()
  }
}

/// Whom the forecast lists.
public enum ForecastGroup: String, CaseIterable, Sendable {
  /// Whoever goes down, and whoever has a keep task.
  case atRisk
  case rising
}

/// Thresholds of the tiers while they are being tried out.
public struct WhatIfState: Sendable {
  /// With the numbers tried.
  public var rules: Program.TierRules
  /// What is in force.
  public var saved: Program.TierRules
  /// The number being typed for the selected threshold.
  public var line: LineEditor?
  /// The rules before it was typed.
  var before: Program.TierRules?
  /// What the rules would make of the members; nil while it's worked out.
  public var outcome: TierWhatIf.Outcome?
  /// Of the newest request.
  public var generation = 0

  public var isChanged: Bool { rules != saved }
}

/// A number in the rules that can be tried.
public struct TierThreshold: Hashable, Sendable {
  public enum Part: Hashable, Sendable {
    /// The minimum at a place among those that lead into the tier, or keep it.
    case qualify(Int)
    case keep(Int)
    /// The tier's share of members, in hundredths of a percent.
    case share
  }

  public var tier: Int
  public var part: Part

  /// Every number in the rules, tier by tier from the highest.
  public static func all(in rules: Program.TierRules) -> [TierThreshold] {
    rules.tiers.indices.reversed().flatMap { tier -> [TierThreshold] in
      let rule = rules.tiers[tier]
      // The lowest tier takes whoever is left.
      if rules.goesByShare {
        return tier > 0 && rule.share != nil ? [TierThreshold(tier: tier, part: .share)] : []
      }
      let qualify = (rule.qualify?.minimums ?? []).indices.map {
        TierThreshold(tier: tier, part: .qualify($0))
      }
      let keep = (rule.keep?.minimums ?? []).indices.map { TierThreshold(tier: tier, part: .keep($0)) }
      return qualify + keep
    }
  }

  /// The minimum that it's about; nil for shares.
  public func minimum(in rules: Program.TierRules) -> TierMinimum? {
    switch part {
    case .qualify(let place): rules.tiers[tier].qualify.map { $0.minimums[place] }
    case .keep(let place): rules.tiers[tier].keep.map { $0.minimums[place] }
    case .share: nil
    }
  }

  /// In hundredths for spend and, of a percent, for shares.
  public func value(in rules: Program.TierRules) -> Int64 {
    if let minimum = minimum(in: rules) { return minimum.least }
    return Int64(((rules.tiers[tier].share ?? 0) * 10_000).rounded())
  }

  public func set(_ value: Int64, in rules: inout Program.TierRules) {
    func changed(_ condition: TierCondition?, _ wanted: Int) -> TierCondition? {
      var place = -1
      return condition?.mapMinimums { minimum in
        place += 1
        var minimum = minimum
        if place == wanted { minimum.least = value }
        return minimum
      }
    }
    switch part {
    case .qualify(let place): rules.tiers[tier].qualify = changed(rules.tiers[tier].qualify, place)
    case .keep(let place): rules.tiers[tier].keep = changed(rules.tiers[tier].keep, place)
    case .share: rules.tiers[tier].share = Double(value) / 10_000
    }
  }
}
