import Canvas

/// What a terminal below the smallest size shows: the size it has and the one it needs.
struct TooSmallView {
  /// From the most telling to the tersest form of the message; a form is several lines.
  var forms: [[String]]

  func draw(into frame: inout Frame, look: Look) {
    let bounds = frame.grid.bounds
    guard !bounds.isEmpty else { return }
    let form =
      forms.first { lines in
        lines.count <= bounds.rows && lines.allSatisfy { $0.cellWidth <= bounds.columns }
      } ?? forms.last ?? []
    let top = max(0, (bounds.rows - form.count) / 2)
    for (index, line) in form.enumerated() {
      frame.grid.put(
        line, in: bounds.line(top + index), style: look[index == 0 ? .warning : .text], alignment: .centre,
        ellipsis: look.glyphs.ellipsis)
    }
  }
}
