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
    var counted = 0
    flags = [Bool](unsafeUninitializedCapacity: members) { flags, filled in
      for number in 0..<members {
        let counts = figures.isListed(Member.Index(number)) && !bots.contains(UInt32(number))
        flags.initializeElement(at: number, to: counts)
        if counts { counted += 1 }
      }
      filled = members
    }
    count = counted
  }

  /// Whether the raw value of a party is that of a member who counts.
  @inline(__always)
  func contains(_ party: UInt32) -> Bool { Int(party) < flags.count && flags[Int(party)] }
}
