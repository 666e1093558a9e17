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
    let isList = order.column.kind == .list && order.column != .due
    ranks = order.column.isSymbol || isList ? SortKeys.ranks(roster.community.symbols) : []
    wordsInKey = ranks.count <= 0xFFFF ? 4 : 2
    skipped = !order.column.isText ? 0 : SortKeys.commonPrefix(roster, order.column)
    isExact =
      !order.column.isText && (!isList || SortKeys.longestList(roster, order.column) <= wordsInKey)
  }

  /// The number of words in the longest list of a column.
  private static func longestList(_ roster: Roster, _ column: MemberColumn) -> Int {
    var longest = 0
    for block in roster.community.members.blocks {
      let lists = column == .consent ? block.consents : block.tags
      lists.withReader { lists in
        for row in 0..<block.count { longest = max(longest, lists[row].count) }
      }
    }
    return column == .consent ? longest / 2 : longest
  }

  private static func ranks(_ symbols: SymbolTable) -> [UInt32] {
    let sorted = symbols.all.sorted { $0.word.utf8.lexicographicallyPrecedes($1.word.utf8) }
    var ranks = [UInt32](repeating: 0, count: symbols.count)
    for (place, item) in sorted.enumerated() { ranks[Int(item.symbol.rawValue)] = UInt32(place + 1) }
    return ranks
  }

  /// The length of what all texts of a column begin with.
  private static func commonPrefix(_ roster: Roster, _ column: MemberColumn) -> Int {
    guard column != .referrer else { return 0 }
    var first: [UInt8]?
    var length = 0
    for block in roster.community.members.blocks {
      let texts = block.texts(column)
      for row in 0..<block.count {
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
  func fill(_ block: Int, _ keys: UnsafeMutablePointer<UInt64>) {
    let entries = roster.figures.blocks[block]
    let base = block << MemberFigures.blockShift
    let count = min(entries.count, roster.count - base)
    let members = roster.community.members.blocks[base >> Members.blockShift]
    let firstRow = base & (Members.blockSize - 1)
    switch order.column {
    case .orders: for row in 0..<count { keys[row] = key(Int64(entries[row].orders)) }
    case .spend: for row in 0..<count { keys[row] = key(entries[row].spend) }
    case .averageOrder:
      for row in 0..<count {
        let average = Roster.average(entries[row].spend, entries[row].orders)
        keys[row] = average.map { key($0.rawValue) } ?? 0
      }
    case .joined: for row in 0..<count { keys[row] = key(time: entries[row].joined) }
    case .lastSeen: for row in 0..<count { keys[row] = key(time: entries[row].lastSeen) }
    case .lastOrder: for row in 0..<count { keys[row] = key(time: entries[row].lastOrder) }
    case .silent:
      for row in 0..<count {
        let entry = entries[row]
        let since = Instant(rawValue: max(entry.lastSeen, entry.lastSeen == .min ? entry.joined : .min))
        keys[row] =
          since.isKnown ? key(Int64(roster.today.days(since: roster.moment.zone.day(of: since)))) : 0
      }
    case .city, .region, .store, .channel, .host:
      let symbols = members.symbols(order.column)
      for row in 0..<count { keys[row] = UInt64(ranks[Int(symbols[firstRow + row])]) }
    case .tags:
      members.tags.withReader { lists in
        for row in 0..<count { keys[row] = key(lists[firstRow + row], step: 1) }
      }
    case .consent:
      members.consents.withReader { lists in
        for row in 0..<count { keys[row] = key(lists[firstRow + row], step: 2) }
      }
    case .due:
      for row in 0..<count { keys[row] = roster.dueKey(of: Member.Index(base + row)) }
    case .birthday:
      for row in 0..<count {
        let birthday = UInt64(members.birthday[firstRow + row])
        keys[row] = (birthday & 511) << 23 | birthday >> 9
      }
    case .tier, .nextTier, .atRisk:
      for row in 0..<count {
        let word = roster.word(order.column, of: Member.Index(base + row))
        keys[row] = word.map { UInt64($0 + 1) } ?? 0
      }
    case .tierSince:
      for row in 0..<count {
        keys[row] = roster.tierSince(Member.Index(base + row)).map { key(time: $0.rawValue) } ?? 0
      }
    case .misses:
      for row in 0..<count {
        keys[row] = roster.whole(order.column, of: Member.Index(base + row)).map { key($0) } ?? 0
      }
    case .next, .keep:
      for row in 0..<count {
        keys[row] = roster.decimal(order.column, of: Member.Index(base + row)).map(key(decimal:)) ?? 0
      }
    case .record: for row in 0..<count { keys[row] = members.hasRecord[firstRow + row] ? 2 : 1 }
    case .stage, .path, .rfmClass, .segment, .contributorLayer, .challenge:
      for row in 0..<count {
        let word = roster.word(order.column, of: Member.Index(base + row))
        keys[row] = word.map { UInt64($0 + 1) } ?? 0
      }
    case .recencyScore, .frequencyScore, .moneyScore, .lifetimeValue, .stake, .contributions, .ties,
      .reciprocalTies, .group:
      for row in 0..<count {
        keys[row] = roster.whole(order.column, of: Member.Index(base + row)).map { key($0) } ?? 0
      }
    case .points, .expiring30, .expiring:
      for row in 0..<count {
        keys[row] = roster.whole(order.column, of: Member.Index(base + row)).map { key($0) } ?? 0
      }
    case .rhythm, .alive, .behaviour, .mind, .worth, .embedded:
      for row in 0..<count {
        keys[row] = roster.decimal(order.column, of: Member.Index(base + row)).map(key(decimal:)) ?? 0
      }
    case .balance:
      for row in 0..<count {
        keys[row] = roster.decimal(order.column, of: Member.Index(base + row)).map(key(decimal:)) ?? 0
      }
    case .band:
      for row in 0..<count {
        keys[row] = roster.word(order.column, of: Member.Index(base + row)).map { UInt64($0 + 1) } ?? 0
      }
    case .lastTouch:
      for row in 0..<count {
        let touch = roster.measures?.account?.lastTouch(Member.Index(base + row))
        keys[row] = touch.map { key(time: $0.rawValue) } ?? 0
      }
    case .referrer:
      for row in 0..<count { keys[row] = key(referrer(of: Member.Index(base + row), entries[row])) }
    case .id, .name, .household, .phone, .email:
      members.texts(order.column).withReader { texts in
        for row in 0..<count { keys[row] = key(texts[firstRow + row]) }
      }
    }
    for row in 0..<count {
      keys[row] = keys[row] == 0 ? SortKeys.unknown : order.direction == .ascending ? keys[row] : ~keys[row]
    }
  }

  /// Above 0 for every value but the smallest.
  @inline(__always)
  private func key(_ value: Int64) -> UInt64 { UInt64(bitPattern: value) ^ (1 << 63) }

  /// Bit patterns of numbers above 0 ascend with them, those of numbers below 0 descend.
  @inline(__always)
  private func key(decimal: Double) -> UInt64 {
    let bits = (decimal == 0 ? 0 : decimal).bitPattern
    return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
  }

  @inline(__always)
  private func key(time: Int64) -> UInt64 { time == Instant.unknown.rawValue ? 0 : key(time) }

  @inline(__always)
  private func key(_ bytes: UnsafeRawBufferPointer?) -> UInt64 {
    guard let bytes else { return 0 }
    return SortKeys.value(bytes, from: skipped) + 1
  }

  /// Eight bytes as a number, those behind the end as 0. No text of UTF-8 reaches the largest numbers.
  @inline(__always)
  static func value(_ bytes: UnsafeRawBufferPointer, from start: Int) -> UInt64 {
    if bytes.count - start >= 8 {
      return UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self))
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
  private func text(of member: Member.Index) -> UnsafeRawBufferPointer? {
    order.column == .referrer ? referrer(of: member, roster.figures.entry(member)) : texts[member]
  }

  /// The record's referrer unless that is the member, else the inviter's id.
  @inline(__always)
  private func referrer(of member: Member.Index, _ entry: MemberFigures.Entry) -> UnsafeRawBufferPointer? {
    if let stated = texts[member] {
      guard let id = ids[member], SortKeys.compare(stated, id) == 0 else { return stated }
    }
    return entry.inviter.flatMap { ids[$0] }
  }

  /// The ranks of the first words, side by side.
  @inline(__always)
  private func key(_ words: UnsafeBufferPointer<UInt32>, step: Int) -> UInt64 {
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
        order.column.kind == .list
        ? compareLists(left, right) : SortKeys.compare(text(of: left), text(of: right))
      if difference != 0 { return (difference < 0) == (order.direction == .ascending) }
    }
    return SortKeys.compare(ids[left], ids[right]) < 0
  }

  @inline(__always)
  private static func compare(_ left: UnsafeRawBufferPointer?, _ right: UnsafeRawBufferPointer?) -> Int {
    guard let left else { return right == nil ? 0 : 1 }
    guard let right else { return -1 }
    return compare(left, right)
  }

  /// By bytes, which for UTF-8 is by code point; what ends first comes first.
  @inline(__always)
  static func compare(_ left: UnsafeRawBufferPointer, _ right: UnsafeRawBufferPointer) -> Int {
    let count = min(left.count, right.count)
    var place = 0
    while place + 8 <= count {
      let first = UInt64(bigEndian: left.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      let second = UInt64(bigEndian: right.loadUnaligned(fromByteOffset: place, as: UInt64.self))
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
    let step = order.column == .consent ? 2 : 1
    let left = words(left)
    let right = words(right)
    for place in stride(from: 0, to: min(left.count, right.count), by: step) {
      let first = ranks[Int(left[left.startIndex + place])]
      let second = ranks[Int(right[right.startIndex + place])]
      if first != second { return first < second ? -1 : 1 }
    }
    return left.count - right.count
  }

  private func words(_ member: Member.Index) -> ArraySlice<UInt32> {
    let (block, row) = roster.community.members.place(member)
    return order.column == .consent
      ? roster.community.members.blocks[block].consents[row]
      : roster.community.members.blocks[block].tags[row]
  }
}
