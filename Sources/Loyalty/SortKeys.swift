import Bytes
import Community

/// Sort keys of one column: 64-bit numbers that ascend in the wanted order, unknown ones last.
///
/// A text's key is its first bytes after what all texts of the column begin with, so equal keys of texts need
/// a look at the texts; other keys are equal only for equal values.
final class SortKeys {
  static let unknown = UInt64.max

  let roster: Roster
  let order: MemberOrder
  /// By symbol: its place among all words in order, from 1; 0 for none.
  private let ranks: [UInt32]
  /// Bytes that all texts of the column have in common at the beginning.
  private let skipped: Int
  /// Words of a list that go into its key: as many as have room.
  private let wordsInKey: Int
  /// Whether equal keys mean equal values.
  let isExact: Bool
  /// Whether the column shows texts, and whether they may be ids of other members.
  let isText: Bool
  private let isInviter: Bool
  private let ids: TextView
  private let texts: TextView

  /// Calls `body` with the keys of an order.
  static func with<Result>(_ roster: Roster, _ order: MemberOrder, _ body: (SortKeys) -> Result) -> Result {
    TextView.with(.id, of: roster) { ids in
      TextView.with(order.column, of: roster) { texts in body(SortKeys(roster, order, ids: ids, texts: texts))
      }
    }
  }

  private init(_ roster: Roster, _ order: MemberOrder, ids: TextView, texts: TextView) {
    self.roster = roster
    self.order = order
    self.ids = ids
    self.texts = texts
    let storage = order.column.storage
    isText = storage.texts != nil
    if case .inviter = storage { isInviter = true } else { isInviter = false }
    switch storage {
    case .symbol, .symbols, .gathered, .flaggedSymbols: ranks = SortKeys.ranks(roster.community.symbols)
    default: ranks = []
    }
    wordsInKey = ranks.count <= 0xFFFF ? 4 : 2
    if case .text(_, let texts) = storage {
      skipped = SortKeys.commonPrefix(roster.community.members, texts)
    } else {
      skipped = 0
    }
    switch storage {
    case .text, .inviter: isExact = false
    case .symbols(let lists):
      isExact = SortKeys.longestList(roster.community.members, lists) <= wordsInKey
    case .gathered: isExact = false
    case .flaggedSymbols(let lists):
      isExact = SortKeys.longestList(roster.community.members, lists) / 2 <= wordsInKey
    default: isExact = true
    }
  }

  /// The length of the longest list of a column.
  private static func longestList(_ members: Members, _ lists: ColumnStorage.Lookup<WordsColumn>) -> Int {
    var longest = 0
    for block in members.blocks.indices {
      let count = members.blocks[block].count
      lists(members, block).withReader { lists in
        for row in 0..<count { longest = max(longest, lists[row].count) }
      }
    }
    return longest
  }

  private static func ranks(_ symbols: SymbolTable) -> [UInt32] {
    let words = (0..<symbols.count).map { symbols[Symbol(rawValue: UInt32($0))] }
    let sorted = words.indices.dropFirst().sorted { left, right in
      words[left].withBytes { left in words[right].withBytes { SortKeys.compare(left, $0) < 0 } }
    }
    var ranks = [UInt32](repeating: 0, count: symbols.count)
    for (place, number) in sorted.enumerated() { ranks[number] = UInt32(place + 1) }
    return ranks
  }

  /// The length of what all texts of a column begin with.
  private static func commonPrefix(_ members: Members, _ lookup: ColumnStorage.Lookup<TextColumn>) -> Int {
    var first: [UInt8]?
    var length = 0
    for block in members.blocks.indices {
      let texts = lookup(members, block)
      for row in 0..<members.blocks[block].count {
        texts.withBytes(row: row) { bytes in
          guard let bytes else { return }
          if let first {
            var same = 0
            while same < min(length, bytes.count), bytes[same] == first[same] { same += 1 }
            length = same
          } else {
            first = Array(bytes.prefix(256))
            length = first?.count ?? 0
          }
        }
        if first != nil, length == 0 { return 0 }
      }
    }
    return length
  }

  // MARK: Filling

