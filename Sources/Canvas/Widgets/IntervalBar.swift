/// A value with its interval on a scale that stays the same from row to row, so that rows are compared by eye.
package struct IntervalBar: Widget {
  /// Nil where there is no value.
  package var value: Double?
  package var interval: ClosedRange<Double>?
  /// The values at the left and the right end.
  package var scale: ClosedRange<Double>
  /// Where a thin line stands on the scale, such as zero; nil for none.
  package var origin: Double?
  package var role: Role

  package init(
    _ value: Double?, interval: ClosedRange<Double>? = nil, scale: ClosedRange<Double>, origin: Double? = nil,
    role: Role = .barFill
  ) {
    self.value = value
    self.interval = interval
    self.scale = scale
    self.origin = origin
    self.role = role
  }

  package func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
    let line = rect.line(0)
    guard !line.isEmpty else { return }
    let lines = look.glyphs.lines
    grid.fill(line, with: look.glyphs.barEmpty, style: look[.barEmpty])
    func put(_ glyph: Glyph, _ column: Int, _ role: Role) {
      grid.put(glyph, at: line.origin.offset(columns: column), style: look[role], clip: line)
    }
    if let origin { put(lines.vertical, cell(of: origin, in: line.columns), .axis) }
    if let interval {
      let first = cell(of: interval.lowerBound, in: line.columns)
      let last = cell(of: interval.upperBound, in: line.columns)
      for column in first...max(first, last) { put(lines.horizontal, column, role) }
      if last > first {
        // An arrow where the interval goes on beyond the scale.
        put(interval.lowerBound < scale.lowerBound ? look.glyphs.arrowLeft : lines.teeLeft, first, role)
        put(interval.upperBound > scale.upperBound ? look.glyphs.arrowRight : lines.teeRight, last, role)
      }
    }
    if let value, !value.isNaN { put(look.glyphs.mark, cell(of: value, in: line.columns), role) }
  }

  private func cell(of value: Double, in columns: Int) -> Int {
    let span = scale.upperBound - scale.lowerBound
    let fraction = span > 0 ? clampedFraction((value - scale.lowerBound) / span) : 0
    return min(columns - 1, Int((fraction * Double(columns - 1)).rounded()))
  }
}
