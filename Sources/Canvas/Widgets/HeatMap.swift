/// Shades in rows and columns with heads to both, such as hours by weekday. A shade's glyph says the same as its
/// colour.
package struct HeatMap: Widget {
  /// Values row by row; nil where there is none.
  package var rows: [[Double?]]
  package var rowHeads: [String]
  package var columnHeads: [String]
  /// What the hottest shade stands for; the largest value when nil.
  package var maximum: Double?
  /// What the scale says under the map, from nothing to the most; no scale when nil.
  package var scale: (least: String, most: String)?

  package init(
    rows: [[Double?]], rowHeads: [String] = [], columnHeads: [String] = [], maximum: Double? = nil,
    scale: (least: String, most: String)? = nil
  ) {
    self.rows = rows
    self.rowHeads = rowHeads
    self.columnHeads = columnHeads
    self.maximum = maximum
    self.scale = scale
  }

  package func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
    let count = rows.map(\.count).max() ?? 0
    guard count > 0, !rect.isEmpty else { return }
    let heads = min(rowHeads.map(\.cellWidth).max() ?? 0, rect.columns / 3)
    let (side, body) = rect.split(left: heads, gap: heads > 0 ? 1 : 0)
    let cells = max(1, min(4, body.columns / count))
    let top = columnHeads.isEmpty ? 0 : 1
    let most = maximum ?? rows.joined().compactMap { $0 }.max() ?? 0
    drawColumnHeads(into: &grid, body.line(0), cells: cells, look: look)
    for (index, row) in rows.enumerated() where index + top < rect.rows {
      if rowHeads.indices.contains(index) {
        grid.put(
          rowHeads[index], in: side.line(index + top), style: look[.label], ellipsis: look.glyphs.ellipsis)
      }
      HeatStrip(levels: HeatStrip.levels(of: row.map { $0 ?? 0 }, maximum: most), cellColumns: cells)
        .draw(into: &grid, body.line(index + top), look: look)
    }
    let line = body.line(rows.count + top)
    guard let scale, !line.isEmpty else { return }
    let least = grid.put(scale.least, in: line, style: look[.axis], ellipsis: look.glyphs.ellipsis)
    let strip = line.inset(left: least.upperBound - line.column + 1)
    HeatStrip(levels: Array(0...Role.heat.count)).draw(into: &grid, strip, look: look)
    grid.put(
      scale.most, in: strip.inset(left: Role.heat.count + 2), style: look[.axis],
      ellipsis: look.glyphs.ellipsis)
  }

  private func drawColumnHeads(into grid: inout Grid, _ line: Rect, cells: Int, look: Look) {
    var end = line.column
    for (index, head) in columnHeads.enumerated() {
      let column = line.column + index * cells
      let width = head.cellWidth
      guard column >= end, width > 0, column + width <= line.endColumn else { continue }
      grid.put(head, at: Point(column: column, row: line.row), style: look[.axis], clip: line)
      end = column + width + 1
    }
  }
}
