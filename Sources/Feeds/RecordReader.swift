import CSimdjson
import Community
import Glibc
import JSONTape

/// Turns the records of one feed into columns, one after another, on one thread.
final class RecordReader {
  let plan: RecordPlan
  let columns: ColumnBuilder
  let tools: ReadingTools
  let zone: Zone

  /// Faults of optional fields of the last record.
  private(set) var fieldFaults: [FieldProblem] = []
  /// For each row the hash of its id; 0 where it has none.
  let idHashes: UnsafeMutablePointer<UInt64>
  /// Of members alone: each row's id as a key.
  var memberKeys: [IDTable.Key] = []
  /// What changes with every record.
  private let state: UnsafeMutablePointer<State>
  /// Parties of the segment that are neither members nor hosts so far.
  var unknownParties: [UnknownParty] = []

  let entries: UnsafeMutablePointer<RecordPlan.Entry>
  /// Which entry came behind each one last time; behind the last place, which one came first.
  let hints: UnsafeMutablePointer<Int>
  let entryCount: Int
  let required: UInt64
  private let isOfMembers: Bool
  let hasScore: Bool
  /// What integers may be, by entry.
  let limits: UnsafeMutablePointer<(low: Int64, high: Int64)>
  let scratch: UnsafeMutablePointer<UInt8>
  let scratchTexts: UnsafeMutablePointer<Arena<UInt8>>

  private struct State: ~Copyable {
    /// Parties whose ids are still to be looked up.
    var parties = Arena<PendingParty>(capacity: 4096)
    /// Ids longer than 12 bytes among them.
    var longIDs = Arena<UInt8>(capacity: 4096)
    /// Which of a closed list of words the last record had.
    var choice = 0
    /// Whether `fieldFaults` holds any.
    var hasFaults = false
    /// Amounts that had more than two decimals.
    var roundedAmounts = 0
  }

  /// Why one field of a record could not be used.
  struct FieldProblem {
    var entry = 0
    /// The field's name; in objects and arrays with the key or place behind a dot.
    var field: String
    var reason: SetAsideProblem
    /// What stands there.
    var value: String?
    /// What should.
    var hint: String?
  }

  /// Why a record could not be used.
  struct RecordProblem {
    var field: String?
    var reason: SetAsideProblem
    /// What stands there.
    var value: String?
    /// What should.
    var hint: String?
  }

  struct PendingParty {
    var key: IDTable.Key
    var row: UInt32
    var isTo: Bool
    /// Where a long id lies among the long ones.
    var offset: UInt32
    var length: UInt32
  }

  init(_ plan: RecordPlan, zone: Zone, tools: ReadingTools, capacity: Int = Segment.capacity) {
    self.plan = plan
    self.zone = zone
    self.tools = tools
    columns = ColumnBuilder(plan, capacity: capacity)
    idHashes = .allocate(capacity: capacity)
    idHashes.initialize(repeating: 0, count: capacity)
    state = .allocate(capacity: 1)
    state.initialize(to: State())
    entryCount = plan.entries.count
    required = plan.required
    isOfMembers = plan.feed == .members
    hasScore = plan.feed == .surveys
    limits = .allocate(capacity: plan.ranges.count)
    for (index, range) in plan.ranges.enumerated() {
      (limits + index).initialize(to: (range.lowerBound, range.upperBound))
    }
    entries = .allocate(capacity: plan.entries.count)
    entries.initialize(from: plan.entries, count: plan.entries.count)
    hints = .allocate(capacity: entryCount + 1)
    hints.initialize(repeating: 0, count: entryCount + 1)
    scratchTexts = .allocate(capacity: 1)
    scratchTexts.initialize(to: Arena(capacity: 256))
    scratch = .allocate(capacity: 64)
    scratch.initialize(repeating: 0, count: 64)
  }

  deinit {
    state.deinitialize(count: 1)
    state.deallocate()
    limits.deallocate()
    idHashes.deallocate()
    entries.deallocate()
    hints.deallocate()
    scratch.deallocate()
    scratchTexts.deinitialize(count: 1)
    scratchTexts.deallocate()
  }

