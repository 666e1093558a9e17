/// A way to move through a list.
enum Motion: Sendable {
  case lines(Int), pages(Int), first, last

  /// Where it leads from a line.
  func target(from line: Int, count: Int, page: Int) -> Int {
    switch self {
    case .lines(let delta): line + delta
    case .pages(let delta): line + delta * max(1, page - 1)
    case .first: 0
    case .last: count - 1
    }
  }
}

extension DashboardState {
  mutating func move(_ motion: Motion) { shownPanel.move(motion, in: &self) }
}
