import Bytes
import Community

/// Columns of up to 65,536 records of one feed while they are filled, in memory that is used again.
///
/// Every cell holds 'unknown' until it is written, so a record writes only the fields that it has.
final class ColumnBuilder {
  /// Records that fit.
  let capacity: Int
  let plan: RecordPlan
  /// What changes with every record.
  private let numbers = OwnedValue(Numbers())

  private struct Numbers {
    var count = 0
    var usedEntries: UInt64 = 0
  }

  let at: OwnedBuffer<Int64>
  let member: OwnedBuffer<UInt32>
  let to: OwnedBuffer<UInt32>
  let idOffsets: OwnedBuffer<UInt32>
  /// Columns of a kind lie one behind the other.
  let times: OwnedBuffer<Int64>
  let integers: OwnedBuffer<Int64>
  let symbols: OwnedBuffer<UInt32>
  let textOffsets: OwnedBuffer<UInt32>
  let listOffsets: OwnedBuffer<UInt32>
  let ids = OwnedValue(Arena<UInt8>(capacity: 1 << 16))
  let texts: OwnedValues<Arena<UInt8>>
  let lists: OwnedValues<Arena<UInt32>>

  /// - Parameter capacity: at most that of a segment.
  init(_ plan: RecordPlan, capacity: Int) {
    self.plan = plan
    self.capacity = capacity
    func column<Value>(_ columns: Int, _ unknown: Value) -> OwnedBuffer<Value> {
      OwnedBuffer(repeating: unknown, count: columns * capacity)
    }
    at = column(1, Instant.unknown.rawValue)
    member = column(1, Participant.none.rawValue)
    to = column(1, Participant.none.rawValue)
    idOffsets = column(1, 0)
    times = column(plan.times, Instant.unknown.rawValue)
    integers = column(plan.integers, Segment.unknownInteger)
    symbols = column(plan.symbols, Symbol.none.rawValue)
    textOffsets = column(plan.texts, 0)
    listOffsets = column(plan.lists, 0)
    texts = OwnedValues(count: plan.texts) { Arena(capacity: 1 << 16) }
    lists = OwnedValues(count: plan.lists) { Arena(capacity: 1 << 12) }
    resetArenas()
  }

  /// Records so far. The cells of the next one may be written already.
  var count: Int {
    @inline(__always) get { numbers.value.count }
    @inline(__always) set { numbers.value.count = newValue }
  }

  /// Which entries of the plan any record had, a bit each.
  var usedEntries: UInt64 {
    @inline(__always) get { numbers.value.usedEntries }
    @inline(__always) set { numbers.value.usedEntries = newValue }
  }

  /// Columns of a kind that hold something.
  private func used(_ operations: Set<RecordPlan.Operation>) -> Set<Int> {
    var slots: Set<Int> = []
    for (index, entry) in plan.entries.enumerated()
    where usedEntries & 1 << UInt64(index) != 0 && operations.contains(entry.operation) {
      slots.insert(Int(entry.slot))
    }
    return slots
  }

  private var usedTimes: Set<Int> { used([.time, .lastTime]) }
  private var usedIntegers: Set<Int> { used([.day, .birthday, .money, .integer, .number]) }
  private var usedSymbols: Set<Int> { used([.symbol, .choice]) }
  private var usesTo: Bool { !used([.to]).isEmpty }

  var isFull: Bool { count == capacity }

  /// Whether texts may soon be more than offsets can say.
  var hasLargeArenas: Bool {
    if ids.value.count > 1 << 30 { return true }
    for slot in 0..<plan.texts where texts[slot].count > 1 << 30 { return true }
    return false
  }

  /// Makes the cells of a row unknown again.
  func clear(row: Int) {
    at[row] = Instant.unknown.rawValue
    member[row] = Participant.none.rawValue
    to[row] = Participant.none.rawValue
    idOffsets[row] = 0
    for slot in 0..<plan.times { times[slot * capacity + row] = Instant.unknown.rawValue }
    for slot in 0..<plan.integers { integers[slot * capacity + row] = Segment.unknownInteger }
    for slot in 0..<plan.symbols { symbols[slot * capacity + row] = Symbol.none.rawValue }
    for slot in 0..<plan.texts { textOffsets[slot * capacity + row] = 0 }
    for slot in 0..<plan.lists { listOffsets[slot * capacity + row] = 0 }
  }

  private func resetArenas() {
    // Offset 0 means that there is nothing.
    ids.value.count = 0
    ids.value.append(0)
    for slot in 0..<plan.texts {
      texts[slot].count = 0
      texts[slot].append(0)
    }
    for slot in 0..<plan.lists {
      lists[slot].count = 0
      lists[slot].append(0)
    }
  }

