import Loyalty
import Screen
import Texts

/// What a panel keeps whose list can be narrowed by search and filter.
package protocol NarrowableState: PanelState {
  var query: QueryLine { get set }
}

/// A panel whose list can be narrowed by a line that is typed. The list answers while one types.
protocol NarrowablePanel: Panel {
  associatedtype State: NarrowableState

  /// Lists what the line finds, after it was changed by typing.
  func narrow(_ state: inout DashboardState)
  /// Lists what the line finds again, after typing was given up.
  ///
  /// - Parameter isChanged: whether it finds anything else than it did just now.
  func giveUpTyping(isChanged: Bool, in state: inout DashboardState)
}

extension NarrowablePanel {
  func giveUpTyping(isChanged: Bool, in state: inout DashboardState) {
    if isChanged { narrow(&state) }
  }

  func isTyping(in state: DashboardState) -> Bool { state.panelStates[State.self].query.editor != nil }

  func typingHints(in state: DashboardState) -> [FooterView.Hint] {
    let query = state.panelStates[State.self].query
    let cancel = state.hint("Esc", .hintCancel)
    guard let editor = query.editor, editor.kind == .filter else {
      return [state.hint("Enter", .hintApply), cancel]
    }
    let isComplete = state.suggestions(for: editor).items.isEmpty
    let enter: Phrase =
      editor.selected != nil ? .hintTake : query.problem == nil ? .hintApply : .hintToMistake
    return [state.hint("Enter", enter)] + (isComplete ? [] : [state.hint("Tab", .hintComplete)])
      + (state.filtering.history.isEmpty
        ? [] : [state.hint(Key(.up).label(isASCII: state.isASCII), .hintEarlier)]) + [cancel]
  }

  /// Begins to type the search or the filter, with what it is.
  func beginTyping(_ kind: QueryEditor.Kind, in state: inout DashboardState) {
    let query = state.panelStates[State.self].query
    let editor = QueryEditor(kind, kind == .search ? query.search : query.filterText)
    state.panelStates[State.self].query.editor = editor
    state.countValues(for: editor)
  }

  func type(_ key: Key, in state: inout DashboardState) {
    let query = state.panelStates[State.self].query
    guard let editor = query.editor else { return }
    switch key.code {
    case .enter:
      if editor.selected != nil, complete(in: &state) { return }
      if editor.kind == .filter, let problem = query.problem {
        state.panelStates[State.self].query.editor?.line.place(at: problem.range.upperBound)
      } else {
        state.panelStates[State.self].query.editor = nil
        if editor.kind == .filter { state.filtering.remember(editor.line.text) }
      }
    case .escape:
      state.panelStates[State.self].query.editor = nil
      let isChanged = state.panelStates[State.self].query.set(editor.kind, editor.original)
      giveUpTyping(isChanged: isChanged, in: &state)
    case .up where browse(by: -1, in: &state): break
    case .down where browse(by: 1, in: &state): break
    case .right where key.modifiers.isEmpty && completeAtEnd(in: &state): break
    case .up, .down, .pageUp, .pageDown:
      // The list answers while one types.
      if let command = state.keyMap.command(for: key, in: scope) { command.run(&state) }
    case .tab where editor.kind == .filter: _ = complete(in: &state)
    default: edit(in: &state) { _ = $0.press(key) }
    }
  }

  /// A press of the mouse on one of the suggestions.
  func press(suggestion: Int, in state: inout DashboardState) {
    state.panelStates[State.self].query.editor?.selected = suggestion
    _ = complete(in: &state)
  }

  func paste(_ text: String, in state: inout DashboardState) -> Bool {
    guard isTyping(in: state) else { return false }
    edit(in: &state) { $0.insert(text) }
    return true
  }

  /// Changes the line being typed and lists what it finds.
  func edit(in state: inout DashboardState, _ change: (inout LineEditor) -> Void) {
    guard var editor = state.panelStates[State.self].query.editor else { return }
    let before = editor.line
    change(&editor.line)
    if editor.line != before { (editor.selected, editor.recalled) = (nil, nil) }
    state.panelStates[State.self].query.editor = editor
    state.countValues(for: editor)
    if state.panelStates[State.self].query.set(editor.kind, editor.line.text) { narrow(&state) }
  }
}
