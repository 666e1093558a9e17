import Community

/// One answer, by where its record is.
package struct SurveyAnswer: Hashable, Sendable {
  package let row: Row
  package let at: Instant
  /// Nil for an anonymous answer.
  package let member: Member.Index?
  package let kind: SurveyKind
  package let score: Int

  /// Nil where the record is no answer to a known kind.
  init?(_ row: Row, _ community: Community) {
    let segments = community[.surveys].segments
    guard
      let kind = SurveySymbols(community).kind(
        segments[row.segment].symbol(SurveyField.kind, row.offset).rawValue),
      let score = segments[row.segment].integer(SurveyField.score, row.offset)
    else { return nil }
    self.row = row
    self.kind = kind
    self.score = Int(score)
    at = segments[row.segment].instant(row.offset)
    member = segments[row.segment].party(row.offset).member
  }

  /// Nil where the record has none.
  package func id(in community: Community) -> String? {
    community[.surveys].segments[row.segment].ids[row.offset]
  }

  /// What the member wrote; nil where there's nothing, or nothing but spaces.
  package func words(in community: Community) -> String? {
    let text = community[.surveys].segments[row.segment].text(SurveyField.text, row.offset)
    guard let text, text.contains(where: { !$0.isWhitespace }) else { return nil }
    return text
  }

  /// The answer's channel, else the member's.
  package func channel(in community: Community) -> String? {
    word(SurveyField.channel, \Members.Block.channel, community)
  }

  /// The answer's store, else the member's.
  package func store(in community: Community) -> String? {
    word(SurveyField.store, \Members.Block.store, community)
  }

  /// The journey step that the answer is about.
  package func surveyStage(in community: Community) -> String? {
    word(SurveyField.stage, nil, community)
  }

  private func word(
    _ field: Field, _ column: (KeyPath<Members.Block, [UInt32]> & Sendable)?, _ community: Community
  ) -> String? {
    let symbol = community[.surveys].segments[row.segment].symbol(field, row.offset)
    if symbol != .none { return community.symbols[symbol] }
    guard let member, let column else { return nil }
    let own = community.members[column, member]
    return own == .none ? nil : community.symbols[own]
  }
}

/// The newest answers with words, of whatever kind.
struct AnswerStream: Sendable {
  static let limit = 200

  private struct Item: Hashable, Comparable, Sendable {
    var at: Int64
    var row: UInt32
    static func < (left: Item, right: Item) -> Bool { (left.at, left.row) < (right.at, right.row) }
  }

  /// Oldest first.
  private var items: [Item] = []
  /// Dated after the moment: the earliest of them.
  private var later: [Item] = []

  init() {}

  /// - Parameter among: by member, 0 for those whose answers are left out, as are anonymous ones; nil for all.
  /// - Complexity: O(answers).
  init(_ table: Table, _ masks: TopicMasks, now: Int64, among: [UInt8]? = nil) {
    let isOrdered = table.isOrdered
    for (number, segment) in table.segments.enumerated().reversed() {
      for offset in segment.at.indices.reversed() {
        let at = segment.at[offset]
        if items.count == AnswerStream.limit, at <= now, at < items[0].at {
          if isOrdered { return }
          continue
        }
        let row = Row(segment: number, offset: offset)
        let party = segment.party(offset)
        if among != nil, !(party.member.map { AnswerScan.isAmong(among, $0.rawValue) } ?? false) { continue }
        if masks[row] != 0, party.host == nil { add(row, at: at, now: now) }
      }
    }
  }

  mutating func add(_ row: Row, at: Int64, now: Int64) {
    let item = Item(at: at, row: row.rawValue)
    if at > now {
      AnswerStream.insert(item, into: &later)
      if later.count > AnswerStream.limit { later.removeLast() }
    } else {
      AnswerStream.insert(item, into: &items)
      if items.count > AnswerStream.limit { items.removeFirst() }
    }
  }

  private static func insert(_ item: Item, into items: inout [Item]) {
    var place = items.count
    while place > 0, items[place - 1] > item { place -= 1 }
    items.insert(item, at: place)
  }

  /// Takes up what isn't in the future any more.
  mutating func release(now: Int64) {
    while let first = later.first, first.at <= now {
      later.removeFirst()
      add(Row(rawValue: first.row), at: first.at, now: now)
    }
  }

  /// Newest first.
  var rows: [Row] { items.reversed().map { Row(rawValue: $0.row) } }
}
