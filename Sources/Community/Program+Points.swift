extension Program {
  /// How members earn points, how long these live, and what they cost.
  package struct PointsRules: Hashable, Sendable {
    /// Points for each currency unit of a purchase.
    package var perUnit = 1.0
    /// Points for activities.
    package var activities = ActivityPoints.defaults
    /// Points for whoever referred a person, when that person first buys.
    package var referral = 50
    /// By how much each referral that bought in `socialDays` multiplies what is earned, and by how much all together at
    /// most.
    package var socialStep = 0.1
    package var socialLimit = 2.0
    package var socialDays = 365
    /// `months`: a point lives so many months; `year_end`: it's cleared at the end of its year.
    package var expiry = "months"
    package var months = 36
    /// What a point is worth when it's redeemed, in currency units, and the share of points expected to be.
    package var value = 0.01
    package var expectedRedemption = 0.7
    /// How many share the pool of a household's main member.
    package var householdMembers = 3
    /// Members whose points expire within this many days are reminded.
    package var remindDays = 30

    package var isClearedAtYearEnd: Bool { expiry == "year_end" }
  }

  static let pointsKeys: [Key] = [
    Key(
      path: "points.per_unit", kind: .number(\.points.perUnit, 0...10_000),
      about: "Points for each currency unit of a purchase, rounded down; where the feed of points is empty."),
    Key(
      path: "points.activity", kind: .activityPoints(\.points.activities),
      about: "By type of activity: the points for one, and how many there are on a day at most (a_day)."),
    Key(
      path: "points.referral", kind: .whole(\.points.referral, 0...1_000_000),
      about: "Points for a referral, when the new member first buys."),
    Key(
      path: "points.social_step", kind: .number(\.points.socialStep, 0...100),
      about: "By how much each referral that bought raises the points earned: 0.1 for a tenth."),
    Key(
      path: "points.social_limit", kind: .number(\.points.socialLimit, 1...100),
      about: "What referrals multiply points by at most."),
    Key(
      path: "points.social_days", kind: .whole(\.points.socialDays, 1...3650),
      about: "The window in which a referral's first purchase counts, in days."),
    Key(
      path: "points.expiry", kind: .choice(\.points.expiry, ["months", "year_end"]),
      about: "'months': points live points.months; 'year_end': they are cleared at the end of their year."),
    Key(
      path: "points.months", kind: .whole(\.points.months, 1...1200),
      about: "How many months a point lives, to the same local time."),
    Key(
      path: "points.value", kind: .number(\.points.value, 0...1_000_000),
      about: "What a point is worth when it's redeemed, in currency units."),
    Key(
      path: "points.expected_redemption", kind: .number(\.points.expectedRedemption, 0...1),
      about: "The share of points that is expected to be redeemed."),
    Key(
      path: "points.household_members", kind: .whole(\.points.householdMembers, 0...1000),
      about: "How many share the pool of a household's main member: those who joined first."),
    Key(
      path: "points.remind_days", kind: .whole(\.points.remindDays, 1...3650),
      about: "Members whose points expire within this many days are reminded."),
  ]
}

/// What one type of activity earns.
package struct ActivityPoints: Hashable, Sendable {
  /// The type, as in the feed.
  package var type: String
  /// For one activity.
  package var points: Int
  /// On one day at most; nil without a limit.
  package var aDay: Int?

  package init(_ type: String, _ points: Int, aDay: Int?) {
    self.type = type
    self.points = points
    self.aDay = aDay
  }

  package static let defaults = [
    ActivityPoints("check_in", 1, aDay: 1), ActivityPoints("reply", 2, aDay: 10),
    ActivityPoints("share", 3, aDay: 9), ActivityPoints("post", 5, aDay: 10),
    ActivityPoints("suggestion", 5, aDay: 10), ActivityPoints("event", 10, aDay: 20),
    ActivityPoints("review", 10, aDay: 20), ActivityPoints("story", 20, aDay: 20),
  ]
}
