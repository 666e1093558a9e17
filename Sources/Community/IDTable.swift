import Bytes

/// Ids of members (or hosts) to their indexes.
///
/// What was settled lies in one large table; ids that came since lie in a small one beside it, so that adding an id
/// to a shared value copies little. Own code, because a `Dictionary` of strings takes several times the memory and more
/// than one cache miss a lookup.
@usableFromInline
package struct IDTable: Sendable {
  private var settled: Slots
  private var recent: Slots?
  private var isSettled = false

  /// An index must fit into 28 bits.
  package static let limit = 1 << 28 - 2

  /// A table with room for `expected` ids before it grows.
  package init(expected: Int = 0) {
    settled = Slots(expected: expected)
  }

  package var count: Int { settled.count + (recent?.count ?? 0) }

  /// The index of an id, or nil.
  package func index(of id: ByteView) -> Int? { index(of: Key(id), id) }

  /// The index of an id whose key was made before.
  ///
  /// - Parameter id: the same id's bytes; read only when it's longer than 12 bytes.
  package func index(of key: Key, _ id: ByteView) -> Int? {
    settled.withView { $0.index(of: key, id) } ?? recent?.withView { $0.index(of: key, id) }
  }

  package func index(of id: String) -> Int? {
    id.withBytes { index(of: $0) }
  }

  /// Adds an id that isn't in the table.
  package mutating func insert(_ id: ByteView, index: Int) {
    insert(Key(id), id, index: index)
  }

  /// Adds an id that isn't in the table, by the key made of it.
  package mutating func insert(_ key: Key, _ id: ByteView, index: Int) {
    guard isSettled else {
      settled.insert(key, id, index: index)
      return
    }
    recent = recent ?? Slots(expected: 0)
    recent?.insert(key, id, index: index)
    if let recent, recent.count > 4096 + settled.count / 8 {
      settled.insert(contentsOf: recent)
      self.recent = nil
    }
  }

  /// Adds those of many ids that aren't in the table, in order, each with the next index from `next` on.
  ///
  /// - Parameters:
  ///   - id: the bytes of the id with that number; asked for where it's longer than 12 bytes.
  ///   - isLeftOut: whether an id isn't to be looked at.
  /// - Returns: each id's index, whether it was there or is new; -1 for those left out.
  package mutating func insert(
    _ keys: [Key], next: Int, id: (Int) -> ByteView, isLeftOut: (Int) -> Bool
  ) -> [Int] {
    var next = next
    if isSettled {
      return keys.indices.map { number in
        if isLeftOut(number) { return -1 }
        if let index = index(of: keys[number], id(number)) { return index }
        insert(keys[number], id(number), index: next)
        next += 1
        return next - 1
      }
    }
    return settled.insert(keys, next: &next, id: id, isLeftOut: isLeftOut)
  }

  /// Lets ids that are added from now on lie apart, because copies of this value are about to be kept.
  package mutating func settle() { isSettled = true }

  /// Calls `body` with a view of the ids that were there when the table was settled.
  ///
  /// The view is good for lookups on several threads as long as `body` runs, even while ids are added to this value.
  package func withSettledView<Result>(_ body: (View) -> Result) -> Result { settled.withView(body) }
}

extension IDTable {
  /// Open addressing with the bytes of short ids in the slot: an id of up to 12 bytes is found with one cache miss.
  struct Slots: Sendable {
    fileprivate var slots: [Slot]
    fileprivate var mask: Int
    /// Ids longer than 12 bytes, each behind its length.
    fileprivate var long: [UInt8] = []
    private(set) var count = 0

    init(expected: Int) {
      var size = 64
      while size * 5 < expected * 8 { size *= 2 }
      slots = Array(repeating: Slot(), count: size)
      mask = size - 1
    }

    func withView<Result>(_ body: (View) -> Result) -> Result {
      slots.withView { slots in
        long.withView { long in body(View(slots: slots, mask: mask, long: long)) }
      }
    }

    mutating func insert(_ key: Key, _ id: ByteView, index: Int) {
      if (count + 1) * 8 > slots.count * 5 { grow() }
      place(Slots.makeSlot(key, index: index, &long) { id }, hash: key.hash)
      count += 1
    }

