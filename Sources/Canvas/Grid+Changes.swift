extension Grid {
  /// Neighbouring cells of one row that differ from another frame's.
  package struct Run: Hashable, Sendable {
    package let row: Int
    /// The columns to write again. Never cuts a wide glyph, neither of the new frame nor of the old one.
    package let columns: Range<Int>

    package init(row: Int, columns: Range<Int>) {
      self.row = row
      self.columns = columns
    }
  }

  /// What has to be written again to turn another frame into this one, from the top left.
  ///
  /// Runs less than four cells apart are joined. Every row is a run when the sizes differ.
  ///
  /// - Complexity: O(cells)
  package func changes(from previous: Grid) -> [Run] {
    guard size == previous.size else {
      return size.isEmpty ? [] : (0..<size.rows).map { Run(row: $0, columns: 0..<size.columns) }
    }
    var runs: [Run] = []
    let columns = size.columns
    let new = cells.span
    let old = previous.cells.span
    for row in 0..<size.rows {
      let start = row * columns
      var open: Range<Int>?
      var column = 0
      while column < columns {
        if new[start + column] == old[start + column] {
          column += 1
          continue
        }
        var end = column + 1
        while end < columns, new[start + end] != old[start + end] { end += 1 }
        var first = column
        while first > 0, new[start + first].isContinuation || old[start + first].isContinuation {
          first -= 1
        }
        while end < columns, new[start + end].isContinuation || old[start + end].isContinuation {
          end += 1
        }
        if let run = open, first - run.upperBound < 4 {
          open = run.lowerBound..<end
        } else {
          if let run = open { runs.append(Run(row: row, columns: run)) }
          open = first..<end
        }
        column = end
      }
      if let run = open { runs.append(Run(row: row, columns: run)) }
    }
    return runs
  }
}
