import Loyalty
import Screen

extension DashboardState {
  mutating func beginTouchpointQuery(_ kind: QueryEditor.Kind) {
    touchpoints.editor = QueryEditor(kind, kind == .search ? touchpoints.search : touchpoints.filterText)
  }

  mutating func pressInTouchpointEditor(_ key: Key) {
    guard let editor = touchpoints.editor else { return }
    switch key.code {
    case .enter:
      if editor.kind == .filter, let problem = touchpoints.filterProblem {
        touchpoints.editor?.line.place(at: problem.range.upperBound)
        return
      }
      touchpoints.editor = nil
    case .escape:
      touchpoints.editor = nil
      setTouchpointQuery(editor.kind, editor.original)
    case .up, .down, .pageUp, .pageDown:
      // The list answers while one types.
      if let command = keyMap.command(for: key, in: .touchpoints) { command.run(&self) }
    default: editTouchpointQuery { _ = $0.press(key) }
    }
  }

  /// Changes the line being typed and narrows the lists by it.
  mutating func editTouchpointQuery(_ change: (inout LineEditor) -> Void) {
    guard var editor = touchpoints.editor else { return }
    change(&editor.line)
    touchpoints.editor = editor
    setTouchpointQuery(editor.kind, editor.line.text)
  }

  private mutating func setTouchpointQuery(_ kind: QueryEditor.Kind, _ text: String) {
    switch kind {
    case .search:
      guard text != touchpoints.search else { return }
      touchpoints.search = text
    case .filter:
      guard text != touchpoints.filterText else { return }
      touchpoints.filterText = text
    }
    touchpoints.isNarrowedFromElsewhere = false
    narrowTouchpoints()
  }

  /// Opens the panel with what is due for whom a filter lets pass, to come back from.
  mutating func openTouchpoints(filter: String) {
    visit(.touchpoints)
    touchpoints.section = .today
    touchpoints.search = ""
    touchpoints.filterText = filter
    touchpoints.editor = nil
    touchpoints.isNarrowedFromElsewhere = true
    narrowTouchpoints()
  }

  /// Shows everybody again.
  mutating func clearTouchpointQuery() {
    touchpoints.search = ""
    touchpoints.filterText = ""
    touchpoints.editor = nil
    touchpoints.isNarrowedFromElsewhere = false
    narrowTouchpoints()
  }

  private mutating func narrowTouchpoints() {
    touchpoints.filterProblem = nil
    var text = combinedFilter(touchpoints.filterText, search: touchpoints.search)
    do {
      _ = try MemberFilter(parsing: text, mask: mask)
    } catch {
      touchpoints.filterProblem = error
      // The terms before the one that can't be read are in force meanwhile.
      text = combinedFilter(
        String(touchpoints.filterText.prefix(error.range.lowerBound)), search: touchpoints.search)
    }
    guard let filter = try? MemberFilter(parsing: text, mask: mask) else { return }
    touchpoints.narrowing += 1
    effects.append(.narrowTouchpoints(filter, narrowing: touchpoints.narrowing))
  }
}
