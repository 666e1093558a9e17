/// A size in cells. Never negative.
public struct Size: Hashable, Sendable {
  public var columns: Int
  public var rows: Int

  @inlinable
  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  public static let zero = Size(columns: 0, rows: 0)

  /// How many cells the size holds.
  @inlinable public var area: Int { columns * rows }

  /// Whether there is no cell at all.
  @inlinable public var isEmpty: Bool { columns == 0 || rows == 0 }
}

/// A place in a grid: column and row from zero, at the top left.
public struct Point: Hashable, Sendable {
  public var column: Int
  public var row: Int

  @inlinable
  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }

  public static let zero = Point(column: 0, row: 0)

  /// The place that many columns and rows further on.
  @inlinable
  public func offset(columns: Int = 0, rows: Int = 0) -> Point {
    Point(column: column + columns, row: row + rows)
  }
}
