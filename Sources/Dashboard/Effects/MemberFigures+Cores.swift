import Community
import Dispatch
import Glibc
import Loyalty

extension MemberFigures {
  /// The figures of every member, worked out in parts on all cores.
  static func onAllCores(community: Community, moment: Moment) -> MemberFigures {
    let cores = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
    return MemberFigures(community: community, moment: moment, workers: cores) { count, body in
      DispatchQueue.concurrentPerform(iterations: count, execute: body)
    }
  }
}
