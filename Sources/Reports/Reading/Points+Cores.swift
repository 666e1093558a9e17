import Glibc
import Loyalty

extension Points {
  /// Computes the points of a roster's members on all cores.
  ///
  /// - Returns: nil if cancelled.
  package init?(roster: Roster, isCancelled: @escaping @Sendable () -> Bool = { false }) {
    let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    self.init(
      community: roster.community, figures: roster.figures, workers: cores, perform: onThreads,
      isCancelled: isCancelled)
  }
}

extension PointsFigures {
  /// Computes on all cores what the points of a roster's members lead to.
  ///
  /// - Returns: nil if cancelled.
  package init?(_ points: Points, roster: Roster, isCancelled: @escaping @Sendable () -> Bool = { false }) {
    let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    self.init(points, roster: roster, workers: cores, perform: onThreads, isCancelled: isCancelled)
  }
}
