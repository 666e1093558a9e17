import Community
import Glibc
import Loyalty

extension SatisfactionTally {
  private static var cores: Int { max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }

  /// The tally of a folder, counted on all cores.
  package static func onAllCores(
    community: Community, moment: Moment, measures: MemberMeasures? = nil, windowDays: Int? = nil,
    weeks: Weeks = .trend
  ) -> SatisfactionTally {
    SatisfactionTally(
      community: community, moment: moment, measures: measures, windowDays: windowDays, weeks: weeks,
      workers: cores, perform: onThreads)
  }

  /// Takes up what was appended; where that means counting anew, on all cores.
  package mutating func updateOnAllCores(_ touched: [Member.Index], community: Community, moment: Moment) {
    update(
      touched, community: community, moment: moment, workers: SatisfactionTally.cores, perform: onThreads)
  }

  package mutating func takeOnAllCores(_ measures: MemberMeasures) {
    take(measures, workers: SatisfactionTally.cores, perform: onThreads)
  }
}

extension DriverFigures {
  /// Shares with intervals, resampled on all cores.
  ///
  /// - Returns: nil if cancelled.
  package static func onAllCores(
    _ data: DriverData, draws: Int, seed: UInt64, isCancelled: @escaping @Sendable () -> Bool = { false },
    settle: (DriverFigures) -> Void = { _ in }
  ) -> DriverFigures? {
    DriverFigures(
      data, draws: draws, seed: seed, workers: max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))),
      perform: onThreads, isCancelled: isCancelled, settle: settle)
  }
}
