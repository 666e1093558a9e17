/// What a column of a table wants.
package struct ColumnSpec: Hashable, Sendable {
  package var title: String
  package var alignment: Alignment
  /// The narrowest it makes sense at; where that doesn't fit, a column is left out.
  package var minimum: Int
  /// What it needs to show its usual content whole.
  package var ideal: Int
  /// Its share of what is left when every column has its ideal; 0 to stay there.
  package var weight: Int
  /// Columns with the lowest importance are left out first, the rightmost of them before the others.
  package var importance: Int

  package init(
    _ title: String, alignment: Alignment = .left, minimum: Int = 4, ideal: Int = 10, weight: Int = 0,
    importance: Int = 0
  ) {
    self.title = title
    self.alignment = alignment
    self.minimum = max(1, minimum)
    self.ideal = max(self.minimum, ideal)
    self.weight = max(0, weight)
    self.importance = importance
  }
}

/// Where the columns of a table stand.
package struct TableLayout: Hashable, Sendable {
  /// A column that is shown.
  package struct Column: Hashable, Sendable {
    /// Its place among the columns asked for.
    package let index: Int
    /// The cells it covers, counted from the left of the table.
    package let columns: Range<Int>
  }

  /// The columns shown, left to right.
  package let columns: [Column]
  /// Those without room, by their place among the columns asked for.
  package let hidden: [Int]

  /// Fits columns into a width, with `gap` unused cells between neighbours. At least one column is shown,
  /// however narrow.
  package static func solve(columns specs: [ColumnSpec], width: Int, gap: Int = 1) -> TableLayout {
    let width = max(0, width)
    var shown = Array(specs.indices)
    var hidden: [Int] = []
    func minimum() -> Int { shown.reduce(gap * (shown.count - 1)) { $0 + specs[$1].minimum } }
    while shown.count > 1, minimum() > width {
      let least = shown.indices.reversed().min { specs[shown[$0]].importance < specs[shown[$1]].importance }
      hidden.append(shown.remove(at: least ?? shown.count - 1))
    }
    var widths = shown.map { min(width, specs[$0].minimum) }
    var left = width - widths.reduce(gap * max(0, shown.count - 1), +)
    // First what each lacks to its ideal; then the rest by weight.
    let missing = shown.map { specs[$0].ideal - specs[$0].minimum }
    left -= hand(out: min(left, missing.reduce(0, +)), by: missing, to: &widths)
    left -= hand(out: left, by: shown.map { specs[$0].weight }, to: &widths)
    var column = 0
    let placed = zip(shown, widths).map { index, cells in
      defer { column += cells + gap }
      return Column(index: index, columns: column..<column + cells)
    }
    return TableLayout(columns: placed, hidden: hidden.sorted())
  }

  /// Adds cells to widths in proportion to what each wants.
  ///
  /// - Returns: the cells handed out: all, or none when nobody wants any.
  private static func hand(out cells: Int, by wants: [Int], to widths: inout [Int]) -> Int {
    var total = wants.reduce(0, +)
    var open = max(0, cells)
    let given = total > 0 ? open : 0
    for (index, want) in wants.enumerated() where want > 0 {
      let share = open * want / total
      widths[index] += share
      open -= share
      total -= want
    }
    return given
  }

  /// The cells of a shown column in a line that the table covers.
  package func cell(_ column: Column, in line: Rect) -> Rect {
    Rect(
      column: line.column + column.columns.lowerBound, row: line.row, columns: column.columns.count,
      rows: min(1, line.rows)
    ).intersection(line)
  }

  /// The place, among the columns asked for, of the column at a cell counted from the table's left, or nil.
  package func index(at column: Int) -> Int? { columns.first { $0.columns.contains(column) }?.index }
}
