/// Where the visible part lies in a longer list, in one column. Draws nothing when all is visible.
package struct Scrollbar: Widget {
  package var total: Int
  package var visible: Int
  /// The first visible line.
  package var offset: Int

  package init(total: Int, visible: Int, offset: Int) {
    self.total = total
    self.visible = visible
    self.offset = offset
  }

  /// The rows of the thumb in a track of so many rows; nil when all is visible.
  package func thumb(in rows: Int) -> Range<Int>? {
    guard total > visible, visible > 0, rows > 0 else { return nil }
    let length = max(1, min(rows, Int(Double(rows) * Double(visible) / Double(total))))
    let place = clampedFraction(Double(offset) / Double(total - visible))
    var start = Int((place * Double(rows - length)).rounded())
    // Only the very ends touch the ends of the track.
    if rows - length >= 2 {
      if offset > 0 { start = max(1, start) }
      if offset < total - visible { start = min(rows - length - 1, start) }
    }
    return start..<start + length
  }

  package func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
    guard rect.columns > 0, let thumb = thumb(in: rect.rows) else { return }
    let track = rect.split(right: 1).right
    grid.fill(track, with: look.glyphs.scrollTrack, style: look[.scrollbar])
    let part = Rect(column: track.column, row: rect.row + thumb.lowerBound, columns: 1, rows: thumb.count)
    grid.fill(part, with: look.glyphs.scrollThumb, style: look[.scrollbar])
  }
}
