import Glibc

/// How many files a process may hold open at the same time.
enum OpenFileLimit {
  /// What is left for everything but feeds: the terminal, the log, the watch of the folder, files being looked at.
  private static let reserve = 40

  /// As many as may be held for long, up to `wanted`; none where the system allows few.
  static func held(_ wanted: Int) -> Int {
    var limit = rlimit()
    guard getrlimit(__rlimit_resource_t(RLIMIT_NOFILE.rawValue), &limit) == 0 else { return 0 }
    let allowed = Int(clamping: limit.rlim_cur)
    return max(0, min(wanted, (allowed - reserve) / 2))
  }
}
