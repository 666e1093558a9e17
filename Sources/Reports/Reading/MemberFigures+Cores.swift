import Community
import Feeds
import Glibc
import Loyalty

extension MemberFigures {
  /// The figures of every member, worked out in parts on all cores.
  package static func onAllCores(community: Community, moment: Moment) -> MemberFigures {
    let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    return MemberFigures(community: community, moment: moment, workers: cores, perform: onThreads)
  }
}

/// Calls `body` with 0 ..< `count` on threads that end with it. (Dispatch's own would go on waking every second.)
package func onThreads(_ count: Int, _ body: @Sendable (Int) -> Void) {
  withoutActuallyEscaping(body) { Workers.run(count, $0) }
}
