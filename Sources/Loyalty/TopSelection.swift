import Community

/// Keeps the first few of many members in an order, without sorting the rest.
///
/// Candidates gather in a buffer; when it's full, all but the first few are dropped, and the last of those is
/// the bar for what may enter from then on. Own code in place of a `Heap`, which would sift at each member that enters
/// and orders its elements by themselves, while members whose keys agree are told apart by `keys`.
struct TopSelection {
  private let keys: SortKeys
  private let wanted: Int
  private var items: [RadixSort.Item] = []
  private(set) var bar = UInt64.max
  private var last: Member.Index?

  init(_ keys: SortKeys, count: Int) {
    self.keys = keys
    self.wanted = max(count, 1)
    items.reserveCapacity(capacity)
  }

  private var capacity: Int { max(wanted * 4, 1024) }

  /// Offers a member whose key isn't above the bar.
  @inline(__always)
  mutating func offer(_ member: Member.Index, _ key: UInt64) {
    if key == bar, let last, !keys.precedes(member, last) { return }
    items.append(RadixSort.Item(key: key, member: member))
    if items.count == capacity { prune() }
  }

  /// The members kept, in order.
  mutating func finish() -> [Member.Index] {
    prune()
    return items.map(\.member)
  }

  private mutating func prune() {
    items.sort { $0.key != $1.key ? $0.key < $1.key : keys.precedes($0.member, $1.member) }
    if items.count > wanted { items.removeLast(items.count - wanted) }
    if items.count == wanted, let worst = items.last {
      bar = worst.key
      last = worst.member
    }
  }
}
