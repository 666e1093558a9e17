import Community
import Glibc
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
    /// A word's first eight bytes; of one longer than 15, its hash.
    var first: UInt64 = 0
    /// Its other bytes, and in the top byte its length; of a long one its place, and 255. 0 for an empty slot.
    var second: UInt64 = 0
    var symbol: UInt32 = 0
  }

  private let pool: SymbolPool
  private var slots: UnsafeMutablePointer<Slot>
  private var mask: Int
  private var count = 0
  /// Words longer than 15 bytes.
  private var long: [UnsafeBufferPointer<UInt8>] = []

  init(_ pool: SymbolPool) {
    self.pool = pool
    mask = 1023
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(), count: mask + 1)
  }

  deinit {
    slots.deallocate()
    for word in long { word.deallocate() }
  }

  /// - Parameter word: with at least 16 readable bytes from its beginning on.
  @inline(__always)
  mutating func symbol(_ word: UnsafeBufferPointer<UInt8>, _ masks: ByteMasks) -> UInt32 {
    let count = word.count
    guard count <= 15, let base = word.baseAddress else { return longSymbol(word) }
    let first = masks.first(base, count)
    let second = masks.second(base, count) | UInt64(truncatingIfNeeded: count) &<< 56
    var place = Int(truncatingIfNeeded: SymbolCache.hash(first, second)) & mask
    while true {
      let slot = slots + place
      if slot.pointee.first == first, slot.pointee.second == second { return slot.pointee.symbol }
      if slot.pointee.second == 0 { return add(word, first, second) }
      place = (place &+ 1) & mask
    }
  }

  @inline(__always)
  private static func hash(_ first: UInt64, _ second: UInt64) -> UInt64 {
    let mixed = (first ^ second &* 0x9E37_79B9_7F4A_7C15) &* 0xD1B5_4A32_D192_ED03
    return mixed ^ mixed &>> 32
  }

  /// Of the beginning, the end and the length of a word of at least 16 bytes: words that agree in these are rare.
  @inline(__always)
  private static func longHash(_ word: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(word)
    let first = bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)
    let second = bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
    let third = bytes.loadUnaligned(fromByteOffset: word.count - 8, as: UInt64.self)
    let fourth = bytes.loadUnaligned(fromByteOffset: word.count - 16, as: UInt64.self)
    return hash(first ^ fourth &* 31, second ^ third &* 31 ^ UInt64(word.count))
  }

  @inline(never)
  private mutating func longSymbol(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 {
    guard word.count > 15 else { return pool.intern(word).rawValue }
    let hash = SymbolCache.longHash(word)
    var place = Int(truncatingIfNeeded: SymbolCache.hash(hash, 0)) & mask
    while slots[place].second != 0 {
      let slot = slots[place]
      if slot.second >> 56 == 255, slot.first == hash,
        isSame(long[Int(slot.second & 0xFFFF_FFFF)], word)
      {
        return slot.symbol
      }
      place = (place + 1) & mask
    }
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: word.count)
    _ = copy.initialize(from: word)
    long.append(UnsafeBufferPointer(copy))
    return add(word, hash, UInt64(long.count - 1) | 255 << 56)
  }

  @inline(never)
  private mutating func add(_ word: UnsafeBufferPointer<UInt8>, _ first: UInt64, _ second: UInt64) -> UInt32 {
    let symbol = pool.intern(word).rawValue
    if (count + 1) * 2 > mask { grow() }
    place(Slot(first: first, second: second, symbol: symbol))
    count += 1
    return symbol
  }

  private mutating func place(_ slot: Slot) {
    // A long word's place says nothing of it.
    let hash = SymbolCache.hash(slot.first, slot.second >> 56 == 255 ? 0 : slot.second)
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place].second != 0 { place = (place + 1) & mask }
    slots[place] = slot
  }

  private mutating func grow() {
    let old = slots
    let oldCount = mask + 1
    mask = oldCount * 2 - 1
    slots = .allocate(capacity: mask + 1)
    slots.initialize(repeating: Slot(), count: mask + 1)
    for index in 0..<oldCount where old[index].second != 0 { place(old[index]) }
    old.deallocate()
  }
}

/// Takes the bytes of short texts as words.
struct ByteMasks {
  /// For each count of bytes up to 16, which bits of the first and of the second word belong to them.
  private let masks: UnsafePointer<(first: UInt64, second: UInt64)>

  /// - Parameter masks: 17 of them, which must outlive this value.
  init(_ masks: UnsafePointer<(first: UInt64, second: UInt64)>) { self.masks = masks }

  /// The masks; the caller frees them.
  static func make() -> UnsafeMutablePointer<(first: UInt64, second: UInt64)> {
    let masks = UnsafeMutablePointer<(first: UInt64, second: UInt64)>.allocate(capacity: 17)
    func mask(_ count: Int) -> UInt64 { count >= 8 ? .max : 1 << UInt64(max(0, count) * 8) - 1 }
    for count in 0...16 { (masks + count).initialize(to: (mask(count), mask(count - 8))) }
    return masks
  }

  /// The first eight bytes of a text of at most 16, zeros behind its end; 8 bytes must be readable.
  @inline(__always)
  func first(_ base: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    UnsafeRawPointer(base).loadUnaligned(as: UInt64.self) & masks[count].first
  }

  /// The next eight bytes of a text of at most 16; 16 bytes must be readable.
  @inline(__always)
  func second(_ base: UnsafePointer<UInt8>, _ count: Int) -> UInt64 {
    UnsafeRawPointer(base).loadUnaligned(fromByteOffset: 8, as: UInt64.self) & masks[count].second
  }
}
