/// Layers one above the other, each a bar in the middle as wide as its share, with its name and its numbers.
package struct Pyramid: Widget {
  package struct Layer: Hashable, Sendable {
    package var label: String
    package var value: Double
    /// Numbers at the right, each in a column of its own.
    package var texts: [String]
    package var role: Role

    package init(_ label: String, value: Double, texts: [String] = [], role: Role = .barFill) {
      self.label = label
      self.value = value
      self.texts = texts
      self.role = role
    }
  }

  /// From the top down.
  package var layers: [Layer]
  /// What the widest bar stands for; the largest value when nil.
  package var maximum: Double?

  package init(_ layers: [Layer], maximum: Double? = nil) {
    self.layers = layers
    self.maximum = maximum
  }

  package func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
    let shown = layers.prefix(rect.rows)
    let names = min(shown.map(\.label.cellWidth).max() ?? 0, rect.columns * 2 / 5)
    let count = shown.map(\.texts.count).max() ?? 0
    let widths = (0..<count).map { column in
      shown.map { $0.texts.indices.contains(column) ? $0.texts[column].cellWidth : 0 }.max() ?? 0
    }
    let texts = min(widths.reduce(0) { $0 + $1 + 1 }, rect.columns / 2)
    let most = maximum ?? layers.map(\.value).max() ?? 0
    for (index, layer) in shown.enumerated() {
      let (name, rest) = rect.line(index).split(left: names, gap: names > 0 ? 1 : 0)
      let (bar, numbers) = rest.split(right: texts)
      grid.put(layer.label, in: name, style: look[.label], ellipsis: look.glyphs.ellipsis)
      let share = most > 0 ? clampedFraction(layer.value / most) : 0
      // Bars of one kind of breadth, odd or even, stand exactly above each other.
      var columns = Int((share * Double(bar.columns)).rounded())
      if columns % 2 != bar.columns % 2 { columns += columns < bar.columns ? 1 : -1 }
      if layer.value <= 0 || layer.value.isNaN { columns = 0 }
      let field = Rect(
        column: bar.column + (bar.columns - columns) / 2, row: bar.row, columns: columns, rows: bar.rows)
      grid.fill(field, with: look.glyphs.patterns[0], style: look[layer.role])
      var column = numbers.column
      for (place, text) in layer.texts.enumerated() where widths.indices.contains(place) {
        let field = Rect(column: column + 1, row: numbers.row, columns: widths[place], rows: numbers.rows)
          .intersection(numbers)
        grid.put(
          text, in: field, style: look[.number], alignment: .right, ellipsis: look.glyphs.ellipsis)
        column += widths[place] + 1
      }
    }
  }
}