  /// Reads one record into the next row.
  ///
  /// Values of the kinds that are expected are stored at once; all others go through `store`, which knows every case.
  /// - Parameter table: the ids to be looked up later, brought near already.
  /// - Returns: nil when the record was taken, with what is wrong in its optional fields in `fieldFaults`.
  @inline(__always)
  func read(_ root: TapeValue, _ table: IDTable.View?) -> RecordProblem? {
    if state.pointee.hasFaults { forgetFaults() }
    guard root.kind == .object else { return RecordProblem(reason: .notAnObject, value: root.shortText) }
    let row = columns.count
    let partiesBefore = state.pointee.parties.count
    let words = root.words
    let strings = UnsafeRawPointer(root.stringBytes)
    let entries = entries
    let hints = hints
    var place = root.place &+ 1
    let end = root.end &- 1
    var seen: UInt64 = 0
    var present: UInt64 = 0
    var before = entryCount
    while place < end {
      let key = strings + Int(truncatingIfNeeded: words[place] & 0x00FF_FFFF_FFFF_FFFF)
      let valuePlace = place &+ 1
      let word = words[valuePlace]
      let kind = UInt8(truncatingIfNeeded: word &>> 56)
      place = kind == TapeKind.string.rawValue ? place &+ 2 : root.value(at: valuePlace).end
      var index = hints[before]
      let first = key.loadUnaligned(as: UInt64.self)
      let second = key.loadUnaligned(fromByteOffset: 8, as: UInt64.self)
      let difference =
        (first ^ entries[index].first) & entries[index].firstMask
        | (second ^ entries[index].second) & entries[index].secondMask
      if difference != 0 {
        index = search(first, second, before)
        if index < 0 { continue }
      }
      before = index
      let bit = (1 as UInt64) &<< UInt64(truncatingIfNeeded: index)
      if seen & bit != 0 {
        forget(index, row, partiesBefore)
        present &= ~bit
      }
      seen |= bit
      let isStored: Bool
      if kind == TapeKind.string.rawValue {
        let text = strings + Int(truncatingIfNeeded: word & 0x00FF_FFFF_FFFF_FFFF)
        isStored = store(
          text: (text + 4).assumingMemoryBound(to: UInt8.self),
          Int(truncatingIfNeeded: text.loadUnaligned(as: UInt32.self)), entries + index, row, table)
      } else {
        isStored = store(number: words[valuePlace &+ 1], kind, entries + index, index, row)
      }
      if isStored {
        present |= bit
        continue
      }
      if kind == TapeKind.null.rawValue { continue }
      switch store(root.value(at: valuePlace), entries + index, index, row, table) {
      case .kept: present |= bit
      case .absent: break
      case .refused(let reason): note(index, nil, reason, root.value(at: valuePlace))
      }
    }
    var missing = required & ~present
    if state.pointee.hasFaults, plan.nullable != 0 {
      for fault in fieldFaults { missing |= plan.nullable & 1 << UInt64(fault.entry) }
    }
    if missing == 0, !hasScore || scoreIsInRange(row) {
      columns.usedEntries |= present
      columns.count = row &+ 1
      return nil
    }
    return refuse(missing, row, partiesBefore, root)
  }

