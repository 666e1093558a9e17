import Community

/// The members that count in figures of the community: those listed who are no bots.
struct CountedMembers: Sendable {
  /// By member.
  let flags: [Bool]
  let count: Int

  /// - Complexity: O(members).
  init(community: Community, figures: MemberFigures) {
    let bots = Bots(community)
    let members = min(community.members.count, figures.count)
    flags = (0..<members).map { figures.isListed(Member.Index($0)) && !bots.contains(UInt32($0)) }
    count = flags.count { $0 }
  }

  /// Whether the raw value of a party is that of a member who counts.
  @inline(__always)
  func contains(_ party: UInt32) -> Bool { Int(party) < flags.count && flags[Int(party)] }
}
