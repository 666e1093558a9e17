import Community
import Synchronization

/// What the six feeds of events say of each member up to one moment, in blocks, so that copies share and a
/// change copies the blocks of the members it touches.
///
/// An order of 0 or more is a purchase, a negative one a refund. By what a member is seen, `SignsOfLife`
/// says. Nothing dated after the moment counts.
package struct MemberFigures: Sendable {
  /// The figures of one member. Times are in milliseconds since 1970, `Instant.unknown` where there's none.
  struct Entry: Sendable {
    var firstEvent = Int64.max
    var lastSeen = Int64.min
    var lastOrder = Int64.min
    /// Hundredths of the currency's unit.
    var spend: Int64 = 0
    /// Joining as it counts: the record's time, or the first event's where that is missing or earlier.
    var joined = Int64.min
    var orders: UInt32 = 0
    /// The inviting member's index and 1, 0 for nobody; in the top bit whether the member isn't listed.
    private var link: UInt32 = 0

    var isListed: Bool {
      get { link >> 31 == 0 }
      set { link = link & 0x7FFF_FFFF | (newValue ? 0 : 0x8000_0000) }
    }

    /// Who invited the member by the earliest activity of type `referral` towards them.
    var inviter: Member.Index? {
      get { link << 1 == 0 ? nil : Member.Index(rawValue: link & 0x7FFF_FFFF - 1) }
      set { link = link & 0x8000_0000 | (newValue.map { $0.rawValue + 1 } ?? 0) }
    }
  }

  static let blockShift = 12
  static let blockSize = 1 << blockShift

  private(set) var blocks: [[Entry]] = []
  package private(set) var count = 0
  /// The moment up to which events count.
  package private(set) var moment: Moment
  private var tally = MemberTally()
  private var upcoming = Upcoming()
  /// By member, the earliest referral towards them.
  private var referrals: [UInt32: Referral] = [:]
  /// Members whose id is a host's too: the host has it, so they aren't listed.
  private var hosts: Set<UInt32> = []

  /// Computes the figures of all members.
  ///
  /// - Complexity: O(members + events), one pass over the columns of the events by worker.
  package init(
    community: Community, moment: Moment, on computation: Computation = .serial
  ) {
    self.moment = moment
    rebuild(community, on: computation)
  }

  // MARK: Reading

  @inline(__always)
  func entry(_ member: Member.Index) -> Entry {
    blocks[member.value >> MemberFigures.blockShift][member.value & (MemberFigures.blockSize - 1)]
  }

  /// How many purchases the member ever made, refunded ones too.
  package func orders(_ member: Member.Index) -> Int { Int(entry(member).orders) }

  /// The sum of all amounts ever, refunds included.
  package func spend(_ member: Member.Index) -> Money { Money(rawValue: entry(member).spend) }

  /// When the member was last seen: by the newest record that `SignsOfLife` has.
  package func lastSeen(_ member: Member.Index) -> Instant? {
    Instant(rawValue: entry(member).lastSeen).known
  }

  /// The newest purchase.
  package func lastOrder(_ member: Member.Index) -> Instant? {
    Instant(rawValue: entry(member).lastOrder).known
  }

  /// The earliest event of any of the six feeds.
  package func firstEvent(_ member: Member.Index) -> Instant? {
    let first = entry(member).firstEvent
    return first == .max ? nil : Instant(rawValue: first)
  }

  /// When the member joined: what the record says, or the first event where that is missing or earlier.
  package func joined(_ member: Member.Index) -> Instant? { Instant(rawValue: entry(member).joined).known }

  /// Whether the member counts by now: from joining or the first event on, or without any date at all.
  package func isListed(_ member: Member.Index) -> Bool { entry(member).isListed }

  /// Who invited the member by the earliest activity of type `referral` towards them.
  package func inviter(_ member: Member.Index) -> Member.Index? { entry(member).inviter }

  /// How many members are listed.
  package var listedCount: Int { tally.count }
  /// Listed members by the day on which they joined.
  package var joinedByDay: DayCounts { tally.joinedByDay }
  /// Listed members by the day on which they were last seen.
  package var lastSeenByDay: DayCounts { tally.lastSeenByDay }
  /// Listed members who were never seen, by the day on which they joined.
  package var unseenByDay: DayCounts { tally.unseenByDay }
  /// Listed members with a purchase ever.
  package var buyerCount: Int { tally.buyers }
  /// Listed members with two purchases or more.
  package var repeatBuyerCount: Int { tally.repeatBuyers }

  /// The first event of all members, in milliseconds since 1970; `Int64.max` without any.
  ///
  /// - Complexity: O(members).
  var earliestEvent: Int64 {
    var earliest = Int64.max
    for block in blocks {
      for entry in block where entry.firstEvent < earliest { earliest = entry.firstEvent }
    }
    return earliest
  }

  /// When the earliest activity of type `referral` towards the member was, in milliseconds since 1970.
  func referralTime(to member: Member.Index) -> Int64? { referrals[member.rawValue]?.at }

  /// How many members were invited by an activity of type `referral`.
  package var invitedCount: Int { referrals.count }

  /// Whether `advance` to `moment` would change any figure but ages.
  package func changes(by moment: Moment) -> Bool {
    moment.now < self.moment.now || moment.zone != self.moment.zone || upcoming.isDue(moment.now)
  }
}

// MARK: - Computing

