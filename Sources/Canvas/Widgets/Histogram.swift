/// Upright bars side by side over their values, with what groups of them stand for below.
package struct Histogram: Widget {
  /// Neighbouring bars that belong together.
  package struct Group: Hashable, Sendable {
    /// The bars, from zero.
    package var range: Range<Int>
    package var label: String
    package var role: Role

    package init(_ range: Range<Int>, label: String, role: Role) {
      self.range = range
      self.label = label
      self.role = role
    }
  }

  package var counts: [Int]
  /// What stands below each bar.
  package var labels: [String]
  /// What stands above each bar; nothing where empty.
  package var texts: [String]
  package var groups: [Group]

  package init(counts: [Int], labels: [String], texts: [String] = [], groups: [Group] = []) {
    self.counts = counts
    self.labels = labels
    self.texts = texts
    self.groups = groups
  }

  package func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
    guard !counts.isEmpty, rect.columns >= counts.count, rect.rows >= 2 else { return }
    let pitch = rect.columns / counts.count
    let gap = pitch >= 3 ? 1 : 0
    let hasGroups = !groups.isEmpty && rect.rows >= 4
    let (upper, foot) = rect.split(bottom: hasGroups ? 2 : 1)
    let longest = texts.map(\.cellWidth).max() ?? 0
    let hasTexts = longest > 0 && longest <= pitch && upper.rows >= 2
    let bars = hasTexts ? upper.split(top: 1).rest : upper
    let most = Double(counts.max() ?? 0)
    let steps = look.glyphs.verticalSteps
    let parts = steps.count - 1
    for (index, count) in counts.enumerated() {
      let column = rect.column + index * pitch
      let role = groups.first { $0.range.contains(index) }?.role ?? .barFill
      var filled = most > 0 ? Int((Double(count) / most * Double(bars.rows * parts)).rounded()) : 0
      if filled == 0, count > 0 { filled = 1 }
      for row in 0..<bars.rows {
        let part = min(parts, max(0, filled - row * parts))
        if part == 0 { break }
        let cells = Rect(column: column, row: bars.endRow - 1 - row, columns: pitch - gap, rows: 1)
        grid.fill(cells, with: steps[part], style: look[role])
      }
      if hasTexts, texts.indices.contains(index) {
        let top = bars.endRow - 1 - max(0, filled + parts - 1) / parts
        let field = Rect(column: column, row: top, columns: pitch - gap, rows: 1).intersection(upper)
        grid.put(
          texts[index], in: field, style: look[.muted], alignment: .centre, ellipsis: look.glyphs.ellipsis)
      }
      if labels.indices.contains(index) {
        let field = Rect(column: column, row: foot.row, columns: max(1, pitch - gap), rows: 1)
        grid.put(labels[index], in: field, style: look[.axis], alignment: .centre, ellipsis: nil)
      }
    }
    if hasGroups { drawGroups(into: &grid, foot.line(1), pitch: pitch, gap: gap, look: look) }
  }

  private func drawGroups(into grid: inout Grid, _ line: Rect, pitch: Int, gap: Int, look: Look) {
    let lines = look.glyphs.lines
    for group in groups where !group.range.isEmpty {
      let area = Rect(
        column: line.column + group.range.lowerBound * pitch, row: line.row,
        columns: group.range.count * pitch - gap, rows: 1
      ).intersection(line)
      guard !area.isEmpty else { continue }
      let style = look[group.role]
      grid.fill(area, with: lines.horizontal, style: style)
      grid.put(lines.bottomLeft, at: area.origin, style: style, clip: area)
      grid.put(
        lines.bottomRight, at: Point(column: area.endColumn - 1, row: area.row), style: style, clip: area)
      let field = area.inset(left: 1, right: 1)
      guard field.columns >= 3 else { continue }
      grid.put(
        group.label, in: field, style: style, alignment: .centre, ellipsis: look.glyphs.ellipsis)
    }
  }
}
