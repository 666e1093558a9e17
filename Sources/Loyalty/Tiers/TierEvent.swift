/// Something that bears on a member's tier.
struct TierEvent: Sendable {
  /// What happened; in this order where it's at the same time.
  enum Kind: Int64 {
    /// `value` is the amount, `extra` 1 while it counts as a purchase.
    case purchase
    /// A refund that counts on its own day; `value` is the amount, below 0.
    case refund
    /// Any activity; and one that is a contribution.
    case activity, contribution
    /// An answer to NPS; `value` is the score.
    case answer
    /// Somebody who was referred bought for the first time.
    case referral
    /// `value` is points earned.
    case points
    /// Changes the `value` of the earlier event at place `extra`, and its `extra`.
    case adjustAmount, adjustCount
    /// Only the time matters.
    case tick
  }

  /// Milliseconds since 1970, and the kind in the lowest four bits.
  var key: Int64
  var value: Int64
  var day: Int32 = 0
  var extra: Int32 = 0

  @inline(__always)
  init(_ kind: Kind, at: Int64, value: Int64 = 0, extra: Int32 = 0) {
    key = at << 4 | kind.rawValue
    self.value = value
    self.extra = extra
  }

  @inline(__always) var at: Int64 { key >> 4 }
  @inline(__always) var kind: Kind { Kind(rawValue: key & 15) ?? .tick }
}
