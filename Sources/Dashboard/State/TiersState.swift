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
