/// A horizontal line with a label in it.
package struct Rule: Widget {
  package var label: String

  package init(_ label: String = "") { self.label = label }

  package func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
    let line = rect.line(0)
    grid.fill(line, with: look.glyphs.lines.horizontal, style: look[.border])
    guard !label.isEmpty, line.columns >= 4 else { return }
    let field = line.inset(left: 1, right: 2)
    let columns = grid.put(label, in: field, style: look[.heading], ellipsis: look.glyphs.ellipsis)
    grid.put(.space, at: Point(column: columns.upperBound, row: line.row), style: look[.heading], clip: line)
    grid.put(.space, at: Point(column: line.column, row: line.row), style: look[.heading], clip: line)
  }
}
