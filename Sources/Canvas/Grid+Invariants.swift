extension Grid {
  /// Stops a debug build where cells are missing or a wide glyph has lost a half.
  ///
  /// - Complexity: O(cells).
  package func _checkInvariants() {
    #if DEBUG
      precondition(cells.count == size.area, "\(cells.count) cells in a grid of \(size)")
      for row in 0..<size.rows where size.columns > 0 {
        precondition(areHalvesWhole(row: row, from: 0, to: size.columns), "half a wide glyph in row \(row)")
      }
    #endif
  }

  /// Whether the wide glyphs of some cells, and those that reach over their edges, have both halves.
  ///
  /// - Complexity: O(columns).
  func areHalvesWhole(row: Int, from column: Int, to end: Int) -> Bool {
    let start = row * size.columns
    return (column...end).allSatisfy { column in
      let isBehindWide = column > 0 && cells[start + column - 1].glyph.width == 2
      let isContinuation = column < size.columns && cells[start + column].isContinuation
      return isBehindWide == isContinuation
    }
  }
}
