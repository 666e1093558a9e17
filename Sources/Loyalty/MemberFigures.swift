import Community

/// What the six feeds of events say of each member up to one moment, in blocks, so that copies share and a
/// change copies the blocks of the members it touches.
///
/// An order of 0 or more is a purchase, a negative one a refund. A member is seen by a purchase, an activity,
/// a survey answer or a redemption. Nothing dated after the moment counts.
public struct MemberFigures: Sendable {
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
  public private(set) var count = 0
  /// The moment up to which events count.
  public private(set) var moment: Moment
  /// How many members are listed.
  public private(set) var listedCount = 0
  /// Listed members by the day on which they joined.
  public private(set) var joinedByDay = DayCounts()
  /// Listed members by the day on which they were last seen.
  public private(set) var lastSeenByDay = DayCounts()
  private var upcoming = Upcoming()
  /// By member, the earliest referral towards them.
  private var referrals: [UInt32: Referral] = [:]
  /// Members whose id is a host's too: the host has it, so they aren't listed.
  private var hosts: Set<UInt32> = []

  /// An activity by which one member invited another.
  private struct Referral: Hashable, Comparable {
    var at: Int64
    var row: UInt32
    var by: UInt32

    static func < (left: Referral, right: Referral) -> Bool { (left.at, left.row) < (right.at, right.row) }
  }

  /// Computes the figures of all members.
  ///
  /// - Complexity: O(members + events), one pass over the columns of the events.
  public init(community: Community, moment: Moment) {
    self.moment = moment
    rebuild(community)
  }

  // MARK: Reading

  @inline(__always)
  func entry(_ member: Member.Index) -> Entry {
    blocks[member.value >> MemberFigures.blockShift][member.value & (MemberFigures.blockSize - 1)]
  }

  /// How many purchases the member ever made, refunded ones too.
  public func orders(_ member: Member.Index) -> Int { Int(entry(member).orders) }

  /// The sum of all amounts ever, refunds included.
  public func spend(_ member: Member.Index) -> Money { Money(rawValue: entry(member).spend) }

  /// When the member was last seen: by a purchase, an activity, a survey answer or a redemption.
  public func lastSeen(_ member: Member.Index) -> Instant? {
    Instant(rawValue: entry(member).lastSeen).known
  }

  /// The newest purchase.
  public func lastOrder(_ member: Member.Index) -> Instant? {
    Instant(rawValue: entry(member).lastOrder).known
  }

  /// The earliest event of any of the six feeds.
  public func firstEvent(_ member: Member.Index) -> Instant? {
    let first = entry(member).firstEvent
    return first == .max ? nil : Instant(rawValue: first)
  }

  /// When the member joined: what the record says, or the first event where that is missing or earlier.
  public func joined(_ member: Member.Index) -> Instant? { Instant(rawValue: entry(member).joined).known }

  /// Whether the member counts by now: from joining or the first event on, or without any date at all.
  public func isListed(_ member: Member.Index) -> Bool { entry(member).isListed }

  /// Who invited the member by the earliest activity of type `referral` towards them.
  public func inviter(_ member: Member.Index) -> Member.Index? { entry(member).inviter }

  /// How many members were invited by an activity of type `referral`.
  public var invitedCount: Int { referrals.count }

  /// Whether `advance` to `moment` would change any figure but ages.
  public func changes(by moment: Moment) -> Bool {
    moment.now < self.moment.now || moment.zone != self.moment.zone || upcoming.isDue(moment.now)
  }
}

// MARK: - Computing

extension MemberFigures {
  private mutating func rebuild(_ community: Community) {
    blocks = []
    count = community.members.count
    upcoming = Upcoming()
    referrals = [:]
    findHosts(community)
    let entries = UnsafeMutableBufferPointer<Entry>.allocate(capacity: count)
    defer { entries.deallocate() }
    entries.initialize(repeating: Entry())
    let now = moment.now.rawValue
    for feed in Feed.events {
      let reader = EventReader(feed)
      for segment in community[feed].segments {
        reader.add(segment, until: now, to: entries) { member, at in upcoming.add(at: at, member: member) }
      }
    }
    if let reader = ReferralReader(community) {
      for (number, segment) in community[.activity].segments.enumerated() {
        reader.forEachReferral(of: segment) { row, by, to, at in
          note(Referral(at: at, row: UInt32(number) << 16 | UInt32(row), by: by), to: to)
        }
      }
    }
    blocks.reserveCapacity((count + MemberFigures.blockSize - 1) >> MemberFigures.blockShift)
    listedCount = 0
    joinedByDay = DayCounts()
    lastSeenByDay = DayCounts()
    var clock = DayClock(zone: moment.zone)
    for start in stride(from: 0, to: count, by: MemberFigures.blockSize) {
      let end = min(count, start + MemberFigures.blockSize)
      let joined = community.members.blocks[start >> Members.blockShift].joined
      for member in start..<end {
        settle(&entries[member], stated: joined[member & (Members.blockSize - 1)], member: UInt32(member))
        tally(entries[member], 1, &clock)
      }
      blocks.append(Array(entries[start..<end]))
    }
  }

