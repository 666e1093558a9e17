import Community
import Loyalty
import Screen
import Texts

/// The plays to recall by.
struct RecallPlays: ChoiceOverlay {
  var scroll = ScrollState()

  func list(_ state: DashboardState, _ context: ViewContext) -> ListOverlay {
    state.playList(scroll, context)
  }

  func press(_ key: Key, in state: inout DashboardState) { state.pressInPlays(key, scroll) }
}

/// Something to be typed before it can be decided.
struct RecallPrompt: ListedOverlay {
  enum Kind: Hashable, Sendable { case snooze, dismiss, note }

  var kind: Kind
  var line: LineEditor

  func list(_ state: DashboardState, _ context: ViewContext) -> ListOverlay {
    state.promptSheet(self, context)
  }

  var escapeTitle: Phrase { .hintCancel }

  func press(_ key: Key, in state: inout DashboardState) { state.press(key, in: self) }

  func paste(_ text: String, in state: inout DashboardState) {
    var prompt = self
    prompt.line.insert(text)
    state.overlay = prompt
  }
}

/// All marked members, before anything is decided about them.
struct RecallConfirmation: ListedOverlay {
  var action: RecallAction
  /// How many of the marked are owed an answer before they are recalled.
  var answersFirst = 0

  func list(_ state: DashboardState, _ context: ViewContext) -> ListOverlay {
    state.confirmation(action, answersFirst: answersFirst, context)
  }

  var escapeTitle: Phrase { .hintCancel }

  func press(_ key: Key, in state: inout DashboardState) { state.press(key, confirming: action) }
}

extension DashboardState {
  /// The plays, best for the selected member first.
  var recallPlays: [RecallPlay] {
    guard let board = recall.figures?.board else { return [] }
    guard let layer = recall.selectedMember.flatMap({ board.layer(of: $0) }) else {
      return board.outcomes.rules.plays
    }
    return board.choices(layer).compactMap(\.play)
  }

  mutating func openPlays() {
    var scroll = ScrollState()
    let suggested = recall.selectedMember.flatMap { recall.figures?.board.row(of: $0)?.suggestion.play?.id }
    scroll.select(
      recallPlays.firstIndex { $0.id == suggested } ?? 0, count: recallPlays.count, height: overlayPage)
    overlay = RecallPlays(scroll: scroll)
  }

  fileprivate mutating func pressInPlays(_ key: Key, _ scroll: ScrollState) {
    if key.code == .enter {
      overlay = nil
      guard recallPlays.indices.contains(scroll.selected) else { return }
      decide(.recall(play: recallPlays[scroll.selected].id))
    } else if let motion = motion(for: key) {
      overlay = RecallPlays(scroll: moved(scroll, motion, count: recallPlays.count))
    }
  }

  mutating func prompt(_ kind: RecallPrompt.Kind) {
    var text = ""
    switch kind {
    case .snooze: text = "30"
    case .dismiss, .note: break
    }
    overlay = RecallPrompt(kind: kind, line: LineEditor(text))
  }

  fileprivate mutating func press(_ key: Key, in prompt: RecallPrompt) {
    var prompt = prompt
    guard key.code == .enter else {
      if prompt.line.press(key) { overlay = prompt }
      return
    }
    let text = prompt.line.text.split(separator: " ").joined(separator: " ")
    guard !text.isEmpty else { return say(.warning, .recallNeedsText) }
    switch prompt.kind {
    case .snooze:
      guard let days = Int(text), (1...3650).contains(days) else { return say(.warning, .recallNeedsDays) }
      overlay = nil
      decide(.snooze(days: days))
    case .dismiss:
      overlay = nil
      decide(.dismiss(reason: text))
    case .note:
      overlay = nil
      decide(.note(text))
    }
  }

  /// Asks for the host who takes the member over; the member's own is the likeliest.
  mutating func pickRecallHost() {
    var likely = ""
    if let figures = recall.figures, let member = recall.selectedMember {
      likely = figures.board.roster.hostID(of: member) ?? ""
    }
    overlay = HostPicker(whom: recallWhom(viewContext), likely: likely) { host, state in
      state.decide(RecallAction.hand(host: host))
    }
  }

  fileprivate mutating func press(_ key: Key, confirming action: RecallAction) {
    switch key {
    case Key("y"), Key("Y"), Key(.enter):
      overlay = nil
      carryOut(action)
    case Key("n"), Key("N"): overlay = nil
    default: break
    }
  }

  // MARK: The list for sending

  /// Members recalled today: under the manager's own name, or by anybody.
  func recallsForSending(isOwn: Bool) -> [LoggedDecision] {
    guard let figures = recall.figures else { return [] }
    let own = figures.community.symbols.symbol(of: decisions.manager)
    return figures.today.lazy
      .filter { $0.undo == nil && $0.decision.action == .recall && (!isOwn || $0.decision.manager == own) }
      .map(\.decision).reversed()
  }

  mutating func openRecallExport(isOwn: Bool) {
    let count = recallsForSending(isOwn: isOwn).count
    if count == 0 {
      return say(.information, isOwn ? .recallNothingToSend : .recallNobodyToSend)
    }
    let manager = decisions.manager
    overlay = ExportState(
      path: LineEditor("recall-\(zone.day(of: now)).csv"), count: count, isMarked: false,
      sending: ExportState.Sending { context in
        isOwn
          ? context.text(.recallSendOwn, ["count": count, "manager": manager])
          : context.text(.recallSendAll, ["count": count])
      } list: { state in
        state.recall.figures.map {
          RecallSendingList(
            board: $0.board, recalls: state.recallsForSending(isOwn: isOwn), language: state.language)
        }
      })
  }
}
