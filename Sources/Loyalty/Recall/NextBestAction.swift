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
    if let open = roster.openComplaint(member) {
      return .resolve(complaint: open.row, level: open.level, days: open.days)
    }
    if let answer = roster.unansweredDetractor(member, state) {
      return .answer(survey: answer.row, score: answer.score, days: answer.days)
    }
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
}
