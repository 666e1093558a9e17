import Community

/// One thing that the feeds say of a member.
package struct TimelineEntry: Hashable, Sendable {
  /// What it is: an order or refund by its amount, a points record with a reward is a redemption.
  package enum Subject: String, Hashable, Sendable {
    case joined, purchase, refund, activity, touchpoint, survey, complaint, points, redemption, decision
  }

  /// A field that a record has, under its name in the file.
  package struct Detail: Hashable, Sendable {
    package var name: String
    package var value: ColumnValue

    package init(name: String, value: ColumnValue) {
      self.name = name
      self.value = value
    }
  }

  /// Somebody that an activity was directed at.
  package enum Other: Hashable, Sendable {
    case member(Member.Index)
    case host(Int)
    /// An id that is neither.
    case unresolved
  }

  package var instant: Instant
  package var subject: Subject
  /// Where the record is; nil for joining.
  package var feed: Feed?
  package var row: Row?
  /// The record's own kind: an activity's type, a touchpoint's or survey's kind, a complaint's topic, the
  /// reason of points, a decision's action, an order's category.
  package var word: String?
  /// What it comes to: the amount of an order, the value of a touchpoint, a score, points, a complaint's
  /// level.
  package var figure: ColumnValue
  /// Words that somebody wrote.
  package var text: String?
  package var other: Other?
  /// The other fields that the record has.
  package var details: [Detail]
}

extension Roster {
  /// What one record says.
  func timelineEntry(_ feed: Feed, _ row: Row) -> TimelineEntry {
    let (segment, offset) = community[feed][row]
    var entry = TimelineEntry(
      instant: segment.instant(offset), subject: .activity, feed: feed, row: row, figure: .unknown,
      details: [])
    var told: Set<Field> = []
    func word(_ field: Field) {
      told.insert(field)
      let symbol = segment.symbol(field, offset)
      if symbol != .none { entry.word = community.symbols[symbol] }
    }
    func text(_ field: Field) {
      told.insert(field)
      entry.text = segment.text(field, offset)
    }
    func figure(_ field: Field) {
      told.insert(field)
      entry.figure = value(field, segment, offset)
    }
    switch feed {
    case .orders:
      figure(OrderField.amount)
      word(OrderField.category)
      entry.subject = (segment.money(OrderField.amount, offset) ?? .zero) < .zero ? .refund : .purchase
    case .activity:
      word(ActivityField.type)
      text(ActivityField.text)
      entry.other = other(segment, offset)
    case .touchpoints:
      entry.subject = .touchpoint
      word(TouchpointField.kind)
      figure(TouchpointField.value)
      text(TouchpointField.note)
    case .surveys:
      entry.subject = .survey
      word(SurveyField.kind)
      figure(SurveyField.score)
      text(SurveyField.text)
    case .complaints:
      entry.subject = .complaint
      word(ComplaintField.topic)
      figure(ComplaintField.level)
      // A complaint without a level has the mildest.
      if entry.figure == .unknown { entry.figure = .count(3) }
      text(ComplaintField.text)
    case .points:
      word(PointField.reason)
      figure(PointField.delta)
      entry.subject = segment.symbol(PointField.reward, offset) == .none ? .points : .redemption
    default:
      entry.subject = .decision
      word(DecisionField.action)
      text(DecisionField.text)
    }
    entry.details = feed.fields.filter { !told.contains($0) }.compactMap { field in
      if field.kind == .ratings {
        let ratings = segment.ratings(field, offset)
        let words = ratings.map { "\(community.symbols[$0.driver]) \(Roster.short($0.score))" }
        return words.isEmpty ? nil : TimelineEntry.Detail(name: field.name, value: .list(words))
      }
      let value = value(field, segment, offset)
      return value == .unknown ? nil : TimelineEntry.Detail(name: field.name, value: value)
    }
    return entry
  }

  private func other(_ segment: Segment, _ offset: Int) -> TimelineEntry.Other? {
    guard !segment.to.isEmpty else { return nil }
    let participant = Participant(rawValue: segment.to[offset])
    if participant == .none { return nil }
    if let member = participant.member { return .member(member) }
    return participant.host.map { .host($0) } ?? .unresolved
  }

  /// Ratings are mostly whole.
  private static func short(_ score: Float) -> String {
    score == score.rounded() ? String(Int(score)) : String(score)
  }

  private func value(_ field: Field, _ segment: Segment, _ offset: Int) -> ColumnValue {
    switch field.kind {
    case .time: return segment.time(field, offset).map { .instant($0) } ?? .unknown
    case .money: return segment.money(field, offset).map { .money($0) } ?? .unknown
    case .integer, .day: return segment.integer(field, offset).map { .count(Int($0)) } ?? .unknown
    case .number: return segment.number(field, offset).map { .number($0) } ?? .unknown
    case .symbol:
      let symbol = segment.symbol(field, offset)
      return symbol == .none ? .unknown : .text(community.symbols[symbol])
    case .text: return segment.text(field, offset).map { .text($0) } ?? .unknown
    case .ratings: return .unknown
    }
  }
}
