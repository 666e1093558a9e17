/// One bar of a chart: what it stands for, how large it is, and that in words.
package struct ChartItem: Hashable, Sendable {
  package var label: String
  package var value: Double
  /// The value as it's written beside the bar.
  package var text: String
  package var role: Role

  package init(label: String, value: Double, text: String = "", role: Role = .barFill) {
    self.label = label
    self.value = value
    self.text = text
    self.role = role
  }
}

/// Horizontal bars below each other: label, bar, value at the right.
package struct BarChart: Widget {
  package var items: [ChartItem]
  /// What a full bar stands for; the largest value when nil.
  package var maximum: Double?

  package init(items: [ChartItem], maximum: Double? = nil) {
    self.items = items
    self.maximum = maximum
  }

  package func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
    let shown = items.prefix(rect.rows)
    let labels = min(shown.map(\.label.cellWidth).max() ?? 0, rect.columns * 2 / 5)
    let texts = min(shown.map(\.text.cellWidth).max() ?? 0, rect.columns * 2 / 5)
    let full = maximum ?? items.map(\.value).max() ?? 0
    for (index, item) in shown.enumerated() {
      let (label, rest) = rect.line(index).split(left: labels, gap: labels > 0 ? 1 : 0)
      let (bar, text) = rest.split(right: texts, gap: texts > 0 ? 1 : 0)
      let ellipsis = look.glyphs.ellipsis
      grid.put(item.label, in: label, style: look[.label], ellipsis: ellipsis)
      Bar(full > 0 ? item.value / full : 0, fill: item.role, showsTrack: false)
        .draw(into: &grid, bar, look: look)
      grid.put(item.text, in: text, style: look[.number], alignment: .right, ellipsis: ellipsis)
    }
  }
}
