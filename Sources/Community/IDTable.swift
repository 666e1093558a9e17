/// Ids of members (or hosts) to their indexes: open addressing with the bytes of short ids in the slot.
///
/// A slot is 16 bytes: 12 of the id, or of a longer id's hash and place; its length (15: longer than 12) and
/// the index. An id of up to 12 bytes is found with one cache miss.
public struct IDTable: Sendable {
  private struct Slot {
    var first: UInt64 = 0
    /// Low half: bytes 8–11. High half: length in the top 4 bits, index + 1 in the other 28.
    var second: UInt64 = 0
  }

  private var slots: [Slot]
  private var mask: Int
  /// Ids longer than 12 bytes.
  private var long: [UInt8] = []
  public private(set) var count = 0
  /// An index must fit into 28 bits.
  public static let limit = 1 << 28 - 2

  /// A table with room for `expected` ids before it grows.
  public init(expected: Int = 0) {
    var size = 64
    while size * 5 < expected * 8 { size *= 2 }
    self.slots = Array(repeating: Slot(), count: size)
    self.mask = size - 1
  }

  /// An id made ready to be looked up, so that a batch can be hashed before the table is touched.
  public struct Key: Sendable {
    @usableFromInline var first: UInt64
    @usableFromInline var second: UInt32
    /// Bytes, or 15 for an id longer than 12 bytes, of which `first` is the hash then.
    @usableFromInline var length: UInt8
    public var hash: UInt64

    public var isLong: Bool { length == 15 }

    public init(_ id: UnsafeRawBufferPointer) {
      if id.count <= 12 {
        var low: UInt64 = 0
        var high: UInt32 = 0
        withUnsafeMutableBytes(of: &low) {
          $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: id.prefix(8)))
        }
        if id.count > 8 {
          withUnsafeMutableBytes(of: &high) {
            $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: id.dropFirst(8)))
          }
        }
        first = low
        second = high
        length = UInt8(id.count)
        hash = IDTable.mix(low, UInt64(high) << 8 | UInt64(id.count))
      } else {
        var state: UInt64 = UInt64(id.count)
        var index = 0
        while index + 8 <= id.count {
          state = IDTable.mix(state, id.loadUnaligned(fromByteOffset: index, as: UInt64.self))
          index += 8
        }
        var rest: UInt64 = 0
        while index < id.count {
          rest = rest << 8 | UInt64(id[index])
          index += 1
        }
        state = IDTable.mix(state, rest)
        first = state
        second = 0
        length = 15
        hash = state
      }
    }
  }

  @usableFromInline
  static func mix(_ left: UInt64, _ right: UInt64) -> UInt64 {
    let product = (left ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: right ^ 0xD1B5_4A32_D192_ED03)
    let folded = product.high ^ product.low
    return folded ^ (folded >> 29)
  }

  /// The index of an id, or nil.
  public func index(of id: UnsafeRawBufferPointer) -> Int? { index(of: Key(id), id) }

  /// The index of an id whose key was made before.
  ///
  /// - Parameter id: the same id's bytes; read only when it's longer than 12 bytes.
  public func index(of key: Key, _ id: UnsafeRawBufferPointer) -> Int? {
    slots.withUnsafeBufferPointer { slots in
      var place = Int(truncatingIfNeeded: key.hash) & mask
      while true {
        let slot = slots[place]
        let packed = UInt32(slot.second >> 32)
        if packed == 0 { return nil }
        if slot.first == key.first, packed >> 28 == UInt32(key.length) {
          if !key.isLong {
            if UInt32(truncatingIfNeeded: slot.second) == key.second { return Int(packed & 0x0FFF_FFFF) - 1 }
          } else if longEqual(slot, id) {
            return Int(packed & 0x0FFF_FFFF) - 1
          }
        }
        place = (place + 1) & mask
      }
    }
  }

  public func index(of id: String) -> Int? {
    var id = id
    return id.withUTF8 { index(of: UnsafeRawBufferPointer($0)) }
  }

  /// Adds an id that isn't in the table.
  public mutating func insert(_ id: UnsafeRawBufferPointer, index: Int) {
    if (count + 1) * 8 > slots.count * 5 { grow() }
    let key = Key(id)
    var slot = Slot(first: key.first, second: 0)
    var low = key.second
    if key.isLong {
      low = UInt32(long.count)
      var length = UInt32(id.count)
      withUnsafeBytes(of: &length) { long.append(contentsOf: $0) }
      long.append(contentsOf: id)
    }
    slot.second = UInt64(low) | UInt64(UInt32(key.length) << 28 | UInt32(index + 1)) << 32
    place(slot, hash: key.hash)
    count += 1
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
        length == 15
        ? slot.first
        : IDTable.mix(slot.first, (slot.second & 0xFFFF_FFFF) << 8 | length)
      place(slot, hash: hash)
    }
  }

  private func longEqual(_ slot: Slot, _ id: UnsafeRawBufferPointer) -> Bool {
    long.withUnsafeBytes { long in
      let offset = Int(UInt32(truncatingIfNeeded: slot.second))
      let length = Int(long.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
      guard length == id.count else { return false }
      return id.elementsEqual(long[offset + 4..<offset + 4 + length])
    }
  }
}
