import Community

extension MeasureStage {
  /// Who is due for what.
  package static let touchpoints = MeasureStage(
    "touchpoints", needs: ["points", "tiers", "account", "records"], delivery: .atFirst,
    follow: { measures, touched, roster in
      measures.updateTouchpoints(of: touched, roster.with(measures))
    }
  ) { scheduleTouchpoints(&$0) }

  /// The same again where filters of rules ask for what the model of purchases says.
  package static let valuedTouchpoints = MeasureStage(
    "touchpoints by value", needs: ["touchpoints", "recall"], delivery: .always
  ) { progress in
    progress.measures.touchpoints?.asksForValues != true || scheduleTouchpoints(&progress)
  }

  private static func scheduleTouchpoints(_ progress: inout MeasuresInProgress) -> Bool {
    guard let calendar = TouchpointCalendar(of: progress.current, on: progress.computation) else {
      return false
    }
    progress.measures.receive(calendar)
    return true
  }
}

extension TouchpointCalendar {
  /// Makes the calendar of a roster with measures, by all that these say.
  ///
  /// - Parameter ahead: days to come that can be asked about.
  /// - Returns: nil without measures, or if cancelled.
  package init?(of roster: Roster, ahead: Int = daysAhead, on computation: Computation = .serial) {
    self.init(roster, facts: TouchpointFacts(roster), ahead: ahead, on: computation)
  }
}
