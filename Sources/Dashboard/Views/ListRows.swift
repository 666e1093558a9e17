import Canvas

/// Rows of a list with heads above, a selected one, and a scroll bar.
struct ListRows {
  var specs: [ColumnSpec]
  var count: Int
  var selected: Int?
  var top: Int
  /// Cells of a row, one a column.
  var row: (Int) -> [ListCell]

  /// - Parameter target: what a click on a row's position means.
  func draw(
    into frame: inout Frame, head: Rect, rows: Rect, context: ViewContext, target: (Int) -> Target
  ) {
    let layout = TableLayout.solve(columns: specs, width: max(0, rows.columns - 4), gap: 1)
    frame.grid.fill(head, style: context.look[.tableHeader])
    TableHeader(specs: specs, layout: layout)
      .draw(into: &frame.grid, head.inset(left: 2, right: 1), look: context.look)
    let first = max(0, min(top, count - rows.rows))
    for offset in 0..<rows.rows where first + offset < count {
      let position = first + offset
      let line = rows.line(offset).split(right: 1).rest
      let isSelected = position == selected
      let look = isSelected ? context.look.over(.selection) : context.look
      if isSelected {
        frame.grid.fill(line, style: look[.selection])
        frame.grid.put(look.glyphs.selected, at: line.origin, style: look[.text], clip: line)
      }
      let cells = row(position)
      for place in layout.columns where cells.indices.contains(place.index) {
        let field = layout.cell(place, in: line.inset(left: 2))
        switch cells[place.index] {
        case .text(let text, let role):
          frame.grid.put(
            text, in: field, style: look[role], alignment: specs[place.index].alignment,
            ellipsis: look.glyphs.ellipsis)
        case .widget(let widget): widget.draw(into: &frame.grid, field, look: look)
        }
      }
      frame.mark(line, as: target(position))
    }
    Scrollbar(total: count, visible: rows.rows, offset: first)
      .draw(into: &frame.grid, rows, look: context.look)
  }
}

/// What stands in a cell.
enum ListCell {
  case text(String, Role)
  case widget(any Widget)
}
