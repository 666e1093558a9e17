/// Upright bars beside each other, such as one a month, over a line of labels. When there are more than fit, the
/// last ones are shown.
package struct ColumnChart: Widget {
  package var items: [ChartItem]
  /// The largest value in words, beside the top of the chart.
  package var maximumText: String
  /// What a full bar stands for; the largest value when nil.
  package var maximum: Double?
  /// The widest that a bar may get, in columns.
  package var barColumns: Int

  package init(items: [ChartItem], maximumText: String = "", maximum: Double? = nil, barColumns: Int = 5) {
    self.items = items
    self.maximumText = maximumText
    self.maximum = maximum
    self.barColumns = max(1, barColumns)
  }

  package func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
    guard rect.rows >= 2, !items.isEmpty else { return }
    let axis = maximumText.isEmpty ? 0 : maximumText.cellWidth
    let (scale, plot) = rect.split(left: axis, gap: axis > 0 ? 1 : 0)
    guard plot.columns > 0 else { return }
    if axis > 0 {
      grid.put(maximumText, in: scale, style: look[.axis], alignment: .right)
      grid.put("0", in: scale.line(rect.rows - 2), style: look[.axis], alignment: .right)
    }
    // A column of space between bars as long as it leaves the bars two columns.
    let pitch = min(barColumns + 1, max(1, plot.columns / items.count))
    let gap = pitch >= 3 ? 1 : 0
    let shown = items.suffix(plot.columns / pitch)
    let full = maximum ?? shown.map(\.value).max() ?? 0
    let (bars, labels) = plot.split(bottom: 1)
    var labelsEnd = plot.column
    for (index, item) in shown.enumerated() {
      let column = plot.column + index * pitch
      let bar = Rect(column: column, row: bars.row, columns: pitch - gap, rows: bars.rows)
      drawBar(full > 0 ? item.value / full : 0, into: &grid, bar, style: look[item.role], look: look)
      let width = item.label.cellWidth
      guard column >= labelsEnd, column + width <= labels.endColumn else { continue }
      grid.put(item.label, at: Point(column: column, row: labels.row), style: look[.axis], clip: labels)
      labelsEnd = column + width + 1
    }
  }

  private func drawBar(_ fraction: Double, into grid: inout Grid, _ rect: Rect, style: Style, look: Look) {
    let steps = look.glyphs.verticalSteps
    let parts = steps.count - 1
    var filled = Int((clampedFraction(fraction) * Double(rect.rows * parts)).rounded())
    if filled == 0, fraction > 0 { filled = 1 }
    for row in 0..<rect.rows {
      let part = min(parts, max(0, filled - row * parts))
      if part == 0 { break }
      grid.fill(rect.line(rect.rows - 1 - row), with: steps[part], style: style)
    }
  }
}