  /// Stores a string where one is expected.
  /// - Parameter base: its bytes, with 25 readable ones from the first on.
  /// - Returns: false where there's more to it.
  @inline(__always)
  func store(
    text base: UnsafePointer<UInt8>, _ count: Int, _ entry: UnsafePointer<RecordPlan.Entry>, _ row: Int,
    _ table: IDTable.View?
  ) -> Bool {
    if count == 0 { return false }
    let slot = Int(truncatingIfNeeded: entry.pointee.slot)
    switch entry.pointee.operation {
    case .id:
      columns.idOffsets[row] = columns.ids.pointee.append(text: base, count)
      let key = key(UnsafeBufferPointer(start: base, count: count))
      if isOfMembers { memberKeys.append(key) } else { idHashes[row] = key.hash | 1 }
      return true
    case .member:
      addParty(UnsafeBufferPointer(start: base, count: count), row, isTo: false, table)
      return true
    case .to:
      addParty(UnsafeBufferPointer(start: base, count: count), row, isTo: true, table)
      return true
    case .at:
      guard let milliseconds = tools.times.pointee.milliseconds(base, count) else { return false }
      columns.at[row] = milliseconds
      return true
    case .time, .lastTime:
      guard let milliseconds = tools.times.pointee.milliseconds(base, count) else { return false }
      columns.times[slot &* columns.capacity &+ row] = milliseconds
      return true
    case .symbol:
      columns.symbols[slot &* columns.capacity &+ row] = tools.symbol(
        UnsafeBufferPointer(start: base, count: count))
      return true
    case .text:
      columns.textOffsets[slot &* columns.capacity &+ row] = columns.texts[slot].append(text: base, count)
      return true
    default: return false
    }
  }

  /// Stores a number where one is expected.
  /// - Parameter bits: the word behind that of the value.
  /// - Returns: false where there's more to it.
  @inline(__always)
  private func store(
    number bits: UInt64, _ kind: UInt8, _ entry: UnsafePointer<RecordPlan.Entry>, _ index: Int, _ row: Int
  ) -> Bool {
    let slot = Int(truncatingIfNeeded: entry.pointee.slot)
    switch entry.pointee.operation {
    case .money where kind == TapeKind.double.rawValue:
      let number = Double(bitPattern: bits)
      let nearest = (number * 100).rounded(.toNearestOrEven)
      guard abs(nearest) < Double(Money.limit), nearest / 100 == number else { return false }
      columns.integers[slot &* columns.capacity &+ row] = Int64(nearest)
      return true
    case .money where kind == TapeKind.integer.rawValue:
      let integer = Int64(bitPattern: bits)
      guard integer.magnitude < UInt64(Money.limit / 100) else { return false }
      columns.integers[slot &* columns.capacity &+ row] = integer &* 100
      return true
    case .integer where kind == TapeKind.integer.rawValue:
      let integer = Int64(bitPattern: bits)
      guard integer >= limits[index].low, integer <= limits[index].high, integer != Segment.unknownInteger
      else {
        return false
      }
      columns.integers[slot &* columns.capacity &+ row] = integer
      return true
    default: return false
    }
  }

  /// Which entry a key names; below 0 when it's none.
  @inline(never)
  private func search(_ first: UInt64, _ second: UInt64, _ before: Int) -> Int {
    for index in 0..<entryCount
    where (first ^ entries[index].first) & entries[index].firstMask == 0
      && (second ^ entries[index].second) & entries[index].secondMask == 0
    {
      hints[before] = index
      return index
    }
    return -1
  }

  /// Undoes what a key's first value did, because the key comes again.
  @inline(never)
  private func forget(_ index: Int, _ row: Int, _ partiesBefore: Int) {
    fieldFaults.removeAll { $0.entry == index }
    let capacity = columns.capacity
    let slot = Int(entries[index].slot)
    switch entries[index].operation {
    case .id:
      columns.idOffsets[row] = 0
      idHashes[row] = 0
      if memberKeys.count > row { memberKeys.removeLast() }
    case .at: columns.at[row] = Instant.unknown.rawValue
    case .member, .to:
      let isTo = entries[index].operation == .to
      for place in partiesBefore..<state.pointee.parties.count
      where state.pointee.parties.base[place].isTo == isTo {
        state.pointee.parties.count -= 1
        state.pointee.parties.base[place] = state.pointee.parties.base[state.pointee.parties.count]
        break
      }
    case .time, .lastTime: columns.times[slot * capacity + row] = Instant.unknown.rawValue
    case .day, .birthday, .money, .integer, .number:
      columns.integers[slot * capacity + row] = Segment.unknownInteger
    case .symbol, .choice: columns.symbols[slot * capacity + row] = Symbol.none.rawValue
    case .text, .aliases: columns.textOffsets[slot * capacity + row] = 0
    case .ratings, .tags, .consents: columns.listOffsets[slot * capacity + row] = 0
    }
  }

