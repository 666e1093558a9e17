import Community
import Glibc
import Loyalty

extension MemberMeasures {
  /// The same with the calendar of touchpoints of a roster's members.
  ///
  /// - Returns: nil if cancelled.
  package func scheduled(_ roster: Roster, isCancelled: @escaping @Sendable () -> Bool = { false })
    -> MemberMeasures?
  {
    let calendar = TouchpointCalendar(onAllCores: roster.with(self), isCancelled: isCancelled)
    guard let calendar else { return nil }
    var measures = self
    measures.receive(calendar)
    return measures
  }
}

extension TouchpointCalendar {
  /// Makes the calendar of a roster with measures on all cores.
  ///
  /// - Parameter ahead: days to come that can be asked about.
  /// - Returns: nil without measures, or if cancelled.
  package init?(
    onAllCores roster: Roster, ahead: Int = daysAhead,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    self.init(
      roster, facts: TouchpointFacts(roster), ahead: ahead, workers: cores, perform: onThreads,
      isCancelled: isCancelled)
  }

  /// Who is due on a day to come, as far as is known now, worked out on all cores.
  package func list(onAllCores day: Day, _ community: Community) -> DueList {
    let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    return list(on: day, community, workers: cores, perform: onThreads)
  }
}
