import Glibc

/// An advisory lock on an open file, gone when the file is closed or the process dies.
///
/// It belongs to the open file, not to the process (an 'open file description lock'): threads of one process exclude
/// each other too, and a reader that opens and closes the same file doesn't take the lock away, as it does with the
/// older kind of record lock. NFS and SMB carry it to their servers. Just one byte is locked, far behind any end of
/// the file, since servers that enforce locks would otherwise keep other machines from reading.
enum FileLock {
  enum Outcome: Equatable { case taken, heldByAnother, failed(code: Int32) }

  /// `F_OFD_SETLK` of Linux, which the headers show to GNU sources only.
  private static let setLock: Int32 = 37
  private static let place: off_t = 1 << 62

  /// Takes the lock, or says at once why not.
  static func acquire(_ descriptor: Int32) -> Outcome {
    // The process must be given as 0 for this kind of lock.
    var lock = flock(
      l_type: Int16(F_WRLCK), l_whence: Int16(SEEK_SET), l_start: place, l_len: 1, l_pid: 0)
    while fcntl(descriptor, setLock, &lock) != 0 {
      switch errno {
      case EINTR: continue
      case EAGAIN, EACCES: return .heldByAnother
      case let code: return .failed(code: code)
      }
    }
    return .taken
  }

  /// Takes the lock, looking again every millisecond: a wait inside the kernel would have no end when the
  /// holder is a stopped process.
  static func acquire(_ descriptor: Int32, patience: Duration) -> Outcome {
    let clock = ContinuousClock()
    let deadline = clock.now + patience
    var pause: useconds_t = 200
    while true {
      let outcome = acquire(descriptor)
      guard outcome == .heldByAnother, clock.now < deadline else { return outcome }
      usleep(pause)
      pause = min(pause * 2, 1000)
    }
  }
}
