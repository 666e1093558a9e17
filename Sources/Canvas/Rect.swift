/// A rectangle of cells. Its size is never negative.
public struct Rect: Hashable, Sendable {
  public var column: Int
  public var row: Int
  public var columns: Int
  public var rows: Int

  @inlinable
  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  @inlinable
  public init(origin: Point = .zero, size: Size) {
    self.init(column: origin.column, row: origin.row, columns: size.columns, rows: size.rows)
  }

  public static let zero = Rect(column: 0, row: 0, columns: 0, rows: 0)

  @inlinable public var origin: Point { Point(column: column, row: row) }
  @inlinable public var size: Size { Size(columns: columns, rows: rows) }
  @inlinable public var isEmpty: Bool { columns == 0 || rows == 0 }

  /// The first column to the right of the rectangle.
  @inlinable public var endColumn: Int { column + columns }
  /// The first row below the rectangle.
  @inlinable public var endRow: Int { row + rows }
  /// The columns it covers.
  @inlinable public var columnRange: Range<Int> { column..<endColumn }
  /// The rows it covers.
  @inlinable public var rowRange: Range<Int> { row..<endRow }

  @inlinable
  public func contains(_ point: Point) -> Bool {
    point.column >= column && point.column < endColumn && point.row >= row && point.row < endRow
  }

  /// What both rectangles cover; empty, at this one's nearest corner, when they don't meet.
  @inlinable
  public func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top, columns: min(endColumn, other.endColumn) - left,
      rows: min(endRow, other.endRow) - top)
  }

  /// The rectangle without a margin on each side; a margin too large leaves nothing.
  public func inset(left: Int = 0, top: Int = 0, right: Int = 0, bottom: Int = 0) -> Rect {
    let left = min(left, columns)
    let top = min(top, rows)
    return Rect(
      column: column + left, row: row + top, columns: columns - left - right, rows: rows - top - bottom)
  }

  /// The rectangle without the same margin all round.
  public func inset(by margin: Int) -> Rect {
    inset(left: margin, top: margin, right: margin, bottom: margin)
  }

  /// One of its rows, counted from the top of the rectangle; empty outside it.
  public func line(_ index: Int) -> Rect {
    guard index >= 0, index < rows else {
      return Rect(column: column, row: row, columns: columns, rows: 0)
    }
    return Rect(column: column, row: row + index, columns: columns, rows: 1)
  }

  /// A rectangle of a size in the middle of this one, shrunk to fit.
  public func centred(_ size: Size) -> Rect {
    let columns = min(size.columns, self.columns)
    let rows = min(size.rows, self.rows)
    return Rect(
      column: column + (self.columns - columns) / 2, row: row + (self.rows - rows) / 2, columns: columns,
      rows: rows)
  }
}
