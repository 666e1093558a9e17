import Community

/// Who brought whom: by member, how many of those they referred have bought.
struct Referrers: Sendable {
  private(set) var bought: [UInt32]

  /// A person's referrer is the record's, else whoever sent the earliest referral, and never the person.
  ///
  /// - Complexity: O(members + orders).
  init(community: Community, figures: MemberFigures) {
    bought = [UInt32](repeating: 0, count: community.members.count)
    let count = min(figures.count, bought.count)
    let names = community.members.blocks.contains { !$0.referrers.isEmpty }
    guard names || figures.invitedCount > 0 else { return }
    let firsts = Referrers.firstPurchases(0..<count, community, now: figures.moment.now.rawValue)
    for number in 0..<count where firsts[number].at != .max {
      let referral = Referrers.referral(
        of: Member.Index(number), bought: firsts[number].at, community, figures)
      if case .counts(let by, _)? = referral { bought[by.value] += 1 }
    }
  }

  static func referrer(
    of member: Member.Index, _ community: Community, _ figures: MemberFigures
  ) -> Member.Index? {
    let (block, row) = community.members.place(member)
    let stated = community.members.blocks[block].referrers.withBytes(row: row) { id in
      id.map { community.memberIDs.index(of: $0) }
    }
    // A stated referrer who is no member is nobody, rather than somebody else.
    if let stated, stated != member.value { return stated.map { Member.Index($0) } }
    return figures.inviter(member)
  }

  /// Whether the member's record names somebody else as referrer.
  private static func isStated(_ member: Member.Index, _ community: Community) -> Bool {
    let (block, row) = community.members.place(member)
    return community.members.blocks[block].referrers.withBytes(row: row) { id in
      id.map { community.memberIDs.index(of: $0) != member.value } ?? false
    }
  }

  /// What comes of somebody's having been referred and having bought.
  enum Referral {
    /// It's the referrer's, from a time on in milliseconds since 1970: the first purchase, or the activity that told
    /// of the referral where that came later on the same day.
    case counts(by: Member.Index, at: Int64)
    /// The person had bought before the one whom they name, or who told of it, could have brought them.
    case boughtBefore(by: Member.Index)
  }

  /// The one rule by which a referral that bought counts, for the path, tiers and points alike.
  ///
  /// - Parameter bought: the first purchase, in milliseconds since 1970.
  /// - Returns: nil for whoever isn't listed or has no referrer.
  static func referral(
    of person: Member.Index, bought: Int64, _ community: Community, _ figures: MemberFigures
  ) -> Referral? {
    guard figures.isListed(person), let by = referrer(of: person, community, figures) else { return nil }
    if let joined = figures.joined(by), bought < joined.rawValue { return .boughtBefore(by: by) }
    guard !isStated(person, community), let told = figures.referralTime(to: person) else {
      return .counts(by: by, at: bought)
    }
    let zone = figures.moment.zone
    if bought < told, zone.day(of: Instant(rawValue: bought)) < zone.day(of: Instant(rawValue: told)) {
      return .boughtBefore(by: by)
    }
    return .counts(by: by, at: max(bought, told))
  }

  /// The first purchase of each of some members, with its row; `Int64.max` for whoever never bought.
  ///
  /// - Complexity: O(members + orders).
  static func firstPurchases(
    _ members: Range<Int>, _ community: Community, now: Int64
  ) -> [(at: Int64, row: UInt32)] {
    var firsts = [(at: Int64, row: UInt32)](repeating: (.max, 0), count: members.count)
    for (number, segment) in community[.orders].segments.enumerated() {
      let amounts = segment.integers[OrderField.amount.slot]
      segment.member.withUnsafeBufferPointer { column in
        segment.at.withUnsafeBufferPointer { times in
          amounts.withUnsafeBufferPointer { amounts in
            for row in 0..<column.count {
              let member = Int(column[row]) - members.lowerBound
              guard member >= 0, member < firsts.count, times[row] <= now, amounts[row] >= 0,
                times[row] < firsts[member].at
              else { continue }
              firsts[member] = (times[row], Row(segment: number, offset: row).rawValue)
            }
          }
        }
      }
    }
    return firsts
  }
}
