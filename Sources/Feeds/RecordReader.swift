import Bytes
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
  let idHashes: OwnedBuffer<UInt64>
  /// Of members alone: each row's id as a key.
  var memberKeys: [IDTable.Key] = []
  /// What changes with every record.
  private let state = OwnedValue(State())
  /// Parties of the segment that are neither members nor hosts so far.
  var unknownParties: [UnknownParty] = []

  let entries: OwnedBuffer<RecordPlan.Entry>
  /// Which entry came behind each one last time; behind the last place, which one came first.
  let hints: OwnedBuffer<Int>
  let entryCount: Int
  let required: UInt64
  private let isOfMembers: Bool
  let hasScore: Bool
  /// What integers may be, by entry.
  let limits: OwnedBuffer<(low: Int64, high: Int64)>
  /// The digits of an id that is a number.
  let digits = OwnedValue(Arena<UInt8>(capacity: 256))
  /// Pairs of texts before they are stored.
  let pairs = OwnedValue(Arena<UInt8>(capacity: 256))

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
    idHashes = OwnedBuffer(repeating: 0, count: capacity)
    entryCount = plan.entries.count
    required = plan.required
    isOfMembers = plan.feed == .members
    hasScore = plan.feed == .surveys
    limits = OwnedBuffer(plan.ranges.map { ($0.lowerBound, $0.upperBound) })
    entries = OwnedBuffer(plan.entries)
    hints = OwnedBuffer(repeating: 0, count: entryCount + 1)
  }

  /// Reads one record into the next row.
  ///
  /// Values of the kinds that are expected are stored at once; all others go through `store`, which knows every case.
  /// - Parameter table: the ids to be looked up later, brought near already.
  /// - Returns: nil when the record was taken, with what is wrong in its optional fields in `fieldFaults`.
  @inline(__always)
  func read(_ root: TapeValue, _ table: IDTable.View?) -> RecordProblem? {
    if state.value.hasFaults { forgetFaults() }
    guard root.kind == .object else { return RecordProblem(reason: .notAnObject, value: root.shortText) }
    let row = columns.count
    let partiesBefore = state.value.parties.count
    let words = root.words
    let entries = entries.view
    let hints = hints.view
    var place = root.place &+ 1
    let end = root.end &- 1
    var seen: UInt64 = 0
    var present: UInt64 = 0
    var before = entryCount
    while place < end {
      let (first, second) = root.head(ofWord: words[trusted: place])
      let valuePlace = place &+ 1
      let word = words[trusted: valuePlace]
      let kind = UInt8(truncatingIfNeeded: word &>> 56)
      place = kind == TapeKind.string.rawValue ? place &+ 2 : root.value(at: valuePlace).end
      var index = hints[trusted: before]
      let difference =
        (first ^ entries[trusted: index].first) & entries[trusted: index].firstMask
        | (second ^ entries[trusted: index].second) & entries[trusted: index].secondMask
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
        isStored = store(text: root.text(ofWord: word), index, row, table)
      } else {
        // Behind the last value stands the bracket's word at least.
        isStored = store(number: words[trusted: valuePlace &+ 1], kind, index, row)
      }
      if isStored {
        present |= bit
        continue
      }
      if kind == TapeKind.null.rawValue { continue }
      switch store(root.value(at: valuePlace), index, row, table) {
      case .kept: present |= bit
      case .absent: break
      case .refused(let reason): note(index, nil, reason, root.value(at: valuePlace))
      }
    }
    var missing = required & ~present
    if state.value.hasFaults, plan.nullable != 0 {
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
  /// - Returns: false where there's more to it.
  @inline(__always)
  func store(text: PaddedText, _ index: Int, _ row: Int, _ table: IDTable.View?) -> Bool {
    if text.isEmpty { return false }
    let slot = Int(truncatingIfNeeded: entries[trusted: index].slot)
    switch entries[trusted: index].operation {
    case .id:
      columns.idOffsets[trusted: row] = columns.ids.value.append(text: text)
      let key = key(text)
      if isOfMembers { memberKeys.append(key) } else { idHashes[row] = key.hash | 1 }
      return true
    case .member:
      addParty(text, row, isTo: false, table)
      return true
    case .to:
      addParty(text, row, isTo: true, table)
      return true
    case .at:
      guard let milliseconds = tools.times.value.milliseconds(text) else { return false }
      columns.at[trusted: row] = milliseconds
      return true
    case .time, .lastTime:
      guard let milliseconds = tools.times.value.milliseconds(text) else { return false }
      columns.times[trusted: slot &* columns.capacity &+ row] = milliseconds
      return true
    case .symbol:
      columns.symbols[trusted: slot &* columns.capacity &+ row] = tools.symbol(text)
      return true
    case .text:
      columns.textOffsets[trusted: slot &* columns.capacity &+ row] = columns.texts[slot].append(text: text)
      return true
    default: return false
    }
  }

  /// Stores a number where one is expected.
  /// - Parameter bits: the word behind that of the value.
  /// - Returns: false where there's more to it.
  @inline(__always)
  private func store(number bits: UInt64, _ kind: UInt8, _ index: Int, _ row: Int) -> Bool {
    let slot = Int(truncatingIfNeeded: entries[trusted: index].slot)
    switch entries[trusted: index].operation {
    case .money where kind == TapeKind.double.rawValue:
      let number = Double(bitPattern: bits)
      let nearest = (number * 100).rounded(.toNearestOrEven)
      guard abs(nearest) < Double(Money.limit), nearest / 100 == number else { return false }
      columns.integers[trusted: slot &* columns.capacity &+ row] = Int64(nearest)
      return true
    case .money where kind == TapeKind.integer.rawValue:
      let integer = Int64(bitPattern: bits)
      guard integer.magnitude < UInt64(Money.limit / 100) else { return false }
      columns.integers[trusted: slot &* columns.capacity &+ row] = integer &* 100
      return true
    case .integer where kind == TapeKind.integer.rawValue:
      let integer = Int64(bitPattern: bits)
      guard integer >= limits[index].low, integer <= limits[index].high, integer != Segment.unknownInteger
      else {
        return false
      }
      columns.integers[trusted: slot &* columns.capacity &+ row] = integer
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
      columns.idOffsets[trusted: row] = 0
      idHashes[row] = 0
      if memberKeys.count > row { memberKeys.removeLast() }
    case .at: columns.at[trusted: row] = Instant.unknown.rawValue
    case .member, .to:
      let isTo = entries[index].operation == .to
      for place in partiesBefore..<state.value.parties.count
      where state.value.parties[place].isTo == isTo {
        state.value.parties[place] = state.value.parties[state.value.parties.count - 1]
        state.value.parties.count -= 1
        break
      }
    case .time, .lastTime: columns.times[trusted: slot * capacity + row] = Instant.unknown.rawValue
    case .day, .birthday, .money, .integer, .number:
      columns.integers[trusted: slot * capacity + row] = Segment.unknownInteger
    case .symbol, .choice: columns.symbols[trusted: slot * capacity + row] = Symbol.none.rawValue
    case .text, .aliases: columns.textOffsets[trusted: slot * capacity + row] = 0
    case .ratings, .tags, .consents: columns.listOffsets[trusted: slot * capacity + row] = 0
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
    state.value.parties.count = partiesBefore
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
    scores.contains(columns.integers[trusted: SurveyField.score.slot * columns.capacity + row])
  }

  /// What the scores of the last record's kind of survey may be.
  private var scores: ClosedRange<Int64> {
    switch state.value.choice {
    case 0: 0...10
    case 1: 1...5
    default: 1...7
    }
  }

  private var scoreRange: String { "\(scores.lowerBound)–\(scores.upperBound)" }

  func forgetFaults(where isGone: (FieldProblem) -> Bool) {
    fieldFaults.removeAll(where: isGone)
    state.value.hasFaults = !fieldFaults.isEmpty
  }

  /// Notes what is wrong with a field, or with one value within it.
  @inline(never)
  func note(_ index: Int, _ key: String?, _ reason: SetAsideProblem, _ value: TapeValue?) {
    state.value.hasFaults = true
    let field = plan.names[index] + (key.map { "." + $0 } ?? "")
    fieldFaults.append(
      FieldProblem(
        entry: index, field: field, reason: reason, value: value?.shortText,
        hint: value.flatMap { hint(reason, index, $0) }))
  }

  @inline(never)
  private func forgetFaults() {
    fieldFaults.removeAll(keepingCapacity: true)
    state.value.hasFaults = false
  }

  /// Whether `fieldFaults` holds any.
  @inline(__always)
  var hasFaults: Bool { state.value.hasFaults }

  func noteRounding() { state.value.roundedAmounts += 1 }

  /// How many amounts had more than two decimals since the last time.
  func drainRoundedAmounts() -> Int {
    defer { state.value.roundedAmounts = 0 }
    return state.value.roundedAmounts
  }

  /// Notes which of a closed list of words the record has.
  func note(choice: Int) { state.value.choice = choice }

  /// Where things stand before a record.
  func savepoint() -> (parties: Int, ids: Int) {
    (state.value.parties.count, columns.ids.value.count)
  }

  /// Undoes what was stored of a record that isn't taken.
  @inline(never)
  func rollback(_ row: Int, _ mark: (parties: Int, ids: Int)) {
    state.value.parties.count = mark.parties
    columns.ids.value.count = mark.ids
    for slot in 0..<plan.texts {
      // It's the last text of its column.
      let offset = columns.textOffsets[trusted: slot * columns.capacity + row]
      if offset != 0 { columns.texts[slot].count = Int(offset) }
    }
    for slot in 0..<plan.lists {
      let offset = columns.listOffsets[trusted: slot * columns.capacity + row]
      if offset != 0 { columns.lists[slot].count = Int(offset) }
    }
    if memberKeys.count > row { memberKeys.removeLast() }
    idHashes[row] = 0
    columns.clear(row: row)
  }

  /// Notes an id to be looked up.
  @inline(__always)
  func addParty(_ id: PaddedText, _ row: Int, isTo: Bool, _ table: IDTable.View?) {
    let key = self.key(id)
    var offset: UInt32 = 0
    if key.isLong {
      offset = UInt32(state.value.longIDs.count)
      state.value.longIDs.append(id.bytes)
    }
    if let table { csimdjson_prefetch(table.address(of: key)) }
    state.value.parties.append(
      PendingParty(
        key: key, row: UInt32(truncatingIfNeeded: row), isTo: isTo, offset: offset,
        length: UInt32(truncatingIfNeeded: id.count)))
  }

  /// The key of an id.
  @inline(__always)
  func key(_ id: PaddedText) -> IDTable.Key {
    guard id.count <= 12 else { return IDTable.Key(id.bytes) }
    let high = UInt32(truncatingIfNeeded: tools.masks.second(id))
    return IDTable.Key(low: tools.masks.first(id), high: high, count: id.count)
  }

  /// Looks up the ids noted since the last time.
  func resolveParties(_ table: IDTable.View, hosts: IDTable.View?) {
    for index in 0..<state.value.parties.count {
      let party = state.value.parties[index]
      let id = party.key.isLong ? state.value.longIDs.bytes(Int(party.offset), Int(party.length)) : ByteView()
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
      (party.isTo ? columns.to.view : columns.member.view)[Int(party.row)] = value.rawValue
    }
    state.value.parties.count = 0
    state.value.longIDs.count = 0
  }

  /// Forgets all records.
  func reset() {
    idHashes.view.extracting(0..<columns.count).fill(0)
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
  let symbols: OwnedValue<SymbolCache>
  let times = OwnedValue(TimeReading())
  let masks = ByteMasks()

  init(_ pool: SymbolPool) { symbols = OwnedValue(SymbolCache(pool)) }

  @inline(__always)
  func symbol(_ word: PaddedText) -> UInt32 { symbols.value.symbol(word, masks) }
}
