import Glibc

/// Sends standard error to a file while the screen is taken, so that nothing writes across it.
struct ErrorRedirection {
  /// Where standard error went before.
  let saved: Int32

  /// - Parameter path: appended to, created for the user alone; nil, or a file that can't be opened, discards.
  init?(path: String?) {
    saved = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 10)
    guard saved >= 0 else { return nil }
    var file: Int32 = -1
    if let path { file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC | O_NOCTTY, 0o600) }
    if file < 0 { file = open("/dev/null", O_WRONLY | O_CLOEXEC) }
    guard file >= 0 else {
      close(saved)
      return nil
    }
    dup2(file, STDERR_FILENO)
    close(file)
  }

  func undo() {
    dup2(saved, STDERR_FILENO)
    close(saved)
  }
}
