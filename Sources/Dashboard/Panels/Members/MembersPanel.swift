import Texts

/// The table of all members, with the card of the selected one.
struct MembersPanel: NarrowablePanel {
  typealias State = MembersState

  let id = PanelID.members
  let digit = 2
  let scope = Command.Scope.members

  func draw(_ state: DashboardState, into frame: inout Frame, _ context: ViewContext) {
    state.drawMembers(into: &frame, state.layout, context)
  }

  func lines(_ state: DashboardState, _ context: ViewContext) -> [String] { state.membersLines(context) }

  // MARK: Keys

  func scope(in state: DashboardState) -> Command.Scope {
    let card = state.members.card
    return card.isOpen && (card.hasFocus || state.layout.isCardOver) ? .card : .members
  }

  func move(_ motion: Motion, in state: inout DashboardState) {
    if scope(in: state) == .card { state.scrollCard(motion) } else { state.moveSelection(motion) }
  }

  func firstHints(in state: DashboardState) -> [CommandID] {
    if scope(in: state) == .card { return [.appBack, .cardNextTab] }
    return state.members.query.isNarrowed ? [.membersClear] : []
  }

  func escapeTitle(in state: DashboardState) -> Phrase? {
    let card = state.members.card
    if state.members.isSlow { return .hintStop }
    if card.hasFocus, !state.layout.isCardOver { return .hintToList }
    if card.isOpen { return .hintCloseCard }
    return state.backStack.isEmpty && state.members.query.isNarrowed ? .hintClear : nil
  }

  func narrow(_ state: inout DashboardState) {
    state.members.viewName = nil
    state.members.figureColumn = nil
    state.queryChanged()
  }

  func giveUpTyping(isChanged: Bool, in state: inout DashboardState) { state.queryChanged() }

  func close(in state: inout DashboardState) -> Bool {
    let card = state.members.card
    guard card.isOpen, state.layout.isCardOver || card.hasFocus else { return false }
    state.closeCard()
    return true
  }

  func escape(in state: inout DashboardState) -> Bool {
    if state.members.isSlow {
      state.stopAsking()
    } else if state.members.card.hasFocus, !state.layout.isCardOver {
      state.members.card.hasFocus = false
    } else if state.members.card.isOpen {
      state.closeCard()
    } else {
      return false
    }
    return true
  }

  func clear(in state: inout DashboardState) -> Bool {
    guard state.members.query.isNarrowed else { return false }
    state.clearQuery()
    return true
  }

  // MARK: The mouse

  func press(_ target: Target, isDouble: Bool, in state: inout DashboardState) {
    switch target {
    case .queryLine: if state.members.query.editor == nil { state.run(.membersFilter) }
    case .card: state.members.card.hasFocus = true
    case .cardPart(let part):
      state.members.card.part = part
      state.members.card.scroll = 0
    default:
      switch target.part(MembersPart.self) {
      case .row(let position):
        state.members.card.hasFocus = false
        state.select(position)
        if isDouble { state.run(.membersCard) }
      case .column(let column): if !isDouble { state.sort(by: column) }
      case nil: break
      }
    }
  }

  func wheel(_ lines: Int, on target: Target?, in state: inout DashboardState) {
    switch target {
    case .card, .cardPart: state.scrollCard(by: lines)
    default: state.scrollTable(by: lines)
    }
  }

  // MARK: What comes in

  func open(in state: inout DashboardState) { state.ensureList() }
}

extension PanelID {
  package static let members = PanelID("members")
}
