/// A touchpoint that is due: whom it concerns and by which rule, by their ids.
package struct TouchKey: Hashable, Sendable {
  package var member: String
  package var rule: String

  package init(member: String, rule: String) {
    self.member = member
    self.rule = rule
  }
}

/// What is to be decided about touchpoints that are due.
package enum TouchAction: Hashable, Sendable {
  /// It was done: the account takes its deposit.
  case touch
  /// The occasion is let pass.
  ///
  /// - reason: nil where none was given.
  case skip(reason: String?)
  case snooze(days: Int)
  /// It's left to a host.
  case hand(host: String)
}
