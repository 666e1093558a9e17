import Glibc
import Testing

/// A running writer and what it says.
final class WriterProcess {
  /// Beside the test bundle, where the package manager puts all its products.
  private static let folder: String = {
    var name = [CChar](repeating: 0, count: Int(PATH_MAX))
    let count = readlink("/proc/self/exe", &name, name.count)
    let tests = String(decoding: name[..<max(0, count)].map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return String(tests[..<(tests.lastIndex(of: "/") ?? tests.startIndex)])
  }()

  private let number: pid_t
  private let output: Int32
  private var said: [UInt8] = []
  private(set) var lineCount = 0

  init(program: String = "journal-writer", _ arguments: String...) throws {
    let path = WriterProcess.folder + "/" + program
    var ends: [Int32] = [0, 0]
    // A pipe could be inherited by what other tests start before it is marked; sockets are marked at once.
    let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
    try #require(socketpair(AF_UNIX, kind, 0, &ends) == 0)
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
    // Threads that run tests block signals, and a child would inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    let words = ([path] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var number: pid_t = 0
    let result = posix_spawn(&number, path, &actions, &attributes, words, environ)
    close(ends[1])
    self.number = number
    output = ends[0]
    try #require(result == 0, "\(path) can't be started: \(String(cString: strerror(result)))")
  }

  deinit { close(output) }

  /// Waits until it has said so many lines, or ended, or has said nothing for so many milliseconds.
  func listen(lines: Int, patience: Int32 = -1) {
    while lineCount < lines, isTalking(patience), listen() {}
  }

  private func isTalking(_ patience: Int32) -> Bool {
    var output = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    return poll(&output, 1, patience) != 0
  }

  /// Kills it at once; what it had said is heard to the end.
  func kill() {
    Glibc.kill(number, SIGKILL)
    wait()
  }

  func wait() {
    while listen() {}
    var status: Int32 = 0
    while waitpid(number, &status, 0) < 0, errno == EINTR {}
  }

  /// Whole lines; a kill may have cut the last one.
  var lines: [String] {
    said.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).dropLast()
      .map { String(decoding: $0, as: UTF8.self) }
  }

  private func listen() -> Bool {
    var block = [UInt8](repeating: 0, count: 1 << 14)
    let count = read(output, &block, block.count)
    if count < 0 { return errno == EINTR }
    said += block[..<count]
    lineCount += block[..<count].count { $0 == UInt8(ascii: "\n") }
    return count > 0
  }
}
