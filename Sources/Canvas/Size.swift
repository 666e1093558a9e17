/// A size in cells. Never negative.
@usableFromInline
package struct Size: Hashable, Sendable {
  @usableFromInline package var columns: Int
  @usableFromInline package var rows: Int

  @inlinable
  package init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  package static let zero = Size(columns: 0, rows: 0)

  /// How many cells the size holds.
  @inlinable package var area: Int { columns * rows }

  /// Whether there is no cell at all.
  @inlinable package var isEmpty: Bool { columns == 0 || rows == 0 }
}

/// A place in a grid: column and row from zero, at the top left.
@usableFromInline
package struct Point: Hashable, Sendable {
  @usableFromInline package var column: Int
  @usableFromInline package var row: Int

  @inlinable
  package init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  @usableFromInline package static let zero = Point(column: 0, row: 0)

  /// The place that many columns and rows further on.
  @inlinable
  package func offset(columns: Int = 0, rows: Int = 0) -> Point {
    Point(column: column + columns, row: row + rows)
  }
}
