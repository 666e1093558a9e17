/// A horizontal bar in parts of a cell.
package struct Bar: Widget {
  /// How full: 0…1; anything outside is clamped, and what isn't a number is empty.
  package var fraction: Double
  /// Where a target stands: 0…1, or nil.
  package var target: Double?
  package var fill: Role
  /// Whether the rest of the bar shows where it would end.
  package var showsTrack: Bool

  package init(
    _ fraction: Double, target: Double? = nil, fill: Role = .barFill, showsTrack: Bool = true
  ) {
    self.fraction = fraction
    self.target = target
    self.fill = fill
    self.showsTrack = showsTrack
  }

  package func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
    let line = rect.line(0)
    guard !line.isEmpty else { return }
    let steps = look.glyphs.horizontalSteps
    let parts = steps.count - 1
    var filled = Int((clampedFraction(fraction) * Double(line.columns * parts)).rounded())
    // Something is never shown as nothing.
    if filled == 0, fraction > 0 { filled = 1 }
    let whole = filled / parts
    let (full, rest) = line.split(left: whole)
    if showsTrack {
      grid.fill(rest, with: look.glyphs.barEmpty, style: look[.barEmpty])
    } else {
      grid.fill(rest, style: look[.text])
    }
    grid.fill(full, with: steps[parts], style: look[fill])
    if filled % parts > 0 { grid.put(steps[filled % parts], at: rest.origin, style: look[fill], clip: line) }
    if let target {
      let at = min(line.columns - 1, Int(clampedFraction(target) * Double(line.columns)))
      grid.put(
        look.glyphs.barTarget, at: line.origin.offset(columns: at), style: look[.barTarget], clip: line)
    }
  }
}

/// A number pressed into 0…1; zero for what isn't a number.
func clampedFraction(_ value: Double) -> Double {
  value.isNaN ? 0 : min(1, max(0, value))
}
