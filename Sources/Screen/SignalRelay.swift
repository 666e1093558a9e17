import CNcurses
import Glibc

/// Catches the process's signals while the screen is taken: those the loop answers come out of a pipe, those that
/// end the process at once give the terminal back first.
final class SignalRelay {
  /// Becomes readable when a signal arrived.
  let descriptor: Int32
  private let writeEnd: Int32
  private var isInstalled = false

  private static let relayed = [SIGTERM, SIGHUP, SIGINT, SIGTSTP, SIGCONT, SIGWINCH]
  private static let ending = [SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE, SIGSYS, SIGQUIT]
  // Left alone where the process was started with them ignored.
  private static let maybeIgnored = [SIGHUP, SIGINT, SIGTSTP, SIGQUIT]

  init() {
    var ends: (reading: Int32, writing: Int32) = (-1, -1)
    let result = nc_pipe(&ends.reading, &ends.writing)
    // Only running out of descriptors at start gets here.
    precondition(result == 0, "pipe failed")
    descriptor = ends.reading
    writeEnd = ends.writing
  }

  deinit {
    uninstall()
    close(descriptor)
    close(writeEnd)
  }

  func install() {
    guard !isInstalled else { return }
    isInstalled = true
    let state = EmergencyState.shared()
    state.pointee.relay = writeEnd
    state.pointee.unansweredEnds = 0
    Self.useAlternateStack()
    for number in Self.relayed { catchSignal(number, relaySignal, SA_RESTART, state) }
    for number in Self.ending { catchSignal(number, endBySignal, Int32(SA_ONSTACK), state) }
  }

  /// Sets the handlers again where a library replaced them; what they replaced at first stays remembered.
  func reinstall() {
    guard isInstalled else { return }
    let state = EmergencyState.shared()
    for number in Self.relayed where nc_is_ignored(number) == 0 {
      _ = nc_set_handler(number, relaySignal, SA_RESTART, nil)
    }
    state.pointee.relay = writeEnd
  }

  func uninstall() {
    guard isInstalled else { return }
    isInstalled = false
    let state = EmergencyState.shared()
    for number in Self.relayed + Self.ending {
      sigaction(number, state.pointee.previous + Int(number), nil)
    }
    state.pointee.relay = -1
  }

  /// The signals that arrived since the last call, each once, in order of first arrival.
  func receive() -> [Int32] {
    var numbers: [Int32] = []
    var buffer = [UInt8](repeating: 0, count: 64)
    while true {
      let count = read(descriptor, &buffer, buffer.count)
      guard count > 0 else { break }
      for number in buffer[..<count] where !numbers.contains(Int32(number)) { numbers.append(Int32(number)) }
    }
    EmergencyState.shared().pointee.unansweredEnds = 0
    return numbers
  }

  private func catchSignal(
    _ number: Int32,
    _ handler: @convention(c) (Int32, UnsafeMutablePointer<siginfo_t>?, UnsafeMutableRawPointer?) -> Void,
    _ flags: Int32, _ state: UnsafeMutablePointer<EmergencyState>
  ) {
    let previous = state.pointee.previous + Int(number)
    if Self.maybeIgnored.contains(number), nc_is_ignored(number) != 0 {
      sigaction(number, nil, previous)
      return
    }
    _ = nc_set_handler(number, handler, flags, previous)
  }

  /// Lets the handlers run when it was the main thread's stack that ran out. Kept for the life of the process.
  private static let alternateStack: Void = {
    var stack = stack_t()
    stack.ss_size = 65_536
    stack.ss_sp = UnsafeMutableRawPointer.allocate(byteCount: 65_536, alignment: 16)
    sigaltstack(&stack, nil)
  }()

  private static func useAlternateStack() { _ = alternateStack }
}
