/// A place in a list that follows what is selected, not where it stood.
package struct ListPlace: Hashable, Sendable {
  /// The name of the selected line, such as a member's id; the same as long as it's about the same.
  package var key: String?
  package var scroll = ScrollState()

  package init() {}

  /// Selects a line and keeps it inside the list and on screen. A list that is empty for a while forgets nothing.
  mutating func select(_ position: Int, count: Int, height: Int, key: (Int) -> String) {
    scroll.select(position, count: count, height: height)
    if count > 0 { self.key = key(scroll.selected) }
  }

  /// Goes on in a new list: at the place where the selected line is found now, else near where it was. It stays at the
  /// same height on the screen.
  mutating func follow(to found: Int?, count: Int, key: (Int) -> String) {
    let offset = scroll.selected - scroll.top
    scroll.selected = max(0, min(found ?? scroll.selected, count - 1))
    scroll.top = max(0, scroll.selected - offset)
    if count > 0 { self.key = key(scroll.selected) }
  }
}
