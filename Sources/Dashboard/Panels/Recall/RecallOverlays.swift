import Community
import Loyalty
import Screen
import Texts

/// The plays to recall by.
struct RecallPlays: ListedOverlay {
  var scroll = ScrollState()

  func list(_ state: DashboardState, _ context: ViewContext) -> ListOverlay {
    state.playList(scroll, context)
  }

  func press(_ key: Key, in state: inout DashboardState) { state.pressInPlays(key, scroll) }

  func press(line: Int, isDouble: Bool, in state: inout DashboardState) {
    var scroll = scroll
    scroll.selected = line
    state.pressInPlays(Key(.enter), scroll)
  }
}

/// Something to be typed before it can be decided.
struct RecallPrompt: ListedOverlay {
  enum Kind: Hashable, Sendable { case snooze, dismiss, hand, note }

  var kind: Kind
  var line: LineEditor

  func list(_ state: DashboardState, _ context: ViewContext) -> ListOverlay {
    state.promptSheet(self, context)
  }

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
    case .hand:
      // The member's own host is the likeliest.
      if let figures = recall.figures, let member = recall.selectedMember,
        case .text(let host) = figures.board.roster.value(.host, of: member)
      {
        text = host
      }
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
    case .hand:
      guard let host = host(named: text) else { return say(.warning, .recallNoHost, ["text": text]) }
      overlay = nil
      decide(.hand(host: host))
    case .note:
      overlay = nil
      decide(.note(text))
    }
  }

  /// The id of a host by id or name. Where no hosts are known any word is one.
  private func host(named text: String) -> String? {
    guard let hosts = recall.figures?.community.hosts, !hosts.isEmpty else { return text }
    return hosts.first { $0.id == text || $0.name == text }?.id
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
      .filter { $0.undo == nil && $0.decision.kind == .recall && (!isOwn || $0.decision.manager == own) }
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
