import Bytes
import JSONTape
import Community
import Glibc
import Synchronization

/// The symbols of one reading, shared by all that parse.
final class SymbolPool: Sendable {
  private let table: Mutex<SymbolTable>

  init(_ table: SymbolTable = SymbolTable()) { self.table = Mutex(table) }

  func intern(_ word: ByteView) -> Symbol {
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
  private var slots: OwnedBuffer<Slot>
  private var mask: Int
  private var count = 0
  /// Words longer than 15 bytes.
  private var long: [[UInt8]] = []

  init(_ pool: SymbolPool) {
    self.pool = pool
    mask = 1023
    slots = OwnedBuffer(repeating: Slot(), count: mask + 1)
  }

  @inline(__always)
  mutating func symbol(_ word: PaddedText, _ masks: borrowing ByteMasks) -> UInt32 {
    let count = word.count
    guard count <= 15 else { return longSymbol(word.bytes) }
    let first = masks.first(word)
    let second = masks.second(word) | UInt64(truncatingIfNeeded: count) &<< 56
    var place = Int(truncatingIfNeeded: SymbolCache.hash(first, second)) & mask
    while true {
      let slot = slots[trusted: place]
      if slot.first == first, slot.second == second { return slot.symbol }
      if slot.second == 0 { return add(word.bytes, first, second) }
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
  private static func longHash(_ word: ByteView) -> UInt64 {
    let first = word.load(at: 0, as: UInt64.self)
    let second = word.load(at: 8, as: UInt64.self)
    let third = word.load(at: word.count - 8, as: UInt64.self)
    let fourth = word.load(at: word.count - 16, as: UInt64.self)
    return hash(first ^ fourth &* 31, second ^ third &* 31 ^ UInt64(word.count))
  }

  @inline(never)
  private mutating func longSymbol(_ word: ByteView) -> UInt32 {
    let hash = SymbolCache.longHash(word)
    var place = Int(truncatingIfNeeded: SymbolCache.hash(hash, 0)) & mask
    while slots[place].second != 0 {
      let slot = slots[place]
      if slot.second >> 56 == 255, slot.first == hash,
        long[Int(slot.second & 0xFFFF_FFFF)].withView({ $0.isSame(word) })
      {
        return slot.symbol
      }
      place = (place + 1) & mask
    }
    long.append(Array(word))
    return add(word, hash, UInt64(long.count - 1) | 255 << 56)
  }

  @inline(never)
  private mutating func add(_ word: ByteView, _ first: UInt64, _ second: UInt64) -> UInt32 {
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
    let old = Array(slots.view)
    mask = old.count * 2 - 1
    slots = OwnedBuffer(repeating: Slot(), count: mask + 1)
    for slot in old where slot.second != 0 { place(slot) }
  }
}

/// Takes the bytes of short texts as words.
struct ByteMasks: ~Copyable {
  /// For each count of bytes up to 16, which bits of the first and of the second word belong to them.
  private let masks: OwnedBuffer<(first: UInt64, second: UInt64)>

  init() {
    func mask(_ count: Int) -> UInt64 { count >= 8 ? .max : 1 << UInt64(max(0, count) * 8) - 1 }
    masks = OwnedBuffer((0...16).map { (mask($0), mask($0 - 8)) })
  }

  /// The first eight bytes of a text of at most 16, zeros behind its end.
  @inline(__always)
  func first(_ text: PaddedText) -> UInt64 {
    text.load(at: 0, as: UInt64.self) & masks[trusted: text.count].first
  }

  /// The next eight bytes of a text of at most 16.
  @inline(__always)
  func second(_ text: PaddedText) -> UInt64 {
    text.load(at: 8, as: UInt64.self) & masks[trusted: text.count].second
  }
}
