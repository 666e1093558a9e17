import Community

/// What is to be known of a member before they are called back.
package enum RecallFlag: Hashable, Sendable {
  /// A complaint of that level isn't resolved, for so many days.
  case complaint(level: Int, days: Int)
  /// A detractor's answer to whom nobody has turned since.
  case detractor(kind: String, score: Int, days: Int)
  /// Left a list, and nobody has turned to them since.
  case unsubscribe(days: Int)
  /// The emotional account is below 0.
  case overdrawn(balance: Double)
  /// A refund, so many days ago.
  case refund(days: Int)

  /// Whether the member is owed an answer before any friendly word.
  package var isAnsweredFirst: Bool {
    switch self {
    case .complaint, .detractor, .unsubscribe: true
    case .overdrawn, .refund: false
    }
  }

  /// The word in JSON and CSV.
  package var id: String {
    switch self {
    case .complaint: "complaint"
    case .detractor: "detractor"
    case .unsubscribe: "unsubscribe"
    case .overdrawn: "overdrawn"
    case .refund: "refund"
    }
  }
}

extension RecallBoard {
  /// Days back to which a refund was just made, today included.
  package static let refundDays = 14

  /// What is to be known of a member before they are called back, the most pressing first.
  ///
  /// - Complexity: O(complaints, answers and decisions of the member).
  package func flags(of member: Member.Index) -> [RecallFlag] {
    guard member.value < roster.count else { return [] }
    var flags = roster.answersFirst(member, log.state(of: member))
    if let balance = roster.measures?.account?.balance(member), balance < 0 {
      flags.append(.overdrawn(balance: balance))
    }
    if let days = daysSinceRefund(member), days < RecallBoard.refundDays {
      flags.append(.refund(days: days))
    }
    return flags
  }

  private func daysSinceRefund(_ member: Member.Index) -> Int? {
    guard member.value < measures.signs.entries.count else { return nil }
    let last = measures.signs.entries[member.value].lastRefund
    return last == .min ? nil : roster.today.days(since: Day(rawValue: last))
  }
}

extension Roster {
  /// Days back to which an answer, or leaving a list, is looked at.
  static let answerDays = 90

  /// What has to be answered before any friendly word: an open complaint, a detractor's answer and an unsubscribe of the
  /// last 90 days to which nobody has turned since.
  ///
  /// - Complexity: O(complaints, answers and activities of the member).
  package func answersFirst(_ member: Member.Index, _ state: DecisionState) -> [RecallFlag] {
    var flags: [RecallFlag] = []
    if let open = openComplaint(member) {
      flags.append(.complaint(level: open.level, days: open.days))
    }
    if let answer = unansweredDetractor(member, state) {
      flags.append(.detractor(kind: answer.kind, score: answer.score, days: answer.days))
    }
    if let days = unansweredUnsubscribe(member, state) { flags.append(.unsubscribe(days: days)) }
    return flags
  }

  private func daysSince(_ instant: Instant) -> Int {
    today.days(since: moment.zone.day(of: instant))
  }

  /// The oldest complaint that isn't resolved.
  func openComplaint(_ member: Member.Index) -> (row: Row, level: Int, days: Int)? {
    let table = community[.complaints]
    for row in community.rows(.complaints, of: member) {
      let segment = table.segments[row.segment]
      guard segment.instant(row.offset) <= moment.now else { continue }
      if let resolved = segment.time(ComplaintField.resolved, row.offset), resolved <= moment.now { continue }
      return (
        row, Int(segment.integer(ComplaintField.level, row.offset) ?? 3),
        daysSince(segment.instant(row.offset))
      )
    }
    return nil
  }

  /// The newest answer of any kind whose last one is a detractor's, and to whom nobody has turned since.
  func unansweredDetractor(
    _ member: Member.Index, _ state: DecisionState
  ) -> (row: Row, kind: String, score: Int, days: Int)? {
    let rows = community.rows(.surveys, of: member)
    if rows.isEmpty { return nil }
    let scores = DetractorScores(community)
    let table = community[.surveys]
    let start = moment.start(ofWindow: Roster.answerDays)
    var known: [Symbol] = []
    for row in rows.reversed() {
      let segment = table.segments[row.segment]
      let at = segment.instant(row.offset)
      let kind = segment.symbol(SurveyField.kind, row.offset)
      // The last answer of a kind is the one that counts.
      guard at <= moment.now, !known.contains(kind) else { continue }
      known.append(kind)
      guard at >= start, let score = segment.integer(SurveyField.score, row.offset),
        scores.isDetractor(kind.rawValue, score), !state.attended.contains(where: { $0.at >= at })
      else { continue }
      return (row, community.symbols[kind], Int(score), daysSince(at))
    }
    return nil
  }

  private func unansweredUnsubscribe(_ member: Member.Index, _ state: DecisionState) -> Int? {
    let types = SignsOfLife.unsubscribes(community)
    if types.isEmpty { return nil }
    let table = community[.activity]
    let start = moment.start(ofWindow: Roster.answerDays)
    for row in community.rows(.activity, of: member).reversed() {
      let segment = table.segments[row.segment]
      let at = segment.instant(row.offset)
      guard at <= moment.now, types.contains(segment.symbol(ActivityField.type, row.offset).rawValue) else {
        continue
      }
      return at >= start && !state.attended.contains { $0.at >= at } ? daysSince(at) : nil
    }
    return nil
  }
}
