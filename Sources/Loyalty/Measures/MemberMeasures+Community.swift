import Community

extension MemberMeasures {
  /// Takes up what members do in the community.
  package mutating func receive(_ activity: ActivityFigures, _ challenges: Challenges) {
    self.activity = activity
    self.challenges = challenges
  }

  /// Takes up the ties between members, first without groups, then with them.
  package mutating func receive(_ ties: TieFigures) { self.ties = ties }

  /// Takes up the hosts' scorecard.
  package mutating func receive(_ hosts: HostFigures) { self.hosts = hosts }
}
