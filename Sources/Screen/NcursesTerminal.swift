import CNcurses
import Canvas
import Glibc

/// The real terminal, through curses. The process has one, used by the thread that made it.
///
/// The screen is given back on `leave`, at exit, and, while it's taken, on every signal that ends or stops the
/// process, a crash included. While it's taken, standard error goes to a file.
package final class NcursesTerminal: Terminal {
  package struct Options: Sendable {
    package var color = ColorOption.auto
    /// Looked at for `TERM`, `NO_COLOR`, `ESCDELAY`, `SSH_CONNECTION`, `SSH_TTY`, `LINES` and `COLUMNS`.
    package var environment: [String: String]
    /// Where standard error goes while the screen is taken; nil discards it.
    package var errorLogPath: String?
    /// Whether the mouse reports here from the start.
    package var isMouseOn = true
    package var input: Int32 = STDIN_FILENO
    package var output: Int32 = STDOUT_FILENO
    /// Whether the process's signals and standard error are taken over with the screen.
    package var ownsProcess = true

    package init(environment: [String: String] = processEnvironment()) { self.environment = environment }
  }

  package internal(set) var size = Size(columns: 80, rows: 24)
  package private(set) var capabilities: TerminalCapabilities
  package let waker = Waker()
  package var now: ContinuousClock.Instant { .now }
  package var isMouseOn: Bool {
    didSet { if isMouseOn != oldValue { applyMouse() } }
  }

  let options: Options
  let relay = SignalRelay()
  var decoder: InputDecoder
  /// Events that don't come from the input.
  var queue: [Event] = []
  var isInputOpen = true
  var painter: CellPainter?
  private(set) var isActive = false

  private var streams: (input: UnsafeMutablePointer<FILE>, output: UnsafeMutablePointer<FILE>)?
  private var screen: OpaquePointer?
  private var redirection: ErrorRedirection?
  private var speaksANSI = false

  package init(options: Options = Options()) {
    self.options = options
    isMouseOn = options.isMouseOn
    let codeset = Codeset.adopt()
    capabilities = TerminalCapabilities(
      colorDepth: .mono, codeset: codeset.name, isUnicode: codeset.isUnicode, hasMouse: false)
    decoder = InputDecoder(escapeDelay: EscapeDelay.choose(environment: options.environment))
  }

  deinit {
    leave()
    if let screen { delscreen(screen) }
    if let streams {
      fclose(streams.input)
      fclose(streams.output)
    }
  }

  package func enter() throws(TerminalProblem) {
    guard !isActive else { return }
    let state = EmergencyState.shared()
    if screen == nil { try checkTerminal() }
    state.pointee.input = options.input
    state.pointee.output = options.output
    tcgetattr(options.input, &state.pointee.savedModes)
    state.pointee.isActive = true
    isActive = true
    if options.ownsProcess { takeProcess(state) }
    do throws(TerminalProblem) {
      if screen == nil {
        try start()
      } else {
        def_shell_mode()
        reset_prog_mode()
        keypad(nc_standard_window(), true)
      }
    } catch {
      leave()
      throw error
    }
    state.pointee.setBytes(restoringBytes())
    measure()
    painter?.repaint()
    if speaksANSI { send(TerminalModes.pasteOn) }
    applyMouse()
  }

  package func leave() {
    guard isActive else { return }
    let state = EmergencyState.shared()
    if screen != nil {
      if speaksANSI { send(TerminalModes.pasteOff) }
      if capabilities.hasMouse { send(TerminalModes.mouseOff) }
      painter?.showCursor()
      withBackgroundWrites {
        _ = endwin()
        send(clearingBytes())
      }
    }
    withBackgroundWrites { _ = tcsetattr(options.input, TCSADRAIN, &state.pointee.savedModes) }
    state.pointee.isActive = false
    isActive = false
    redirection?.undo()
    redirection = nil
    state.pointee.savedError = -1
    if options.ownsProcess { relay.uninstall() }
  }

  package func draw(_ grid: Grid) {
    guard isActive else { return }
    painter?.draw(grid)
  }

  package func repaint() { painter?.repaint() }

  package func copy(_ text: String) -> Bool {
    guard isActive, speaksANSI, let sequence = ClipboardSequence.bytes(for: text) else { return false }
    send(sequence)
    return true
  }

  // MARK: Taking the screen

  private func checkTerminal() throws(TerminalProblem) {
    guard isatty(options.input) == 1 else { throw .notATerminal(.input) }
    guard isatty(options.output) == 1 else { throw .notATerminal(.output) }
    guard let name = options.environment["TERM"], !name.isEmpty else { throw .noTerminalType }
    var result: Int32 = 0
    let isKnown = setupterm(name, options.output, &result) == OK
    guard isKnown || result == 1 else { throw .unknownTerminalType(name) }
    guard isKnown, capability("cup") != nil, capability("clear") != nil else { throw .notAddressable(name) }
  }

  private func takeProcess(_ state: UnsafeMutablePointer<EmergencyState>) {
    redirection = ErrorRedirection(path: options.errorLogPath)
    state.pointee.savedError = redirection?.saved ?? -1
    relay.install()
    _ = Self.restoreAtExit
  }

  private static let restoreAtExit: Int32 = atexit { restoreInEmergency() }

  /// Starts curses, the first time the screen is taken.
  private func start() throws(TerminalProblem) {
    let name = options.environment["TERM"] ?? ""
    if streams == nil, let input = fdopen(dup(options.input), "r"),
      let output = fdopen(dup(options.output), "w")
    {
      streams = (input, output)
    }
    guard let streams, let screen = newterm(name, streams.output, streams.input) else {
      throw .unknownTerminalType(name)
    }
    self.screen = screen
    // curses sets handlers of its own where it found the default.
    if options.ownsProcess { relay.reinstall() }
    guard let window = nc_standard_window() else { throw .unknownTerminalType(name) }
    cbreak()
    noecho()
    nonl()
    keypad(window, true)
    intrflush(window, false)
    typeahead(-1)
    disableFlowControl()
    speaksANSI = capability("cup")?.starts(with: [0x1B, UInt8(ascii: "[")]) == true
    capabilities.hasMouse = speaksANSI && capability("kmous") != nil
    let keys = KeySequences { capability($0) }
    decoder = InputDecoder(
      keys: keys, escapeDelay: EscapeDelay.choose(environment: options.environment),
      controlHIsBackspace: backspaceIsControlH())
    startPainter(window)
  }

  private func startPainter(_ window: UnsafeMutablePointer<WINDOW>) {
    let terminfo = TerminfoColors(
      count: Int(nc_number_capability("colors")), isDirect: nc_has_direct_color() != 0)
    var depth = ColorDepth.choose(option: options.color, environment: options.environment, terminfo: terminfo)
    if depth != .mono, start_color() == ERR { depth = .mono }
    capabilities.colorDepth = depth
    painter = CellPainter(
      window: window, depth: depth, isUnicode: capabilities.isUnicode,
      numbering: ColorNumbering(count: Int(nc_colors()), isDirect: terminfo.isDirect))
  }

  /// Ctrl-S and Ctrl-Q are keys here; pressed by mistake, the first would freeze the screen.
  private func disableFlowControl() {
    var modes = termios()
    guard tcgetattr(options.input, &modes) == 0 else { return }
    modes.c_iflag &= ~tcflag_t(IXON)
    tcsetattr(options.input, TCSADRAIN, &modes)
    def_prog_mode()
  }

  private func backspaceIsControlH() -> Bool {
    var modes = EmergencyState.shared().pointee.savedModes
    let erase = withUnsafeBytes(of: &modes.c_cc) { $0[Int(VERASE)] }
    return erase == 8 || capability("kbs") == [8] && erase != 127
  }

  /// What ends everything that the screen turned on.
  private func restoringBytes() -> [UInt8] {
    var bytes: [UInt8] = []
    if speaksANSI { bytes += TerminalModes.pasteOff }
    if capabilities.hasMouse { bytes += TerminalModes.mouseOff }
    for name in ["rmkx", "sgr0", "op", "cnorm", "rmcup"] {
      bytes += TerminalModes.withoutPadding(capability(name) ?? [])
    }
    return bytes + clearingBytes()
  }

  /// What takes the frame away again where the terminal has no other screen to go back to; nothing where it has.
  private func clearingBytes() -> [UInt8] {
    guard capability("rmcup") == nil else { return [] }
    return TerminalModes.withoutPadding((capability("sgr0") ?? []) + (capability("clear") ?? []))
  }

  private func capability(_ name: String) -> [UInt8]? {
    guard let text = nc_string_capability(name) else { return nil }
    return Array(String(cString: text).utf8)
  }

  func applyMouse() {
    decoder.readsMouse = isMouseOn && capabilities.hasMouse
    guard isActive, capabilities.hasMouse else { return }
    send(isMouseOn ? TerminalModes.mouseOn : TerminalModes.mouseOff)
  }

  /// Puts the terminal's modes back after something else may have changed them.
  func reassertModes() {
    reset_prog_mode()
    keypad(nc_standard_window(), true)
    if speaksANSI { send(TerminalModes.pasteOn) }
    applyMouse()
    painter?.repaint()
  }

  /// Writes past curses, between two frames.
  private func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { write(options.output, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno == EAGAIN {
        var entry = pollfd(fd: options.output, events: Int16(POLLOUT), revents: 0)
        _ = poll(&entry, 1, 1000)
      } else if errno != EINTR {
        return
      }
    }
  }

  /// Runs with the signal blocked that stops a background process for touching the terminal's modes.
  private func withBackgroundWrites(_ body: () -> Void) {
    var blocked = sigset_t()
    var previous = sigset_t()
    sigemptyset(&blocked)
    sigaddset(&blocked, SIGTTOU)
    pthread_sigmask(SIG_BLOCK, &blocked, &previous)
    body()
    pthread_sigmask(SIG_SETMASK, &previous, nil)
  }
}
