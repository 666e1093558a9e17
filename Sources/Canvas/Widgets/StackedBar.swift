/// One bar in parts, and below it what the parts are. Each part has a pattern of its own besides its colour.
package struct StackedBar: Widget {
  package struct Part: Hashable, Sendable {
    package var label: String
    package var value: Double
    /// The value in words, in the legend.
    package var text: String
    package var role: Role

    package init(_ label: String, value: Double, text: String = "", role: Role = .barFill) {
      self.label = label
      self.value = value
      self.text = text
      self.role = role
    }
  }

  package var parts: [Part]
  /// Rows of the bar itself.
  package var barRows: Int
  package var showsLegend: Bool

  package init(_ parts: [Part], barRows: Int = 1, showsLegend: Bool = true) {
    self.parts = parts
    self.barRows = max(1, barRows)
    self.showsLegend = showsLegend
  }

  package func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
    let (bar, legend) = rect.split(top: barRows)
    let widths = StackedBar.cells(parts.map(\.value), in: bar.columns)
    var column = bar.column
    for (index, width) in widths.enumerated() {
      grid.fill(
        Rect(column: column, row: bar.row, columns: width, rows: bar.rows), with: pattern(index, look),
        style: look[parts[index].role])
      column += width
    }
    if showsLegend { drawLegend(into: &grid, legend, look: look) }
  }

  private func pattern(_ index: Int, _ look: Look) -> Glyph {
    look.glyphs.patterns[index % look.glyphs.patterns.count]
  }

  private func drawLegend(into grid: inout Grid, _ rect: Rect, look: Look) {
    for (index, place) in legend(in: rect.columns).enumerated() where place.row < rect.rows {
      let line = rect.line(place.row).inset(left: place.column)
      grid.put(pattern(index, look), at: line.origin, style: look[parts[index].role], clip: line)
      grid.put(place.words, in: line.inset(left: 2), style: look[.text], ellipsis: look.glyphs.ellipsis)
    }
  }

  /// Rows that the bar and its legend take at a width.
  package func rows(in columns: Int) -> Int {
    barRows + (showsLegend ? (legend(in: columns).last?.row ?? -1) + 1 : 0)
  }

  /// What the legend says of each part, and where: as many beside each other as fit.
  private func legend(in columns: Int) -> [(words: String, column: Int, row: Int)] {
    var (column, row) = (0, 0)
    return parts.map { part in
      let words = part.text.isEmpty ? part.label : "\(part.label) \(part.text)"
      let width = 2 + words.cellWidth
      if column > 0, column + width > columns { (column, row) = (0, row + 1) }
      defer { column += width + 2 }
      return (words, column, row)
    }
  }

  /// Cells for each value that add up to all of them where anything is above zero; the largest remainders are
  /// rounded up, and something is never shown as nothing while there's room.
  static func cells(_ values: [Double], in columns: Int) -> [Int] {
    let values = values.map { $0.isFinite && $0 > 0 ? $0 : 0 }
    let total = values.reduce(0, +)
    guard total > 0, columns > 0 else { return values.map { _ in 0 } }
    let exact = values.map { $0 / total * Double(columns) }
    var cells = exact.map { Int($0) }
    let order = values.indices.sorted {
      (exact[$1] - Double(cells[$1]), $0) < (exact[$0] - Double(cells[$0]), $1)
    }
    var left = columns - cells.reduce(0, +)
    for index in order where left > 0 {
      cells[index] += 1
      left -= 1
    }
    for index in values.indices where values[index] > 0 && cells[index] == 0 {
      guard let widest = cells.indices.max(by: { cells[$0] < cells[$1] }), cells[widest] > 1 else { break }
      cells[widest] -= 1
      cells[index] = 1
    }
    return cells
  }
}
