import Community

/// What became of the occasions of a rule.
package struct OccasionCounts: Hashable, Sendable {
  /// Due today.
  package var due = 0
  package var done = 0
  /// The window closed and nothing was done or skipped.
  package var missed = 0
  package var skipped = 0
  /// The window is open, but the member is put off or over the contact cap.
  package var waiting = 0

  package init(due: Int = 0, done: Int = 0, missed: Int = 0, skipped: Int = 0, waiting: Int = 0) {
    self.due = due
    self.done = done
    self.missed = missed
    self.skipped = skipped
    self.waiting = waiting
  }

  package static func += (left: inout OccasionCounts, right: OccasionCounts) {
    left.due += right.due
    left.done += right.done
    left.missed += right.missed
    left.skipped += right.skipped
    left.waiting += right.waiting
  }

  static func -= (left: inout OccasionCounts, right: OccasionCounts) {
    left.due -= right.due
    left.done -= right.done
    left.missed -= right.missed
    left.skipped -= right.skipped
    left.waiting -= right.waiting
  }
}

/// An occasion whose window closed unused.
package struct MissedOccasion: Hashable, Sendable {
  package var member: Member.Index
  /// The last day of the window.
  package var closed: Day
}

/// Whose windows open on a day to come, as far as is known today.
package struct DayAhead: Hashable, Sendable {
  package var day: Day
  /// By place of the rule: how many, and the first of them.
  package var counts: [Int]
  package var members: [[Member.Index]]

  package var count: Int { counts.reduce(0, +) }
}
