import Algorithms
import Community
import Synchronization

/// Somebody whom a member referred and who bought.
struct TierReferral: Hashable, Sendable {
  /// Indexes of the members.
  var by: UInt32
  var of: UInt32
  /// The first purchase, in milliseconds since 1970.
  var bought: Int64
  /// From when on it's known who referred them: the same, or the activity that did so if that was later.
  var known: Int64
}

/// Who referred whom, as far as they bought.
struct TierReferrals: Sendable {
  /// By referrer, then by first purchase.
  private var settled: [TierReferral] = []
  /// Those who were looked at again since, by the index of the member referred; nil: nobody's referral any more.
  private var recent: [UInt32: TierReferral?] = [:]
  /// By member, the place of who referred them in `settled` and 1; 0 for nobody.
  private var places: [UInt32] = []

  init() {}

  /// - Complexity: O(members + orders), by worker, and O(*r* log *r*) for *r* referrals.
  init(
    community: Community, figures: MemberFigures, on computation: Computation
  ) {
    let count = min(figures.count, community.members.count)
    let workers = computation.workers
    let parts = Mutex<[[TierReferral]]>(Array(repeating: [], count: workers))
    computation.forEach(workers) { worker in
      let members = count * worker / workers..<count * (worker + 1) / workers
      let part = TierReferrals.read(members, community, figures)
      parts.withLock { $0[worker] = part }
    }
    settled = parts.withLock { $0 }.flatMap { $0 }
    settled.sort { ($0.by, $0.bought, $0.of) < ($1.by, $1.bought, $1.of) }
    places = Array(repeating: 0, count: count)
    for (place, referral) in settled.enumerated() { places[Int(referral.of)] = UInt32(place + 1) }
  }

  private static func read(
    _ members: Range<Int>, _ community: Community, _ figures: MemberFigures
  ) -> [TierReferral] {
    let now = figures.moment.now.rawValue
    var firsts = [Int64](repeating: .max, count: members.count)
    for segment in community[.orders].segments {
      let column = segment.member.span
      let times = segment.at.span
      let amountColumn = segment.integers[OrderField.amount.slot]
      let amounts = amountColumn.span
      for row in 0..<column.count {
        let member = Int(column[row]) - members.lowerBound
        guard member >= 0, member < firsts.count, times[row] <= now, amounts[row] >= 0 else { continue }
        if times[row] < firsts[member] { firsts[member] = times[row] }
      }
    }
    var found: [TierReferral] = []
    for place in firsts.indices where firsts[place] != .max {
      let member = Member.Index(members.lowerBound + place)
      if let referral = referral(of: member, bought: firsts[place], community, figures) {
        found.append(referral)
      }
    }
    return found
  }

  private static func referral(
    of member: Member.Index, bought: Int64, _ community: Community, _ figures: MemberFigures
  ) -> TierReferral? {
    guard figures.isListed(member),
      let referrer = Referrers.referrer(of: member, community, figures)
    else { return nil }
    var known = bought
    if figures.inviter(member) == referrer, !isStated(member, community),
      let at = figures.referralTime(to: member)
    {
      known = max(bought, at)
    }
    return TierReferral(by: referrer.rawValue, of: member.rawValue, bought: bought, known: known)
  }

  /// Whether the member's record names somebody else as referrer.
  private static func isStated(_ member: Member.Index, _ community: Community) -> Bool {
    let (block, row) = community.members.place(member)
    return community.members.blocks[block].referrers.withBytes(row: row) { id in
      id.map { community.memberIDs.index(of: $0) != member.value } ?? false
    }
  }

  /// Those whom a member referred.
  func referrals(by member: Member.Index) -> [TierReferral] {
    var found: [TierReferral] = []
    let first = settled.partitioningIndex { $0.by >= member.rawValue }
    for referral in settled[first...] {
      guard referral.by == member.rawValue else { break }
      if recent.isEmpty || recent[referral.of] == nil { found.append(referral) }
    }
    if !recent.isEmpty {
      for case let referral? in recent.values where referral.by == member.rawValue { found.append(referral) }
      found.sort { ($0.bought, $0.of) < ($1.bought, $1.of) }
    }
    return found
  }

  private func settledReferral(of member: Member.Index) -> TierReferral? {
    guard member.value < places.count, places[member.value] > 0 else { return nil }
    return settled[Int(places[member.value]) - 1]
  }

  /// Calls `body` with each referral by members of a range.
  func forEach(by members: Range<Int>, _ body: (TierReferral) -> Void) {
    for referral in settled where members.contains(Int(referral.by)) { body(referral) }
  }

  /// Looks at members again whose events or records changed.
  ///
  /// - Returns: the members whose referrals are others now.
  mutating func update(
    _ touched: [Member.Index], community: Community, figures: MemberFigures
  ) -> Set<Member.Index> {
    var changed: Set<Member.Index> = []
    let segments = community[.orders].segments
    let now = figures.moment.now.rawValue
    // Whom the touched members invited may be their referrals now.
    var looked = Set(touched)
    if let reader = ReferralReader(community) {
      let segments = community[.activity].segments
      for member in touched {
        for row in community.rows(.activity, of: member) {
          if let to = reader.invited(by: row.offset, of: segments[row.segment]) {
            looked.insert(Member.Index(rawValue: to))
          }
        }
      }
    }
    for member in looked {
      let first = community.rows(.orders, of: member).first { row in
        let segment = segments[row.segment]
        return segment.at[row.offset] <= now && segment.integers[OrderField.amount.slot][row.offset] >= 0
      }
      let bought = first.map { segments[$0.segment].at[$0.offset] }
      let new = bought.flatMap { TierReferrals.referral(of: member, bought: $0, community, figures) }
      let old = recent[member.rawValue] ?? settledReferral(of: member)
      guard new != old else { continue }
      for referral in [new, old] {
        if let by = referral?.by { changed.insert(Member.Index(rawValue: by)) }
      }
      recent[member.rawValue] = .some(new)
    }
    return changed
  }
}
