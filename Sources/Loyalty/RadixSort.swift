import Community

/// Sorts members by their keys, byte by byte.
enum RadixSort {
  /// A member with its key.
  struct Item {
    var key: UInt64
    var member: Member.Index
  }

  /// `members` by their keys, those of equal keys in the order in which they came, but where texts decide, by
  /// these and then by id. Nil if cancelled.
  ///
  /// - Complexity: O(members) for each byte in which keys differ.
  static func sorted(
    _ members: [Member.Index], by keys: SortKeys, isCancelled: () -> Bool
  ) -> [Member.Index]? {
    guard let all = allKeys(keys, isCancelled: isCancelled) else { return nil }
    var items = members.map { Item(key: all[$0.value], member: $0) }
    guard sort(&items, isCancelled: isCancelled) else { return nil }
    if !keys.isExact, !settleTies(&items, 0..<items.count, keys, depth: 1, isCancelled) { return nil }
    return items.map(\.member)
  }

  /// Runs of equal keys are sorted by the next bytes of their texts, and so on.
  ///
  /// - Parameter depth: how many keys' worth of bytes are equal in a run.
  private static func settleTies(
    _ items: inout [Item], _ range: Range<Int>, _ keys: SortKeys, depth: Int, _ isCancelled: () -> Bool
  ) -> Bool {
    var start = range.lowerBound
    while start < range.upperBound {
      let key = items[start].key
      var end = start + 1
      while end < range.upperBound, items[end].key == key { end += 1 }
      defer { start = end }
      guard end - start > 1, key != SortKeys.unknown else { continue }
      if isCancelled() { return false }
      switch depth <= deepest && end - start > fewItems ? next(items[start..<end], keys, depth) : .undecided {
      case .equal: break
      case .undecided: items[start..<end].sort { keys.precedes($0.member, $1.member) }
      case .longer(var run):
        guard sort(&run, isCancelled: isCancelled) else { return false }
        if !settleTies(&run, 0..<run.count, keys, depth: depth + 1, isCancelled) { return false }
        items.replaceSubrange(start..<end, with: run)
      }
    }
    return true
  }

  /// What follows the equal bytes of a run.
  private enum Next {
    /// Nothing: the texts are the same.
    case equal
    /// More bytes, as keys.
    case longer([Item])
    /// Something that keys don't tell.
    case undecided
  }

  /// Texts that are equal for longer are compared as a whole.
  private static let deepest = 4
  /// So few are faster compared with each other.
  private static let fewItems = 32

  private static func next(_ run: ArraySlice<Item>, _ keys: SortKeys, _ depth: Int) -> Next {
    guard keys.isText else { return .undecided }
    var shortest = Int.max
    var longest = 0
    var items: [Item] = []
    items.reserveCapacity(run.count)
    for item in run {
      let (key, length) = keys.key(of: item.member, after: depth)
      shortest = min(shortest, length)
      longest = max(longest, length)
      items.append(Item(key: key, member: item.member))
    }
    if longest > 0 { return .longer(items) }
    return shortest == longest ? .equal : .undecided
  }

  /// The key of each member, by index.
  private static func allKeys(_ keys: SortKeys, isCancelled: () -> Bool) -> [UInt64]? {
    let roster = keys.roster
    var isWhole = true
    var all = [UInt64](repeating: 0, count: roster.count)
    all.withMutableView { all in
      for block in 0..<roster.blockCount {
        if isCancelled() { isWhole = false }
        if isWhole { keys.fill(block, all.extracting((block << MemberFigures.blockShift)...)) }
      }
    }
    return isWhole ? all : nil
  }

  /// Stable, by the bytes in which keys differ, the last one first.
  static func sort(_ items: inout [Item], isCancelled: () -> Bool) -> Bool {
    guard items.count > 1 else { return true }
    var common = UInt64.max
    var any: UInt64 = 0
    for item in items {
      common &= item.key
      any |= item.key
    }
    let differing = common ^ any
    var other = items
    for shift in stride(from: UInt64(0), to: 64, by: 8) where differing >> shift & 0xFF != 0 {
      if isCancelled() { return false }
      var starts = [Int](repeating: 0, count: 256)
      for item in items { starts[Int(item.key >> shift & 0xFF)] += 1 }
      var total = 0
      for byte in 0..<256 { (starts[byte], total) = (total, total + starts[byte]) }
      var sorted = other.mutableSpan
      for item in items {
        let byte = Int(item.key >> shift & 0xFF)
        sorted[starts[byte]] = item
        starts[byte] += 1
      }
      swap(&items, &other)
    }
    return true
  }
}
