import Community

/// What one host does for the members.
package struct HostScore: Hashable, Sendable {
  package let id: String
  package let name: String?
  /// Whether the host has a record; else members name an id that nobody has.
  package let hasRecord: Bool
  /// Members anchored to the host.
  package internal(set) var members = 0
  /// In the window: what the host's members wrote (posts, stories, reviews, suggestions), and replies and mentions
  /// towards the host.
  package internal(set) var asked = 0
  /// How much of that the host answered; nil where none of the host's activities says what it answers.
  package internal(set) var answered: Int?
  /// The median time from what was written to the first answer, in seconds. Nil without answers.
  package internal(set) var medianReply: Int?
  /// Activities in the window, and those towards a member.
  package internal(set) var activities = 0
  package internal(set) var towardsMembers = 0
  /// Those towards a member that answer nothing.
  package internal(set) var proactive = 0
  /// Days of the window before today on which the host did nothing, and activities of the host's members on them.
  package internal(set) var silentDays = 0
  package internal(set) var activitiesOnSilentDays = 0
  /// The same for the other days.
  package internal(set) var otherDays = 0
  package internal(set) var activitiesOnOtherDays = 0
  /// Occasions for care of the host's members that were used in time, and those missed; nil while unknown.
  package internal(set) var careDone: Int?
  package internal(set) var careMissed: Int?

  init(id: String, host: Host?) {
    self.id = id
    name = host?.name
    hasRecord = host != nil
  }

  /// Answered ÷ asked. Nil where unknown, or nothing was asked.
  package var answerRate: Double? {
    guard let answered, asked > 0 else { return nil }
    return Double(answered) / Double(asked)
  }

  /// Nil without an activity towards a member.
  package var proactiveShare: Double? {
    towardsMembers > 0 ? Double(proactive) / Double(towardsMembers) : nil
  }

  package var careOnTime: Double? {
    guard let careDone, let careMissed, careDone + careMissed > 0 else { return nil }
    return Double(careDone) / Double(careDone + careMissed)
  }
}

/// How much the members do by themselves: their activity on days on which their host is silent, beside other days.
package struct SilentDays: Hashable, Sendable {
  /// Days of each host, summed up over the hosts who have members.
  package let silentDays: Int
  package let otherDays: Int
  package let onSilent: Int
  package let onOther: Int

  /// Activities of a host's members on a day.
  package var bySilentDay: Double? { silentDays > 0 ? Double(onSilent) / Double(silentDays) : nil }
  package var byOtherDay: Double? { otherDays > 0 ? Double(onOther) / Double(otherDays) : nil }

  /// Activity on a silent day ÷ on another: 1 where the members need no host.
  package var ratio: Double? {
    guard let bySilentDay, let byOtherDay, byOtherDay > 0 else { return nil }
    return bySilentDay / byOtherDay
  }
}
