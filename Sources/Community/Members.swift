import Bytes

/// The members as columns, in blocks of 65,536 so that a change copies one block at most.
@usableFromInline
package struct Members: Sendable {
  @usableFromInline package static let blockShift = 16
  @usableFromInline package static let blockSize = 1 << blockShift

  package private(set) var blocks: [Block] = []
  package private(set) var count = 0
  /// How many are known by id alone, because no record of theirs was read.
  package private(set) var withoutRecord = 0

  package init() {}

  /// A member's fields. What isn't known is `Instant.unknown`, `Symbol.none` or no text.
  package struct Block: Sendable {
    package var ids = TextColumn()
    package var names = TextColumn()
    /// Joining times as the records state them, in milliseconds since 1970.
    package var joined: [Int64] = []
    /// `Birthday.rawValue`, 0 where unknown.
    package var birthday: [UInt32] = []
    package var city: [UInt32] = []
    package var region: [UInt32] = []
    package var store: [UInt32] = []
    package var channel: [UInt32] = []
    /// The host's id as a symbol; the host may have no record.
    package var host: [UInt32] = []
    package var referrers = TextColumn()
    package var households = TextColumn()
    /// Symbols of the tags.
    package var tags = WordsColumn()
    /// Pairs of texts, channel and id there, coded by `PairText`.
    package var aliases = TextColumn()
    package var phones = TextColumn()
    package var emails = TextColumn()
    /// Pairs of words: the channel's symbol, and 1 for yes or 0 for no.
    package var consents = WordsColumn()
    /// Whether a record of this member was read.
    package var hasRecord: [Bool] = []

    package init() {}
    package var count: Int { hasRecord.count }
  }

  /// Adds a member known by id alone.
  package mutating func append(id: ByteView) -> Member.Index {
    if count & (Members.blockSize - 1) == 0 { blocks.append(Block()) }
    let last = blocks.count - 1
    let row = count & (Members.blockSize - 1)
    blocks[last].ids.set(id, row: row)
    blocks[last].joined.append(Instant.unknown.rawValue)
    blocks[last].birthday.append(0)
    blocks[last].city.append(0)
    blocks[last].region.append(0)
    blocks[last].store.append(0)
    blocks[last].channel.append(0)
    blocks[last].host.append(0)
    blocks[last].hasRecord.append(false)
    count += 1
    withoutRecord += 1
    return Member.Index(count - 1)
  }

  /// Changes the fields of a member: `body` gets the block and the row in it. Marks it as having a record.
  package mutating func update(_ member: Member.Index, _ body: (inout Block, Int) -> Void) {
    let block = member.value >> Members.blockShift
    let row = member.value & (Members.blockSize - 1)
    if !blocks[block].hasRecord[row] {
      blocks[block].hasRecord[row] = true
      withoutRecord -= 1
    }
    body(&blocks[block], row)
  }

  /// Appends members that were read together. The columns of `block` must be filled in order, row by row.
  package mutating func append(_ block: Block, rows: Range<Int>) {
    var rows = rows
    while !rows.isEmpty {
      let row = count & (Members.blockSize - 1)
      if row == 0 {
        if rows.count == Members.blockSize, block.count == rows.count {
          blocks.append(block)
          count += rows.count
          withoutRecord += block.hasRecord.reduce(0) { $0 + ($1 ? 0 : 1) }
          return
        }
        blocks.append(Block())
      }
      let part = rows.prefix(Members.blockSize - row)
      blocks[blocks.count - 1].append(block, rows: part, at: row)
      count += part.count
      for row in part where !block.hasRecord[row] { withoutRecord += 1 }
      rows = part.upperBound..<rows.upperBound
    }
  }

  /// Fills in a member from a later record: each field that the record has replaces what was there; of consents and
  /// aliases the channels that it names.
  package mutating func update(_ member: Member.Index, from record: Block, row: Int) {
    update(member) { block, place in block.update(row: place, from: record, row: row) }
  }

  @inlinable
  package func place(_ member: Member.Index) -> (block: Int, row: Int) {
    (member.value >> Members.blockShift, member.value & (Members.blockSize - 1))
  }

  package func id(_ member: Member.Index) -> String {
    let (block, row) = place(member)
    return blocks[block].ids[row] ?? ""
  }

  package func name(_ member: Member.Index) -> String? {
    let (block, row) = place(member)
    return blocks[block].names[row]
  }

  /// A text of a member, or nil.
  package subscript(column: KeyPath<Block, TextColumn> & Sendable, member: Member.Index) -> String? {
    let (block, row) = place(member)
    return blocks[block][keyPath: column][row]
  }

  /// A symbol of a member, `none` where unknown.
  package subscript(column: KeyPath<Block, [UInt32]> & Sendable, member: Member.Index) -> Symbol {
    let (block, row) = place(member)
    return Symbol(rawValue: blocks[block][keyPath: column][row])
  }

  /// When the record says the member joined, or nil.
  package func joined(_ member: Member.Index) -> Instant? {
    let (block, row) = place(member)
    return Instant(rawValue: blocks[block].joined[row]).known
  }

  package func birthday(_ member: Member.Index) -> Birthday? {
    let (block, row) = place(member)
    let value = blocks[block].birthday[row]
    return value == 0 ? nil : Birthday(rawValue: value)
  }

  package func tags(_ member: Member.Index) -> [Symbol] {
    let (block, row) = place(member)
    return blocks[block].tags[row].map { Symbol(rawValue: $0) }
  }

  package func consents(_ member: Member.Index) -> [(channel: Symbol, isGiven: Bool)] {
    let (block, row) = place(member)
    let words = Array(blocks[block].consents[row])
    return stride(from: 0, to: words.count - 1, by: 2).map {
      (Symbol(rawValue: words[$0]), words[$0 + 1] != 0)
    }
  }

  package func aliases(_ member: Member.Index) -> [(channel: String, id: String)] {
    let (block, row) = place(member)
    return blocks[block].aliases.withBytes(row: row) { $0.map(PairText.decode) ?? [] }
  }

  package func hasRecord(_ member: Member.Index) -> Bool {
    let (block, row) = place(member)
    return blocks[block].hasRecord[row]
  }
}

