import Community

/// What is dated after the moment and will count later: times with the members they concern.
///
/// Kept up to a bound; beyond it only the earliest time is known, and everything is computed anew then.
struct Upcoming: Sendable {
  private struct Item: Sendable {
    var at: Int64
    var member: UInt32
  }

  static let limit = 65_536
  private var items: [Item] = []
  private var earliest = Int64.max
  private var isOverflown = false
  private var members: Set<UInt32> = []

  init() {}

  mutating func add(at: Int64, member: UInt32) {
    earliest = min(earliest, at)
    members.insert(member)
    if isOverflown { return }
    items.append(Item(at: at, member: member))
    if items.count > Upcoming.limit {
      isOverflown = true
      items = []
    }
  }

  mutating func add(_ other: Upcoming) {
    if other.isOverflown {
      isOverflown = true
      items = []
    }
    earliest = min(earliest, other.earliest)
    members.formUnion(other.members)
    for item in other.items where !isOverflown { add(at: item.at, member: item.member) }
  }

  func mayConcern(_ member: UInt32) -> Bool { members.contains(member) }

  func isDue(_ now: Instant) -> Bool { earliest <= now.rawValue }

  mutating func remove(_ touched: [Member.Index]) {
    guard !items.isEmpty else { return }
    let touched = Set(touched.map(\.rawValue))
    keep { !touched.contains($0.member) }
  }

  /// Removes the members whose time has come, and says who they were; nil when they aren't known one by one.
  mutating func removeDue(until now: Instant) -> Set<UInt32>? {
    guard isDue(now) else { return [] }
    guard !isOverflown else { return nil }
    let due = Set(items.lazy.filter { $0.at <= now.rawValue }.map(\.member))
    keep { !due.contains($0.member) }
    return due
  }

  private mutating func keep(_ isKept: (Item) -> Bool) {
    items.removeAll { !isKept($0) }
    earliest = items.reduce(.max) { min($0, $1.at) }
    members = Set(items.map(\.member))
  }
}
