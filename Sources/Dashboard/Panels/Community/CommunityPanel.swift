/// Who is active, who is tied to whom, what hosts do, and what just happened.
struct CommunityPanel: Panel {
  let id = PanelID.community
  let digit = 5
  let scope = Command.Scope.community

  func draw(_ state: DashboardState, into frame: inout Frame, _ context: ViewContext) {
    state.drawCommunity(into: &frame, state.layout, context)
  }

  func lines(_ state: DashboardState, _ context: ViewContext) -> [String] { state.communityLines(context) }

  func move(_ motion: Motion, in state: inout DashboardState) { state.moveCommunity(motion) }

  func press(_ target: Target, isDouble: Bool, in state: inout DashboardState) {
    switch target.part(CommunityPart.self) {
    case .line(let section, let key):
      state.selectCommunity(section, key)
      if isDouble { state.run(.communityOpen) }
    case .section(let section): state.openCommunity(section)
    case nil: break
    }
  }
}

extension PanelID {
  package static let community = PanelID("community")
}
