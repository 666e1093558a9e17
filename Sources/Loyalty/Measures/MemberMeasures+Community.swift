import Community

extension MemberMeasures {
  /// Receives what members do in the community.
  package mutating func receive(_ activity: ActivityFigures, _ challenges: Challenges) {
    self.activity = activity
    self.challenges = challenges
  }

  /// Receives the ties between members, first without groups, then with them.
  package mutating func receive(_ ties: TieFigures) { self.ties = ties }

  /// Receives the hosts' scorecard.
  package mutating func receive(_ hosts: HostFigures) { self.hosts = hosts }
}