  @inline(never)
  private func refuse(_ missing: UInt64, _ row: Int, _ partiesBefore: Int, _ root: TapeValue) -> RecordProblem
  {
    let score = SurveyField.score.slot * columns.capacity + row
    let outOfRange =
      missing == 0
      ? RecordProblem(
        field: "score", reason: .outOfRange, value: "\(columns.integers[score])", hint: scoreRange) : nil
    columns.clear(row: row)
    idHashes[row] = 0
    if memberKeys.count > row { memberKeys.removeLast() }
    state.pointee.parties.count = partiesBefore
    defer { forgetFaults() }
    if let outOfRange { return outOfRange }
    // A required field that is there and wrong says more than one that is missing.
    let fault = fieldFaults.first { missing & 1 << UInt64($0.entry) != 0 }
    let entry = fault?.entry ?? missing.trailingZeroBitCount
    guard let fault else {
      return RecordProblem(
        field: plan.names[entry], reason: .missing, hint: unknownField(meant: entry, in: root))
    }
    return RecordProblem(
      field: plan.names[entry], reason: fault.reason, value: fault.value, hint: fault.hint)
  }

  /// What a score may be depends on the kind of survey.
  @inline(never)
  func scoreIsInRange(_ row: Int) -> Bool {
    let score = columns.integers[SurveyField.score.slot * columns.capacity + row]
    return scores.contains(score)
  }

  /// What the scores of the last record's kind of survey may be.
  private var scores: ClosedRange<Int64> {
    switch state.pointee.choice {
    case 0: 0...10
    case 1: 1...5
    default: 1...7
    }
  }

  private var scoreRange: String { "\(scores.lowerBound)–\(scores.upperBound)" }

  func forgetFaults(where isGone: (FieldProblem) -> Bool) {
    fieldFaults.removeAll(where: isGone)
    state.pointee.hasFaults = !fieldFaults.isEmpty
  }

  /// Notes what is wrong with a field, or with one value within it.
  @inline(never)
  func note(_ index: Int, _ key: String?, _ reason: SetAsideProblem, _ value: TapeValue?) {
    state.pointee.hasFaults = true
    let field = plan.names[index] + (key.map { "." + $0 } ?? "")
    fieldFaults.append(
      FieldProblem(
        entry: index, field: field, reason: reason, value: value?.shortText,
        hint: value.flatMap { hint(reason, index, $0) }))
  }

  @inline(never)
  private func forgetFaults() {
    fieldFaults.removeAll(keepingCapacity: true)
    state.pointee.hasFaults = false
  }

  /// Whether `fieldFaults` holds any.
  @inline(__always)
  var hasFaults: Bool { state.pointee.hasFaults }

  func noteRounding() { state.pointee.roundedAmounts += 1 }

  /// How many amounts had more than two decimals since the last time.
  func drainRoundedAmounts() -> Int {
    defer { state.pointee.roundedAmounts = 0 }
    return state.pointee.roundedAmounts
  }

  /// Notes which of a closed list of words the record has.
  func note(choice: Int) { state.pointee.choice = choice }

  /// Where things stand before a record.
  func savepoint() -> (parties: Int, ids: Int) {
    (state.pointee.parties.count, columns.ids.pointee.count)
  }

  /// Undoes what was stored of a record that isn't taken.
  @inline(never)
  func rollback(_ row: Int, _ mark: (parties: Int, ids: Int)) {
    state.pointee.parties.count = mark.parties
    columns.ids.pointee.count = mark.ids
    for slot in 0..<plan.texts {
      // It's the last text of its column.
      let offset = columns.textOffsets[slot * columns.capacity + row]
      if offset != 0 { columns.texts[slot].count = Int(offset) }
    }
    for slot in 0..<plan.lists {
      let offset = columns.listOffsets[slot * columns.capacity + row]
      if offset != 0 { columns.lists[slot].count = Int(offset) }
    }
    if memberKeys.count > row { memberKeys.removeLast() }
    idHashes[row] = 0
    columns.clear(row: row)
  }

