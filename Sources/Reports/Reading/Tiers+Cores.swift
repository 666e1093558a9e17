import Community
import Glibc
import Loyalty

extension Tiers {
  /// Replays the tiers of a roster's members on all cores.
  ///
  /// - Parameter points: of the same roster, where conditions ask for points earned.
  /// - Returns: nil if cancelled.
  package init?(
    roster: Roster, points: Points? = nil, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.init(
      community: roster.community, figures: roster.figures, points: points,
      workers: max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))), perform: onThreads,
      isCancelled: isCancelled)
  }
}

extension TierWhatIf {
  /// What other rules would make of the members, worked out on all cores.
  ///
  /// - Returns: nil if cancelled, and for rules with other tiers.
  package func outcome(
    onAllCores rules: Program.TierRules, isCancelled: @escaping @Sendable () -> Bool = { false }
  ) -> Outcome? {
    outcome(
      rules, workers: max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))), perform: onThreads,
      isCancelled: isCancelled)
  }

  /// Prepares the events of a roster's members on all cores.
  ///
  /// - Returns: nil if cancelled.
  package convenience init?(
    _ tiers: Tiers, roster: Roster, measures: MemberMeasures,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.init(
      tiers, community: roster.community, figures: roster.figures, measures: measures,
      workers: max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))), perform: onThreads,
      isCancelled: isCancelled)
  }
}
