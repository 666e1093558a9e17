/// A small curve without axes: one value a column, two with braille dots. More values than fit are averaged.
package struct Sparkline: Widget {
  /// The values from left to right; nil where there is none.
  package var values: [Double?]
  /// The value at the bottom; the smallest one or zero, whichever is less, when nil.
  package var lowest: Double?
  /// The value at the top; the largest one when nil.
  package var highest: Double?
  package var role: Role

  package init(
    _ values: [Double?], lowest: Double? = nil, highest: Double? = nil, role: Role = .sparkline
  ) {
    self.values = values
    self.lowest = lowest
    self.highest = highest
    self.role = role
  }

  package func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
    guard !rect.isEmpty else { return }
    let known = values.compactMap { $0 }.filter(\.isFinite)
    guard let least = known.min(), let most = known.max() else { return }
    let bottom = lowest ?? min(0, least)
    let span = (highest ?? most) - bottom
    let isBraille = look.glyphs.kind == .braille
    let steps = isBraille ? 4 : look.glyphs.verticalSteps.count - 1
    let slots = resampled(to: rect.columns * (isBraille ? 2 : 1))
    // Heights count steps from the bottom; a known value always shows at least one.
    let heights = slots.map { value -> Int in
      guard let value, value.isFinite else { return 0 }
      let fraction = span > 0 ? clampedFraction((value - bottom) / span) : value > bottom ? 1 : 0
      return max(1, Int((fraction * Double(rect.rows * steps)).rounded()))
    }
    let style = look[role]
    for row in 0..<rect.rows {
      let below = row * steps
      let line = rect.endRow - 1 - row
      if isBraille {
        for column in 0..<(heights.count + 1) / 2 {
          let right = column * 2 + 1 < heights.count ? heights[column * 2 + 1] : 0
          let dots = Self.dots(left: heights[column * 2] - below, right: right - below)
          if let dots { grid.put(dots, at: Point(column: rect.column + column, row: line), style: style) }
        }
      } else {
        for (column, height) in heights.enumerated() where height > below {
          let glyph = look.glyphs.verticalSteps[min(steps, height - below)]
          grid.put(glyph, at: Point(column: rect.column + column, row: line), style: style)
        }
      }
    }
  }

  /// The values, averaged into at most so many slots.
  private func resampled(to slots: Int) -> [Double?] {
    guard values.count > slots else { return values }
    return (0..<slots).map { slot in
      let part = values[values.count * slot / slots..<values.count * (slot + 1) / slots].compactMap { $0 }
      return part.isEmpty ? nil : part.reduce(0, +) / Double(part.count)
    }
  }

  /// Two columns of up to four braille dots, filled from the bottom; nil for none.
  private static func dots(left: Int, right: Int) -> Glyph? {
    let leftDots: [UInt32] = [0, 0x40, 0x44, 0x46, 0x47]
    let rightDots: [UInt32] = [0, 0x80, 0xA0, 0xB0, 0xB8]
    let bits = leftDots[min(4, max(0, left))] | rightDots[min(4, max(0, right))]
    guard bits > 0, let scalar = Unicode.Scalar(0x2800 + bits) else { return nil }
    return Glyph(scalar)
  }
}
