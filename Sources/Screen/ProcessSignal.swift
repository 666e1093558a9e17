import CNcurses
import Glibc

/// The process signals that the loop hands on.
package enum ProcessSignal: Hashable, Sendable {
  /// `kill`'s default; end in order.
  case terminate
  /// The terminal went away; end in order, and don't expect output to arrive.
  case hangup
  /// Ctrl-C.
  case interrupt
  /// The process runs again after having been stopped; the screen is up again and fully repainted.
  case resume

  /// The system's number of this signal.
  package var number: Int32 {
    switch self {
    case .terminate: SIGTERM
    case .hangup: SIGHUP
    case .interrupt: SIGINT
    case .resume: SIGCONT
    }
  }

  /// The exit status a shell shows for a process that this signal ended.
  package var exitCode: Int32 { 128 + number }

  /// Ends the process the way this signal would have, so that whoever waits for it sees the true cause and a
  /// shell's loop stops at Ctrl-C. Leave the screen first.
  package func endProcess() -> Never {
    _ = nc_set_default(number)
    var set = sigset_t()
    sigemptyset(&set)
    sigaddset(&set, number)
    pthread_sigmask(SIG_UNBLOCK, &set, nil)
    raise(number)
    exit(exitCode)
  }
}
