import Community
import Synchronization

/// The symbols of one reading, shared by all that parse.
final class SymbolPool: Sendable {
  private let table: Mutex<SymbolTable>

  init(_ table: SymbolTable = SymbolTable()) { self.table = Mutex(table) }

  func intern(_ word: UnsafeBufferPointer<UInt8>) -> Symbol {
    let word = String(decoding: word, as: UTF8.self)
    return table.withLock { $0.intern(word) }
  }

  /// The symbols so far.
  var symbols: SymbolTable { table.withLock { $0 } }
}

/// One thread's memory of the symbols it met, so that the pool is asked once a word.
struct SymbolCache: ~Copyable {
  private struct Slot {
    /// The word's first and second eight bytes, or a long word's hash and place.
    var first: UInt64 = 0
    var second: UInt64 = 0
    var length: UInt32 = 0
    /// 0 for an empty slot.
    var symbol: UInt32 = 0
  }

  private let pool: SymbolPool
  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private var count = 0
  private var long = Arena<UInt8>()

  init(_ pool: SymbolPool) {
    self.pool = pool
    mask = 1023
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(), count: mask + 1)
  }

  deinit { slots.deallocate() }

  /// - Parameter word: with at least 16 readable bytes from its beginning on.
  @inline(__always)
  mutating func symbol(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    guard let base = word.baseAddress, word.count <= 16 else { return longSymbol(word) }
    let (first, second) = words(base, word.count)
    var place = Int(truncatingIfNeeded: SymbolCache.hash(first, second)) & mask
    while true {
      let slot = slots[place]
      if slot.first == first, slot.second == second, slot.length == UInt32(truncatingIfNeeded: word.count),
        slot.symbol != 0
      {
        return slot.symbol
      }
      if slot.symbol == 0 { break }
      place = (place + 1) & mask
    }
    return add(word, first, second, UInt32(word.count))
  }

  @inline(__always)
  private static func hash(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let product = (first ^ 0x9E37_79B9_7F4A_7C15).multipliedFullWidth(by: second ^ 0xD1B5_4A32_D192_ED03)
    return product.high ^ product.low
  }

  private mutating func longSymbol(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    var place = Int(truncatingIfNeeded: SymbolCache.hash(hash, 0)) & mask
    while slots[place].symbol != 0 {
      let slot = slots[place]
      if slot.first == hash, slot.length == UInt32(word.count),
        UnsafeBufferPointer(start: long.base + Int(slot.second), count: word.count).elementsEqual(word)
      {
        return slot.symbol
      }
      place = (place + 1) & mask
    }
    guard let base = word.baseAddress else { return pool.intern(word).rawValue }
    let offset = UInt64(long.count)
    long.append(base, word.count)
    return add(word, hash, offset, UInt32(word.count))
  }

  private mutating func add(
    _ word: UnsafeBufferPointer<UInt8>, _ first: UInt64, _ second: UInt64, _ length: UInt32
  )
    -> UInt32
  {
    let symbol = pool.intern(word).rawValue
    if (count + 1) * 2 > mask { grow() }
    place(Slot(first: first, second: second, length: length, symbol: symbol))
    count += 1
    return symbol
  }

  private mutating func place(_ slot: Slot) {
    // A long word's second word is a place, which says nothing of it.
    let hash = SymbolCache.hash(slot.first, slot.length > 16 ? 0 : slot.second)
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place].symbol != 0 { place = (place + 1) & mask }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    let oldCount = mask + 1
    mask = oldCount * 2 - 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(), count: mask + 1)
    for index in 0..<oldCount where old[index].symbol != 0 { place(old[index]) }
    old.deallocate()
  }
}

/// The first and second eight bytes of a text of at most 16, zeros behind its end; 16 bytes must be readable.
@inline(__always)
func words(_ base: UnsafePointer<UInt8>, _ count: Int) -> (first: UInt64, second: UInt64) {
  let raw = UnsafeRawPointer(base)
  let first = raw.loadUnaligned(as: UInt64.self)
  if count <= 8 {
    return (first & (count == 8 ? .max : (1 as UInt64) &<< UInt64(count &* 8) &- 1), 0)
  }
  let second = raw.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
  return (first, second & (count == 16 ? .max : (1 as UInt64) &<< UInt64((count &- 8) &* 8) &- 1))
}
