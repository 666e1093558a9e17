import Community

extension TouchpointFacts {
  /// Receives the tiers of the members, moves to higher ones, and who falls short at the coming quarter's end.
  ///
  /// - Complexity: O(members + moves).
  package mutating func receive(_ tiers: Tiers) {
    self.tiers = tiers.rules.tiers.map(\.id)
    tierOf = (0..<tiers.count).map { UInt8(tiers.state(Member.Index($0)).tier + 1) }
    gained = tiers.changes(since: Instant(rawValue: .min)).filter(\.isUp).map { change in
      DatedMember(change.member.rawValue, tiers.moment.zone.day(of: change.at).rawValue)
    }
    atRisk = tiers.membersWithTask().map { DatedMember($0.rawValue, tiers.comingDay.rawValue) }
  }
}
