import Feeds
import Glibc

/// A program running in a terminal of its own (a pty), driven by keys and watched by the clock.
final class TerminalProcess {
  /// What went wrong when a program was started.
  struct Problem: Error, CustomStringConvertible {
    let description: String
  }

  let process: pid_t
  private let terminal: Int32
  /// Everything the program wrote so far is counted, not kept, apart from the last part.
  private(set) var bytesWritten = 0
  private var recent: [UInt8] = []

  /// Starts `arguments[0]` with a controlling terminal of the given size.
  init(_ arguments: [String], columns: UInt16, rows: UInt16, environment: [String: String]) throws {
    // The C library's calls for this (posix_openpt, ptsname) aren't imported; these two requests are what they make.
    let unlock: UInt = 0x4004_5431
    let getNumber: UInt = 0x8004_5430
    terminal = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var locked: Int32 = 0
    var number: UInt32 = 0
    guard terminal >= 0, ioctl(terminal, unlock, &locked) == 0, ioctl(terminal, getNumber, &number) == 0
    else {
      throw Problem(description: "no pseudo-terminal is to be had: \(String(cString: strerror(errno)))")
    }
    let name = "/dev/pts/\(number)"
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &size)

    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // Opened first in a new session, the terminal becomes the controlling one.
    posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    posix_spawn_file_actions_adddup2(&actions, 0, 1)
    posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    let newSession: Int16 = 0x80
    posix_spawnattr_setflags(&attributes, newSession)

    var argv = arguments.map { strdup($0) } + [nil]
    var variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argv + variables).forEach { free($0) } }
    var identifier = pid_t()
    let status = posix_spawn(&identifier, arguments[0], &actions, &attributes, &argv, &variables)
    guard status == 0 else {
      throw Problem(description: "\(arguments[0]) didn't start: \(String(cString: strerror(status)))")
    }
    process = identifier
  }

  deinit {
    stop()
    close(terminal)
  }

  func stop() {
    kill(process, SIGTERM)
    _ = settle(quiet: 0.05, limit: 2)
    var status: Int32 = 0
    for _ in 0..<200 where waitpid(process, &status, WNOHANG) == 0 { usleep(5_000) }
    kill(process, SIGKILL)
  }

  func press(_ keys: String) {
    var keys = keys
    keys.withUTF8 { _ = write(terminal, $0.baseAddress, $0.count) }
  }

  /// Waits up to `limit` seconds for output and takes it in.
  ///
  /// - Returns: the seconds until it came, or nil when nothing did.
  func firstOutput(limit: Double) -> Double? {
    let start = monotonicSeconds()
    while true {
      let left = limit - (monotonicSeconds() - start)
      guard left > 0 else { return nil }
      var waiting = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
      guard poll(&waiting, 1, Int32(left * 1000) + 1) > 0 else { return nil }
      let now = monotonicSeconds()
      if receive() { return now - start }
    }
  }

  /// Takes output in until there's none for `quiet` seconds.
  ///
  /// - Returns: the seconds until the last of it came.
  func settle(quiet: Double, limit: Double) -> Double {
    let start = monotonicSeconds()
    var last = 0.0
    while monotonicSeconds() - start < limit, let waited = firstOutput(limit: quiet) {
      _ = waited
      last = monotonicSeconds() - start
    }
    return last
  }

  /// Waits until the output of late holds `text`.
  ///
  /// - Returns: the seconds that took, or nil when it didn't come within `limit`.
  func wait(for text: String, limit: Double) -> Double? {
    let start = monotonicSeconds()
    while true {
      if recent.contains(text.utf8) { return monotonicSeconds() - start }
      guard monotonicSeconds() - start < limit else { return nil }
      _ = firstOutput(limit: 0.01)
    }
  }

  func forget() { recent.removeAll() }

  /// Voluntary context switches of all its threads: each is a wake-up.
  func wakeUps() -> Int {
    var sum = 0
    for name in (try? SystemFiles().names(in: "/proc/\(process)/task")) ?? [] {
      guard Int(name) != nil, let status = wholeFile("/proc/\(process)/task/\(name)/status") else { continue }
      for line in status.split(separator: "\n") where line.hasPrefix("voluntary_ctxt_switches:") {
        sum += Int(line.split(separator: "\t").last ?? "") ?? 0
      }
    }
    return sum
  }

  /// Bytes of its anonymous memory.
  func anonymousMemory() -> Int { benchmarks.anonymousMemory(of: "\(process)") }

  private func receive() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(terminal, &bytes, bytes.count)
    guard count > 0 else {
      usleep(1_000)
      return false
    }
    bytesWritten += count
    recent += bytes[..<count]
    if recent.count > 1 << 18 { recent.removeFirst(recent.count - 1 << 17) }
    return true
  }
}

func monotonicSeconds() -> Double {
  var time = timespec()
  clock_gettime(CLOCK_MONOTONIC, &time)
  return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
}

/// A small file's text, or nil.
func wholeFile(_ path: String) -> String? {
  guard let file = fopen(path, "r") else { return nil }
  defer { fclose(file) }
  var bytes: [UInt8] = []
  var block = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = fread(&block, 1, block.count, file)
    if count == 0 { break }
    bytes += block[..<count]
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// Bytes of anonymous memory of a process (`self` or a number), shared pages counted whole.
func anonymousMemory(of process: String) -> Int {
  guard let text = wholeFile("/proc/\(process)/smaps_rollup") else { return 0 }
  for line in text.split(separator: "\n") where line.hasPrefix("Anonymous:") {
    return (line.split(separator: " ").compactMap { Int($0) }.first ?? 0) * 1024
  }
  return 0
}