  /// Writes the keys of the members of one block of the figures.
  func fill(_ block: Int, _ keys: MutableBufferView<UInt64>) {
    let first = block << MemberFigures.blockShift
    let count = min(MemberFigures.blockSize, roster.count - first)
    let members = roster.community.members
    let place = first >> Members.blockShift
    let start = first & (Members.blockSize - 1)
    switch order.column.storage {
    case .whole(let fill), .instant(let fill):
      withTemporaryView(repeating: Int64.unknown, count: count) { values in
        roster.read(fill, from: first, into: values)
        // The smallest, which is unknown, becomes 0.
        for row in 0..<count { keys[row] = UInt64(bitPattern: values[row]) ^ 1 << 63 }
      }
    case .decimal(let fill):
      withTemporaryView(repeating: Double.unknown, count: count) { values in
        roster.read(fill, from: first, into: values)
        for row in 0..<count { keys[row] = SortKeys.key(decimal: values[row]) }
      }
    case .word(_, let fill), .name(_, let fill):
      withTemporaryView(repeating: UInt8.unknown, count: count) { codes in
        roster.read(fill, from: first, into: codes)
        for row in 0..<count { keys[row] = UInt64(codes[row]) }
      }
    case .names(_, let places):
      keys.extracting(0..<count).fill(0)
      for item in places(roster, first..<first + count) {
        keys[item.member.value - first] = SortKeys.key(places: item.places)
      }
    case .symbol(let symbols):
      symbols(members, place).withView { symbols in
        for row in 0..<count { keys[row] = UInt64(ranks[Int(symbols[start + row])]) }
      }
    case .symbols(let lists):
      lists(members, place).withReader { lists in
        for row in 0..<count { keys[row] = key(lists[start + row], step: 1) }
      }
    case .gathered(let lists):
      (lists(roster, place) ?? WordsColumn()).withReader { lists in
        for row in 0..<count { keys[row] = key(lists[start + row], step: 1) }
      }
    case .times(let times):
      keys.extracting(0..<count).fill(0)
      // The newest comes last.
      times(roster)?.forEach(in: first..<first + count) { member, at in
        keys[member - first] = UInt64(bitPattern: at) ^ 1 << 63
      }
    case .flaggedSymbols(let lists):
      lists(members, place).withReader { lists in
        for row in 0..<count { keys[row] = key(lists[start + row], step: 2) }
      }
    case .date(let dates):
      dates(members, place).withView { dates in
        for row in 0..<count {
          let date = UInt64(dates[start + row])
          keys[row] = (date & 511) << 23 | date >> 9
        }
      }
    case .flag(let flags):
      flags(members, place).withView { flags in
        for row in 0..<count { keys[row] = flags[start + row] ? 2 : 1 }
      }
    case .text(_, let texts):
      texts(members, place).withReader { texts in
        for row in 0..<count { keys[row] = key(texts[start + row]) }
      }
    case .inviter:
      let entries = roster.figures.blocks[block]
      for row in 0..<count { keys[row] = key(inviter(of: Member.Index(first + row), entries[row])) }
    }
    turn(keys, count)
  }

  /// Puts what is unknown last, and the rest into the order's direction.
  @inline(__always)
  private func turn(_ keys: MutableBufferView<UInt64>, _ count: Int) {
    for row in 0..<count {
      keys[row] = keys[row] == 0 ? SortKeys.unknown : order.direction == .ascending ? keys[row] : ~keys[row]
    }
  }

  /// Bit patterns of numbers above 0 ascend with them, those of numbers below 0 descend; 0 for NaN.
  @inline(__always)
  private static func key(decimal: Double) -> UInt64 {
    if decimal.isNaN { return 0 }
    let bits = (decimal == 0 ? 0 : decimal).bitPattern
    return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
  }

  /// The first four places, side by side: ascends with the programme's order.
  private static func key(places: [Int]) -> UInt64 {
    var key: UInt64 = 0
    for place in 0..<4 { key = key << 16 | (place < places.count ? UInt64(places[place] + 1) : 0) }
    return key
  }

  @inline(__always)
  private func key(_ bytes: ByteView?) -> UInt64 {
    guard let bytes else { return 0 }
    return SortKeys.value(bytes, from: skipped) + 1
  }

