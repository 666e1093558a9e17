/// A thin frame with a title in its upper edge and a note in its lower one.
package struct Box: Widget {
  package var title: String
  /// Short text at the right of the lower edge, such as `12/340`.
  package var note: String
  package var isFocused: Bool

  package init(title: String = "", note: String = "", isFocused: Bool = false) {
    self.title = title
    self.note = note
    self.isFocused = isFocused
  }

  /// What is left inside the frame.
  package static func inner(_ rect: Rect) -> Rect { rect.inset(by: 1) }

  package func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
    guard rect.columns >= 2, rect.rows >= 2 else { return }
    let style = look[isFocused ? .borderFocused : .border]
    let lines = look.glyphs.lines
    let bottom = rect.endRow - 1
    let right = rect.endColumn - 1
    grid.fill(rect.line(0), with: lines.horizontal, style: style)
    grid.fill(rect.line(rect.rows - 1), with: lines.horizontal, style: style)
    grid.fill(rect.split(left: 1).left, with: lines.vertical, style: style)
    grid.fill(rect.split(right: 1).right, with: lines.vertical, style: style)
    grid.put(lines.topLeft, at: rect.origin, style: style)
    grid.put(lines.topRight, at: Point(column: right, row: rect.row), style: style)
    grid.put(lines.bottomLeft, at: Point(column: rect.column, row: bottom), style: style)
    grid.put(lines.bottomRight, at: Point(column: right, row: bottom), style: style)

    let top = rect.line(0).inset(left: 2, right: 2)
    put(title, into: &grid, edge: top, alignment: .left, style: look[.title], look: look)
    let foot = rect.line(rect.rows - 1).inset(left: 2, right: 2)
    put(note, into: &grid, edge: foot, alignment: .right, style: look[.muted], look: look)
  }

  /// Text in an edge, with a space on each side of it.
  private func put(
    _ text: String, into grid: inout Grid, edge: Rect, alignment: Alignment, style: Style, look: Look
  ) {
    guard !text.isEmpty, edge.columns >= 3 else { return }
    let field = edge.inset(left: 1, right: 1)
    let columns = grid.put(
      text, in: field, style: style, alignment: alignment, ellipsis: look.glyphs.ellipsis)
    for column in [columns.lowerBound - 1, columns.upperBound] {
      grid.put(.space, at: Point(column: column, row: edge.row), style: style, clip: edge)
    }
  }
}
