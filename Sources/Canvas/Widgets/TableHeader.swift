/// The titles of a table's columns, with the sign of the order it's sorted in.
package struct TableHeader: Widget {
  package var specs: [ColumnSpec]
  package var layout: TableLayout
  /// The column that the table is sorted by, as its place among `specs`.
  package var sorted: Int?
  package var isAscending: Bool

  package init(specs: [ColumnSpec], layout: TableLayout, sorted: Int? = nil, isAscending: Bool = true) {
    self.specs = specs
    self.layout = layout
    self.sorted = sorted
    self.isAscending = isAscending
  }

  package func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
    let line = rect.line(0)
    let glyphs = look.glyphs
    for column in layout.columns {
      let spec = specs[column.index]
      let cell = layout.cell(column, in: line)
      let isSorted = column.index == sorted
      let style = look[isSorted ? .tableHeaderSorted : .tableHeader]
      grid.fill(cell, style: style)
      guard isSorted, cell.columns > 1 else {
        grid.put(spec.title, in: cell, style: style, alignment: spec.alignment, ellipsis: glyphs.ellipsis)
        continue
      }
      let sign = isAscending ? glyphs.sortAscending : glyphs.sortDescending
      // The sign follows the title; at the right edge of a right-aligned column it takes the last cell.
      let field = cell.inset(right: 1)
      let title = grid.put(
        spec.title, in: field, style: style, alignment: spec.alignment, ellipsis: glyphs.ellipsis)
      grid.put(sign, at: Point(column: title.upperBound, row: cell.row), style: style, clip: cell)
    }
  }
}
