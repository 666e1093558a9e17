import Loyalty
import Screen

extension DashboardState {
  mutating func beginRecallQuery(_ kind: QueryEditor.Kind) {
    if layout.isCardOver { recall.isSideOpen = false }
    recall.editor = QueryEditor(kind, kind == .search ? recall.search : recall.filterText)
  }

  mutating func pressInRecallEditor(_ key: Key) {
    guard let editor = recall.editor else { return }
    switch key.code {
    case .enter:
      if editor.kind == .filter, let problem = recall.filterProblem {
        recall.editor?.line.place(at: problem.range.upperBound)
        return
      }
      recall.editor = nil
    case .escape:
      recall.editor = nil
      setRecallQuery(editor.kind, editor.original)
    case .up, .down, .pageUp, .pageDown:
      // The queue answers while one types.
      if let command = keyMap.command(for: key, in: .recall) { command.run(&self) }
    default: editRecallQuery { _ = $0.press(key) }
    }
  }

  /// Changes the line being typed and narrows the queue by it.
  mutating func editRecallQuery(_ change: (inout LineEditor) -> Void) {
    guard var editor = recall.editor else { return }
    change(&editor.line)
    recall.editor = editor
    setRecallQuery(editor.kind, editor.line.text)
  }

  private mutating func setRecallQuery(_ kind: QueryEditor.Kind, _ text: String) {
    switch kind {
    case .search:
      guard text != recall.search else { return }
      recall.search = text
    case .filter:
      guard text != recall.filterText else { return }
      recall.filterText = text
    }
    narrowRecalls()
  }

  /// Shows the whole queue again, and stays at the selected member.
  mutating func clearRecallQuery() {
    recall.search = ""
    recall.filterText = ""
    recall.editor = nil
    narrowRecalls()
  }

  private mutating func narrowRecalls() {
    recall.filterProblem = nil
    var text = combinedFilter(recall.filterText, search: recall.search)
    do {
      _ = try MemberFilter(parsing: text, mask: mask)
    } catch {
      recall.filterProblem = error
      // The terms before the one that can't be read are in force meanwhile.
      text = combinedFilter(String(recall.filterText.prefix(error.range.lowerBound)), search: recall.search)
    }
    guard let filter = try? MemberFilter(parsing: text, mask: mask) else { return }
    recall.narrowing += 1
    effects.append(.narrowRecalls(filter, narrowing: recall.narrowing))
  }
}
