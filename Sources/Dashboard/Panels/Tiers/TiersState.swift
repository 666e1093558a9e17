import Bytes
import Community
import Loyalty

/// A part of the panel of tiers that takes the keys.
package enum TiersSection: String, CaseIterable, Sendable {
  case forecast, pyramid, moves, rfm, points, benefits, whatIf
}

/// The panel of tiers: who is in which, who goes up or down at the quarter's end, points, and what other thresholds
/// would do.
package struct TiersState: PanelState {
  /// Nil until it is worked out.
  @Boxed package var board: TierBoard? = nil
  package var section = TiersSection.forecast
  /// The section shown last beside the forecast, where there's room for both.
  package var beside = TiersSection.points
  package var group = ForecastGroup.atRisk
  /// Selected lines, and what is scrolled away, by section.
  package var places: [TiersSection: ListPlace] = [:]
  package var whatIf: WhatIfState?
  /// The number of the newest request to try thresholds out.
  var whatIfGeneration = 0

  package init() {}
}

/// Whom the forecast lists.
package enum ForecastGroup: String, CaseIterable, Sendable {
  /// Whoever goes down, and whoever has a keep task.
  case atRisk
  case rising
}

/// Thresholds of the tiers while they are being tried out.
package struct WhatIfState: Sendable {
  /// With the numbers tried.
  package var rules: Program.TierRules
  /// What is in force.
  package var saved: Program.TierRules
  /// The number being typed for the selected threshold.
  package var line: LineEditor?
  /// The rules before it was typed.
  var before: Program.TierRules?
  /// What the rules would make of the members; nil while it's worked out.
  package var outcome: TierWhatIf.Outcome?
  /// Of the newest request.
  package var generation = 0

  package var isChanged: Bool { rules != saved }
}

extension DashboardState {
  package var tiers: TiersState {
    get { panelStates[TiersState.self] }
    _modify { yield &panelStates[TiersState.self] }
  }
}