  /// Counts a member in (1) or out (-1).
  private mutating func tally(_ entry: Entry, _ step: Int64, _ clock: inout DayClock) {
    guard entry.isListed else { return }
    listedCount += Int(step)
    if entry.joined != Instant.unknown.rawValue { joinedByDay.add(step, on: clock.day(of: entry.joined)) }
    if entry.lastSeen != Instant.unknown.rawValue {
      lastSeenByDay.add(step, on: clock.day(of: entry.lastSeen))
    }
  }

  private mutating func note(_ referral: Referral, to: UInt32) {
    guard referral.by != to, referral.at <= moment.now.rawValue else { return }
    if let known = referrals[to], known < referral { return }
    referrals[to] = referral
    let block = Int(to) >> MemberFigures.blockShift
    let place = Int(to) & (MemberFigures.blockSize - 1)
    if block < blocks.count, place < blocks[block].count {
      blocks[block][place].inviter = Member.Index(rawValue: referral.by)
    }
  }

  private mutating func findHosts(_ community: Community) {
    hosts = []
    for host in community.hosts {
      if let member = community.member(id: host.id) { hosts.insert(member.rawValue) }
    }
  }

  /// Decides joining and whether the member is listed, from the first event and what the record states.
  private mutating func settle(_ entry: inout Entry, stated: Int64, member: UInt32) {
    let now = moment.now.rawValue
    let unknown = Instant.unknown.rawValue
    let isStatedUpcoming = stated > now
    if entry.firstEvent != .max {
      entry.joined = stated == unknown ? entry.firstEvent : min(stated, entry.firstEvent)
      entry.isListed = true
    } else {
      entry.joined = isStatedUpcoming ? unknown : stated
      entry.isListed = stated != unknown ? !isStatedUpcoming : !upcoming.mayConcern(member)
    }
    if isStatedUpcoming, entry.firstEvent == .max { upcoming.add(at: stated, member: member) }
    if !hosts.isEmpty, hosts.contains(member) { entry.isListed = false }
    if !referrals.isEmpty { entry.inviter = referrals[member].map { Member.Index(rawValue: $0.by) } }
  }

  // MARK: Changes

  /// Computes the figures of some members anew, after their records or events were added or changed; new
  /// members are taken up by themselves.
  ///
  /// - Complexity: O(events of these members).
  public mutating func update(_ touched: [Member.Index], community: Community, moment: Moment) {
    guard moment.now >= self.moment.now, moment.zone == self.moment.zone,
      community.members.count >= count
    else {
      self.moment = moment
      rebuild(community)
      return
    }
    advance(to: moment, community: community)
    if hosts.count != community.hosts.count { relistHosts(community) }
    while count < community.members.count {
      if count & (MemberFigures.blockSize - 1) == 0 { blocks.append([]) }
      blocks[count >> MemberFigures.blockShift].append(Entry())
      listedCount += 1
      count += 1
      recompute(Member.Index(count - 1), community)
    }
    upcoming.remove(touched)
    for member in touched { recompute(member, community) }
  }

  /// Lets the clock go on: what was dated later and isn't any more counts from now on. A clock set back, or
  /// another zone, computes everything anew.
  ///
  /// - Complexity: O(events of the members concerned).
  public mutating func advance(to moment: Moment, community: Community) {
    let isForward = moment.now >= self.moment.now && moment.zone == self.moment.zone
    self.moment = moment
    guard isForward, let due = upcoming.take(until: moment.now) else { return rebuild(community) }
    for member in due { recompute(Member.Index(rawValue: member), community) }
  }

  private mutating func relistHosts(_ community: Community) {
    let before = hosts
    findHosts(community)
    for member in before.symmetricDifference(hosts) where Int(member) < count {
      recompute(Member.Index(rawValue: member), community)
    }
  }

  private mutating func recompute(_ member: Member.Index, _ community: Community) {
    guard member.value < count else { return }
    var entry = Entry()
    let now = moment.now.rawValue
    for feed in Feed.events {
      let rows = community.rows(feed, of: member)
      if rows.isEmpty { continue }
      let reader = EventReader(feed)
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
    settle(&entry, stated: community.members.blocks[block].joined[row], member: member.rawValue)
    let place = member.value & (MemberFigures.blockSize - 1)
    var clock = DayClock(zone: moment.zone)
    tally(blocks[member.value >> MemberFigures.blockShift][place], -1, &clock)
    tally(entry, 1, &clock)
    blocks[member.value >> MemberFigures.blockShift][place] = entry
  }
}
