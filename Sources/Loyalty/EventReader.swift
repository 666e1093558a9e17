import Community

/// Reads what the rows of one feed of events add to the figures of their members.
struct EventReader {
  private let feed: Feed

  init(_ community: Community, _ feed: Feed) { self.feed = feed }

  /// Calls `body` with row, member and time of each row that concerns a member.
  @inline(__always)
  func forEachRow(of segment: Segment, _ body: (Int, UInt32, Int64) -> Void) {
    segment.member.withUnsafeBufferPointer { members in
      segment.at.withUnsafeBufferPointer { at in
        for row in 0..<min(members.count, at.count) where members[row] < 0x8000_0000 {
          body(row, members[row], at[row])
        }
      }
    }
  }

  @inline(__always)
  func add(_ row: Int, at: Int64, of segment: Segment, to entry: inout MemberFigures.Entry) {
    if at < entry.firstEvent { entry.firstEvent = at }
    switch feed {
    case .orders:
      let amount = segment.integers[OrderField.amount.slot][row]
      entry.spend &+= amount
      guard amount >= 0 else { return }
      entry.orders += 1
      if at > entry.lastOrder { entry.lastOrder = at }
    case .activity, .surveys: break
    case .points:
      let rewards = segment.symbols[PointField.reward.slot]
      guard !rewards.isEmpty, rewards[row] != Symbol.none.rawValue else { return }
    default: return
    }
    if at > entry.lastSeen { entry.lastSeen = at }
  }
}

/// Finds the activities by which one member invited another.
struct ReferralReader {
  private let referral: UInt32

  /// Nil when no activity is a referral.
  init?(_ community: Community) {
    guard let symbol = community.symbols.symbol(of: "referral") else { return nil }
    referral = symbol.rawValue
  }

  /// Calls `body` with row, inviting member, invited member and time of each referral.
  func forEachReferral(of segment: Segment, _ body: (Int, UInt32, UInt32, Int64) -> Void) {
    let types = segment.symbols[ActivityField.type.slot]
    guard !types.isEmpty, !segment.to.isEmpty else { return }
    for row in 0..<segment.count where types[row] == referral {
      guard segment.member[row] < 0x8000_0000, segment.to[row] < 0x8000_0000 else { continue }
      body(row, segment.member[row], segment.to[row], segment.at[row])
    }
  }

  /// The member that an activity invites.
  func invited(by row: Int, of segment: Segment) -> UInt32? {
    let types = segment.symbols[ActivityField.type.slot]
    guard !types.isEmpty, !segment.to.isEmpty, types[row] == referral, segment.to[row] < 0x8000_0000 else {
      return nil
    }
    return segment.to[row]
  }
}
