/// A list with one selected line and a window on it.
package struct ScrollState: Hashable, Sendable {
  /// The selected line, from zero.
  package var selected = 0
  /// The first line on screen.
  package var top = 0

  package init() {}

  /// Moves the selection and keeps it inside the lines and on screen.
  mutating func move(by delta: Int, count: Int, height: Int) {
    select(selected + delta, count: count, height: height)
  }

  mutating func select(_ line: Int, count: Int, height: Int) {
    selected = max(0, min(line, count - 1))
    reveal(count: count, height: height)
  }

  /// Scrolls just as far as the selected line needs.
  mutating func reveal(count: Int, height: Int) {
    let height = max(1, height)
    if selected < top { top = selected }
    if selected >= top + height { top = selected - height + 1 }
    top = max(0, min(top, count - height))
  }

  /// Scrolls without moving the selection, for the wheel.
  mutating func scroll(by delta: Int, count: Int, height: Int) {
    top = max(0, min(top + delta, count - max(1, height)))
  }
}
