import Screen

/// Who is in which tier, who goes up or down, points, and what other thresholds would do.
struct TiersPanel: Panel {
  let id = PanelID.tiers
  let digit = 3
  let scope = Command.Scope.tiers

  func draw(_ state: DashboardState, into frame: inout Frame, _ context: ViewContext) {
    state.drawTiers(into: &frame, state.layout, context)
  }

  func lines(_ state: DashboardState, _ context: ViewContext) -> [String] { state.tiersLines(context) }

  func move(_ motion: Motion, in state: inout DashboardState) { state.moveTiers(motion) }

  func isTyping(in state: DashboardState) -> Bool { state.tiers.whatIf?.line != nil }

  func type(_ key: Key, in state: inout DashboardState) { state.pressInThreshold(key) }

  func press(_ target: Target, isDouble: Bool, in state: inout DashboardState) {
    switch target.part(TiersPart.self) {
    case .row(let section, let position): state.selectTiersRow(section, position, isDouble: isDouble)
    case .section(let section): state.show(section)
    case nil: break
    }
  }
}

extension PanelID {
  package static let tiers = PanelID("tiers")
}
