import Foundation
import Testing

/// The built `koxtop`, as a program to be run.
enum Program {
  /// Beside the test bundle, where the package manager puts all its products.
  static let path: String = {
    let tests = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    return tests.deletingLastPathComponent().appendingPathComponent("koxtop").path
  }()

  struct Output {
    var text: String
    var errors: String
    var code: Int32

    /// Without their ends, be they of one character or two.
    var lines: [String] {
      text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }.map(String.init)
    }
  }

  /// Runs it with arguments and waits for its end. The environment is bare: no locale, no user's settings.
  static func run(
    _ arguments: [String], environment: [String: String] = [:], folder: String? = nil
  ) throws -> Output {
    let state = TemporaryFolder()
    return try run(path, arguments, environment: bare(state).merging(environment) { $1 }, folder: folder)
  }

  static func bare(_ state: TemporaryFolder) -> [String: String] {
    [
      "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin", "HOME": state.path,
      "XDG_STATE_HOME": state.path + "/state", "XDG_CONFIG_HOME": state.path + "/config",
      "TZ": "Asia/Shanghai",
    ]
  }

  /// Runs a program to its end. Its output goes to files instead of pipes: nobody has to empty them meanwhile, and
  /// a server that it leaves behind keeps nothing waiting.
  static func run(
    _ path: String, _ arguments: [String], environment: [String: String], folder: String? = nil
  ) throws -> Output {
    let kept = TemporaryFolder()
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    let create = O_WRONLY | O_CREAT | O_TRUNC
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, kept.path + "/output", create, 0o600)
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, kept.path + "/errors", create, 0o600)
    // The C library's own way to change the folder isn't visible to Swift.
    let path = folder == nil ? path : "/usr/bin/env"
    let arguments = folder.map { ["-C", $0, Program.path] + arguments } ?? arguments
    let words = ([path] + arguments).map { strdup($0) } + [nil]
    let variables = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in words + variables { free(pointer) } }
    // Threads that run tests block signals, and a child would inherit that.
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    var all = sigset_t()
    sigfillset(&all)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var number: pid_t = 0
    let result = posix_spawn(&number, path, &actions, &attributes, words, variables)
    try #require(result == 0, "\(path) can't be started: \(String(cString: strerror(result)))")
    var status: Int32 = 0
    while waitpid(number, &status, 0) < 0, errno == EINTR {}
    // As a shell tells it: the exit code, or 128 and the signal.
    let code = status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    return Output(text: kept.read("output"), errors: kept.read("errors"), code: code)
  }
}

/// A folder that is removed with the last reference to it.
final class TemporaryFolder: Sendable {
  let path: String

  init() {
    path = NSTemporaryDirectory() + "/koxtop-" + UUID().uuidString
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func write(_ name: String, _ text: String) throws {
    try text.write(toFile: path + "/" + name, atomically: true, encoding: .utf8)
  }

  func append(_ name: String, _ text: String) throws {
    let handle = try #require(FileHandle(forWritingAtPath: path + "/" + name))
    defer { try? handle.close() }
    try handle.seekToEnd()
    try handle.write(contentsOf: Data(text.utf8))
  }

  func read(_ name: String) -> String {
    (try? String(contentsOfFile: path + "/" + name, encoding: .utf8)) ?? ""
  }
}