    mutating func insert(
      _ keys: [Key], next: inout Int, id: (Int) -> ByteView, isLeftOut: (Int) -> Bool
    ) -> [Int] {
      while (count + keys.count) * 8 > slots.count * 5 { grow() }
      var indexes: [Int] = []
      indexes.reserveCapacity(keys.count)
      var touched: UInt64 = 0
      var added = 0
      var long = self.long
      self.long = []
      let mask = mask
      let keys = keys.span
      var slots = slots.mutableSpan
      for number in 0..<keys.count {
        // Looking at a slot ahead of time brings it near.
        let ahead = min(number + 12, keys.count - 1)
        touched &+= slots[Int(truncatingIfNeeded: keys[ahead].hash) & mask].first
        if isLeftOut(number) {
          indexes.append(-1)
          continue
        }
        let key = keys[number]
        var place = Int(truncatingIfNeeded: key.hash) & mask
        var found = -1
        while slots[place].second >> 32 != 0 {
          let slot = slots[place]
          if slot.first == key.first, slot.second >> 60 == UInt64(key.length) {
            let isSame =
              key.isLong
              ? long.withView { View.longID(slot, $0).elementsEqual(id(number)) }
              : UInt32(truncatingIfNeeded: slot.second) == key.second
            if isSame {
              found = Int(slot.second >> 32 & 0x0FFF_FFFF) - 1
              break
            }
          }
          place = (place + 1) & mask
        }
        if found < 0 {
          found = next
          next += 1
          added += 1
          slots[place] = Slots.makeSlot(key, index: found, &long) { id(number) }
        }
        indexes.append(found)
      }
      withExtendedLifetime(touched) {}
      count += added
      self.long = long
      return indexes
    }

    private static func makeSlot(
      _ key: Key, index: Int, _ long: inout [UInt8], _ id: () -> ByteView
    ) -> Slot {
      var low = key.second
      if key.isLong {
        let id = id()
        low = UInt32(long.count)
        for shift in [0, 8, 16, 24] { long.append(UInt8(truncatingIfNeeded: id.count >> shift)) }
        long.append(contentsOf: id)
      }
      precondition(index >= 0 && index < IDTable.limit, "an index of more than 28 bits")
      let high = UInt32(key.length) << 28 | UInt32(index + 1)
      return Slot(first: key.first, second: UInt64(low) | UInt64(high) << 32)
    }

    mutating func insert(contentsOf other: Slots) {
      for slot in other.slots where slot.second >> 32 != 0 {
        let index = Int(slot.second >> 32 & 0x0FFF_FFFF) - 1
        if slot.second >> 60 == 15 {
          other.long.withView { long in
            let id = View.longID(slot, long)
            insert(Key(id), id, index: index)
          }
        } else {
          let length = Int(slot.second >> 60)
          let key = Key(low: slot.first, high: UInt32(truncatingIfNeeded: slot.second), count: length)
          insert(key, ByteView(), index: index)
        }
      }
    }

    private mutating func place(_ slot: Slot, hash: UInt64) {
      var place = Int(truncatingIfNeeded: hash) & mask
      while slots[place].second >> 32 != 0 { place = (place + 1) & mask }
      slots[place] = slot
    }

    private mutating func grow() {
      let old = slots
      slots = Array(repeating: Slot(), count: old.count * 2)
      mask = slots.count - 1
      for slot in old where slot.second >> 32 != 0 {
        let length = UInt64(slot.second >> 60)
        let hash =
          length == 15 ? slot.first : IDTable.mix(slot.first, (slot.second & 0xFFFF_FFFF) << 8 | length)
        place(slot, hash: hash)
      }
    }
  }

  /// 16 bytes: 12 of the id, or a longer id's hash and place; its length (15: longer than 12) and the index.
  @usableFromInline
  @frozen
  struct Slot: Sendable {
    @usableFromInline var first: UInt64 = 0
    /// Low half: bytes 8–11. High half: length in the top 4 bits, index + 1 in the other 28.
    @usableFromInline var second: UInt64 = 0

    init() {}

    init(first: UInt64, second: UInt64) {
      self.first = first
      self.second = second
    }
  }

  /// A table's memory, for lookups in a hurry.
  @frozen
  @usableFromInline
  package struct View: Sendable {
    @usableFromInline let slots: BufferView<Slot>
    @usableFromInline let mask: Int
    @usableFromInline let long: ByteView

    init(slots: BufferView<Slot>, mask: Int, long: ByteView) {
      self.slots = slots
      self.mask = mask
      self.long = long
    }

    /// Where the search for a key begins, to be brought near ahead of it.
    @inlinable
    package func address(of key: Key) -> UnsafeRawPointer? {
      slots.address(of: Int(truncatingIfNeeded: key.hash) & mask)
    }

    /// The index of an id, or nil.
    /// - Parameter id: the id's bytes; read only when it's longer than 12 bytes.
    @inlinable
    package func index(of key: Key, _ id: @autoclosure () -> ByteView) -> Int? {
      var place = Int(truncatingIfNeeded: key.hash) & mask
      while true {
        let slot = slots[place]
        let packed = UInt32(truncatingIfNeeded: slot.second >> 32)
        if packed == 0 { return nil }
        if slot.first == key.first, packed >> 28 == UInt32(key.length) {
          if !key.isLong {
            if UInt32(truncatingIfNeeded: slot.second) == key.second { return Int(packed & 0x0FFF_FFFF) - 1 }
          } else if View.longID(slot, long).elementsEqual(id()) {
            return Int(packed & 0x0FFF_FFFF) - 1
          }
        }
        place = (place + 1) & mask
      }
    }

    @usableFromInline
    static func longID(_ slot: Slot, _ long: ByteView) -> ByteView {
      let offset = Int(UInt32(truncatingIfNeeded: slot.second))
      let length = Int(UInt32(littleEndian: long.load(at: offset, as: UInt32.self)))
      return long.extracting(offset + 4..<offset + 4 + length)
    }
  }

