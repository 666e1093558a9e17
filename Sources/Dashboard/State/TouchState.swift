import Community
import Loyalty

/// What was decided here about touchpoints and isn't in the calendar yet.
public struct TouchState: Sendable {
  public var pending: [TouchKey: RecallState.Pending] = [:]

  public init() {}
}

/// A touchpoint that is due: whom it concerns and by which rule, by their ids.
public struct TouchKey: Hashable, Sendable {
  public var member: String
  public var rule: String

  public init(member: String, rule: String) {
    self.member = member
    self.rule = rule
  }
}

/// What is to be decided about touchpoints that are due.
public enum TouchAction: Hashable, Sendable {
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
