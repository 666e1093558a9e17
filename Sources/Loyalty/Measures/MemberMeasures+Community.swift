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

  /// Keeps what an earlier computation found of the community until there is something newer.
  package mutating func keepCommunity(of earlier: MemberMeasures) {
    activity = activity ?? earlier.activity
    challenges = challenges ?? earlier.challenges
    ties = ties ?? earlier.ties
    hosts = hosts ?? earlier.hosts
  }

  /// Computes what members do in the community, how they are tied, and what hosts do for them, one after the other;
  /// what comes first is handed on before the rest. Whom hosts may invite and whether they care on time is known where
  /// the accounts and the calendar of touchpoints were taken up before.
  ///
  /// - Parameters:
  ///   - deliver: called after activity, after ties, and after their groups and the hosts.
  /// - Returns: nil if cancelled.
  package func withCommunity(
    _ community: Community, figures: MemberFigures, workers: Int = 1,
    perform: (Int, @Sendable (Int) -> Void) -> Void = { count, body in (0..<count).forEach(body) },
    isCancelled: @escaping @Sendable () -> Bool = { false }, deliver: (MemberMeasures) -> Void = { _ in }
  ) -> MemberMeasures? {
    var measures = self
    guard
      let activity = ActivityFigures(
        community: community, figures: figures, workers: workers, perform: perform, isCancelled: isCancelled)
    else { return nil }
    measures.receive(activity, Challenges(community: community, figures: figures))
    deliver(measures)
    guard
      var ties = TieFigures(
        community: community, figures: figures, workers: workers, perform: perform, isCancelled: isCancelled)
    else { return nil }
    measures.receive(ties)
    let (account, calendar) = (account, touchpoints)
    guard
      let hosts = HostFigures(
        community: community, figures: figures, activity: activity, path: path, ties: ties,
        balance: account.map { account in { account.balance($0) } },
        care: calendar.map { calendar in { calendar.care(of: $0) } }, isCancelled: isCancelled)
    else { return nil }
    measures.receive(hosts)
    deliver(measures)
    guard let groups = TieGroups(ties, community: community, isCancelled: isCancelled) else { return nil }
    ties.receive(groups)
    measures.receive(ties)
    deliver(measures)
    return measures
  }
}
