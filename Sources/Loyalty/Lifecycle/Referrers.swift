import Community

/// Who brought whom: by member, how many of those they referred have bought.
struct Referrers: Sendable {
  private(set) var bought: [UInt32]

  /// A person's referrer is the record's, else whoever sent the earliest referral, and never the person.
  ///
  /// - Complexity: O(members).
  init(community: Community, figures: MemberFigures) {
    bought = [UInt32](repeating: 0, count: community.members.count)
    for number in 0..<min(figures.count, bought.count) {
      let member = Member.Index(number)
      guard figures.entry(member).orders > 0, figures.entry(member).isListed else { continue }
      if let referrer = Referrers.referrer(of: member, community, figures) { bought[referrer.value] += 1 }
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
}
