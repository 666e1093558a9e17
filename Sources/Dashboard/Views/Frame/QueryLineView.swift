import Canvas
import Loyalty
import Reports
import Texts

/// The line above the table: what is searched for and filtered by, and in which order members stand. While
/// one of them is typed, it's an input line, with what is wrong below it.
struct QueryLineView {
  var search = ""
  var filter = ""
  var viewName: String?
  var order: MemberOrder
  var editor: QueryEditor?
  /// What is wrong with the filter, as far as it's typed.
  var problem: FilterProblem?
  /// What completes what is being typed.
  var suggestions = FilterSuggestions.none

  func draw(into frame: inout Frame, _ rect: Rect, context: ViewContext) {
    frame.mark(rect.line(0), as: .queryLine)
    if let editor {
      drawEditor(editor, into: &frame, rect, context: context)
    } else {
      line(context).draw(into: &frame.grid, rect.inset(left: 1, right: 1), look: context.look)
    }
  }

  private func line(_ context: ViewContext) -> Line {
    var pieces: [Piece] = []
    func add(_ sign: Phrase, _ text: String, _ role: Role) {
      pieces.append(Piece(context.text(sign) + " ", .label))
      pieces.append(Piece(text + "  ", role))
    }
    if let viewName { add(.membersViewSign, viewName, .badge) }
    if !search.isEmpty { add(.membersSearchSign, search, .heading) }
    if !filter.isEmpty { add(.membersFilterSign, filter, problem == nil ? .heading : .inputError) }
    if pieces.isEmpty { pieces.append(Piece(context.text(.membersEveryone), .muted)) }
    let glyphs = context.look.glyphs
    let sign = order.direction == .ascending ? glyphs.sortAscending : glyphs.sortDescending
    let column = context.text(order.column.title)
    return Line(
      pieces,
      right: [
        Piece(context.text(.membersSortedBy, ["column": column]) + " " + String(Character(sign.base)), .muted)
      ])
  }

  private func drawEditor(
    _ editor: QueryEditor, into frame: inout Frame, _ rect: Rect, context: ViewContext
  ) {
    let look = context.look
    let isFilter = editor.kind == .filter
    let field = rect.line(0).inset(left: 1, right: 1)
    let start = InputLine(
      sign: context.text(isFilter ? .membersFilterSign : .membersSearchSign), line: editor.line,
      placeholder: context.text(isFilter ? .membersFilterPlaceholder : .membersSearchPlaceholder)
    ).draw(into: &frame, field, look: look)
    guard isFilter, rect.rows > 1 else { return }
    let below = rect.line(1)
    let begun = String(editor.line.text.prefix(suggestions.range.lowerBound)).cellWidth
    let popup = SuggestionsView(suggestions: suggestions, selected: editor.selected)
    if popup.height > 0 {
      // What is being completed isn't wrong yet.
      popup.draw(
        into: &frame,
        Rect(column: rect.column, row: rect.row + 1, columns: rect.columns, rows: rect.rows - 1),
        column: start + begun, context: context)
    } else if let problem {
      drawProblem(problem, in: editor.line.text, from: start, into: &frame, rect, context: context)
    } else if editor.line.isEmpty {
      let fields = context.text(
        .membersFilterFields, ["fields": MemberFilter.fieldNames(in: context.language).joined(separator: " ")]
      )
      frame.grid.fill(below, style: look[.text])
      Line(fields, .muted, indent: 1).draw(into: &frame.grid, below, look: look)
    }
  }

  /// Carets under the characters that mean nothing, and why; on a line of its own where they leave no room.
  private func drawProblem(
    _ problem: FilterProblem, in text: String, from start: Int, into frame: inout Frame, _ rect: Rect,
    context: ViewContext
  ) {
    let look = context.look
    let below = rect.line(1)
    frame.grid.fill(below, style: look[.text])
    let before = String(text.prefix(problem.range.lowerBound)).cellWidth
    let wrong = String(text.dropFirst(problem.range.lowerBound).prefix(problem.range.count)).cellWidth
    let carets = Rect(column: start + before, row: below.row, columns: max(1, wrong), rows: 1)
      .intersection(below)
    frame.grid.fill(carets, with: Glyph("^"), style: look[.error])
    let words = problem.text(in: context.language)
    let right = below.inset(left: carets.endColumn + 1 - below.column, right: 1)
    let left = Rect(
      column: below.column + 1, row: below.row, columns: carets.column - below.column - 2, rows: 1)
    if words.cellWidth <= right.columns {
      frame.grid.put(words, in: right, style: look[.error])
    } else if words.cellWidth <= left.columns {
      frame.grid.put(words, in: left, style: look[.error], alignment: .right)
    } else {
      let next = rect.line(2)
      frame.grid.fill(next, style: look[.text])
      Line(words, .error, indent: 1).draw(into: &frame.grid, next, look: look)
    }
  }
}
