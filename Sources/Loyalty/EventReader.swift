import Community

/// What the rows of one feed of events add to the figures of their members.
struct EventReader {
  /// How a row counts.
  private enum Effect { case order, seen, activity, answer, redemption, event }

  private let effect: Effect
  private let signs: SignsOfLife

  init(_ feed: Feed, _ signs: SignsOfLife) {
    self.signs = signs
    switch feed {
    case .orders: effect = .order
    case .activity: effect = signs.allActivity ? .seen : .activity
    case .surveys: effect = .answer
    case .points: effect = signs.redemptions ? .redemption : .event
    case .complaints: effect = signs.complaints ? .seen : .event
    default: effect = .event
    }
  }

  /// Adds the rows of a segment up to `now` of some members, the first of which is `first`, and calls `later`
  /// with member and time of those after.
  func add(
    _ segment: Segment, until now: Int64, from first: Int,
    to entries: inout MutableSpan<MemberFigures.Entry>, later: (UInt32, Int64) -> Void
  ) {
    switch effect {
    case .order:
      let amountColumn = segment.integers[OrderField.amount.slot]
      let amounts = amountColumn.span
      forEachRow(segment, now, first, &entries, later) {
        $0.add(order: amounts[$2], at: $1, isSeen: signs.purchases)
      }
    case .seen: forEachRow(segment, now, first, &entries, later) { entry, at, _ in entry.see(at) }
    case .activity:
      let typeColumn = segment.symbols[ActivityField.type.slot]
      let types = typeColumn.span
      forEachRow(segment, now, first, &entries, later) { entry, at, row in
        if signs.counts(activity: types.isEmpty ? 0 : types[row]) { entry.see(at) }
      }
    case .answer:
      let kindColumn = segment.symbols[SurveyField.kind.slot]
      let kinds = kindColumn.span
      let scoreColumn = segment.integers[SurveyField.score.slot]
      let scores = scoreColumn.span
      forEachRow(segment, now, first, &entries, later) { entry, at, row in
        if signs.counts(answer: kinds.isEmpty ? 0 : kinds[row], score: scores[row]) { entry.see(at) }
      }
    case .redemption:
      let rewardColumn = segment.symbols[PointField.reward.slot]
      let rewards = rewardColumn.span
      forEachRow(segment, now, first, &entries, later) { entry, at, row in
        if !rewards.isEmpty, rewards[row] != 0 { entry.see(at) }
      }
    case .event: forEachRow(segment, now, first, &entries, later) { _, _, _ in }
    }
  }

  @inline(__always)
  private func forEachRow(
    _ segment: Segment, _ now: Int64, _ first: Int,
    _ entries: inout MutableSpan<MemberFigures.Entry>, _ later: (UInt32, Int64) -> Void,
    _ body: (inout MemberFigures.Entry, Int64, Int) -> Void
  ) {
    let members = segment.member.span
    let times = segment.at.span
    for row in 0..<min(members.count, times.count) {
      let member = Int(members[row]) - first
      guard member >= 0, member < entries.count else { continue }
      let at = times[row]
      if at > now {
        later(members[row], at)
        continue
      }
      if at < entries[member].firstEvent { entries[member].firstEvent = at }
      body(&entries[member], at, row)
    }
  }

  /// Adds one row.
  func add(_ row: Int, of segment: Segment, to entry: inout MemberFigures.Entry) {
    let at = segment.at[row]
    entry.firstEvent = min(entry.firstEvent, at)
    switch effect {
    case .order:
      entry.add(order: segment.integers[OrderField.amount.slot][row], at: at, isSeen: signs.purchases)
    case .seen: entry.see(at)
    case .activity: if signs.contains(.activity, segment, row) { entry.see(at) }
    case .answer: if signs.contains(.surveys, segment, row) { entry.see(at) }
    case .redemption: if segment.symbol(PointField.reward, row) != .none { entry.see(at) }
    case .event: break
    }
  }
}

extension MemberFigures.Entry {
  @inline(__always)
  mutating func see(_ at: Int64) {
    if at > lastSeen { lastSeen = at }
  }

  @inline(__always)
  mutating func add(order amount: Int64, at: Int64, isSeen: Bool) {
    spend &+= amount
    guard amount >= 0 else { return }
    orders += 1
    if at > lastOrder { lastOrder = at }
    if isSeen { see(at) }
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
