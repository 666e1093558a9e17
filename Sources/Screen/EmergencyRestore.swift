import CNcurses
import Glibc

/// All that a signal handler needs to give the terminal back, prepared when the screen is taken.
///
/// It lives outside Swift's memory management, because a handler may allocate nothing, lock nothing and count no
/// references: it only reads this, writes prepared bytes and makes system calls.
struct EmergencyState {
  /// The screen is taken.
  var isActive = false
  var input: Int32 = 0
  var output: Int32 = 1
  /// Where standard error went before, or -1.
  var savedError: Int32 = -1
  /// Where the relayed signals' numbers are written, or -1.
  var relay: Int32 = -1
  /// Signals to end that the loop hasn't seen yet.
  var unansweredEnds: Int32 = 0
  var savedModes = termios()
  /// The sequences that end what the screen turned on.
  let bytes: UnsafeMutablePointer<UInt8>
  var byteCount = 0
  /// What each signal did before, by number.
  let previous: UnsafeMutablePointer<sigaction>

  static let byteCapacity = 1024
  static let signalCount = 65

  init() {
    bytes = .allocate(capacity: Self.byteCapacity)
    previous = .allocate(capacity: Self.signalCount)
    previous.initialize(repeating: sigaction(), count: Self.signalCount)
  }

  /// The one state of the process, allocated on first use and never freed: handlers may run at any time.
  static func shared() -> UnsafeMutablePointer<EmergencyState> {
    if let emergencyState { return emergencyState }
    let state = UnsafeMutablePointer<EmergencyState>.allocate(capacity: 1)
    state.initialize(to: EmergencyState())
    emergencyState = state
    return state
  }

  mutating func setBytes(_ sequence: [UInt8]) {
    byteCount = 0
    for byte in sequence.prefix(Self.byteCapacity) {
      bytes[byteCount] = byte
      byteCount += 1
    }
  }
}

// Read by signal handlers, which can't take locks. Written once, by the thread that takes the screen first.
nonisolated(unsafe) private var emergencyState: UnsafeMutablePointer<EmergencyState>?

/// Gives the terminal back with system calls alone. Safe in a signal handler and from `atexit`; the second call
/// does nothing.
func restoreInEmergency() {
  guard let state = emergencyState, state.pointee.isActive else { return }
  state.pointee.isActive = false
  // In the background, setting modes would stop the process.
  var blocked = sigset_t()
  sigemptyset(&blocked)
  sigaddset(&blocked, SIGTTOU)
  pthread_sigmask(SIG_BLOCK, &blocked, nil)
  var written = 0
  while written < state.pointee.byteCount {
    let count = write(state.pointee.output, state.pointee.bytes + written, state.pointee.byteCount - written)
    if count > 0 {
      written += count
    } else if errno != EINTR {
      break
    }
  }
  tcsetattr(state.pointee.input, TCSANOW, &state.pointee.savedModes)
  if state.pointee.savedError >= 0 { dup2(state.pointee.savedError, STDERR_FILENO) }
}

/// Handler of the signals that the loop answers: hands the number on through a pipe.
func relaySignal(_ number: Int32, _: UnsafeMutablePointer<siginfo_t>?, _: UnsafeMutableRawPointer?) {
  let savedErrno = errno
  defer { errno = savedErrno }
  guard let state = emergencyState else { return }
  if number == SIGTERM || number == SIGINT || number == SIGHUP {
    state.pointee.unansweredEnds += 1
    // A loop that left two unanswered is stuck.
    if state.pointee.unansweredEnds > 2 {
      restoreInEmergency()
      _ = nc_set_default(number)
      raise(number)
      return
    }
  }
  var byte = UInt8(truncatingIfNeeded: number)
  _ = write(state.pointee.relay, &byte, 1)
}

/// Handler of the signals that end the process at once: gives the terminal back, then lets the process end.
func endBySignal(
  _ number: Int32, _ information: UnsafeMutablePointer<siginfo_t>?, _: UnsafeMutableRawPointer?
) {
  restoreInEmergency()
  if let state = emergencyState, let information, nc_signal_code(information) > 0, isRepeatedFault(number) {
    // The fault happens again as soon as this returns, and whoever was there before, such as the runtime's
    // crash reporter, finds it untouched.
    sigaction(number, state.pointee.previous + Int(number), nil)
  } else {
    // A signal that was sent doesn't happen again by itself; it arrives on return.
    _ = nc_set_default(number)
    raise(number)
  }
}

/// Whether the instruction that failed runs again after the handler.
private func isRepeatedFault(_ number: Int32) -> Bool {
  #if arch(arm64)
    if number == SIGTRAP { return true }
  #endif
  return number == SIGSEGV || number == SIGBUS || number == SIGILL || number == SIGFPE
}
