extension Program {
  /// Over which window recency, frequency and money are scored.
  package struct RFMRules: Hashable, Sendable {
    package var windowDays = 365
  }

  /// What a year of purchases to come is worth today.
  package struct LifetimeValueRules: Hashable, Sendable {
    /// The share of spend that is earned.
    package var margin = 1.0
    /// Discount a year.
    package var discount = 0.1
  }

  /// Who is of high value, at risk, or has potential.
  package struct SegmentRules: Hashable, Sendable {
    /// The share of members, by lifetime value, that is of high value.
    package var highShare = 0.2
    /// The share of members next to them that is of middle value.
    package var middleShare = 0.3
    /// The share of members, by lifetime value 90 days ago, that can be at risk.
    package var atRiskShare = 0.5
    /// From this probability on a member is taken to be alive.
    package var alive = 0.5
  }

  /// How members are called back, and how that is measured.
  package struct RecallRules: Hashable, Sendable {
    /// The share of members that is held out of each campaign.
    package var holdOut = 0.1
    /// A member who comes back within this many days after a decision has woken.
    package var windowDays = 30
    /// The word of a `RecallGoal`, for plays that have none of their own.
    package var goal = RecallGoal.order.rawValue
    /// In the order of preference among those that succeed equally.
    package var plays = RecallPlay.defaults
    /// Of members who aren't recalled, the share expected to come back, and by how much a recall is to raise it at
    /// least: how many members a comparison needs is planned by these two.
    package var baseRate = 0.05
    package var leastUplift = 0.05
    /// Light sleep: silent up to so many rhythms, and so many days at least.
    package var lightRhythms = 4.0
    package var lightDays = 75
    /// A member with a refund within this many days is a returner.
    package var refundDays = 90
    /// Hours after which a claim ends.
    package var claimHours = 24
    /// Contacts that a member may get on a day, and in 30.
    package var contactsADay = 1
    package var contactsAMonth = 4
    /// Kinds of touchpoints that are contacts.
    package var contactKinds = [
      "push", "birthday_gift", "care", "gift", "surprise", "visit", "call_back", "event_invite",
    ]
  }

  static let valueKeys: [Key] = [
    Key(
      path: "rfm.window_days", kind: .whole(\.rfm.windowDays, 1...3650),
      about: "The window of recency, frequency and money, in days."),
    Key(
      path: "clv.margin", kind: .number(\.lifetimeValue.margin, 0...1),
      about: "The share of spend that is earned."),
    Key(
      path: "clv.discount", kind: .number(\.lifetimeValue.discount, 0...10),
      about: "How much less a value in a year is worth: 0.1 for 10% per year."),
    Key(
      path: "segments.high_share", kind: .number(\.segments.highShare, 0...1),
      about: "The share of members, by lifetime value, that is of high value."),
    Key(
      path: "segments.middle_share", kind: .number(\.segments.middleShare, 0...1),
      about: "The share of members next to them that is of middle value."),
    Key(
      path: "segments.at_risk_share", kind: .number(\.segments.atRiskShare, 0...1),
      about: "The share of members, by lifetime value 90 days ago, that can be at risk."),
    Key(
      path: "segments.alive", kind: .number(\.segments.alive, 0...1),
      about: "The probability from which on a member is taken to be alive."),
    Key(
      path: "recall.hold_out", kind: .number(\.recall.holdOut, 0...1),
      about: "The share of members that is held out of each campaign."),
    Key(
      path: "recall.window_days", kind: .whole(\.recall.windowDays, 1...365),
      about: "A member who comes back within this many days after a decision has woken."),
    Key(
      path: "recall.goal", kind: .choice(\.recall.goal, RecallGoal.allCases.map(\.rawValue)),
      about: "'order': woken by a purchase; 'activity': by any sign. For plays without a goal."),
    Key(
      path: "recall.plays", kind: .plays(\.recall.plays),
      about: "Plays to win members back: id, name and words (en, zh), goal, layers, cost."),
    Key(
      path: "recall.base_rate", kind: .number(\.recall.baseRate, 0...1),
      about: "The share of members not recalled that is expected to come back, to plan how many are needed."),
    Key(
      path: "recall.least_uplift", kind: .number(\.recall.leastUplift, 0...1),
      about: "By how much a recall is to raise that share for the difference to be worth noticing."),
    Key(
      path: "recall.light_rhythms", kind: .number(\.recall.lightRhythms, 0...1000),
      about: "Light sleep: silent for at most this many rhythms."),
    Key(
      path: "recall.light_days", kind: .whole(\.recall.lightDays, 0...36500),
      about: "Light sleep: silent for at most this many days, whatever the rhythm."),
    Key(
      path: "recall.refund_days", kind: .whole(\.recall.refundDays, 1...3650),
      about: "A member with a refund within this many days is a returner."),
    Key(
      path: "recall.claim_hours", kind: .whole(\.recall.claimHours, 1...8760),
      about: "Hours after which a claim ends."),
    Key(
      path: "contacts.a_day", kind: .whole(\.recall.contactsADay, 0...1000),
      about: "Contacts that a member may get on a day."),
    Key(
      path: "contacts.in_30_days", kind: .whole(\.recall.contactsAMonth, 0...1000),
      about: "Contacts that a member may get in 30 days."),
    Key(
      path: "contacts.kinds", kind: .texts(\.recall.contactKinds),
      about: "Kinds of touchpoints that are contacts."),
  ]
}