  /// An id made ready to be looked up, so that a batch can be hashed before the table is touched.
  @frozen
  @usableFromInline
  package struct Key: Sendable {
    @usableFromInline var first: UInt64
    @usableFromInline var second: UInt32
    /// Bytes, or 15 for an id longer than 12 bytes, of which `first` is the hash then.
    @usableFromInline var length: UInt8
    @usableFromInline package var hash: UInt64

    @inlinable
    package var isLong: Bool { length == 15 }

    @inlinable
    package init(_ id: ByteView) {
      if id.count <= 12 {
        var low: UInt64 = 0
        var high: UInt32 = 0
        if id.count >= 8 {
          low = id.load(at: 0, as: UInt64.self)
          for index in 8..<max(8, id.count) { high |= UInt32(id[index]) << UInt32((index - 8) * 8) }
        } else {
          for index in 0..<id.count { low |= UInt64(id[index]) << UInt64(index * 8) }
        }
        self = Key(low: low, high: high, count: id.count)
      } else {
        var state = UInt64(id.count)
        var index = 0
        while index + 8 <= id.count {
          state = IDTable.mix(state, id.load(at: index, as: UInt64.self))
          index += 8
        }
        var rest: UInt64 = 0
        while index < id.count {
          rest = rest << 8 | UInt64(id[index])
          index += 1
        }
        self = Key(longHash: IDTable.mix(state, rest))
      }
    }

    /// The bytes of an id of at most 12.
    package var shortID: [UInt8] {
      var bytes: [UInt8] = []
      for place in 0..<UInt64(length) {
        let word = place < 8 ? first : UInt64(second)
        bytes.append(UInt8(truncatingIfNeeded: word >> (place % 8 * 8)))
      }
      return bytes
    }

    @inlinable
    init(longHash hash: UInt64) {
      first = hash
      second = 0
      length = 15
      self.hash = hash
    }

    /// An id of at most 12 bytes as two words, the first byte lowest, zeros behind the last.
    @inlinable
    package init(low: UInt64, high: UInt32, count: Int) {
      first = low
      second = high
      length = UInt8(truncatingIfNeeded: count)
      hash = IDTable.mix(low, UInt64(high) << 8 | UInt64(truncatingIfNeeded: count))
    }
  }

  @inlinable
  static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = (left ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: right ^ 0xD1B5_4A32_D192_ED03)
    let folded = product.high ^ product.low
    return folded ^ (folded >> 29)
  }
}

extension IDTable {
  /// Stops a debug build where an id isn't found, two have one index, or a count is wrong.
  ///
  /// - Complexity: O(ids).
  package func _checkInvariants() {
    #if DEBUG
      settled._checkInvariants()
      recent?._checkInvariants()
      var indexes = settled.indexes + (recent?.indexes ?? [])
      indexes.sort()
      precondition(zip(indexes, indexes.dropFirst()).allSatisfy(<), "two ids of one index")
      precondition(isSettled || recent == nil, "ids beside a table that isn't settled")
    #endif
  }
}

extension IDTable.Slots {
  fileprivate var indexes: [Int] {
    slots.filter { $0.second >> 32 != 0 }.map { Int($0.second >> 32 & 0x0FFF_FFFF) - 1 }
  }

  fileprivate func _checkInvariants() {
    #if DEBUG
      precondition(slots.count == mask + 1 && slots.count & mask == 0, "a size that is no power of two")
      precondition(count * 8 <= slots.count * 5, "a table that is too full")
      var found = 0
      for slot in slots where slot.second >> 32 != 0 {
        found += 1
        let index = Int(slot.second >> 32 & 0x0FFF_FFFF) - 1
        let id =
          slot.second >> 60 == 15
          ? long.withView { Array(IDTable.View.longID(slot, $0)) }
          : IDTable.Key(
            low: slot.first, high: UInt32(truncatingIfNeeded: slot.second), count: Int(slot.second >> 60)
          ).shortID
        id.withView { id in
          let place = withView { $0.index(of: IDTable.Key(id), id) }
          precondition(place == index, "an id that isn't found")
        }
      }
      precondition(found == count, "\(found) ids of \(count)")
    #endif
  }
}
