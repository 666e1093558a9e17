/// A framed sheet over what was painted before, in the middle of a rectangle.
package struct Popup: Widget {
  package var title: String
  package var note: String
  /// The size wanted, frame included; shrunk to what there is.
  package var size: Size

  package init(title: String, note: String = "", size: Size) {
    self.title = title
    self.note = note
    self.size = size
  }

  /// Where the sheet lies.
  package func frame(in rect: Rect) -> Rect { rect.centred(size) }

  /// What is left inside its frame, with a column of margin at each side.
  package func inner(in rect: Rect) -> Rect { frame(in: rect).inset(left: 2, top: 1, right: 2, bottom: 1) }

  /// Clears the sheet and draws its frame. Paint its inside with `look.over(.popup)`.
  package func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
    let frame = frame(in: rect)
    grid.fill(frame, style: look[.popup])
    Box(title: title, note: note, isFocused: true).draw(into: &grid, frame, look: look.over(.popup))
  }
}
