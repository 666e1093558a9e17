import CNcurses
import Canvas
import Glibc

extension NcursesTerminal {
  package var hasPendingInput: Bool {
    if !decoder.isEmpty { return true }
    guard isInputOpen else { return false }
    var entry = pollfd(fd: options.input, events: Int16(POLLIN), revents: 0)
    return poll(&entry, 1, 0) > 0
  }

  package func nextEvent(until deadline: ContinuousClock.Instant?) -> Event {
    while true {
      if let event = decoder.next() { return event }
      if !queue.isEmpty { return queue.removeFirst() }
      wait(until: [deadline, decoder.deadline].compactMap(\.self).min())
      if decoder.isEmpty, queue.isEmpty, let deadline, deadline <= now { return .tick }
    }
  }

  /// Sleeps until something is there or the time has come, and takes what is there.
  private func wait(until deadline: ContinuousClock.Instant?) {
    var entries = [
      pollfd(fd: isInputOpen ? options.input : -1, events: Int16(POLLIN), revents: 0),
      pollfd(fd: relay.descriptor, events: Int16(POLLIN), revents: 0),
      pollfd(fd: waker.descriptor, events: Int16(POLLIN), revents: 0),
    ]
    let count = poll(&entries, nfds_t(entries.count), Self.timeout(from: now, until: deadline))
    guard count > 0 else {
      decoder.expire(at: now)
      return
    }
    if entries[0].revents != 0 { readInput() } else { decoder.expire(at: now) }
    if entries[1].revents != 0 { for number in relay.receive() { handle(number) } }
    if entries[2].revents != 0, waker.answer() { queue.append(.wake) }
  }

  /// Whole milliseconds for `poll`, rounded up so that it never returns just before the deadline; -1 for ever.
  static func timeout(from now: ContinuousClock.Instant, until deadline: ContinuousClock.Instant?) -> Int32 {
    guard let deadline else { return -1 }
    let (seconds, attoseconds) = (deadline - now).components
    if seconds < 0 || attoseconds < 0 { return 0 }
    let milliseconds = attoseconds / 1_000_000_000_000_000 + (attoseconds % 1_000_000_000_000_000 > 0 ? 1 : 0)
    return Int32(clamping: min(seconds, 1_000_000) * 1000 + milliseconds)
  }

  private func readInput() {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let count = read(options.input, &buffer, buffer.count)
    if count == 0 || count < 0 && errno != EAGAIN && errno != EINTR {
      // The terminal is gone. Said once; polling it again would spin.
      isInputOpen = false
      queue.append(.signal(.hangup))
    }
    if count > 0 { decoder.feed(Array(buffer[..<count]), at: now) }
  }

  private func handle(_ number: Int32) {
    switch number {
    case SIGTERM: queue.append(.signal(.terminate))
    case SIGHUP: queue.append(.signal(.hangup))
    case SIGINT: queue.append(.signal(.interrupt))
    case SIGWINCH: if measure() { queue.append(.resize(size)) }
    case SIGTSTP: suspend()
    case SIGCONT:
      guard isActive else { return }
      reassertModes()
      resumed()
    default: break
    }
  }

  /// Gives the screen back, stops, and takes it again once the process goes on.
  ///
  /// The stop is the default one of the signal, so that the system ignores it where nobody could continue the
  /// process: in an orphaned group, as under `exec` from a login shell or as a container's first process.
  private func suspend() {
    leave()
    _ = raise(SIGTSTP)
    do throws(TerminalProblem) {
      try enter()
      resumed()
    } catch {
      queue.append(.signal(.hangup))
    }
  }

  private func resumed() {
    queue.append(.signal(.resume))
    if measure() { queue.append(.resize(size)) }
  }

  /// Asks the system for the size and tells curses; whether it changed.
  @discardableResult
  func measure() -> Bool {
    var rows: Int32 = 0
    var columns: Int32 = 0
    if nc_window_size(options.output, &rows, &columns) != 0 || rows <= 0 || columns <= 0 {
      // A line that doesn't know its size, such as a serial one.
      rows = options.environment["LINES"].flatMap { Int32($0) } ?? 24
      columns = options.environment["COLUMNS"].flatMap { Int32($0) } ?? 80
    }
    let measured = Size(columns: max(1, Int(columns)), rows: max(1, Int(rows)))
    if measured.rows != Int(nc_lines()) || measured.columns != Int(nc_columns()) {
      resize_term(Int32(measured.rows), Int32(measured.columns))
      painter?.repaint()
    }
    defer { size = measured }
    return size != measured
  }
}
