import CSimdjson
import Community
import JSONTape

/// Turns the records of one feed into columns, one after another, on one thread.
final class RecordReader {
  let plan: RecordPlan
  let columns: ColumnBuilder
  let tools: ReadingTools
  let zone: Zone

  /// Amounts that had more than two decimals.
  var roundedAmounts = 0
  /// Faults of optional fields of the last record.
  private(set) var fieldFaults: [FieldFault] = []
  /// For each row the hash of its id; 0 where it has none.
  let idHashes: UnsafeMutablePointer<UInt64>
  /// Of members alone: each row's id as a key.
  var memberKeys: [IDTable.Key] = []
  /// Parties whose ids are still to be looked up.
  private var parties = Arena<PendingParty>(capacity: 4096)
  /// Ids longer than 12 bytes among them.
  private var longIDs = Arena<UInt8>(capacity: 4096)
  /// Parties of the segment that are neither members nor hosts so far.
  var unknownParties: [UnknownParty] = []

  private let entries: UnsafeMutablePointer<RecordPlan.Entry>
  /// Which entry stood at each place in the record before.
  private let hints: UnsafeMutablePointer<Int>
  private let placeCount = 64
  var choice = 0
  let scratch: UnsafeMutablePointer<UInt8>
  var words: [UInt32] = []
  var bytes: [UInt8] = []

  /// Why one field of a record could not be used.
  struct FieldFault {
    var entry = 0
    /// The field's name; in objects and arrays with the key or place behind a dot.
    var field: String
    var reason: SetAsideReason
  }

  /// Why a record could not be used.
  struct RecordFault {
    var field: String?
    var reason: SetAsideReason
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
    entries = .allocate(capacity: plan.entries.count)
    entries.initialize(from: plan.entries, count: plan.entries.count)
    hints = .allocate(capacity: placeCount)
    hints.initialize(repeating: 0, count: placeCount)
    scratch = .allocate(capacity: 64)
    scratch.initialize(repeating: 0, count: 64)
  }

  deinit {
    idHashes.deallocate()
    entries.deallocate()
    hints.deallocate()
    scratch.deallocate()
  }

  /// Reads one record into the next row.
  /// - Parameter table: the ids to be looked up later, brought near already.
  /// - Returns: nil when the record was taken, with what is wrong in its optional fields in `fieldFaults`.
  @inline(__always)
  func read(_ root: TapeValue, _ table: IDTable.View?) -> RecordFault? {
    if !fieldFaults.isEmpty { fieldFaults.removeAll(keepingCapacity: true) }
    guard root.kind == .object else { return RecordFault(reason: .notAnObject) }
    let row = columns.count
    let partiesBefore = parties.count
    var seen: UInt64 = 0
    var present: UInt64 = 0
    var place = 0
    for (key, value) in root.fields {
      let index = entry(of: key, place)
      place = min(place + 1, placeCount - 1)
      guard index >= 0 else { continue }
      let bit = (1 as UInt64) &<< UInt64(index)
      if seen & bit != 0 {
        forget(index, row, partiesBefore)
        present &= ~bit
      }
      seen |= bit
      if value.isNull { continue }
      switch store(value, entries[index], index, row, table) {
      case .kept: present |= bit
      case .absent: break
      case .refused(let reason):
        fieldFaults.append(FieldFault(entry: index, field: plan.names[index], reason: reason))
      }
    }
    var missing = plan.required & ~present
    if plan.nullable != 0 {
      for fault in fieldFaults { missing |= plan.nullable & 1 << UInt64(fault.entry) }
    }
    if missing == 0, plan.feed != .surveys || scoreIsInRange(row) {
      columns.count = row + 1
      return nil
    }
    return refuse(missing, row, partiesBefore)
  }

  /// Which entry a key names; below 0 when it's none.
  @inline(__always)
  private func entry(of key: UnsafeBufferPointer<UInt8>, _ place: Int) -> Int {
    let count = key.count
    guard count <= 16, let base = key.baseAddress else { return -1 }
    let (first, second) = Feeds.words(base, count)
    let hint = hints[place]
    if entries[hint].first == first, entries[hint].second == second, entries[hint].length == count {
      return hint
    }
    for index in 0..<plan.entries.count
    where entries[index].first == first && entries[index].second == second && entries[index].length == count {
      hints[place] = index
      return index
    }
    return -1
  }

