import Community

/// What is best done for a member next, and why: one thing, the most pressing.
package enum NextBestAction: Hashable, Sendable {
  /// Resolve the oldest complaint that isn't resolved.
  case resolve(complaint: Row, level: Int, days: Int)
  /// Answer a detractor to whom nobody has turned since.
  case answer(survey: Row, score: Int, days: Int)
  /// Call back, with what is at stake.
  case recall(RecallBoard.Row)
  /// Nothing now, though the member sleeps.
  case wait(RecallBoard.Status)
  /// A new member without a purchase: a welcome. With one: an invitation to the second.
  case welcome(days: Int)
  case inviteAgain(days: Int)
  /// An active member whom a few days part from their own limit of silence.
  case keep(silence: Int, activeUpTo: Double)
  /// A member at home: ask for a story, a review, a friend.
  case involve(PathStage)
}

extension RecallBoard {
  /// What is best done for a member next, in this order: an open complaint, a detractor of the last 90 days without
  /// answer, a recall, what follows from the stage. Nil where nothing presses.
  ///
  /// - Complexity: O(complaints, answers and decisions of the member).
  package func nextBestAction(_ member: Member.Index) -> NextBestAction? {
    guard member.value < roster.count, roster.figures.isListed(member) else { return nil }
    let state = log.state(of: member)
    if let action = openComplaint(member) ?? unansweredDetractor(member, state) { return action }
    if let row = row(of: member) {
      let status = status(of: member)
      return status == .queued ? .recall(row) : .wait(status)
    }
    guard let reason = measures.lifecycleReason(member) else { return nil }
    switch reason.stage {
    case .new:
      guard case .joined(let days, _) = reason.basis else { return nil }
      return roster.figures.orders(member) == 0 ? .welcome(days: days) : .inviteAgain(days: days)
    case .active:
      if let silence = reason.silence, Double(silence) > reason.activeUpTo * 0.75 {
        return .keep(silence: silence, activeUpTo: reason.activeUpTo)
      }
      return measures.path.stage(member).flatMap { RecallBoard.involved.contains($0) ? .involve($0) : nil }
    case .sleeping, .churned: return nil
    }
  }

  /// Stages of the path from which on a member may be asked for something.
  private static let involved: [PathStage] = [.trust, .habit, .belonging]

  private func daysSince(_ instant: Instant) -> Int {
    roster.today.days(since: roster.moment.zone.day(of: instant))
  }

  private func openComplaint(_ member: Member.Index) -> NextBestAction? {
    let table = roster.community[.complaints]
    for row in roster.community.rows(.complaints, of: member) {
      let segment = table.segments[row.segment]
      guard segment.instant(row.offset) <= roster.moment.now else { continue }
      if let resolved = segment.time(ComplaintField.resolved, row.offset), resolved <= roster.moment.now {
        continue
      }
      return .resolve(
        complaint: row, level: Int(segment.integer(ComplaintField.level, row.offset) ?? 3),
        days: daysSince(segment.instant(row.offset)))
    }
    return nil
  }

  /// Days back to which an answer is looked at.
  private static let answerDays = 90

  private func unansweredDetractor(_ member: Member.Index, _ state: DecisionState) -> NextBestAction? {
    guard let nps = roster.community.symbols.symbol(of: "nps") else { return nil }
    let table = roster.community[.surveys]
    let start = roster.moment.start(ofWindow: RecallBoard.answerDays)
    for row in roster.community.rows(.surveys, of: member).reversed() {
      let segment = table.segments[row.segment]
      let at = segment.instant(row.offset)
      guard at <= roster.moment.now, segment.symbol(SurveyField.kind, row.offset) == nps else { continue }
      // The last answer is the one that counts.
      guard at >= start, let score = segment.integer(SurveyField.score, row.offset), score <= 6,
        !state.attended.contains(where: { $0.at >= at })
      else { return nil }
      return .answer(survey: row, score: Int(score), days: daysSince(at))
    }
    return nil
  }
}
