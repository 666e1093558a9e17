import Community

/// Who is to be told that points are about to expire: of a household that shares a pool, its main member.
package struct PointsReminders: Sendable {
  package struct Reminder: Hashable, Sendable {
    package var member: Member.Index
    /// What expires within the days of the programme.
    package var points: Int64
    /// When the first of these expire.
    package var expires: Instant
    /// Calendar days until then.
    package var days: Int
    /// Whether there's a channel on which the member can be reached and hasn't refused.
    package var isReachable: Bool
    /// When the member was last reminded of points that expire within the days of the programme; nil: not yet.
    package var reminded: Instant?

    /// Whether there's something left to do, and a way to do it.
    package var isDue: Bool { reminded == nil && isReachable }
  }

  /// The rule of touchpoints, and of decisions `touch`, that a reminder is recorded under.
  package static let rule = "points_expiring"

  package let days: Int
  /// Those whose points expire first in front, of these those with the most points, then by id.
  package let reminders: [Reminder]
  /// How many of them are due.
  package let dueCount: Int

  /// - Complexity: O(members), and the records of those whose points expire.
  package init(_ points: Points, decisions: DecisionLog) {
    days = points.rules.remindDays
    let community = points.source.community
    let moment = points.moment
    let limit = Points.end(ofWindow: days, moment)
    let rule = community.symbols.symbol(of: PointsReminders.rule)
    var reminders: [Reminder] = []
    for number in 0..<points.count {
      let member = Member.Index(number)
      guard let standing = points.standing(member), standing.next <= limit.rawValue,
        points.pools.main(of: member) ?? member == member
      else { continue }
      let expires = Instant(rawValue: standing.next)
      // A day before the window too, which is when the calendar's rule of as many days begins.
      let first = moment.zone.day(of: expires).adding(days: -points.rules.remindDays)
      let since = moment.zone.instant(of: first)
      reminders.append(
        Reminder(
          member: member,
          points: points.expiring(within: points.rules.remindDays, member)
            ?? points.ledger(of: member).lots.filter { $0.expires <= limit }.reduce(0) { $0 &+ $1.open },
          expires: expires, days: moment.zone.day(of: expires).days(since: moment.today),
          isReachable: Consents.isReachable(member, community),
          reminded: rule.flatMap {
            PointsReminders.newest($0, since, points.pools.sharers(of: member), community, decisions)
          }))
    }
    dueCount = reminders.count(where: \.isDue)
    let ids = community.members
    self.reminders = reminders.sorted { left, right in
      if left.days != right.days { return left.days < right.days }
      if left.points != right.points { return left.points > right.points }
      return ids.id(left.member).utf8.lexicographicallyPrecedes(ids.id(right.member).utf8)
    }
  }

  /// The newest touchpoint or decision of the rule that concerns any of some members.
  private static func newest(
    _ rule: Symbol, _ since: Instant, _ members: [Member.Index], _ community: Community,
    _ decisions: DecisionLog
  ) -> Instant? {
    var newest: Instant?
    for member in members {
      for (feed, field) in [(Feed.touchpoints, TouchpointField.trigger), (.decisions, DecisionField.rule)] {
        let table = community[feed]
        for row in community.rows(feed, of: member) {
          let (segment, offset) = table[row]
          let at = segment.instant(offset)
          guard at >= since, at <= decisions.moment.now, segment.symbol(field, offset) == rule else {
            continue
          }
          if feed == .decisions, !decisions.isStandingTouch(row, segment, offset) { continue }
          newest = max(newest ?? at, at)
        }
      }
    }
    return newest
  }
}

extension DecisionLog {
  /// Whether a line says that somebody was touched, and nobody took it back.
  fileprivate func isStandingTouch(_ row: Row, _ segment: Segment, _ offset: Int) -> Bool {
    guard let id = segment.ids[offset], let decided = decision(id: id) else { return false }
    return decided.row == row && decided.action == .touch && stands(id: id)
  }
}
