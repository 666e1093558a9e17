/// A rule of the calendar: on which occasion who is to be given what.
package struct TouchpointRule: Hashable, Sendable {
  /// The word in touchpoints (`trigger`) and decisions (`rule`).
  package var id: String
  package var name: BilingualText
  package var trigger: TouchpointTrigger
  /// The window: so many days before the occasion and after it.
  package var before: Int
  package var after: Int
  /// A filter of members; empty for all.
  package var who: String
  /// What is said, and what is given with it.
  package var text: BilingualText
  package var benefit: BilingualText
  /// What a touch by this rule puts into the emotional account.
  package var value: Double
  /// By which it's sent; nil: any that the member hasn't refused.
  package var channel: String?
  /// Of one touch, in currency units.
  package var cost: Double

  package init(
    id: String, name: BilingualText, trigger: TouchpointTrigger, before: Int = 0, after: Int = 0,
    who: String = "", text: BilingualText = BilingualText(""), benefit: BilingualText = BilingualText(""),
    value: Double = 0, channel: String? = nil, cost: Double = 0
  ) {
    self.id = id
    self.name = name
    self.trigger = trigger
    self.before = before
    self.after = after
    self.who = who
    self.text = text
    self.benefit = benefit
    self.value = value
    self.channel = channel
    self.cost = cost
  }

  /// Days that a window may have beside the occasion's own.
  package static let longestWindow = 365
}

/// Content or benefits that members are to get in every day, week or month.
package struct CadenceSlot: Hashable, Sendable {
  package enum Period: String, CaseIterable, Hashable, Sendable { case day, week, month }

  package var id: String
  package var name: BilingualText
  package var every: Period
  /// Kinds of touchpoints, and types of what hosts do, by which it's kept.
  package var kinds: [String]
  /// The space of the activity or the channel of the touchpoint; nil: any.
  package var space: String?

  package init(id: String, name: BilingualText, every: Period, kinds: [String], space: String? = nil) {
    self.id = id
    self.name = name
    self.every = every
    self.kinds = kinds
    self.space = space
  }
}
