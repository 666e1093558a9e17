import Community

@testable import Loyalty

/// One answer as a test tells it.
struct Reply {
  /// Nil: anonymous.
  var member: String?
  var at: Int64
  var kind = "nps"
  var score: Int
  var channel: String?
  var store: String?
  var stage: String?
  var words: String?
  var ratings: [(String, Float)] = []
  var id: String?

  init(
    _ member: String?, _ at: String, _ score: Int, kind: String = "nps", channel: String? = nil,
    store: String? = nil, stage: String? = nil, words: String? = nil, ratings: [(String, Float)] = [],
    id: String? = nil
  ) {
    self.member = member
    self.at = CommunityBuilder.time(at).rawValue
    self.score = score
    self.kind = kind
    self.channel = channel
    self.store = store
    self.stage = stage
    self.words = words
    self.ratings = ratings
    self.id = id
  }
}

extension CommunityBuilder {
  /// Appends an answer to the last segment, or to a new one where that has `capacity`.
  mutating func reply(_ reply: Reply, capacity: Int = Segment.capacity) {
    let index = reply.member.map { self.index($0) }
    if community[.surveys].segments.last.map({ $0.count >= capacity }) ?? true {
      community[.surveys].segments.append(Segment(feed: .surveys))
    }
    let number = community[.surveys].segments.count - 1
    var segment = community[.surveys].segments[number]
    let words: [Int: String?] = [
      SurveyField.kind.slot: reply.kind, SurveyField.stage.slot: reply.stage,
      SurveyField.channel.slot: reply.channel, SurveyField.store.slot: reply.store,
    ]
    for slot in segment.symbols.indices {
      let word = words[slot] ?? nil
      segment.symbols[slot].append(word.map { community.symbols.intern($0).rawValue } ?? 0)
    }
    segment.isOrdered = segment.count == 0 || segment.isOrdered && reply.at >= segment.newest.rawValue
    segment.newest = max(segment.newest, Instant(rawValue: reply.at))
    segment.at.append(reply.at)
    segment.member.append((index.map { Participant.member($0) } ?? .none).rawValue)
    segment.integers[SurveyField.score.slot].append(Int64(reply.score))
    if let text = reply.words { segment.texts[SurveyField.text.slot].set(text, row: segment.count) }
    if let id = reply.id { segment.ids.set(id, row: segment.count) }
    let ratings = reply.ratings.flatMap { [community.symbols.intern($0.0).rawValue, $0.1.bitPattern] }
    if !ratings.isEmpty { segment.lists[SurveyField.ratings.slot].set(ratings, row: segment.count) }
    segment.count += 1
    community[.surveys].segments[number] = segment
    if let index {
      community[historyOf: .surveys].add(Row(segment: number, offset: segment.count - 1), of: index)
    }
  }

  /// A member's words by which answers are grouped.
  mutating func place(
    _ member: String, region: String? = nil, store: String? = nil, channel: String? = nil, host: String? = nil
  ) {
    func raw(_ word: String?) -> UInt32 { word.map { community.symbols.intern($0).rawValue } ?? 0 }
    let words = (raw(region), raw(store), raw(channel), raw(host))
    community.members.update(index(member)) { block, row in
      if words.0 != 0 { block.region[row] = words.0 }
      if words.1 != 0 { block.store[row] = words.1 }
      if words.2 != 0 { block.channel[row] = words.2 }
      if words.3 != 0 { block.host[row] = words.3 }
    }
  }

  mutating func complain(_ member: String, _ at: String, topic: String? = nil, text: String? = nil) {
    record(.complaints, member, at) { segment, symbols in
      segment.symbols[ComplaintField.topic.slot].append(topic.map { symbols.intern($0).rawValue } ?? 0)
      if let text { segment.texts[ComplaintField.text.slot].set(text, row: segment.count) }
    }
  }

  func satisfaction(
    _ moment: String, windowDays: Int? = nil, weeks: SatisfactionTally.Weeks = .trend, workers: Int = 1
  ) -> SatisfactionFigures {
    tally(Self.moment(moment), windowDays: windowDays, weeks: weeks, workers: workers).figures
  }

  func tally(
    _ moment: Moment, measures: MemberMeasures? = nil, windowDays: Int? = nil,
    weeks: SatisfactionTally.Weeks = .trend, workers: Int = 1
  ) -> SatisfactionTally {
    SatisfactionTally(
      community: community, moment: moment, measures: measures, windowDays: windowDays, weeks: weeks,
      on: Computation(workers: workers))
  }
}
