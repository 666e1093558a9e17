import Community

/// A list of what touchpoints ask for, or a view of the rules and accounts beside them.
package enum TouchpointSection: String, CaseIterable, Sendable {
  case today, ahead, missed, overdrawn, delights, calendar, accounts

  /// Whether it's a list of members.
  package var isList: Bool { self != .calendar && self != .accounts }
}

/// A line of one of the lists: one member, or all whom the day itself concerns, as rain does a whole city.
package struct TouchpointRow: Hashable, Sendable {
  /// The same as long as it's about the same member and occasion.
  package var key: String
  /// The first of them, where it's several.
  package var member: Member.Index
  /// The place of the rule; nil in the lists of accounts.
  package var rule: Int?
  /// The occasion; of what is to come, the day on which its window opens; of what was missed, the day on which it closed;
  /// of a moment beyond expectation, its day.
  package var day: Day
  /// The last day of the window.
  package var closes: Day?
  /// To whom the touch was left.
  package var host: Symbol?
  /// What decisions are about; nil in the lists of what isn't due.
  package var touch: TouchKey?
  /// What the moment was worth.
  package var worth: Double?
  /// The kind of entry that the moment was.
  package var kind: BilingualText?
  /// How many members it stands for; 1 for a member's own line.
  package var members = 1
  /// Whether there may be more of them than are known one by one.
  package var isAtLeast = false

  package var isFolded: Bool { members > 1 }
}

/// A touchpoint that is due: whom it concerns and by which rule, by their ids.
package struct TouchKey: Hashable, Sendable {
  package var member: String
  package var rule: String

  package init(member: String, rule: String) {
    self.member = member
    self.rule = rule
  }
}
