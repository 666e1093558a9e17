/// A set of pairs of 32-bit numbers, for counting what is distinct.
struct PairSet: Sendable {
  private var slots = [UInt64](repeating: 0, count: 256)
  private(set) var count = 0

  /// - Returns: whether the pair is new.
  mutating func insert(_ first: UInt32, _ second: UInt32) -> Bool {
    // No slot of a pair is 0, which stands for empty.
    let key = (UInt64(first) << 32 | UInt64(second)) &+ 1
    if (count + 1) * 2 > slots.count { grow() }
    let place = place(of: key)
    if slots[place] == key { return false }
    slots[place] = key
    count += 1
    return true
  }

  /// The pairs in any order.
  func forEach(_ body: (UInt32, UInt32) -> Void) {
    for slot in slots where slot != 0 {
      let pair = slot &- 1
      body(UInt32(truncatingIfNeeded: pair >> 32), UInt32(truncatingIfNeeded: pair))
    }
  }

  private func place(of key: UInt64) -> Int {
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & (slots.count - 1)
    while slots[place] != 0, slots[place] != key { place = (place + 1) & (slots.count - 1) }
    return place
  }

  private mutating func grow() {
    let old = slots
    slots = [UInt64](repeating: 0, count: old.count * 2)
    for key in old where key != 0 { slots[place(of: key)] = key }
  }
}
