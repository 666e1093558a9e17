import Bytes
import Community

/// The ids of one segment's records as hashes, sorted by what part of all hashes they belong to.
struct SegmentIdentities: Sendable {
  static let partCount = 256

  /// 32 bits of the hash, then the row in the segment.
  private(set) var entries: [UInt64]
  /// Begins of the parts in `entries`; one more than parts.
  private(set) var starts: [UInt32]

  /// - Parameter hashes: for each row, 0 where it has no id.
  init(hashes: BufferView<UInt64>) {
    var starts = [UInt32](repeating: 0, count: SegmentIdentities.partCount + 1)
    for hash in hashes where hash != 0 { starts[Int(hash >> 56) + 1] += 1 }
    for part in 0..<SegmentIdentities.partCount { starts[part + 1] += starts[part] }
    var cursors = starts
    entries = [UInt64](repeating: 0, count: Int(starts[SegmentIdentities.partCount]))
    for row in hashes.indices where hashes[row] != 0 {
      let part = Int(hashes[row] >> 56)
      entries[Int(cursors[part])] = (hashes[row] >> 8) << 32 | UInt64(truncatingIfNeeded: row)
      cursors[part] &+= 1
    }
    self.starts = starts
  }

  func entries(of part: Int) -> ArraySlice<UInt64> { entries[Int(starts[part])..<Int(starts[part + 1])] }
}

/// One part of the ids of a feed's events: which row had each first.
struct IdentityPart: Sendable {
  /// 32 bits of the hash, then the row; all ones for an empty slot.
  private var slots: [UInt64]
  private var count = 0

  init(expected: Int = 0) {
    slots = Array(repeating: .max, count: max(16, expected * 5 / 4 + 1))
  }

  var byteCount: Int { slots.count * 8 }

  /// Adds a row unless one with the same id is there.
  /// - Parameter isSame: whether another row, whose hash agrees, has the same id.
  /// - Returns: whether it was added.
  @inline(__always)
  mutating func insert(_ tag: UInt32, _ row: Row, isSame: (Row) -> Bool) -> Bool {
    if (count + 1) * 8 > slots.count * 7 { grow() }
    let size = slots.count
    var place = IdentityPart.place(tag, size)
    while slots[place] != .max {
      if slots[place] >> 32 == UInt64(tag), isSame(Row(rawValue: UInt32(truncatingIfNeeded: slots[place]))) {
        return false
      }
      place = place + 1 == size ? 0 : place + 1
    }
    slots[place] = UInt64(tag) << 32 | UInt64(row.rawValue)
    count += 1
    return true
  }

  /// Gives rows the numbers that they have after others were dropped.
  mutating func renumber(_ number: (Row) -> Row) {
    for place in slots.indices where slots[place] != .max {
      let row = Row(rawValue: UInt32(truncatingIfNeeded: slots[place]))
      slots[place] = slots[place] & 0xFFFF_FFFF_0000_0000 | UInt64(number(row).rawValue)
    }
  }

  @inline(__always)
  private static func place(_ tag: UInt32, _ size: Int) -> Int {
    Int(truncatingIfNeeded: (UInt64(tag) &* UInt64(size)) >> 32)
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: .max, count: old.count * 3 / 2)
    for slot in old where slot != .max {
      var place = IdentityPart.place(UInt32(truncatingIfNeeded: slot >> 32), slots.count)
      while slots[place] != .max { place = place + 1 == slots.count ? 0 : place + 1 }
      slots[place] = slot
    }
  }
}

extension IdentityPart {
  /// Finds which rows of a table repeat an id, in one part of all ids.
  static func make(_ part: Int, of identities: [SegmentIdentities], in table: Table) -> (IdentityPart, [Row])
  {
    let count = identities.reduce(0) { $0 + Int($1.starts[part + 1] - $1.starts[part]) }
    var result = IdentityPart(expected: count)
    var duplicates: [Row] = []
    for (segment, identities) in identities.enumerated() {
      for entry in identities.entries(of: part) {
        let row = Row(segment: segment, offset: Int(entry & 0xFFFF))
        let isNew = result.insert(UInt32(truncatingIfNeeded: entry >> 32), row) { other in
          Table.haveSameID(table.segments[row.segment], row, table.segments[other.segment], other)
        }
        if !isNew { duplicates.append(row) }
      }
    }
    return (result, duplicates)
  }
}

extension Table {
  static func haveSameID(_ segment: Segment, _ row: Row, _ otherSegment: Segment, _ other: Row) -> Bool {
    segment.ids.withBytes(row: row.offset) { id in
      otherSegment.ids.withBytes(row: other.offset) { otherID in
        guard let id, let otherID else { return false }
        return id.elementsEqual(otherID)
      }
    }
  }
}
