import Community

/// Complaints by topic: by the words of the programme's topics, else by their own.
struct ComplaintCounts: Sendable {
  private let matcher: TopicMatcher
  private let ids: [String: Int]
  /// By topic of the programme, in the window and in the one before.
  private(set) var current: [Int]
  private(set) var previous: [Int]
  /// By the symbol of a topic that the programme hasn't.
  private(set) var others: [UInt32: (current: Int, previous: Int)] = [:]
  private(set) var total = (current: 0, previous: 0)
  private var read: [Int] = []
  private var waiting: [(at: Int64, row: Row)] = []
  /// By member, 0 for those whose complaints are left out; nil for all.
  private var among: [UInt8]?
  /// Topics of words that were met, a bit for each.
  private var known: [UInt32: UInt32] = [:]

  init(_ matcher: TopicMatcher) {
    self.matcher = matcher
    ids = matcher.ids
    current = Array(repeating: 0, count: matcher.topics.count)
    previous = current
  }

  /// - Complexity: O(complaints).
  mutating func recount(
    _ community: Community, _ periods: AnswerPeriods, now: Int64, among: [UInt8]? = nil
  ) {
    self = ComplaintCounts(matcher)
    self.among = among
    update(community, periods, now: now)
  }

  /// Takes up what was appended and what isn't in the future any more, within the same periods.
  mutating func update(_ community: Community, _ periods: AnswerPeriods, now: Int64) {
    let due = waiting.filter { $0.at <= now }
    waiting.removeAll { $0.at <= now }
    for item in due { count(item.row, item.at, community, periods) }
    let segments = community[.complaints].segments
    for number in 0..<segments.count {
      if read.count <= number { read.append(0) }
      for offset in read[number]..<segments[number].count {
        let at = segments[number].at[offset]
        if at < periods.previous { continue }
        if among != nil {
          guard let member = segments[number].party(offset).member,
            AnswerScan.isAmong(among, member.rawValue)
          else { continue }
        }
        let row = Row(segment: number, offset: offset)
        if at > now { waiting.append((at, row)) } else { count(row, at, community, periods) }
      }
      read[number] = segments[number].count
    }
  }

  private mutating func count(_ row: Row, _ at: Int64, _ community: Community, _ periods: AnswerPeriods) {
    let segment = community[.complaints].segments[row.segment]
    let isCurrent = at >= periods.current
    if isCurrent { total.current += 1 } else { total.previous += 1 }
    let topic = segment.symbol(ComplaintField.topic, row.offset)
    let mask =
      topic == .none
      ? segment.text(ComplaintField.text, row.offset).map { matcher.topics(of: $0) } ?? 0
      : topics(of: topic, community)
    if mask == 0, topic != .none {
      if isCurrent {
        others[topic.rawValue, default: (0, 0)].current += 1
      } else {
        others[topic.rawValue, default: (0, 0)].previous += 1
      }
    }
    for place in current.indices where mask >> UInt32(place) & 1 != 0 {
      if isCurrent { current[place] += 1 } else { previous[place] += 1 }
    }
  }

  private mutating func topics(of symbol: Symbol, _ community: Community) -> UInt32 {
    if let mask = known[symbol.rawValue] { return mask }
    let mask = matcher.topics(named: community.symbols[symbol])
    known[symbol.rawValue] = mask
    return mask
  }
}

extension TopicMatcher {
  /// Places of topics by id and names, in small letters.
  var ids: [String: Int] {
    var ids: [String: Int] = [:]
    for (place, topic) in topics.enumerated() {
      for name in [topic.id, topic.name.english, topic.name.chinese] {
        if ids[name.lowercased()] == nil { ids[name.lowercased()] = place }
      }
    }
    return ids
  }

  /// The topics that a word stands for, a bit for each: the one of that id or name, else those whose words it holds.
  func topics(named word: String) -> UInt32 {
    if let place = ids[word.lowercased()] { return 1 << UInt32(place) }
    return topics(of: word)
  }
}
