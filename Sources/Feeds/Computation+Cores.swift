import Community
import Glibc

extension Computation {
  /// On all cores of the machine, in threads that end with the work. (Dispatch's own would go on waking every second.)
  package static let allCores = Computation(
    workers: max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))),
    perform: { count, body in withoutActuallyEscaping(body) { Workers.run(count, $0) } })
}
