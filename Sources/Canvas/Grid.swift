/// A frame of cells, painted from the top left and kept row by row.
///
/// A wide glyph owns two cells: itself and a continuation to its right. Whatever overwrites one half blanks the
/// other, so a row's widths always add up to its columns. Everything painted is clipped.
@usableFromInline
package struct Grid: Equatable, Sendable {
  @usableFromInline package let size: Size
  @usableFromInline var cells: [Cell]
  /// Where a person types, or nil. The terminal's own cursor belongs there, since input methods open beside it.
  package var cursor: Point?

  /// A blank grid.
  package init(size: Size, style: Style = .plain) {
    self.size = size
    cells = Array(repeating: Cell(.space, style: style), count: size.area)
  }

  /// The whole grid.
  @inlinable package var bounds: Rect { Rect(size: size) }

  /// The cell at a place; a blank one outside the grid.
  @inlinable
  package subscript(column: Int, row: Int) -> Cell {
    guard column >= 0, column < size.columns, row >= 0, row < size.rows else { return .blank }
    return cells[row * size.columns + column]
  }

  /// The cells of one row, left to right; empty outside the grid.
  @inlinable
  package func row(_ row: Int) -> ArraySlice<Cell> {
    guard row >= 0, row < size.rows else { return [] }
    return cells[row * size.columns..<(row + 1) * size.columns]
  }

  /// Blanks a rectangle in a style.
  package mutating func fill(_ rect: Rect, style: Style) {
    fill(rect, with: .space, style: style)
  }

  /// Fills a rectangle with one glyph; a last column that can't hold both halves of a wide one gets a space.
  package mutating func fill(_ rect: Rect, with glyph: Glyph, style: Style) {
    let area = rect.intersection(bounds)
    if area.isEmpty { return }
    for row in area.rowRange {
      clearHalves(row: row, from: area.column, to: area.endColumn)
      let start = row * size.columns
      if glyph.width != 2 {
        let cell = Cell(glyph, style: style)
        for index in start + area.column..<start + area.endColumn { cells[index] = cell }
        continue
      }
      var column = area.column
      while column + 2 <= area.endColumn {
        cells[start + column] = Cell(glyph, style: style)
        cells[start + column + 1] = Cell(.continuation, style: style)
        column += 2
      }
      if column < area.endColumn { cells[start + column] = Cell(.space, style: style) }
      assert(areHalvesWhole(row: row, from: area.column, to: area.endColumn))
    }
  }

  /// Puts one glyph; half a wide one at the edge of the clip becomes a space.
  package mutating func put(_ glyph: Glyph, at point: Point, style: Style, clip: Rect? = nil) {
    let clip = clip?.intersection(bounds) ?? bounds
    let width = max(1, glyph.width)
    let visible = Rect(origin: point, size: Size(columns: width, rows: 1)).intersection(clip)
    if visible.isEmpty { return }
    clearHalves(row: point.row, from: visible.column, to: visible.endColumn)
    let start = point.row * size.columns
    if visible.columns < width {
      cells[start + visible.column] = Cell(.space, style: style)
      return
    }
    cells[start + point.column] = Cell(glyph, style: style)
    if width == 2 { cells[start + point.column + 1] = Cell(.continuation, style: style) }
    assert(areHalvesWhole(row: point.row, from: visible.column, to: visible.endColumn))
  }

  /// Changes how cells look and leaves their text; both halves of a wide glyph go together.
  package mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
    let area = rect.intersection(bounds)
    if area.isEmpty { return }
    for row in area.rowRange {
      let start = row * size.columns
      var column = area.column
      var end = area.endColumn
      if column > 0, cells[start + column].isContinuation { column -= 1 }
      if end < size.columns, cells[start + end].isContinuation { end += 1 }
      for index in start + column..<start + end { cells[index].style = change(cells[index].style) }
    }
  }

  /// Gives cells another style and leaves their text.
  package mutating func restyle(_ rect: Rect, style: Style) {
    restyle(rect) { _ in style }
  }

  /// Blanks the outer halves of wide glyphs that a run of cells about to be overwritten cuts through.
  ///
  /// The columns must lie inside the grid and not be empty.
  @inlinable
  mutating func clearHalves(row: Int, from column: Int, to end: Int) {
    let start = row * size.columns
    if column > 0, cells[start + column].isContinuation { cells[start + column - 1].glyph = .space }
    if end < size.columns, cells[start + end].isContinuation { cells[start + end].glyph = .space }
  }
}
