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
    guard query.editor?.kind == .filter else { return [state.hint("Enter", .hintApply), cancel] }
    return [
      state.hint("Enter", query.problem == nil ? .hintApply : .hintToMistake),
      state.hint("Tab", .hintComplete), cancel,
    ]
  }

  /// Begins to type the search or the filter, with what it is.
  func beginTyping(_ kind: QueryEditor.Kind, in state: inout DashboardState) {
    let query = state.panelStates[State.self].query
    state.panelStates[State.self].query.editor = QueryEditor(
      kind, kind == .search ? query.search : query.filterText)
  }

  func type(_ key: Key, in state: inout DashboardState) {
    let query = state.panelStates[State.self].query
    guard let editor = query.editor else { return }
    switch key.code {
    case .enter:
      if editor.kind == .filter, let problem = query.problem {
        state.panelStates[State.self].query.editor?.line.place(at: problem.range.upperBound)
      } else {
        state.panelStates[State.self].query.editor = nil
      }
    case .escape:
      state.panelStates[State.self].query.editor = nil
      let isChanged = state.panelStates[State.self].query.set(editor.kind, editor.original)
      giveUpTyping(isChanged: isChanged, in: &state)
    case .up, .down, .pageUp, .pageDown:
      // The list answers while one types.
      if let command = state.keyMap.command(for: key, in: scope) { command.run(&state) }
    case .tab where editor.kind == .filter: completeField(in: &state)
    default: edit(in: &state) { _ = $0.press(key) }
    }
  }

  func paste(_ text: String, in state: inout DashboardState) -> Bool {
    guard isTyping(in: state) else { return false }
    edit(in: &state) { $0.insert(text) }
    return true
  }

  /// Changes the line being typed and lists what it finds.
  func edit(in state: inout DashboardState, _ change: (inout LineEditor) -> Void) {
    guard var editor = state.panelStates[State.self].query.editor else { return }
    change(&editor.line)
    state.panelStates[State.self].query.editor = editor
    if state.panelStates[State.self].query.set(editor.kind, editor.line.text) { narrow(&state) }
  }

  /// Completes the name of a field before the cursor: the one that begins so, or the one meant by a misspelt one.
  private func completeField(in state: inout DashboardState) {
    guard let editor = state.panelStates[State.self].query.editor else { return }
    let word = editor.line.textBeforeCursor.split(separator: " ", omittingEmptySubsequences: false).last ?? ""
    let begun = word.drop { $0 == "-" }.lowercased()
    guard !begun.isEmpty, !begun.contains(where: { ":<>=".contains($0) }) else { return }
    let names = MemberFilter.fieldNames
    guard
      let name = names.first(where: { $0.hasPrefix(begun) }) ?? Spelling.nearest(to: begun, in: names)
    else { return }
    edit(in: &state) { line in
      for _ in begun { line.deleteBackward() }
      line.insert(name + ":")
    }
  }
}
