import Screen

/// Typing a filter: completion and the filters typed before.
extension NarrowablePanel {
  /// Takes a suggestion in place of what is typed.
  func take(_ suggestion: FilterSuggestion, at range: Range<Int>, in state: inout DashboardState) {
    edit(in: &state) { line in
      line.place(at: range.upperBound)
      for _ in range { line.deleteBackward() }
      line.insert(suggestion.text)
    }
  }

  /// Takes the selected suggestion, else the first; false where there's none.
  func complete(in state: inout DashboardState) -> Bool {
    guard let editor = state.panelStates[State.self].query.editor else { return false }
    let suggestions = state.suggestions(for: editor)
    guard let first = suggestions.items.first else { return false }
    let selected = editor.selected.map { min($0, suggestions.items.count - 1) }
    take(selected.map { suggestions.items[$0] } ?? first, at: suggestions.range, in: &state)
    return true
  }

  /// Takes the first or selected suggestion with the arrow to the right at the line's end; false where it moves the cursor.
  func completeAtEnd(in state: inout DashboardState) -> Bool {
    guard let line = state.panelStates[State.self].query.editor?.line, line.cursor == line.characters.count
    else { return false }
    return complete(in: &state)
  }

  /// Goes through suggestions with the arrows, or through the filters typed before; false where there's neither.
  func browse(by step: Int, in state: inout DashboardState) -> Bool {
    guard var editor = state.panelStates[State.self].query.editor, editor.kind == .filter else {
      return false
    }
    if let selected = editor.selected {
      // Above the first one the line itself has the keys again.
      editor.selected = selected + step < 0 ? nil : selected + step
    } else if step > 0, editor.recalled == nil {
      editor.selected = 0
    } else {
      return recallFilter(by: -step, in: &state)
    }
    let count = state.suggestions(for: editor).items.count
    if let selected = editor.selected {
      if count == 0 { return false }
      editor.selected = min(selected, count - 1)
    }
    state.panelStates[State.self].query.editor = editor
    return true
  }

  /// Brings an older or newer filter into the line; what was typed is the newest of all.
  private func recallFilter(by step: Int, in state: inout DashboardState) -> Bool {
    guard let editor = state.panelStates[State.self].query.editor else { return false }
    let history = state.filtering.history
    var place = editor.recalled ?? -1
    repeat { place += step } while history.indices.contains(place) && history[place] == editor.line.text
    guard place >= -1, place < history.count else { return editor.recalled != nil }
    let draft = editor.recalled == nil ? editor.line.text : editor.draft
    edit(in: &state) { $0 = LineEditor(place < 0 ? draft : history[place]) }
    state.panelStates[State.self].query.editor?.recalled = place < 0 ? nil : place
    state.panelStates[State.self].query.editor?.draft = draft
    return true
  }
}
