import Community
import Synchronization

/// The points of all members as of one moment: balances, what expires, and sums over all.
///
/// Each account, of one member or of a household that shares a pool, is replayed from its first record. A balance is the
/// sum of the account's open lots; those who share a pool all have the pool's, while sums count it once.
///
/// Where the feed of points holds any record it alone is the ledger. Otherwise points are earned by the programme's
/// rules from purchases, activities and referrals.
package struct Points: Sendable {
  /// The windows ahead for which expiring points are summed up, in calendar days with today's: what expires within
  /// 30 days does so today or on one of the next 29, which is what `expiring<30d` finds.
  package static let windows = [7, 30, 90]

  /// What holds for a member.
  struct Standing: Hashable, Sendable {
    var balance: Int64 = 0
    var expiring7: Int64 = 0
    var expiring30: Int64 = 0
    var expiring90: Int64 = 0
    /// When the next points expire, `Int64.max` where none do.
    var next = Int64.max
    /// What should have been taken from the account and couldn't.
    var dropped: Int64 = 0

    func expiring(_ place: Int) -> Int64 {
      place == 0 ? expiring7 : place == 1 ? expiring30 : expiring90
    }
  }

  static let blockShift = 12
  static let blockSize = 1 << blockShift

  private(set) var source: PointsSource
  /// Whether the feed of points is the ledger, rather than the programme's rules.
  package private(set) var isLedger: Bool
  package private(set) var pools: PointPools
  private(set) var referrals: BoughtReferrals?
  private(set) var tally = PointsTally()
  private var blocks: [[Standing]] = []
  private(set) var count = 0

  package var moment: Moment { source.moment }
  package var rules: Program.PointsRules { source.community.program.points }

  /// - Complexity: O(members + records that change points), by worker; a pass over the columns for every 131,072 members.
  /// - Returns: nil if cancelled.
  package init?(
    community: Community, figures: MemberFigures, on computation: Computation = .serial
  ) {
    source = PointsSource(community: community, figures: figures, moment: figures.moment)
    isLedger = PointsReader.isLedger(community)
    pools = PointPools(community: community, figures: figures)
    if !isLedger {
      referrals = BoughtReferrals(
        community: community, figures: figures, moment: figures.moment, on: computation)
    }
    if computation.isCancelled() { return nil }
    count = min(community.members.count, figures.count)
    let parts = PointsPart.ranges(count, workers: computation.workers)
    let results = Mutex<[PointsPart?]>(Array(repeating: nil, count: parts.count))
    let next = Atomic(0)
    let account = PointsAccount(source: source, pools: pools, referrals: referrals)
    computation.forEach(max(1, min(computation.workers, parts.count))) { _ in
      while true {
        let number = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard number < parts.count, !computation.isCancelled() else { return }
        let part = PointsPart(parts[number], account, isCancelled: computation.isCancelled)
        results.withLock { $0[number] = part }
      }
    }
    for part in results.withLock({ $0 }) {
      guard let part else { return nil }
      blocks += part.blocks
      tally.add(part.tally)
    }
    for pool in pools.pools(in: 0..<count) {
      let standing = self[pool[0]]
      for member in pool.dropFirst() { set(standing, of: member) }
    }
    if computation.isCancelled() { return nil }
  }

  // MARK: Reading

  private subscript(member: UInt32) -> Standing {
    blocks[Int(member) >> Points.blockShift][Int(member) & (Points.blockSize - 1)]
  }

  @inline(__always)
  func standing(_ member: Member.Index) -> Standing? {
    member.value < count && source.figures.isListed(member) ? self[member.rawValue] : nil
  }

  /// The points that a member may spend: the sum of the account's open lots. Nil for whoever isn't listed.
  package func balance(_ member: Member.Index) -> Int64? { standing(member)?.balance }

  /// Points that expire within so many calendar days, one of `windows`.
  package func expiring(within days: Int, _ member: Member.Index) -> Int64? {
    guard let place = Points.windows.firstIndex(of: days) else { return nil }
    return standing(member)?.expiring(place)
  }

  /// When the next of a member's points expire.
  package func nextExpiry(_ member: Member.Index) -> Instant? {
    guard let next = standing(member)?.next, next != .max else { return nil }
    return Instant(rawValue: next)
  }

  /// What should have been taken from a member's account and couldn't, because there was no more.
  package func dropped(_ member: Member.Index) -> Int64? { standing(member)?.dropped }

  /// The last instant that is within so many calendar days, today's counted.
  static func end(ofWindow days: Int, _ moment: Moment) -> Instant {
    moment.zone.end(of: moment.today.adding(days: days - 1))
  }

  // MARK: Changes

  private mutating func set(_ standing: Standing, of member: UInt32) {
    blocks[Int(member) >> Points.blockShift][Int(member) & (Points.blockSize - 1)] = standing
  }

  /// Takes up what was added or changed for some members, with whoever shares their points and whoever referred them.
  /// The others stay as of the moment before.
  ///
  /// Where that isn't enough, because the programme changed, the feed of points got its first record or time went back,
  /// everything is computed anew.
  ///
  /// - Complexity: O(records of the accounts concerned).
  package mutating func update(_ touched: [Member.Index], community: Community, figures: MemberFigures) {
    let new = PointsSource(community: community, figures: figures, moment: figures.moment)
    let old = source
    guard new.moment.now >= old.moment.now, new.moment.zone == old.moment.zone,
      community.program == old.community.program, PointsReader.isLedger(community) == isLedger,
      figures.count >= count, community.hosts.count == old.community.hosts.count
    else {
      if let points = Points(community: community, figures: figures) { self = points }
      return
    }
    let (oldPools, oldReferrals) = (pools, referrals)
    var concerned = Set(touched.filter { $0.value < figures.count }.map(\.rawValue))
    for member in UInt32(count)..<UInt32(figures.count) {
      concerned.insert(member)
      let id = community.members.id(Member.Index(rawValue: member))
      concerned.formUnion(pools.waiting(for: id) + (referrals?.waiting(for: id) ?? []))
    }
    let people = concerned.map { Member.Index(rawValue: $0) }
    concerned.formUnion(pools.update(people, from: old, to: new))
    if referrals != nil {
      let invited = people.flatMap { Points.invited(by: $0, community) }
      concerned.formUnion(
        referrals?.update(Set(people).union(invited), from: old, to: new) ?? [])
    }
    let before = PointsAccount(source: old, pools: oldPools, referrals: oldReferrals)
    let after = PointsAccount(source: new, pools: pools, referrals: referrals)
    var removed: Set<UInt32> = []
    for member in concerned where Int(member) < count {
      let account = oldPools.account(of: member)
      guard removed.insert(account[0]).inserted else { continue }
      tally.remove(before.tally(of: account).tally)
      concerned.formUnion(account)
    }
    while count < figures.count {
      if count & (Points.blockSize - 1) == 0 { blocks.append([]) }
      blocks[count >> Points.blockShift].append(Standing())
      count += 1
    }
    source = new
    var added: Set<UInt32> = []
    for member in concerned {
      let account = pools.account(of: member)
      guard added.insert(account[0]).inserted else { continue }
      let (standing, tally) = after.tally(of: account)
      self.tally.add(tally)
      for member in account { set(standing, of: member) }
    }
  }

  /// Whom a member invited.
  private static func invited(by member: Member.Index, _ community: Community) -> [Member.Index] {
    guard let reader = ReferralReader(community) else { return [] }
    let segments = community[.activity].segments
    return community.rows(.activity, of: member).compactMap { row in
      reader.invited(by: row.offset, of: segments[row.segment]).map { Member.Index(rawValue: $0) }
    }
  }
}
