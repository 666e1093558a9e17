/// A rectangle of cells. Its size is never negative.
@usableFromInline
package struct Rect: Hashable, Sendable {
  @usableFromInline package var column: Int
  @usableFromInline package var row: Int
  @usableFromInline package var columns: Int
  @usableFromInline package var rows: Int

  @inlinable
  package init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  @inlinable
  package init(origin: Point = .zero, size: Size) {
    self.init(column: origin.column, row: origin.row, columns: size.columns, rows: size.rows)
  }

  package static let zero = Rect(column: 0, row: 0, columns: 0, rows: 0)

  @inlinable package var origin: Point { Point(column: column, row: row) }
  @inlinable package var size: Size { Size(columns: columns, rows: rows) }
  @inlinable package var isEmpty: Bool { columns == 0 || rows == 0 }

  /// The first column to the right of the rectangle.
  @inlinable package var endColumn: Int { column + columns }
  /// The first row below the rectangle.
  @inlinable package var endRow: Int { row + rows }
  /// The columns it covers.
  @inlinable package var columnRange: Range<Int> { column..<endColumn }
  /// The rows it covers.
  @inlinable package var rowRange: Range<Int> { row..<endRow }

  @inlinable
  package func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < endColumn && point.row >= row && point.row < endRow
  }

  /// What both rectangles cover; empty, at this one's nearest corner, when they don't meet.
  @inlinable
  package func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top, columns: min(endColumn, other.endColumn) - left,
      rows: min(endRow, other.endRow) - top)
  }

  /// The rectangle without a margin on each side; a margin too large leaves nothing.
  package func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    let left = min(left, columns)
    let top = min(top, rows)
    return Rect(
      column: column + left, row: row + top, columns: columns - left - right, rows: rows - top - bottom)
  }

  /// The rectangle without the same margin all round.
  package func inset(by margin: Int) -> Rect {
    inset(left: margin, top: margin, right: margin, bottom: margin)
  }

  /// One of its rows, counted from the top of the rectangle; empty outside it.
  package func line(_ index: Int) -> Rect {
    guard index >= 0, index < rows else {
      return Rect(column: column, row: row, columns: columns, rows: 0)
    }
    return Rect(column: column, row: row + index, columns: columns, rows: 1)
  }

  /// A rectangle of a size in the middle of this one, shrunk to fit.
  package func centred(_ size: Size) -> Rect {
    let columns = min(size.columns, self.columns)
    let rows = min(size.rows, self.rows)
    return Rect(
      column: column + (self.columns - columns) / 2, row: row + (self.rows - rows) / 2, columns: columns,
      rows: rows)
  }
}
