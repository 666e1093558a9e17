import Canvas
import Texts

/// The suggestions below a line being typed.
struct SuggestionsView {
  /// So many are shown at once.
  static let rows = 8
  static let widest = 64

  var suggestions: FilterSuggestions
  var selected: Int?

  /// Rows that it takes.
  var height: Int {
    suggestions.isCounting ? 1 : min(Self.rows, suggestions.items.count)
  }

  /// Paints them.
  ///
  /// - Parameter column: where what is typed begins.
  func draw(into frame: inout Frame, _ rect: Rect, column: Int, context: ViewContext) {
    let lines = lines(context)
    let height = min(height, rect.rows)
    guard height > 0 else { return }
    let widest = lines.map(\.columns).max() ?? 0
    let columns = min(rect.columns, min(Self.widest, widest) + 3)
    let box = Rect(
      column: max(rect.column, min(column - 1, rect.endColumn - columns)), row: rect.row, columns: columns,
      rows: height)
    let look = context.look.over(.popup)
    frame.grid.fill(box, style: look[.text])
    let first = min(max(0, (selected ?? 0) - height + 1), max(0, lines.count - height))
    for offset in 0..<height where first + offset < lines.count {
      let area = box.line(offset)
      let isSelected = selected == first + offset
      let rowLook = isSelected ? look.over(.selection) : look
      if isSelected {
        frame.grid.fill(area, style: look[.selection])
        frame.grid.put(look.glyphs.selected, at: area.origin, style: rowLook[.text])
      }
      lines[first + offset].draw(into: &frame.grid, area.inset(left: 1, right: 1), look: rowLook)
      frame.mark(area, as: .suggestion(first + offset))
    }
    guard lines.count > height else { return }
    Scrollbar(total: lines.count, visible: height, offset: first).draw(
      into: &frame.grid, Rect(column: box.endColumn - 1, row: box.row, columns: 1, rows: height), look: look)
  }

  private func lines(_ context: ViewContext) -> [Line] {
    if suggestions.isCounting { return [Line(context.text(.membersCounting), .muted)] }
    let titles = suggestions.items.map(\.title.cellWidth).max() ?? 0
    return suggestions.items.map { item in
      Line(
        [
          Piece(item.title, .text, width: min(titles, 28) + 2), Piece(item.about, .muted),
        ], right: item.count.map { [Piece(context.number($0), .number)] } ?? [])
    }
  }
}