  /// Notes an id to be looked up.
  @inline(__always)
  func addParty(_ id: UnsafeBufferPointer<UInt8>, _ row: Int, isTo: Bool, _ table: IDTable.View?) {
    let key = self.key(id)
    var offset: UInt32 = 0
    if key.isLong, let base = id.baseAddress {
      offset = UInt32(state.pointee.longIDs.count)
      state.pointee.longIDs.append(base, id.count)
    }
    if let table { csimdjson_prefetch(table.address(of: key)) }
    state.pointee.parties.append(
      PendingParty(
        key: key, row: UInt32(truncatingIfNeeded: row), isTo: isTo, offset: offset,
        length: UInt32(truncatingIfNeeded: id.count)))
  }

  /// The key of an id that has 16 readable bytes.
  @inline(__always)
  func key(_ id: UnsafeBufferPointer<UInt8>) -> IDTable.Key {
    guard id.count <= 12, let base = id.baseAddress else { return IDTable.Key(UnsafeRawBufferPointer(id)) }
    let high = UInt32(truncatingIfNeeded: tools.masks.second(base, id.count))
    return IDTable.Key(low: tools.masks.first(base, id.count), high: high, count: id.count)
  }

  /// Looks up the ids noted since the last time.
  func resolveParties(_ table: IDTable.View, hosts: IDTable.View?) {
    for index in 0..<state.pointee.parties.count {
      let party = state.pointee.parties.base[index]
      let id = UnsafeRawBufferPointer(
        start: state.pointee.longIDs.base + Int(party.offset), count: Int(party.length))
      let value: Participant
      if let member = table.index(of: party.key, id) {
        value = .member(Member.Index(member))
      } else if let host = hosts?.index(of: party.key, id) {
        value = .host(host)
      } else {
        value = .unresolved
        let bytes = party.key.isLong ? Array(id) : party.key.shortID
        unknownParties.append(UnknownParty(row: Int(party.row), isTo: party.isTo, id: bytes))
      }
      (party.isTo ? columns.to : columns.member)[Int(party.row)] = value.rawValue
    }
    state.pointee.parties.count = 0
    state.pointee.longIDs.count = 0
  }

  /// Forgets all records.
  func reset() {
    idHashes.update(repeating: 0, count: columns.count)
    memberKeys.removeAll(keepingCapacity: true)
    unknownParties.removeAll()
    columns.reset()
  }
}

/// A party of a record that is neither a member nor a host so far.
struct UnknownParty: Sendable {
  var row: Int
  var isTo: Bool
  var id: [UInt8]
}

/// What one thread needs for reading records of any feed.
final class ReadingTools {
  let symbols: UnsafeMutablePointer<SymbolCache>
  let times: UnsafeMutablePointer<TimeReading>
  let masks: ByteMasks
  private let maskMemory: UnsafeMutablePointer<(first: UInt64, second: UInt64)>

  init(_ pool: SymbolPool) {
    symbols = .allocate(capacity: 1)
    symbols.initialize(to: SymbolCache(pool))
    times = .allocate(capacity: 1)
    times.initialize(to: TimeReading())
    maskMemory = ByteMasks.make()
    masks = ByteMasks(maskMemory)
  }

  deinit {
    symbols.deinitialize(count: 1)
    symbols.deallocate()
    times.deinitialize(count: 1)
    times.deallocate()
    maskMemory.deallocate()
  }

  /// - Parameter word: with at least 16 readable bytes from its beginning on.
  @inline(__always)
  func symbol(_ word: UnsafeBufferPointer<UInt8>) -> UInt32 { symbols.pointee.symbol(word, masks) }
}

func isSame(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
  guard left.count == right.count, let one = left.baseAddress, let other = right.baseAddress else {
    return false
  }
  return memcmp(one, other, left.count) == 0
}
