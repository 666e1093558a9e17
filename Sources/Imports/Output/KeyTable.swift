/// What is known of each id of a file being written: where its line is, and a hash of the line.
///
/// Open addressing over hashes, which are never 0.
struct KeyTable {
  struct Entry {
    /// Number of its line.
    var line: UInt32 = 0
    /// A hash of the line; of lines with derived ids, how many there are.
    var content: UInt64 = 0
    /// Whether a line of it is to be there.
    var isLive = false
    /// Whether the source says that it's gone.
    var isTakenBack = false
  }

  private var keys: [UInt64]
  private var entries: [Entry]
  private var count = 0

  init(expecting count: Int = 0) {
    var size = 1 << 10
    while size * 7 < count * 10 { size <<= 1 }
    keys = Array(repeating: 0, count: size)
    entries = Array(repeating: Entry(), count: size)
  }

  /// The entry's slot, and whether it was there.
  @inline(__always)
  mutating func slot(of key: UInt64) -> (slot: Int, isNew: Bool) {
    if count * 10 >= keys.count * 7 { grow() }
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return (slot, false) }
      slot = (slot + 1) & mask
    }
    keys[slot] = key
    count += 1
    return (slot, true)
  }

  func entry(of key: UInt64) -> Entry? {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
    while keys[slot] != 0 {
      if keys[slot] == key { return entries[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  subscript(slot: Int) -> Entry {
    @inline(__always) get { entries[slot] }
    @inline(__always) _modify { yield &entries[slot] }
  }

  private mutating func grow() {
    let (oldKeys, oldEntries) = (keys, entries)
    keys = Array(repeating: 0, count: oldKeys.count * 2)
    entries = Array(repeating: Entry(), count: keys.count)
    let mask = keys.count - 1
    for (index, key) in oldKeys.enumerated() where key != 0 {
      var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = key
      entries[slot] = oldEntries[index]
    }
  }
}
