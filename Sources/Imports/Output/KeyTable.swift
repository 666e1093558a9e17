/// What is known of each id of a file being written: where its line is, and a hash of the line.
///
/// Open addressing over hashes; 20 bytes an entry at most half of the time.
struct KeyTable {
  struct Entry {
    /// Number of its line, or of the mark that removed it.
    var line: UInt32
    /// How often it came.
    var count: UInt32
    var content: UInt64
  }

  private var keys: [UInt64]
  private var entries: [Entry]
  private(set) var count = 0

  init() {
    keys = Array(repeating: 0, count: 1 << 10)
    entries = Array(repeating: Entry(line: 0, count: 0, content: 0), count: 1 << 10)
  }

  /// The entry's slot, and whether it was there. Keys are never 0.
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
    entries = Array(repeating: Entry(line: 0, count: 0, content: 0), count: keys.count)
    let mask = keys.count - 1
    for (index, key) in oldKeys.enumerated() where key != 0 {
      var slot = Int(truncatingIfNeeded: key ^ key >> 32) & mask
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = key
      entries[slot] = oldEntries[index]
    }
  }
}
