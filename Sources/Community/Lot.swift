/// Where members fall when a campaign is dealt out: a fraction that depends on campaign and member alone, so that
/// the same member has the same lot on every machine, and another one in another campaign.
package enum Lot {
  /// The first 8 bytes of SHA-256(campaign ‖ 0 ‖ member id), most significant first, as a fraction: 0 ≤ lot < 1.
  ///
  /// Of the 64 bits the upper 53 count, which is what a `Double` holds.
  package static func of(_ member: String, in campaign: String) -> Double {
    var hash = SHA256()
    hash.add(campaign.utf8)
    hash.add(0)
    hash.add(member.utf8)
    let words = hash.finish()
    let number = UInt64(words[0]) << 32 | UInt64(words[1])
    return Double(number >> 11) / Double(UInt64(1) << 53)
  }

  /// The campaign that a recall belongs to unless one is named: the play's id and the calendar quarter, as in
  /// `coupon-2026Q4`.
  package static func campaign(play: String, day: Day) -> String {
    let (year, month, _) = day.civil
    return "\(play)-\(year)Q\((month - 1) / 3 + 1)"
  }
}

/// What a member's lot makes of a recall.
package enum Assignment: Hashable, Sendable {
  case heldOut
  /// To be recalled, with the arm of the campaign if it has any.
  case recalled(arm: String?)

  /// Lots below `holdOut` are held out. The rest of the range is dealt to the arms in their order, each by its
  /// share; arms without a share divide among them what the others leave of 1. A lot beyond the sum of shares has
  /// no arm.
  package init(member: String, campaign: String, holdOut: Double, arms: [Campaign.Arm] = []) {
    let lot = Lot.of(member, in: campaign)
    guard lot >= holdOut else {
      self = .heldOut
      return
    }
    let place = (lot - holdOut) / (1 - holdOut)
    let stated = arms.reduce(0) { $0 + max(0, $1.share ?? 0) }
    let open = arms.count { $0.share == nil }
    let rest = open == 0 ? 0 : max(0, 1 - stated) / Double(open)
    var end = 0.0
    for arm in arms {
      end += max(0, arm.share ?? rest)
      if place < end {
        self = .recalled(arm: arm.id)
        return
      }
    }
    self = .recalled(arm: nil)
  }
}