  /// Eight bytes as a number, those behind the end as 0. No text of UTF-8 reaches the largest numbers.
  @inline(__always)
  static func value(_ bytes: ByteView, from start: Int) -> UInt64 {
    if bytes.count - start >= 8 {
      return UInt64(bigEndian: bytes.load(at: start, as: UInt64.self))
    }
    var value: UInt64 = 0
    var place = start
    var shift: UInt64 = 56
    while place < bytes.count {
      value |= UInt64(bytes[place]) << shift
      place += 1
      shift &-= 8
    }
    return value
  }

  /// The key made of the bytes that follow `depth` keys' worth of a known text, and how many bytes follow;
  /// below 0 where the text ends before.
  func key(of member: Member.Index, after depth: Int) -> (key: UInt64, length: Int) {
    guard let bytes = text(of: member) else { return (SortKeys.unknown, 0) }
    let start = skipped + depth * 8
    let value = SortKeys.value(bytes, from: start) + 1
    return (order.direction == .ascending ? value : ~value, bytes.count - start)
  }

  @inline(__always)
  private func text(of member: Member.Index) -> ByteView? {
    isInviter ? inviter(of: member, roster.figures.entry(member)) : texts[member]
  }

  /// What the record states unless that is the member, else the inviter's id.
  @inline(__always)
  private func inviter(of member: Member.Index, _ entry: MemberFigures.Entry) -> ByteView? {
    if let stated = texts[member] {
      guard let id = ids[member], SortKeys.compare(stated, id) == 0 else { return stated }
    }
    return entry.inviter.flatMap { ids[$0] }
  }

  /// The ranks of the first words, side by side.
  @inline(__always)
  private func key(_ words: BufferView<UInt32>, step: Int) -> UInt64 {
    var key: UInt64 = 0
    var place = 0
    for _ in 0..<wordsInKey {
      key <<= UInt64(64 / wordsInKey)
      if place < words.count { key |= UInt64(ranks[Int(words[place])]) }
      place += step
    }
    return key
  }

  // MARK: Ties

  /// Whether a member comes before another of the same key.
  func precedes(_ left: Member.Index, _ right: Member.Index) -> Bool {
    if !isExact {
      let difference =
        isText ? SortKeys.compare(text(of: left), text(of: right)) : compareLists(left, right)
      if difference != 0 { return (difference < 0) == (order.direction == .ascending) }
    }
    return SortKeys.compare(ids[left], ids[right]) < 0
  }

  @inline(__always)
  private static func compare(_ left: ByteView?, _ right: ByteView?) -> Int {
    guard let left else { return right == nil ? 0 : 1 }
    guard let right else { return -1 }
    return compare(left, right)
  }

  /// By bytes, which for UTF-8 is by code point; what ends first comes first.
  @inline(__always)
  static func compare(_ left: ByteView, _ right: ByteView) -> Int {
    let count = min(left.count, right.count)
    var place = 0
    while place + 8 <= count {
      let first = UInt64(bigEndian: left.load(at: place, as: UInt64.self))
      let second = UInt64(bigEndian: right.load(at: place, as: UInt64.self))
      if first != second { return first < second ? -1 : 1 }
      place += 8
    }
    while place < count {
      if left[place] != right[place] { return left[place] < right[place] ? -1 : 1 }
      place += 1
    }
    return left.count - right.count
  }

  private func compareLists(_ left: Member.Index, _ right: Member.Index) -> Int {
    switch order.column.storage {
    case .symbols(let lists): compareLists(left, right, lists, step: 1)
    case .flaggedSymbols(let lists): compareLists(left, right, lists, step: 2)
    case .gathered(let lists):
      compareLists(left, right, { lists(roster, $1) ?? WordsColumn() }, step: 1)
    default: 0
    }
  }

  private func compareLists(
    _ left: Member.Index, _ right: Member.Index, _ lists: (Members, Int) -> WordsColumn, step: Int
  ) -> Int {
    let left = words(left, lists)
    let right = words(right, lists)
    for place in stride(from: 0, to: min(left.count, right.count), by: step) {
      let first = ranks[Int(left[left.startIndex + place])]
      let second = ranks[Int(right[right.startIndex + place])]
      if first != second { return first < second ? -1 : 1 }
    }
    return left.count - right.count
  }

  private func words(
    _ member: Member.Index, _ lists: (Members, Int) -> WordsColumn
  ) -> ArraySlice<UInt32> {
    let (block, row) = roster.community.members.place(member)
    return lists(roster.community.members, block)[row]
  }
}
