/// How much of a split a part wants, in cells.
package enum Extent: Hashable, Sendable {
  /// Exactly so many cells, as long as there is room.
  case fixed(Int)
  /// A share of what the fixed parts leave, by weight, and at least `minimum` while there is room.
  case flexible(weight: Int = 1, minimum: Int = 0)
}

extension Rect {
  /// The top rows and what is below them.
  package func split(top rows: Int) -> (top: Rect, rest: Rect) {
    let height = min(max(0, rows), self.rows)
    return (
      Rect(column: column, row: row, columns: columns, rows: height),
      Rect(column: column, row: row + height, columns: columns, rows: self.rows - height)
    )
  }

  /// The bottom rows and what is above them.
  package func split(bottom rows: Int) -> (rest: Rect, bottom: Rect) {
    let (rest, bottom) = split(top: self.rows - min(max(0, rows), self.rows))
    return (rest, bottom)
  }

  /// The left columns and what is to the right of them, with `gap` unused columns between.
  package func split(left columns: Int, gap: Int = 0) -> (left: Rect, rest: Rect) {
    let width = min(max(0, columns), self.columns)
    let skip = min(width + max(0, gap), self.columns)
    return (
      Rect(column: column, row: row, columns: width, rows: rows),
      Rect(column: column + skip, row: row, columns: self.columns - skip, rows: rows)
    )
  }

  /// The right columns and what is to the left of them, with `gap` unused columns between.
  package func split(right columns: Int, gap: Int = 0) -> (rest: Rect, right: Rect) {
    let width = min(max(0, columns), self.columns)
    let rest = max(0, self.columns - width - max(0, gap))
    return (
      Rect(column: column, row: row, columns: rest, rows: rows),
      Rect(column: endColumn - width, row: row, columns: width, rows: rows)
    )
  }

  /// Side-by-side parts, one for each extent, with `gap` unused columns between neighbours.
  package func columns(_ extents: [Extent], gap: Int = 0) -> [Rect] {
    let widths = Extent.solve(extents, total: columns, gap: gap)
    var at = column
    return widths.map { width in
      defer { at += width + gap }
      return Rect(column: at, row: row, columns: width, rows: rows).intersection(self)
    }
  }

  /// Parts one below the other, one for each extent, with `gap` unused rows between neighbours.
  package func rows(_ extents: [Extent], gap: Int = 0) -> [Rect] {
    let heights = Extent.solve(extents, total: rows, gap: gap)
    var at = row
    return heights.map { height in
      defer { at += height + gap }
      return Rect(column: column, row: at, columns: columns, rows: height).intersection(self)
    }
  }
}

extension Extent {
  /// Cells for each part. Fixed parts and minima are served first, in order, then the weights.
  static func solve(_ extents: [Extent], total: Int, gap: Int) -> [Int] {
    var left = max(0, total - gap * max(0, extents.count - 1))
    var sizes = [Int](repeating: 0, count: extents.count)
    var weights = 0
    for (index, extent) in extents.enumerated() {
      switch extent {
      case .fixed(let cells): sizes[index] = min(left, max(0, cells))
      case .flexible(let weight, let minimum):
        sizes[index] = min(left, max(0, minimum))
        weights += max(0, weight)
      }
      left -= sizes[index]
    }
    for (index, extent) in extents.enumerated() {
      guard case .flexible(let weight, _) = extent, weight > 0 else { continue }
      let share = left * weight / weights
      sizes[index] += share
      left -= share
      weights -= weight
    }
    return sizes
  }
}