  /// Forgets all records.
  func reset() {
    forget(at, 0, Instant.unknown.rawValue)
    forget(member, 0, Participant.none.rawValue)
    if usesTo { forget(to, 0, Participant.none.rawValue) }
    forget(idOffsets, 0, 0)
    for slot in usedTimes { forget(times, slot, Instant.unknown.rawValue) }
    for slot in usedIntegers { forget(integers, slot, Segment.unknownInteger) }
    for slot in usedSymbols { forget(symbols, slot, Symbol.none.rawValue) }
    for slot in 0..<plan.texts where texts[slot].count > 1 { forget(textOffsets, slot, 0) }
    for slot in 0..<plan.lists where lists[slot].count > 1 { forget(listOffsets, slot, 0) }
    usedEntries = 0
    count = 0
    resetArenas()
  }

  private func forget<Value>(_ columns: borrowing OwnedBuffer<Value>, _ slot: Int, _ unknown: Value) {
    columns.view.extracting(slot * capacity..<slot * capacity + count).fill(unknown)
  }
}

extension ColumnBuilder {
  /// The records as a segment of an event feed, of weather or of decisions.
  func segment() -> Segment {
    var segment = Segment(feed: plan.feed)
    segment.count = count
    if plan.feed != .weather {
      segment.at = array(at)
      segment.member = array(member)
      var newest = Int64.min
      var isOrdered = true
      for row in 0..<count {
        if at[row] < newest { isOrdered = false } else { newest = at[row] }
      }
      segment.newest = Instant(rawValue: newest)
      segment.isOrdered = isOrdered
    }
    if usesTo { segment.to = array(to) }
    segment.ids = text(idOffsets, 0, ids.value)
    for slot in usedTimes { segment.times[slot] = time(slot) }
    for slot in usedIntegers {
      segment.integers[slot] = integer(slot)
    }
    for slot in usedSymbols { segment.symbols[slot] = symbol(slot) }
    for slot in 0..<plan.texts { segment.texts[slot] = text(slot) }
    for slot in 0..<plan.lists { segment.lists[slot] = list(slot) }
    return segment
  }

  /// The records as a block of members.
  func memberBlock() -> Members.Block {
    var block = Members.Block()
    block.ids = text(idOffsets, 0, ids.value)
    block.names = text(MemberSlot.name)
    block.joined = time(MemberSlot.joined)
    block.birthday = (0..<count).map { row in
      let value = integers[MemberSlot.birthday * capacity + row]
      return value == Segment.unknownInteger ? 0 : UInt32(truncatingIfNeeded: value)
    }
    block.city = symbol(MemberSlot.city)
    block.region = symbol(MemberSlot.region)
    block.store = symbol(MemberSlot.store)
    block.channel = symbol(MemberSlot.channel)
    block.host = symbol(MemberSlot.host)
    block.referrers = text(MemberSlot.referrer)
    block.households = text(MemberSlot.household)
    block.tags = list(MemberSlot.tags)
    block.aliases = text(MemberSlot.aliases)
    block.phones = text(MemberSlot.phone)
    block.emails = text(MemberSlot.email)
    block.consents = list(MemberSlot.consents)
    block.hasRecord = Array(repeating: true, count: count)
    return block
  }

  private func array<Value>(_ columns: borrowing OwnedBuffer<Value>, _ slot: Int = 0) -> [Value] {
    Array(columns.view.extracting(slot * capacity..<slot * capacity + count))
  }

  private func time(_ slot: Int) -> [Int64] { array(times, slot) }
  private func integer(_ slot: Int) -> [Int64] { array(integers, slot) }
  private func symbol(_ slot: Int) -> [UInt32] { array(symbols, slot) }

  private func text(_ slot: Int) -> TextColumn { text(textOffsets, slot, texts[slot]) }

  private func text(
    _ offsets: borrowing OwnedBuffer<UInt32>, _ slot: Int, _ arena: borrowing Arena<UInt8>
  ) -> TextColumn {
    arena.count > 1
      ? TextColumn(offsets: self.offsets(upToLast: offsets, slot), bytes: arena.array) : TextColumn()
  }

  private func list(_ slot: Int) -> WordsColumn {
    lists[slot].count > 1
      ? WordsColumn(offsets: offsets(upToLast: listOffsets, slot), words: lists[slot].array) : WordsColumn()
  }

  /// Offsets without the zeros behind the last row that has something.
  private func offsets(upToLast offsets: borrowing OwnedBuffer<UInt32>, _ slot: Int) -> [UInt32] {
    var count = count
    while count > 0, offsets[slot * capacity + count - 1] == 0 { count -= 1 }
    return Array(offsets.view.extracting(slot * capacity..<slot * capacity + count))
  }
}
