import Canvas
import Community
import Loyalty
import TestCommunities
import Texts

@testable import Dashboard

extension SmallCommunity {
  /// The panel of what members of this community say, with their stages.
  static func voices(_ size: Size, _ language: Language) -> DashboardState {
    var state = SmallCommunity().state(size, language)
    state.panel = .nps
    state.decisions.manager = "林晚"
    if let roster = state.data.shown?.roster, let measures = MemberMeasures(roster: roster) {
      state.data.shown?.roster = roster.with(measures)
      let tally = SatisfactionTally(community: roster.community, moment: roster.moment, measures: measures)
      state.data.shown?.satisfaction = tally.figures
    }
    state.refreshNPS()
    return state
  }
}

extension SmallCommunity {
  /// Drivers of ratings made by rule.
  static var drivers: DriversState {
    var state = DriversState(outcome: .nps, generation: 1, dataGeneration: 1)
    state.isRunning = false
    state.records = .max
    let rows = (0..<80).map { row in
      [7, 5, 3, 2, 0].enumerated().map { column, step in Double(1 + (row * step + row / (column + 2)) % 5) }
    }
    let outcome = rows.enumerated().map { number, row in
      min(10, row[0] + row[1] * 0.8 + row[2] * 0.3 + Double(number * 13 % 3))
    }
    state.figures = DriverFigures(
      DriverData(names: ["物流", "口感", "service", "价格", "packaging"], rows: rows, outcome: outcome), draws: 40,
      seed: 1)
    return state
  }
}
