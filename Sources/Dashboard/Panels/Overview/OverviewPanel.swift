import Canvas

/// The whole community at a glance.
struct OverviewPanel: Panel {
  let id = PanelID.overview
  let digit = 1
  let scope = Command.Scope.overview

  func draw(_ state: DashboardState, into frame: inout Frame, _ context: ViewContext) {
    let body = state.layout.body
    guard let shown = state.data.shown else { return }
    let lines = state.overviewLines
    let selected = state.overview.selected
    OverviewView(
      content: OverviewContent(shown: shown, today: state.today(context), context: context), lines: lines,
      selected: lines.indices.contains(selected) ? lines[selected] : nil
    ).draw(into: &frame, body, look: state.look)
  }

  func lines(_ state: DashboardState, _ context: ViewContext) -> [String] {
    guard let shown = state.data.shown else { return [] }
    return OverviewContent(shown: shown, today: state.today(context), context: context).plainLines
  }

  func move(_ motion: Motion, in state: inout DashboardState) {
    let count = state.overviewLines.count
    let height = state.layout.body.rows
    state.overview.line = nil
    state.overview.scroll.select(
      motion.target(from: state.overview.selected, count: count, page: height), count: count, height: height)
  }

  func press(_ target: Target, isDouble: Bool, in state: inout DashboardState) {
    guard case .line(let line)? = target.part(OverviewPart.self) else { return }
    state.overview.selected = line
    if isDouble { state.run(.overviewOpen) }
  }
}

extension PanelID {
  package static let overview = PanelID("overview")
}
