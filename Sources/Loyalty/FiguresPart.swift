import Community

/// An activity by which one member invited another.
struct Referral: Hashable, Comparable, Sendable {
  var at: Int64
  var row: UInt32
  var by: UInt32

  static func < (left: Referral, right: Referral) -> Bool { (left.at, left.row) < (right.at, right.row) }
}

/// The figures of a range of members, computed apart from the others.
struct FiguresPart: Sendable {
  private(set) var blocks: [[MemberFigures.Entry]] = []
  private(set) var upcoming = Upcoming()
  private(set) var referrals: [UInt32: Referral] = [:]
  private(set) var tally = MemberTally()

  /// - Parameter members: begins with a block of the figures.
  /// - Complexity: O(members + all events); only those of the members cost more than a glance.
  init(_ members: Range<Int>, community: Community, moment: Moment, hosts: Set<UInt32>) {
    var entries = [MemberFigures.Entry](repeating: MemberFigures.Entry(), count: members.count)
    var read = entries.mutableSpan
    let now = moment.now.rawValue
    let signs = SignsOfLife(community)
    for feed in Feed.events {
      let reader = EventReader(feed, signs)
      for segment in community[feed].segments {
        reader.add(segment, until: now, from: members.lowerBound, to: &read) { member, at in
          upcoming.add(at: at, member: member)
        }
      }
    }
    readReferrals(to: members, community, now)
    blocks.reserveCapacity(members.count >> MemberFigures.blockShift + 1)
    for start in stride(from: members.lowerBound, to: members.upperBound, by: MemberFigures.blockSize) {
      let end = min(members.upperBound, start + MemberFigures.blockSize)
      let joined = community.members.blocks[start >> Members.blockShift].joined
      for member in start..<end {
        let place = member - members.lowerBound
        let number = UInt32(member)
        let stated = joined[member & (Members.blockSize - 1)]
        if entries[place].settle(stated: stated, now: now, hasUpcoming: upcoming.mayConcern(number)) {
          upcoming.add(at: stated, member: number)
        }
        if !hosts.isEmpty, hosts.contains(number) { entries[place].isListed = false }
        if !referrals.isEmpty {
          entries[place].inviter = referrals[number].map { Member.Index(rawValue: $0.by) }
        }
        tally.add(entries[place], 1, moment.zone)
      }
      blocks.append(Array(entries[start - members.lowerBound..<end - members.lowerBound]))
    }
  }

  private mutating func readReferrals(to members: Range<Int>, _ community: Community, _ now: Int64) {
    guard let reader = ReferralReader(community) else { return }
    for (number, segment) in community[.activity].segments.enumerated() {
      reader.forEachReferral(of: segment) { row, by, to, at in
        guard members.contains(Int(to)), by != to, at <= now else { return }
        let referral = Referral(at: at, row: Row(segment: number, offset: row).rawValue, by: by)
        if let known = referrals[to], known < referral { return }
        referrals[to] = referral
      }
    }
  }
}

extension MemberFigures.Entry {
  /// Decides joining and whether the member is listed, from the first event and what the record states.
  ///
  /// - Returns: whether the member will be listed from the stated time on only.
  mutating func settle(stated: Int64, now: Int64, hasUpcoming: Bool) -> Bool {
    let unknown = Instant.unknown.rawValue
    if firstEvent != .max {
      joined = stated == unknown ? firstEvent : min(stated, firstEvent)
      isListed = true
      return false
    }
    joined = stated > now ? unknown : stated
    isListed = stated != unknown ? stated <= now : !hasUpcoming
    return stated > now
  }
}

/// Counts of listed members.
struct MemberTally: Sendable {
  private(set) var count = 0
  private(set) var joinedByDay = DayCounts()
  private(set) var lastSeenByDay = DayCounts()
  /// Members who were never seen, by the day on which they joined.
  private(set) var unseenByDay = DayCounts()
  /// Members with one purchase ever, and with two.
  private(set) var buyers = 0
  private(set) var repeatBuyers = 0

  /// Counts a member in (1) or out (-1).
  mutating func add(_ entry: MemberFigures.Entry, _ step: Int64, _ zone: Zone) {
    guard entry.isListed else { return }
    count += Int(step)
    if entry.orders > 0 { buyers += Int(step) }
    if entry.orders > 1 { repeatBuyers += Int(step) }
    let seen = Instant(rawValue: entry.lastSeen).known
    if let seen { lastSeenByDay.add(step, on: zone.day(of: seen)) }
    if let joined = Instant(rawValue: entry.joined).known {
      let day = zone.day(of: joined)
      joinedByDay.add(step, on: day)
      if seen == nil { unseenByDay.add(step, on: day) }
    }
  }

  mutating func add(_ other: MemberTally) {
    count += other.count
    joinedByDay.add(other.joinedByDay)
    lastSeenByDay.add(other.lastSeenByDay)
    unseenByDay.add(other.unseenByDay)
    buyers += other.buyers
    repeatBuyers += other.repeatBuyers
  }
}
