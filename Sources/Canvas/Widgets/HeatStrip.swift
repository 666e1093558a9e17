/// One row of shades, from nothing to hot; the shade's glyph says the same as its colour.
package struct HeatStrip: Widget {
  /// Levels from left to right: 0 for nothing, 1…5 for a role of `Role.heat`; others are clamped.
  package var levels: [Int]
  /// Columns of each level.
  package var cellColumns: Int

  package init(levels: [Int], cellColumns: Int = 1) {
    self.levels = levels
    self.cellColumns = max(1, cellColumns)
  }

  /// The levels of values as shares of the largest one. Anything above zero shows at least the first level.
  package static func levels(of values: [Double], maximum: Double? = nil) -> [Int] {
    let most = maximum ?? values.max() ?? 0
    return values.map { value in
      guard value > 0, most > 0 else { return 0 }
      return min(5, max(1, Int((value / most * 5).rounded(.up))))
    }
  }

  package func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
    let line = rect.line(0)
    for (index, level) in levels.enumerated() {
      let column = line.column + index * cellColumns
      if column >= line.endColumn { return }
      let level = min(Role.heat.count, max(0, level))
      let cell = Rect(column: column, row: line.row, columns: cellColumns, rows: line.rows)
      let style = look[level == 0 ? .text : Role.heat[level - 1]]
      grid.fill(cell.intersection(line), with: look.glyphs.shades[level], style: style)
    }
  }
}
