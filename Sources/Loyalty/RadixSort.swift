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
    if !keys.isExact {
      var start = 0
      while start < items.count {
        var end = start + 1
        while end < items.count, items[end].key == items[start].key { end += 1 }
        if end - start > 1, items[start].key != SortKeys.unknown {
          if isCancelled() { return nil }
          items[start..<end].sort { keys.precedes($0.member, $1.member) }
        }
        start = end
      }
    }
    return items.map(\.member)
  }

  /// The key of each member, by index.
  private static func allKeys(_ keys: SortKeys, isCancelled: () -> Bool) -> [UInt64]? {
    let roster = keys.roster
    var isWhole = true
    let all = [UInt64](unsafeUninitializedCapacity: roster.count) { buffer, count in
      count = roster.count
      guard let base = buffer.baseAddress else { return }
      for block in 0..<roster.blockCount {
        if isCancelled() { isWhole = false }
        if isWhole { keys.fill(block, base + block << MemberFigures.blockShift) }
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
    var other = [Item](unsafeUninitializedCapacity: items.count) { _, count in count = items.count }
    for shift in stride(from: UInt64(0), to: 64, by: 8) where differing >> shift & 0xFF != 0 {
      if isCancelled() { return false }
      var starts = [Int](repeating: 0, count: 256)
      for item in items { starts[Int(item.key >> shift & 0xFF)] += 1 }
      var total = 0
      for byte in 0..<256 { (starts[byte], total) = (total, total + starts[byte]) }
      items.withUnsafeBufferPointer { items in
        other.withUnsafeMutableBufferPointer { other in
          starts.withUnsafeMutableBufferPointer { starts in
            for item in items {
              let byte = Int(item.key >> shift & 0xFF)
              other[starts[byte]] = item
              starts[byte] += 1
            }
          }
        }
      }
      swap(&items, &other)
    }
    return true
  }
}
