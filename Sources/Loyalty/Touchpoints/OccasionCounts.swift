import Community

/// What became of the occasions of a rule.
public struct OccasionCounts: Hashable, Sendable {
  /// Due today.
  public var due = 0
  public var done = 0
  /// The window closed and nothing was done or skipped.
  public var missed = 0
  public var skipped = 0
  /// The window is open, but the member is put off or over the contact cap.
  public var waiting = 0

  public init(due: Int = 0, done: Int = 0, missed: Int = 0, skipped: Int = 0, waiting: Int = 0) {
    self.due = due
    self.done = done
    self.missed = missed
    self.skipped = skipped
    self.waiting = waiting
  }

  public static func += (left: inout OccasionCounts, right: OccasionCounts) {
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
public struct MissedOccasion: Hashable, Sendable {
  public var member: Member.Index
  /// The last day of the window.
  public var closed: Day
}

/// Whose windows open on a day to come, as far as is known today.
public struct DayAhead: Hashable, Sendable {
  public var day: Day
  /// By place of the rule: how many, and the first of them.
  public var counts: [Int]
  public var members: [[Member.Index]]

  public var count: Int { counts.reduce(0, +) }
}
