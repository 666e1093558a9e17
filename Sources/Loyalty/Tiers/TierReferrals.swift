import Algorithms
import Community
import Synchronization

/// Somebody whom a member referred and who bought.
struct TierReferral: Hashable, Sendable {
  /// Indexes of the members.
  var by: UInt32
  var of: UInt32
  /// From when on it counts, in milliseconds since 1970: the first purchase, or the activity that told of the referral
  /// where that came later on the same day.
  var at: Int64
}

/// Who referred whom, as far as they bought.
struct TierReferrals: Sendable {
  /// By referrer, then by time.
  private var settled: [TierReferral] = []
  /// Those who were looked at again since, by the index of the member referred; nil: nobody's referral any more.
  private var recent: [UInt32: TierReferral?] = [:]
  /// By member, the place of who referred them in `settled` and 1; 0 for nobody.
  private var places: [UInt32] = []
  /// By referrer, people who had bought before: they count as soon as the referrer turns out to have joined earlier.
  private var early: [UInt32: Set<UInt32>] = [:]

  init() {}

  /// - Complexity: O(members + orders), by worker, and O(*r* log *r*) for *r* referrals.
  init(
    community: Community, figures: MemberFigures, on computation: Computation
  ) {
    let count = min(figures.count, community.members.count)
    let workers = computation.workers
    let parts = Mutex<[Found]>(Array(repeating: Found(), count: workers))
    computation.forEach(workers) { worker in
      let members = count * worker / workers..<count * (worker + 1) / workers
      let part = TierReferrals.read(members, community, figures)
      parts.withLock { $0[worker] = part }
    }
    let found = parts.withLock { $0 }
    settled = found.flatMap(\.referrals)
    for part in found { early.merge(part.early) { $0.union($1) } }
    settled.sort { ($0.by, $0.at, $0.of) < ($1.by, $1.at, $1.of) }
    places = Array(repeating: 0, count: count)
    for (place, referral) in settled.enumerated() { places[Int(referral.of)] = UInt32(place + 1) }
  }

  /// What was found of a range of members.
  private struct Found: Sendable {
    var referrals: [TierReferral] = []
    var early: [UInt32: Set<UInt32>] = [:]
  }

  private static func read(
    _ members: Range<Int>, _ community: Community, _ figures: MemberFigures
  ) -> Found {
    let firsts = Referrers.firstPurchases(members, community, now: figures.moment.now.rawValue)
    var found = Found()
    for place in firsts.indices where firsts[place].at != .max {
      let member = Member.Index(members.lowerBound + place)
      switch Referrers.referral(of: member, bought: firsts[place].at, community, figures) {
      case .counts(let by, let at)?:
        found.referrals.append(TierReferral(by: by.rawValue, of: member.rawValue, at: at))
      case .boughtBefore(let by)?: found.early[by.rawValue, default: []].insert(member.rawValue)
      case nil: break
      }
    }
    return found
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
      found.sort { ($0.at, $0.of) < ($1.at, $1.of) }
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
    // When they joined decides whose purchases came before that.
    for member in touched {
      looked.formUnion(referrals(by: member).map { Member.Index(rawValue: $0.of) })
      looked.formUnion((early[member.rawValue] ?? []).map { Member.Index(rawValue: $0) })
    }
    for member in looked {
      let first = community.rows(.orders, of: member).first { row in
        let segment = segments[row.segment]
        return segment.at[row.offset] <= now && segment.integers[OrderField.amount.slot][row.offset] >= 0
      }
      let bought = first.map { segments[$0.segment].at[$0.offset] }
      var new: TierReferral?
      switch bought.flatMap({ Referrers.referral(of: member, bought: $0, community, figures) }) {
      case .counts(let by, let at)?: new = TierReferral(by: by.rawValue, of: member.rawValue, at: at)
      case .boughtBefore(let by)?: early[by.rawValue, default: []].insert(member.rawValue)
      case nil: break
      }
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
