import Bytes
import Community
import Texts

/// A value that members have in a column, and how many have it.
package struct FilterValueCount: Hashable, Sendable {
  /// How a filter writes it: an id, a word of the record, or a word of the column.
  package var id: String
  /// What it's called where that differs.
  package var name: BilingualText?
  package var count: Int

  package init(id: String, name: BilingualText? = nil, count: Int) {
    self.id = id
    self.name = name
    self.count = count
  }

  /// What it's called in a language.
  package func label(in language: Language) -> String { name.map { language.text($0) } ?? id }

  /// How a filter may write it.
  var spellings: [String] { [id] + (name.map { [$0.english, $0.chinese] } ?? []) }

  /// How completion writes it in a language: in quotes where it has characters that mean something.
  package func written(in language: Language) -> String {
    let label = label(in: language)
    let isPlain = label.allSatisfy { !$0.isWhitespace && !" ,()\"“”*:=<>".contains(FilterScanner.narrow($0)) }
    if isPlain, FilterWord(label) == nil { return label }
    return "\"\(label.filter { !"\"“”".contains($0) })\""
  }
}

extension MemberColumn {
  /// Whether members share values of the column so that they can be counted.
  package var hasCountedValues: Bool {
    switch storage {
    case .symbol, .symbols, .gathered, .flaggedSymbols, .flag, .word, .name, .names: true
    case .text, .inviter, .date, .whole, .instant, .times, .decimal: false
    }
  }
}

extension Roster {
  /// So many values of a column are offered; of more, the most frequent.
  package static let offeredValues = 2000

  /// The values that listed members have in a column, the most frequent first; nil if cancelled, or where values aren't
  /// counted.
  ///
  /// - Complexity: O(members).
  package func values(
    of column: MemberColumn, isCancelled: () -> Bool = { false }
  ) -> [FilterValueCount]? {
    guard let tally = ColumnTally(self, column, isCancelled) else { return nil }
    let counted = tally.values.filter { $0.count > 0 }
    let sorted = counted.sorted { ($1.count, $0.id) < ($0.count, $1.id) }
    return Array(sorted.prefix(Roster.offeredValues))
  }
}

/// Counts the values of a column.
private struct ColumnTally {
  private(set) var values: [FilterValueCount] = []

  init?(_ roster: Roster, _ column: MemberColumn, _ isCancelled: () -> Bool) {
    switch column.storage {
    case .symbol(let lookup):
      let counts = ColumnTally.symbols(roster, isCancelled) { lookup(roster.community.members, $0) }
      guard let counts else { return nil }
      values = ColumnTally.named(counts, roster, column)
    case .symbols(let lists):
      let counts = ColumnTally.lists(roster, isCancelled, step: 1) { lists(roster.community.members, $0) }
      guard let counts else { return nil }
      values = ColumnTally.named(counts, roster, column)
    case .gathered(let lists):
      guard let counts = ColumnTally.lists(roster, isCancelled, step: 1, { lists(roster, $0) }) else {
        return nil
      }
      values = ColumnTally.named(counts, roster, column)
    case .flaggedSymbols(let lists):
      let counts = ColumnTally.lists(roster, isCancelled, step: 2) { lists(roster.community.members, $0) }
      guard let counts else { return nil }
      values = ColumnTally.named(counts, roster, column)
    case .word(let words, let fill):
      guard let counts = ColumnTally.codes(roster, isCancelled, fill) else { return nil }
      values = words.indices.map { place in
        let phrase = Phrase.word(words[place], ofColumn: column.id)
        return FilterValueCount(
          id: words[place], name: phrase.map(BilingualText.init), count: counts[place + 1])
      }
    case .name(let names, let fill):
      guard let counts = ColumnTally.codes(roster, isCancelled, fill) else { return nil }
      values = names(roster).prefix(254).enumerated().map { place, name in
        FilterValueCount(id: name.id, name: name.name, count: counts[place + 1])
      }
    case .names(let names, let places):
      var counts = [Int](repeating: 0, count: names(roster).count)
      for item in places(roster, 0..<roster.count) where roster.figures.isListed(item.member) {
        for place in item.places where counts.indices.contains(place) { counts[place] += 1 }
      }
      values = zip(names(roster), counts).map { FilterValueCount(id: $0.id, name: $0.name, count: $1) }
    case .flag(let lookup):
      var counts = [0, 0]
      let isDone = ColumnTally.forEachBlock(roster, isCancelled) { block, rows in
        let flags = lookup(roster.community.members, block)
        for row in rows { counts[flags[row] ? 1 : 0] += 1 }
      }
      guard isDone else { return nil }
      values = [(FilterWord.yes, counts[1]), (.no, counts[0])].map { word, count in
        let phrase = Phrase.filterWords[word.rawValue]
        let name = BilingualText(
          english: phrase?.filterSpelling(in: .english) ?? "",
          chinese: phrase?.filterSpelling(in: .simplifiedChinese) ?? "")
        return FilterValueCount(id: name.english, name: name, count: count)
      }
    default: return nil
    }
  }