  /// Undoes what a key's first value did, because the key comes again.
  private func forget(_ index: Int, _ row: Int, _ partiesBefore: Int) {
    fieldFaults.removeAll { $0.entry == index }
    let capacity = columns.capacity
    let slot = entries[index].slot
    switch entries[index].operation {
    case .id:
      columns.idOffsets[row] = 0
      idHashes[row] = 0
      if memberKeys.count > row { memberKeys.removeLast() }
    case .at: columns.at[row] = Instant.unknown.rawValue
    case .member, .to:
      let isTo = entries[index].operation == .to
      for place in partiesBefore..<parties.count where parties.base[place].isTo == isTo {
        parties.base[place] = parties.base[parties.count - 1]
        parties.count -= 1
        break
      }
    case .time: columns.times[slot * capacity + row] = Instant.unknown.rawValue
    case .day, .birthday, .money, .integer, .number:
      columns.integers[slot * capacity + row] = Segment.unknownInteger
    case .symbol, .choice: columns.symbols[slot * capacity + row] = Symbol.none.rawValue
    case .text, .aliases: columns.textOffsets[slot * capacity + row] = 0
    case .ratings, .tags, .consents: columns.listOffsets[slot * capacity + row] = 0
    }
  }

  private func refuse(_ missing: UInt64, _ row: Int, _ partiesBefore: Int) -> RecordFault {
    columns.clear(row: row)
    idHashes[row] = 0
    if memberKeys.count > row { memberKeys.removeLast() }
    parties.count = partiesBefore
    defer { fieldFaults.removeAll(keepingCapacity: true) }
    guard missing != 0 else { return RecordFault(field: "score", reason: .outOfRange) }
    // A required field that is there and wrong says more than one that is missing.
    let fault = fieldFaults.first { missing & 1 << UInt64($0.entry) != 0 }
    let entry = fault?.entry ?? missing.trailingZeroBitCount
    return RecordFault(field: plan.names[entry], reason: fault?.reason ?? .missing)
  }

  /// What a score may be depends on the kind of survey.
  private func scoreIsInRange(_ row: Int) -> Bool {
    let score = columns.integers[SurveyField.score.slot * columns.capacity + row]
    return switch choice {
    case 0: score >= 0 && score <= 10
    case 1: score >= 1 && score <= 5
    default: score >= 1 && score <= 7
    }
  }

  func forgetFaults(where isGone: (FieldFault) -> Bool) { fieldFaults.removeAll(where: isGone) }

  /// Notes what is wrong with one value within a field.
  func note(_ index: Int, _ key: String, _ reason: SetAsideReason) {
    fieldFaults.append(FieldFault(entry: index, field: plan.names[index] + "." + key, reason: reason))
  }

  /// Notes an id to be looked up.
  @inline(__always)
  func addParty(_ id: UnsafeBufferPointer<UInt8>, _ row: Int, isTo: Bool, _ table: IDTable.View?) {
    let key = self.key(id)
    var offset: UInt32 = 0
    if key.isLong, let base = id.baseAddress {
      offset = UInt32(longIDs.count)
      longIDs.append(base, id.count)
    }
    if let table { csimdjson_prefetch(table.address(of: key)) }
    parties.append(
      PendingParty(
        key: key, row: UInt32(truncatingIfNeeded: row), isTo: isTo, offset: offset,
        length: UInt32(truncatingIfNeeded: id.count)))
  }

  /// The key of an id that has 16 readable bytes.
  @inline(__always)
  func key(_ id: UnsafeBufferPointer<UInt8>) -> IDTable.Key {
    guard id.count <= 12, let base = id.baseAddress else { return IDTable.Key(UnsafeRawBufferPointer(id)) }
    let (low, high) = Feeds.words(base, id.count)
    return IDTable.Key(low: low, high: UInt32(truncatingIfNeeded: high), count: id.count)
  }

  /// Looks up the ids noted since the last time.
  func resolveParties(_ table: IDTable.View, hosts: IDTable.View?) {
    for index in 0..<parties.count {
      let party = parties.base[index]
      let id = UnsafeRawBufferPointer(start: longIDs.base + Int(party.offset), count: Int(party.length))
      let value: Party
      if let member = table.index(of: party.key, id) {
        value = .member(Member.Index(member))
      } else if let host = hosts?.index(of: party.key, id) {
        value = .host(host)
      } else {
        value = .stranger
        let bytes = party.key.isLong ? Array(id) : party.key.shortID
        unknownParties.append(UnknownParty(row: Int(party.row), isTo: party.isTo, id: bytes))
      }
      (party.isTo ? columns.to : columns.member)[Int(party.row)] = value.rawValue
    }
    parties.count = 0
    longIDs.count = 0
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
  var symbols: SymbolCache
  let times = TimeReading()

  init(_ pool: SymbolPool) { symbols = SymbolCache(pool) }
}