extension Members.Block {
  private static let symbolColumns: [WritableKeyPath<Self, [UInt32]> & Sendable] = [
    \.birthday, \.city, \.region, \.store, \.channel, \.host,
  ]
  private static let textColumns: [WritableKeyPath<Self, TextColumn> & Sendable] = [
    \.ids, \.names, \.referrers, \.households, \.aliases, \.phones, \.emails,
  ]
  private static let listColumns: [WritableKeyPath<Self, WordsColumn> & Sendable] = [\.tags, \.consents]

  func _checkInvariants() {
    #if DEBUG
      precondition(count <= Members.blockSize && joined.count == count, "a column of another size")
      for column in Self.symbolColumns {
        precondition(self[keyPath: column].count == count, "a column of another size")
      }
      for column in Self.textColumns { self[keyPath: column]._checkInvariants(rows: count) }
      for column in Self.listColumns { self[keyPath: column]._checkInvariants(rows: count) }
    #endif
  }

  fileprivate mutating func append(_ other: Self, rows: Range<Int>, at row: Int) {
    joined.append(contentsOf: other.joined[rows])
    hasRecord.append(contentsOf: other.hasRecord[rows])
    for column in Self.symbolColumns {
      self[keyPath: column].append(contentsOf: other[keyPath: column][rows])
    }
    for column in Self.textColumns {
      self[keyPath: column].append(other[keyPath: column], rows: rows, at: row)
    }
    for column in Self.listColumns {
      self[keyPath: column].append(other[keyPath: column], rows: rows, at: row)
    }
  }

  fileprivate mutating func update(row: Int, from other: Self, row source: Int) {
    if other.joined[source] != Instant.unknown.rawValue { joined[row] = other.joined[source] }
    for column in Self.symbolColumns where other[keyPath: column][source] != 0 {
      self[keyPath: column][row] = other[keyPath: column][source]
    }
    for column in Self.textColumns.dropFirst() where column != \Self.aliases {
      other[keyPath: column].withBytes(row: source) { text in
        if let text { self[keyPath: column].set(text, row: row) }
      }
    }
    if other.tags.has(row: source) { tags.set(Array(other.tags[source]), row: row) }
    mergeConsents(of: row, from: other, row: source)
    mergeAliases(of: row, from: other, row: source)
  }

  /// Only the channels that the later record names change, so that a refusal is lifted by nothing else.
  private mutating func mergeConsents(of row: Int, from other: Self, row source: Int) {
    guard other.consents.has(row: source) else { return }
    var words = Array(consents[row])
    let later = Array(other.consents[source])
    for place in stride(from: 0, to: later.count - 1, by: 2) {
      let known = stride(from: 0, to: words.count - 1, by: 2).first { words[$0] == later[place] }
      if let known { words[known + 1] = later[place + 1] } else { words += later[place...place + 1] }
    }
    consents.set(words, row: row)
  }

  private mutating func mergeAliases(of row: Int, from other: Self, row source: Int) {
    let later = other.aliases.withBytes(row: source) { $0.map(PairText.decode) }
    guard let later else { return }
    var pairs = aliases.withBytes(row: row) { $0.map(PairText.decode) ?? [] }
    for alias in later {
      if let known = pairs.firstIndex(where: { $0.channel.utf8.elementsEqual(alias.channel.utf8) }) {
        pairs[known].id = alias.id
      } else {
        pairs.append(alias)
      }
    }
    PairText.encode(pairs.map { ($0.channel, $0.id) }).withView { aliases.set($0, row: row) }
  }
}
