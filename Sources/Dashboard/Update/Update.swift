import Community
import Canvas
import Screen
import Texts

/// Something that changes the state: an event of the terminal with what the mouse found there, or an outcome.
enum Input: Sendable {
  case event(Event, Target? = nil)
  case outcome(Outcome)
}

/// Changes the state by one input and says what work that asks for. Pure.
func update(_ state: inout DashboardState, _ input: Input) -> [Effect] {
  switch input {
  case .event(let event, let target): state.handle(event, target)
  case .outcome(let outcome): state.receive(outcome)
  }
  defer { state.effects.removeAll() }
  return state.effects
}

extension DashboardState {
  mutating func handle(_ event: Event, _ target: Target?) {
    switch event {
    case .key(let key): press(key)
    case .paste(let text): paste(text)
    case .mouse(let mouse): self.mouse(mouse, target)
    case .resize(let size): resize(to: size)
    case .tick, .wake: break
    case .signal(.resume): break
    case .signal: isQuitting = true
    }
  }

  mutating func resize(to size: Size) {
    let offset = members.selected - members.top
    let wasInSight = offset >= 0 && offset < layout.page
    self.size = size
    if wasInSight { revealSelection() } else { clampScroll() }
  }

  // MARK: Keys

  /// Where keys go when nothing lies over the panel.
  var scope: Command.Scope { shownPanel.scope(in: self) }

  mutating func press(_ key: Key) {
    message = nil
    let panel = shownPanel
    if overlay != nil {
      pressInOverlay(key)
    } else if panel.isTyping(in: self) {
      panel.type(key, in: &self)
    } else if let command = keyMap.command(for: key, in: scope) {
      run(command.id)
    } else if let elsewhere = keyMap.command(for: key, in: .all) {
      say(
        .information, .keyElsewhere,
        ["key": key.label(isASCII: isASCII), "command": language.text(elsewhere.title)])
    } else {
      say(.information, .keyUnused, ["key": key.label(isASCII: isASCII)])
    }
  }

  mutating func paste(_ text: String) {
    message = nil
    if let overlay {
      overlay.paste(text, in: &self)
    } else if shownPanel.paste(text, in: &self) {
    } else if let line = text.split(whereSeparator: \.isNewline).first {
      // Pasting into nothing looks for what was pasted.
      beginQuery(.search)
      let text = String(line)
      members.query.search = text
      members.query.editor?.line = LineEditor(text)
      queryChanged()
    }
  }

  // MARK: Saying

  var isASCII: Bool { look.glyphs.kind == .ascii }

  mutating func say(
    _ kind: Message.Kind, _ phrase: Phrase, _ values: KeyValuePairs<String, any PhraseValue> = [:]
  ) {
    message = Message(kind, language.text(phrase, values))
  }

  /// Says what was done, and that it can be taken back.
  mutating func sayUndoable(
    _ change: UndoStep.Change, _ phrase: Phrase, _ values: KeyValuePairs<String, any PhraseValue> = [:]
  ) {
    let what = language.text(phrase, values)
    decisions.history.add(UndoStep(change: change, what: what))
    message = Message(.success, what, canUndo: true)
  }
}
