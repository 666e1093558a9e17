import Screen
import Texts

/// What members say: the score, who said what, and what came of it.
struct NPSPanel: Panel {
  let id = PanelID.nps
  let digit = 7
  let scope = Command.Scope.nps
  let today: [TodaySource] = [.detractors, .score]

  func draw(_ state: DashboardState, into frame: inout Frame, _ context: ViewContext) {
    state.drawNPS(into: &frame, state.layout, context)
  }

  func lines(_ state: DashboardState, _ context: ViewContext) -> [String] { state.npsLines(context) }

  func settle(_ state: inout DashboardState) { state.settleDrivers() }

  // MARK: Keys

  func move(_ motion: Motion, in state: inout DashboardState) { state.moveNPS(motion) }

  func close(in state: inout DashboardState) -> Bool {
    guard state.nps.isWall else { return false }
    state.nps.isWall = false
    return true
  }

  func firstHints(in state: DashboardState) -> [CommandID] {
    escapeTitle(in: state) == nil ? [] : [.appBack]
  }

  func escapeTitle(in state: DashboardState) -> Phrase? {
    if state.npsSection == .drivers, state.nps.drivers?.isRunning == true { return .hintStop }
    if state.nps.isWall { return .hintLeaveWall }
    if state.nps.held != nil { return .hintNewest }
    return state.nps.filterText.isEmpty ? nil : .hintClear
  }

  func escape(in state: inout DashboardState) -> Bool { state.escapeNPS() }

  // MARK: The mouse

  func press(_ target: Target, isDouble: Bool, in state: inout DashboardState) {
    switch target.part(NPSPart.self) {
    case .row(let section, let position): state.pressNPS(section, position, isDouble: isDouble)
    case .section(let section): state.openNPS(section)
    case nil: break
    }
  }

  // MARK: What comes in

  func open(in state: inout DashboardState) {
    if state.npsSection == .drivers { state.askForDrivers() }
  }

  func refresh(_ state: inout DashboardState) { state.refreshNPS() }

  func settle(_ answer: DecisionAnswer, in state: inout DashboardState) { state.settleAnswers(answer) }

  func forgetReading(in state: inout DashboardState) { state.forgetRowsOfNPS() }

  /// Drivers take their time: what is looked at is brought up to date with the clock, not with every answer.
  func tick(in state: inout DashboardState) {
    if state.npsSection == .drivers { state.askForDrivers() }
  }
}

extension PanelID {
  package static let nps = PanelID("nps")
}
