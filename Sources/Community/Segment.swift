/// Up to 65,536 records of one feed as columns, in the order in which they stand in the files.
///
/// A column that no record of the segment fills is empty; otherwise it has `count` values, with
/// `Instant.unknown`, `Segment.unknownInteger` or `Symbol.none` where a record has none.
@usableFromInline package struct Segment: Sendable {
  /// What an integer column holds where a field is absent.
  package static let unknownInteger = Int64.min
  /// How many records a segment takes at most.
  @usableFromInline package static let capacity = 65_536

  package var count = 0
  /// When, in milliseconds since 1970. Empty for feeds without `at`.
  package var at: [Int64] = []
  /// Raw values of `Participant`: who did it, or whom it concerns.
  package var member: [UInt32] = []
  /// Raw values of `Participant`: whom an activity was directed at; empty in other feeds.
  package var to: [UInt32] = []
  package var ids = TextColumn()
  /// The latest of `at`, or `unknown` without any.
  package var newest = Instant.unknown
  /// Whether `at` is known to ascend; where it is, `newest` is its last value.
  package var isOrdered = false
  package var times: [[Int64]]
  package var integers: [[Int64]]
  package var symbols: [[UInt32]]
  package var texts: [TextColumn]
  package var lists: [WordsColumn]

  /// An empty segment with the columns of `feed`.
  package init(feed: Feed) {
    var times = 0
    var integers = 0
    var symbols = 0
    var texts = 0
    var lists = 0
    for field in feed.fields {
      switch field.kind {
      case .time: times = max(times, field.slot + 1)
      case .day, .money, .integer, .number: integers = max(integers, field.slot + 1)
      case .symbol: symbols = max(symbols, field.slot + 1)
      case .text: texts = max(texts, field.slot + 1)
      case .ratings: lists = max(lists, field.slot + 1)
      }
    }
    self.times = Array(repeating: [], count: times)
    self.integers = Array(repeating: [], count: integers)
    self.symbols = Array(repeating: [], count: symbols)
    self.texts = Array(repeating: TextColumn(), count: texts)
    self.lists = Array(repeating: WordsColumn(), count: lists)
  }

  package func instant(_ row: Int) -> Instant { Instant(rawValue: at[row]) }
  package func party(_ row: Int) -> Participant {
    member.isEmpty ? .none : Participant(rawValue: member[row])
  }
  package func time(_ field: Field, _ row: Int) -> Instant? {
    let column = times[field.slot]
    return column.isEmpty ? nil : Instant(rawValue: column[row]).known
  }
  package func integer(_ field: Field, _ row: Int) -> Int64? {
    let column = integers[field.slot]
    return column.isEmpty || column[row] == Segment.unknownInteger ? nil : column[row]
  }
  package func money(_ field: Field, _ row: Int) -> Money? { integer(field, row).map { Money(rawValue: $0) } }
  package func number(_ field: Field, _ row: Int) -> Double? {
    integer(field, row).map { Double(bitPattern: UInt64(bitPattern: $0)) }
  }
  package func symbol(_ field: Field, _ row: Int) -> Symbol {
    let column = symbols[field.slot]
    return column.isEmpty ? .none : Symbol(rawValue: column[row])
  }
  package func text(_ field: Field, _ row: Int) -> String? { texts[field.slot][row] }

  /// The ratings of an answer: driver and its score of 1 to 5.
  package func ratings(_ field: Field, _ row: Int) -> [(driver: Symbol, score: Float)] {
    let words = Array(lists[field.slot][row])
    return stride(from: 0, to: words.count - 1, by: 2).map {
      (Symbol(rawValue: words[$0]), Float(bitPattern: words[$0 + 1]))
    }
  }

  /// Keeps only `rows`, in that order, which must ascend.
  package mutating func keep(rows: [Int]) {
    func kept<Value>(_ column: [Value]) -> [Value] { column.isEmpty ? [] : rows.map { column[$0] } }
    at = kept(at)
    newest = at.max().map { Instant(rawValue: $0) } ?? .unknown
    member = kept(member)
    to = kept(to)
    ids.keep(rows: rows)
    times = times.map(kept)
    integers = integers.map(kept)
    symbols = symbols.map(kept)
    for index in texts.indices { texts[index].keep(rows: rows) }
    for index in lists.indices { lists[index].keep(rows: rows) }
    count = rows.count
  }

  /// Appends the records of another segment of the same feed; both together must fit.
  package mutating func append(_ other: Segment) {
    precondition(count + other.count <= Segment.capacity)
    func join<Value>(_ column: inout [Value], _ later: [Value], _ unknown: Value) {
      if column.isEmpty, later.isEmpty { return }
      column.append(contentsOf: repeatElement(unknown, count: count - column.count))
      column.append(contentsOf: later)
      column.append(contentsOf: repeatElement(unknown, count: count + other.count - column.count))
    }
    isOrdered =
      (isOrdered || count == 0) && (other.isOrdered || other.count == 0)
      && (other.at.first.map { $0 >= newest.rawValue } ?? true)
    newest = max(newest, other.newest)
    join(&at, other.at, Instant.unknown.rawValue)
    join(&member, other.member, Participant.none.rawValue)
    join(&to, other.to, Participant.none.rawValue)
    let rows = 0..<other.count
    ids.append(other.ids, rows: rows, at: count)
    for slot in times.indices { join(&times[slot], other.times[slot], Instant.unknown.rawValue) }
    for slot in integers.indices { join(&integers[slot], other.integers[slot], Segment.unknownInteger) }
    for slot in symbols.indices { join(&symbols[slot], other.symbols[slot], Symbol.none.rawValue) }
    for slot in texts.indices { texts[slot].append(other.texts[slot], rows: rows, at: count) }
    for slot in lists.indices { lists[slot].append(other.lists[slot], rows: rows, at: count) }
    count += other.count
  }

  /// Bytes held by the columns, the texts among them apart.
  package var byteCount: (columns: Int, texts: Int) {
    let wide = at.count + times.reduce(0) { $0 + $1.count } + integers.reduce(0) { $0 + $1.count }
    let narrow = member.count + to.count + symbols.reduce(0) { $0 + $1.count }
    let lists = lists.reduce(0) { $0 + $1.byteCount }
    return (wide * 8 + narrow * 4 + lists, ids.byteCount + texts.reduce(0) { $0 + $1.byteCount })
  }
}
