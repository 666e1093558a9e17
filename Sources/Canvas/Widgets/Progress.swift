/// How far long work is: what it does, a bar, and how much in words.
package struct Progress: Widget {
  package var label: String
  /// 0…1, or nil when nobody knows.
  package var fraction: Double?
  /// Such as `1.2 GB/s · 64 %`.
  package var text: String
  /// Counts up with time and turns the spinner while the end is unknown.
  package var step: Int

  package init(label: String, fraction: Double?, text: String = "", step: Int = 0) {
    self.label = label
    self.fraction = fraction
    self.text = text
    self.step = step
  }

  package func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
    let line = rect.line(0)
    let ellipsis = look.glyphs.ellipsis
    let labels = min(label.cellWidth, max(line.columns / 2, line.columns - text.cellWidth - 10))
    let (name, rest) = line.split(left: labels, gap: labels > 0 ? 1 : 0)
    grid.put(label, in: name, style: look[.text], ellipsis: ellipsis)
    let texts = min(text.cellWidth, rest.columns / 2)
    let (bar, note) = rest.split(right: texts, gap: texts > 0 ? 1 : 0)
    grid.put(text, in: note, style: look[.number], alignment: .right, ellipsis: ellipsis)
    if let fraction {
      Bar(fraction).draw(into: &grid, bar, look: look)
    } else {
      let frames = look.glyphs.spinner
      let turn = ((step % frames.count) + frames.count) % frames.count
      grid.put(frames[turn], at: bar.origin, style: look[.barFill], clip: bar)
    }
  }
}