  /// Calls `body` with each block of members and its rows that are listed. False if cancelled.
  private static func forEachBlock(
    _ roster: Roster, _ isCancelled: () -> Bool, _ body: (Int, LazyFilterSequence<Range<Int>>) -> Void
  ) -> Bool {
    for block in 0..<(roster.count + Members.blockSize - 1) >> Members.blockShift {
      if isCancelled() { return false }
      let first = block << Members.blockShift
      let rows = 0..<min(Members.blockSize, roster.count - first)
      body(block, rows.lazy.filter { roster.figures.isListed(Member.Index(first + $0)) })
    }
    return true
  }

  private static func symbols(
    _ roster: Roster, _ isCancelled: () -> Bool, _ symbols: (Int) -> [UInt32]
  ) -> [Int]? {
    var counts = [Int](repeating: 0, count: roster.community.symbols.count)
    let isDone = forEachBlock(roster, isCancelled) { block, rows in
      let symbols = symbols(block)
      for row in rows { counts[Int(symbols[row])] += 1 }
    }
    return isDone ? counts : nil
  }

  private static func lists(
    _ roster: Roster, _ isCancelled: () -> Bool, step: Int, _ lists: (Int) -> WordsColumn?
  ) -> [Int]? {
    var counts = [Int](repeating: 0, count: roster.community.symbols.count)
    let isDone = forEachBlock(roster, isCancelled) { block, rows in
      guard let lists = lists(block) else { return }
      for row in rows {
        let list = lists[row]
        for place in stride(from: list.startIndex, to: list.endIndex, by: step) {
          // Of channels, those that may be used.
          if step == 1 || list[place + 1] != 0 { counts[Int(list[place])] += 1 }
        }
      }
    }
    return isDone ? counts : nil
  }

  private static func codes(
    _ roster: Roster, _ isCancelled: () -> Bool, _ fill: ColumnStorage.Fill<UInt8>
  ) -> [Int]? {
    var counts = [Int](repeating: 0, count: 256)
    let isDone = withTemporaryView(repeating: UInt8.unknown, count: MemberFigures.blockSize) { buffer in
      for start in stride(from: 0, to: roster.count, by: MemberFigures.blockSize) {
        if isCancelled() { return false }
        let codes = buffer.extracting(0..<min(MemberFigures.blockSize, roster.count - start))
        roster.read(fill, from: start, into: codes)
        for row in 0..<codes.count where roster.figures.isListed(Member.Index(start + row)) {
          counts[Int(codes[row])] += 1
        }
      }
      return true
    }
    return isDone ? counts : nil
  }

  /// Counts by symbol, with what symbols are called.
  private static func named(_ counts: [Int], _ roster: Roster, _ column: MemberColumn) -> [FilterValueCount] {
    counts.indices.dropFirst().filter { counts[$0] > 0 }.map { number in
      let id = roster.community.symbols[Symbol(rawValue: UInt32(number))]
      var name: BilingualText?
      if column == .host, let host = roster.community.host(id: id)?.name {
        name = BilingualText(host)
      } else if column == .consent {
        name = Phrase.word(id).map(BilingualText.init)
      }
      return FilterValueCount(id: id, name: name, count: counts[number])
    }
  }
}

extension BilingualText {
  fileprivate init(_ phrase: Phrase) {
    self.init(
      english: phrase.template(in: .english), chinese: phrase.template(in: .simplifiedChinese))
  }
}
