import Community
import Glibc
import Loyalty

extension MemberMeasures {
  /// Computes the measures of a roster on all cores.
  ///
  /// - Returns: nil if cancelled.
  package init?(roster: Roster, isCancelled: @escaping @Sendable () -> Bool = { false }) {
    let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    self.init(
      community: roster.community, figures: roster.figures, workers: cores,
      perform: onThreads,
      isCancelled: isCancelled)
    guard let points = Points(roster: roster, isCancelled: isCancelled) else { return nil }
    receive(points)
    guard let tiers = Tiers(roster: roster, points: points, isCancelled: isCancelled) else { return nil }
    receive(tiers)
  }

  /// The same with the emotional accounts of a roster's members.
  ///
  /// - Returns: nil if cancelled.
  package func accounted(_ roster: Roster, isCancelled: @escaping @Sendable () -> Bool = { false })
    -> MemberMeasures?
  {
    guard let account = EmotionalAccounts(roster: roster, isCancelled: isCancelled) else { return nil }
    var measures = self
    measures.receive(account)
    return measures
  }

  /// The same with what a model of purchases says of the members of a roster, and the board of recalls that the stakes
  /// are from.
  ///
  /// - Parameter manager: whose queue the board is for.
  /// - Returns: nil if cancelled.
  package func valued(
    _ roster: Roster, manager: String? = nil, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> (measures: MemberMeasures, board: RecallBoard)? {
    let model = ValueModel(community: roster.community, moment: roster.moment, isCancelled: isCancelled)
    guard let model else { return nil }
    var measures = self
    measures.receive(model)
    if let tiers = measures.tiers {
      measures.receive(
        TierFigures(tiers, community: roster.community, figures: roster.figures, measures: measures))
    }
    let board = RecallBoard(
      roster.with(measures), fit: model.fit, manager: manager, isCancelled: isCancelled)
    guard let board else { return nil }
    measures.receive(board)
    return (measures, board)
  }
}

extension MemberMeasures {
  /// The same with what members do in the community, on all cores.
  ///
  /// - Parameter deliver: called with what is known so far.
  /// - Returns: nil if cancelled.
  package func withCommunity(
    _ roster: Roster, isCancelled: @escaping @Sendable () -> Bool = { false },
    deliver: (MemberMeasures) -> Void = { _ in }
  ) -> MemberMeasures? {
    let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    return withCommunity(
      roster.community, figures: roster.figures, workers: cores, perform: onThreads,
      isCancelled: isCancelled, deliver: deliver)
  }
}

extension EmotionalAccounts {
  /// Computes the accounts of a roster's members on all cores.
  ///
  /// - Returns: nil if cancelled.
  package init?(roster: Roster, isCancelled: @escaping @Sendable () -> Bool = { false }) {
    let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    self.init(
      community: roster.community, figures: roster.figures, moment: roster.moment, workers: cores,
      perform: onThreads, isCancelled: isCancelled)
  }
}
