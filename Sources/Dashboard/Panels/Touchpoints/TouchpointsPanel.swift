import Texts

/// Whom to touch today and what came of it, and what stands in the emotional accounts.
struct TouchpointsPanel: NarrowablePanel {
  typealias State = TouchpointsState

  let id = PanelID.touchpoints
  let digit = 4
  let scope = Command.Scope.touchpoints
  let listsCommandsLast = true
  let today: [TodaySource] = [.birthdays, .touchpoints, .overdrawn]

  func draw(_ state: DashboardState, into frame: inout Frame, _ context: ViewContext) {
    state.drawTouchpoints(into: &frame, state.layout, context)
  }

  func lines(_ state: DashboardState, _ context: ViewContext) -> [String] { state.touchpointLines(context) }

  // MARK: Keys

  func move(_ motion: Motion, in state: inout DashboardState) { state.moveTouchpoints(motion) }

  func narrow(_ state: inout DashboardState) {
    state.touchpoints.isNarrowedFromElsewhere = false
    state.narrowTouchpoints()
  }

  func firstHints(in state: DashboardState) -> [CommandID] {
    escapeTitle(in: state) == nil ? [] : [.appBack]
  }

  func escapeTitle(in state: DashboardState) -> Phrase? {
    let isLeft = state.touchpoints.isNarrowedFromElsewhere
    return state.touchpoints.query.isNarrowed && !isLeft ? .hintClear : nil
  }

  func escape(in state: inout DashboardState) -> Bool {
    guard state.touchpoints.query.isNarrowed else { return false }
    let isLeft = state.touchpoints.isNarrowedFromElsewhere
    state.clearTouchpointQuery()
    if isLeft { _ = state.goBack() }
    return true
  }

  // MARK: The mouse

  func press(_ target: Target, isDouble: Bool, in state: inout DashboardState) {
    if case .queryLine = target, state.touchpoints.query.editor == nil { state.run(.touchpointFilter) }
    switch target.part(TouchpointsPart.self) {
    case .row(let position): state.pressTouchpoint(position, isDouble: isDouble)
    case .section(let section): state.touchpoints.section = section
    case nil: break
    }
  }

  // MARK: What comes in

  func refresh(_ state: inout DashboardState) {
    state.refreshTouchpoints()
    state.forgetSettledTouches()
  }

  func settle(_ answer: DecisionAnswer, in state: inout DashboardState) { state.settleTouches(answer) }

  func restore(_ marks: Set<String>, in state: inout DashboardState) {
    let due = Set((state.touchpoints.figures?.rows(.today) ?? []).map(\.key))
    state.touchpoints.marks.formUnion(marks.intersection(due))
    state.touchpoints.wantedMarks = marks.subtracting(due)
  }

  func unmark(_ marks: Set<String>, in state: inout DashboardState) {
    state.touchpoints.marks.subtract(marks)
    state.touchpoints.wantedMarks.subtract(marks)
  }

  func stepBack(to key: String, from shown: String, in state: inout DashboardState) {
    guard state.touchpointSection == .today, state.touchpointRow?.key == shown,
      let place = state.touchpointRows.firstIndex(where: { $0.key == key })
    else { return }
    state.selectTouchpoint(place)
  }
}

extension PanelID {
  package static let touchpoints = PanelID("touchpoints")
}
