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

  /// How many of the lines behind a selected one that is gone are looked for.
  private static let successors = 50

  /// Goes on in a new list where the selected line stands now, at the same height on the screen. Where it's gone, the
  /// next one of those that stood behind it comes up in its place.
  ///
  /// - Parameters:
  ///   - old: the names of the lines so far; none where they aren't known any more.
  ///   - new: the names of the lines from now on.
  /// - Complexity: O(`new`).
  mutating func follow(
    from old: some RandomAccessCollection<String>, to new: some RandomAccessCollection<String>
  ) {
    guard let key, !new.isEmpty else { return }
    let wanted = [key] + old.dropFirst(scroll.selected + 1).prefix(Self.successors)
    let ranks = Dictionary(zip(wanted, wanted.indices)) { first, _ in first }
    var found: (place: Int, rank: Int)?
    for (place, name) in new.enumerated() {
      guard let rank = ranks[name], rank < found?.rank ?? .max else { continue }
      found = (place, rank)
      if rank == 0 { break }
    }
    let offset = scroll.selected - scroll.top
    scroll.selected = max(0, min(found?.place ?? scroll.selected, new.count - 1))
    scroll.top = max(0, scroll.selected - offset)
    self.key = new[new.index(new.startIndex, offsetBy: scroll.selected)]
  }
}