extension MemberFigures {
  private mutating func rebuild(
    _ community: Community, on computation: Computation = .serial
  ) {
    blocks = []
    count = community.members.count
    tally = MemberTally()
    upcoming = Upcoming()
    referrals = [:]
    findHosts(community)
    let allBlocks = (count + MemberFigures.blockSize - 1) >> MemberFigures.blockShift
    let workers = max(1, min(computation.workers, allBlocks))
    let parts = Mutex<[FiguresPart?]>(Array(repeating: nil, count: workers))
    computation.forEach(workers) { [count, moment, hosts] worker in
      let start = (allBlocks * worker / workers) << MemberFigures.blockShift
      let end = (allBlocks * (worker + 1) / workers) << MemberFigures.blockShift
      let part = FiguresPart(start..<min(count, end), community: community, moment: moment, hosts: hosts)
      parts.withLock { $0[worker] = part }
    }
    for part in parts.withLock({ $0 }).compactMap({ $0 }) {
      blocks += part.blocks
      tally.add(part.tally)
      upcoming.add(part.upcoming)
      referrals.merge(part.referrals) { $1 }
    }
  }

  private mutating func note(_ referral: Referral, to: UInt32) {
    guard referral.by != to, referral.at <= moment.now.rawValue else { return }
    if let known = referrals[to], known < referral { return }
    referrals[to] = referral
    guard Int(to) < count else { return }
    blocks[Int(to) >> MemberFigures.blockShift][Int(to) & (MemberFigures.blockSize - 1)].inviter =
      Member.Index(rawValue: referral.by)
  }

  private mutating func findHosts(_ community: Community) {
    hosts = []
    for host in community.hosts {
      if let member = community.member(id: host.id) { hosts.insert(member.rawValue) }
    }
  }

  // MARK: Changes

  /// Computes the figures of some members anew, after their records or events were added or changed; new
  /// members are taken up by themselves.
  ///
  /// - Returns: members who changed because time went on; nil where that may be anybody.
  /// - Complexity: O(events of these members).
  @discardableResult
  package mutating func update(
    _ touched: [Member.Index], community: Community, moment: Moment
  ) -> [Member.Index]? {
    guard moment.now >= self.moment.now, moment.zone == self.moment.zone,
      community.members.count >= count
    else {
      self.moment = moment
      rebuild(community)
      return nil
    }
    let due = advance(to: moment, community: community)
    relistHosts(community)
    let signs = SignsOfLife(community)
    while count < community.members.count {
      if count & (MemberFigures.blockSize - 1) == 0 { blocks.append([]) }
      blocks[count >> MemberFigures.blockShift].append(Entry())
      tally.add(Entry(), 1, moment.zone)
      count += 1
      recompute(Member.Index(count - 1), community, signs)
    }
    upcoming.remove(touched)
    for member in touched { recompute(member, community, signs) }
    return due
  }

  /// Lets the clock go on: what was dated later and isn't any more counts from now on. A clock set back, or
  /// another zone, computes everything anew.
  ///
  /// - Returns: members who changed; nil where that may be anybody.
  /// - Complexity: O(events of the members concerned).
  @discardableResult
  package mutating func advance(to moment: Moment, community: Community) -> [Member.Index]? {
    let isForward = moment.now >= self.moment.now && moment.zone == self.moment.zone
    self.moment = moment
    guard isForward, let due = upcoming.removeDue(until: moment.now) else {
      rebuild(community)
      return nil
    }
    let members = due.map { Member.Index(rawValue: $0) }
    let signs = SignsOfLife(community)
    for member in members { recompute(member, community, signs) }
    return members
  }

  private mutating func relistHosts(_ community: Community) {
    let before = hosts
    findHosts(community)
    let signs = SignsOfLife(community)
    for member in before.symmetricDifference(hosts) where Int(member) < count {
      recompute(Member.Index(rawValue: member), community, signs)
    }
  }

  private mutating func recompute(_ member: Member.Index, _ community: Community, _ signs: SignsOfLife) {
    guard member.value < count else { return }
    var entry = Entry()
    let now = moment.now.rawValue
    for feed in Feed.events {
      let rows = community.rows(feed, of: member)
      if rows.isEmpty { continue }
      let reader = EventReader(feed, signs)
      let referrals = feed == .activity ? ReferralReader(community) : nil
      let segments = community[feed].segments
      for row in rows {
        let at = segments[row.segment].at[row.offset]
        if at > now {
          upcoming.add(at: at, member: member.rawValue)
          continue
        }
        reader.add(row.offset, of: segments[row.segment], to: &entry)
        if let to = referrals?.invited(by: row.offset, of: segments[row.segment]) {
          note(Referral(at: at, row: row.rawValue, by: member.rawValue), to: to)
        }
      }
    }
    let (block, row) = community.members.place(member)
    let stated = community.members.blocks[block].joined[row]
    if entry.settle(stated: stated, now: now, hasUpcoming: upcoming.mayConcern(member.rawValue)) {
      upcoming.add(at: stated, member: member.rawValue)
    }
    if hosts.contains(member.rawValue) { entry.isListed = false }
    entry.inviter = referrals[member.rawValue].map { Member.Index(rawValue: $0.by) }
    let place = member.value & (MemberFigures.blockSize - 1)
    tally.add(blocks[member.value >> MemberFigures.blockShift][place], -1, moment.zone)
    tally.add(entry, 1, moment.zone)
    blocks[member.value >> MemberFigures.blockShift][place] = entry
  }
}
