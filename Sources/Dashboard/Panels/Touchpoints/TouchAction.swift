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
