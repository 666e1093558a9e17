import Journal
import Texts

/// The queue of members who may be called back, and what came of recalls.
struct RecallPanel: NarrowablePanel {
  typealias State = RecallState

  let id = PanelID.recall
  let digit = 6
  let scope = Command.Scope.recall
  let today: [TodaySource] = [.recalls]

  func draw(_ state: DashboardState, into frame: inout Frame, _ context: ViewContext) {
    state.drawRecall(into: &frame, state.layout, context)
  }

  func lines(_ state: DashboardState, _ context: ViewContext) -> [String] { state.recallLines(context) }

  // MARK: Keys

  func isSideOpen(in state: DashboardState) -> Bool {
    state.recall.isSideOpen || state.size.columns >= DashboardLayout.cardBeside
  }

  func move(_ motion: Motion, in state: inout DashboardState) { state.moveRecall(motion) }

  func narrow(_ state: inout DashboardState) {
    state.recall.isNarrowedFromElsewhere = false
    state.narrowRecalls()
  }

  func close(in state: inout DashboardState) -> Bool {
    guard state.layout.isCardOver else { return false }
    state.recall.isSideOpen = false
    return true
  }

  func firstHints(in state: DashboardState) -> [CommandID] {
    escapeTitle(in: state) == nil ? [] : [.appBack]
  }

  func escapeTitle(in state: DashboardState) -> Phrase? {
    state.layout.isCardOver ? .hintCloseCard : state.recall.query.isNarrowed ? .hintClear : nil
  }

  func escape(in state: inout DashboardState) -> Bool {
    if close(in: &state) { return true }
    guard state.recall.query.isNarrowed else { return false }
    let isLeft = state.recall.isNarrowedFromElsewhere
    state.clearRecallQuery()
    if isLeft { _ = state.goBack() }
    return true
  }

  // MARK: The mouse

  func press(_ target: Target, isDouble: Bool, in state: inout DashboardState) {
    if case .queryLine = target, state.recall.query.editor == nil { state.run(.recallFilter) }
    switch target.part(RecallPart.self) {
    case .row(let position):
      state.selectRecall(position)
      if isDouble { state.run(.recallOpen) }
    case .tab(let tab):
      state.recall.tab = tab
      state.recall.scroll = 0
    case nil: break
    }
  }

  func wheel(_ lines: Int, on target: Target?, in state: inout DashboardState) {
    switch (target, target?.part(RecallPart.self)) {
    case (.card, _), (_, .tab): state.scrollRecall(lines)
    default:
      state.recall.top += lines
      state.clampRecall()
    }
  }

  // MARK: What comes in

  func settle(_ answer: DecisionAnswer, in state: inout DashboardState) { state.settleRecalls(answer) }

  /// Whoever comes back to the queue by it is selected there.
  func takeBack(_ decisions: [Decision], in state: inout DashboardState) {
    state.recall.wantedID = decisions.first?.member
  }

  func restore(_ marks: Set<String>, in state: inout DashboardState) { state.recall.marks.formUnion(marks) }

  func unmark(_ marks: Set<String>, in state: inout DashboardState) { state.recall.marks.subtract(marks) }

  func stepBack(to key: String, from shown: String, in state: inout DashboardState) {
    guard state.recall.selectedID == shown, let figures = state.recall.figures,
      let place = figures.community.member(id: key).flatMap({ figures.rows.firstIndex(of: $0) })
    else { return }
    state.selectRecall(place)
  }
}

extension PanelID {
  package static let recall = PanelID("recall")
}
