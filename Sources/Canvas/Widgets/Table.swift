/// A small table whose rows are at hand as strings: a header, the rows from an offset on, and a scroll bar.
///
/// Large tables lay out their columns with `TableLayout` and paint the visible rows themselves.
package struct Table: Widget {
  package var specs: [ColumnSpec]
  package var rows: [[String]]
  /// The role of each column's cells; `text` where missing.
  package var roles: [Role]
  package var selected: Int?
  package var offset: Int
  package var showsHeader: Bool

  package init(
    _ specs: [ColumnSpec], rows: [[String]], roles: [Role] = [], selected: Int? = nil, offset: Int = 0,
    showsHeader: Bool = true
  ) {
    self.specs = specs
    self.rows = rows
    self.roles = roles
    self.selected = selected
    self.offset = offset
    self.showsHeader = showsHeader
  }

  package func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
    let (header, body) = rect.split(top: showsHeader ? 1 : 0)
    let needsBar = rows.count > body.rows
    let width = body.columns - (needsBar ? 2 : 0)
    let layout = TableLayout.solve(columns: specs, width: width)
    TableHeader(specs: specs, layout: layout).draw(into: &grid, header, look: look)
    let first = max(0, min(offset, rows.count))
    for (index, row) in rows[first...].prefix(body.rows).enumerated() {
      let line = body.line(index).split(left: width).left
      let isSelected = first + index == selected
      let look = isSelected ? look.over(.selection) : look
      if isSelected { grid.fill(line, style: look[.selection]) }
      for column in layout.columns where column.index < row.count {
        let role = column.index < roles.count ? roles[column.index] : .text
        grid.put(
          row[column.index], in: layout.cell(column, in: line), style: look[role],
          alignment: specs[column.index].alignment, ellipsis: look.glyphs.ellipsis)
      }
    }
    if needsBar {
      Scrollbar(total: rows.count, visible: body.rows, offset: first).draw(into: &grid, body, look: look)
    }
  }
}
