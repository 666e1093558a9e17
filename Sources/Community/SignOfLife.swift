/// Something by which it can be told that a member is still there.
package enum SignOfLife: String, CaseIterable, Hashable, Sendable {
  /// An order of 0 or more.
  case purchase
  /// Any activity but those that are a complaint or an unsubscribe.
  case activity
  /// Something taken for points.
  case redemption
  /// A survey answer that is no detractor's.
  case answer
  /// A detractor's answer: NPS 0 to 6, CSAT 1 and 2, CES 1 to 3.
  case detractor
  /// A complaint, in its own feed or as an activity of that type.
  case complaint
  /// An activity of type `unsubscribe`, `opt_out` or `unfollow`.
  case unsubscribe

  /// Whoever complains or leaves a list is about to go, not back.
  package static let standard: [SignOfLife] = [.purchase, .activity, .redemption, .answer]
}
