extension Program {
  /// From when on a member counts as new, active, sleeping or churned.
  package struct LifecycleRules: Hashable, Sendable {
    /// `rhythm` judges silence against a member's own rhythm, `fixed` by days alone.
    package var mode = "rhythm"
    /// Whoever joined up to so many days ago and bought less than twice is new.
    package var newDays = 30
    /// No rhythm counts as shorter, in days.
    package var shortestRhythm = 7
    /// The rhythm where nobody has one, in days.
    package var defaultRhythm = 15
    /// Active up to so many rhythms of silence, and so many days at least.
    package var activeRhythms = 2.0
    package var activeDays = 30
    /// Sleeping up to so many rhythms of silence, and so many days at least.
    package var sleepingRhythms = 6.0
    package var sleepingDays = 120
    /// Words of `SignOfLife`: by what a member is seen.
    package var seen = SignOfLife.standard.map(\.rawValue)

    package var isFixed: Bool { mode == "fixed" }
  }

  /// What leads from one stage of loyalty to the next.
  package struct PathRules: Hashable, Sendable {
    /// `three` (awareness, trust, belonging) or `four` (recognition, identification, habit, belonging).
    package var stages = "three"
    /// An answer from these scores on stands for trust.
    package var trustedNPS = 9
    package var trustedCSAT = 4
    /// Days with purchases in the last 365 that make a habit.
    package var habitDays = 3
    /// So many contributions within so many days, or so many reciprocal ties, stand for belonging.
    package var contributions = 3
    package var contributionDays = 90
    package var ties = 2
    package var tieDays = 180

    package var hasFourStages: Bool { stages == "four" }
  }

  static let stageKeys: [Key] = [
    Key(
      path: "lifecycle.mode", kind: .choice(\.lifecycle.mode, ["rhythm", "fixed"]),
      about: "'rhythm': silence is judged by the member's own rhythm; 'fixed': by days alone."),
    Key(
      path: "lifecycle.new_days", kind: .whole(\.lifecycle.newDays, 0...3650),
      about: "New: joined at most this many days ago, and fewer than 2 purchases."),
    Key(
      path: "lifecycle.shortest_rhythm", kind: .whole(\.lifecycle.shortestRhythm, 1...3650),
      about: "No rhythm counts as shorter, in days."),
    Key(
      path: "lifecycle.default_rhythm", kind: .whole(\.lifecycle.defaultRhythm, 1...3650),
      about: "The rhythm where no member has one, in days."),
    Key(
      path: "lifecycle.active_rhythms", kind: .number(\.lifecycle.activeRhythms, 0...1000),
      about: "Active: silent for at most this many rhythms."),
    Key(
      path: "lifecycle.active_days", kind: .whole(\.lifecycle.activeDays, 0...36500),
      about: "Active: silent for at most this many days, whatever the rhythm."),
    Key(
      path: "lifecycle.sleeping_rhythms", kind: .number(\.lifecycle.sleepingRhythms, 0...1000),
      about: "Sleeping: silent for at most this many rhythms; churned beyond."),
    Key(
      path: "lifecycle.sleeping_days", kind: .whole(\.lifecycle.sleepingDays, 0...36500),
      about: "Sleeping: silent for at most this many days, whatever the rhythm."),
    Key(
      path: "lifecycle.seen", kind: .choices(\.lifecycle.seen, SignOfLife.allCases.map(\.rawValue)),
      about:
        "The records by which a member counts as seen; 'detractor', 'complaint' and 'unsubscribe' can be added, "
        + "and are no signs of life unless named."
    ),
    Key(
      path: "path.stages", kind: .choice(\.path.stages, ["three", "four"]),
      about: "'three': awareness, trust, belonging; 'four': recognition, identification, habit, belonging."),
    Key(
      path: "path.trusted_nps", kind: .whole(\.path.trustedNPS, 0...10),
      about: "One purchase and a last NPS score from here on stand for trust."),
    Key(
      path: "path.trusted_csat", kind: .whole(\.path.trustedCSAT, 1...5),
      about: "One purchase and a last CSAT score from here on stand for trust."),
    Key(
      path: "path.habit_days", kind: .whole(\.path.habitDays, 1...365),
      about: "Days with purchases in the last 365 that make a habit."),
    Key(
      path: "path.contributions", kind: .whole(\.path.contributions, 1...10_000),
      about: "Contributions that stand for belonging."),
    Key(
      path: "path.contribution_days", kind: .whole(\.path.contributionDays, 1...3650),
      about: "The window in which these contributions count, in days."),
    Key(
      path: "path.ties", kind: .whole(\.path.ties, 1...10_000),
      about: "Members tied both ways that stand for belonging."),
    Key(
      path: "path.tie_days", kind: .whole(\.path.tieDays, 1...3650),
      about: "The window in which ties count, in days."),
  ]
}
