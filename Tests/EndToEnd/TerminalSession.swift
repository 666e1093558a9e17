import Foundation
import Testing

/// A shell in a real terminal (tmux), to which keys are sent and whose screen is read.
final class TerminalSession {
  static let tmux: String? = {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":")
    return folders.map { $0 + "/tmux" }.first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  static let isAvailable = tmux != nil

  private let state = TemporaryFolder()
  private let socket: String

  /// Starts a shell whose prompt is `ready$`.
  init(columns: Int = 100, rows: Int = 30, environment: [String: String] = ["LC_ALL": "C.UTF-8"]) throws {
    socket = state.path + "/socket"
    try state.write(
      "tmux.conf", "set -g status off\nset -g escape-time 0\nset -g default-terminal tmux-256color\n")
    var shell = ["/usr/bin/env", "-i", "TERM=tmux-256color", "PS1=ready$ "]
    shell += Program.bare(state).merging(environment) { $1 }.map { "\($0.key)=\($0.value)" }.sorted()
    shell += ["bash", "--noprofile", "--norc", "-i"]
    try tmux(
      ["-f", state.path + "/tmux.conf", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"] + shell)
    try wait { $0.contains("ready$") }
  }

  deinit { _ = try? tmux(["kill-server"]) }

  @discardableResult
  private func tmux(_ arguments: [String]) throws -> String {
    let program = try #require(TerminalSession.tmux, "tmux isn't installed")
    // The tests' own environment may name another session or a locale that tmux refuses.
    let environment = ["PATH": ProcessInfo.processInfo.environment["PATH"] ?? "", "LC_ALL": "C.UTF-8"]
    let result = try Program.run(program, ["-u", "-S", socket] + arguments, environment: environment)
    try #require(result.code == 0, "tmux \(arguments): \(result.errors)")
    return result.text
  }

  /// Sends keys by tmux's names: `Enter`, `Escape`, `C-z`, `Up`.
  func press(_ keys: String...) throws { try tmux(["send-keys"] + keys) }

  /// Sends text as typed.
  func type(_ text: String) throws { try tmux(["send-keys", "-l", text]) }

  /// Types a line for the shell.
  func run(_ line: String) throws {
    try type(line)
    try press("Enter")
  }

  /// Starts the program, and waits until its frame is there.
  func start(_ arguments: String = "", until isReady: (String) -> Bool) throws {
    try run("clear; sh -c 'echo $$ >\(state.path)/number; exec \(Program.path) \(arguments)'")
    try wait(until: isReady)
  }

  /// The process of the program started last, by number.
  func programNumber() throws -> Int32 {
    try #require(Int32(state.read("number").trimmingCharacters(in: .whitespacesAndNewlines)))
  }

  /// What a command of the shell prints.
  func output(of command: String) throws -> String {
    try run("clear; \(command) >\(state.path)/output; echo done-$((1+1))")
    try wait { $0.contains("done-2") }
    return state.read("output")
  }

  func resize(columns: Int, rows: Int) throws {
    try tmux(["resize-window", "-x", "\(columns)", "-y", "\(rows)"])
  }

  /// What the screen shows.
  func screen() throws -> String { try tmux(["capture-pane", "-p"]) }

  /// Whether the alternate screen is shown, the cursor is visible, and the mouse is reported: `0 1 0` in a shell.
  func modes() throws -> String {
    try tmux(["display-message", "-p", "#{alternate_on} #{cursor_flag} #{mouse_any_flag}"])
      .trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// Looks at the screen until a condition holds; throws what it shows when a deadline passes.
  @discardableResult
  func wait(
    seconds: Double = 30, until condition: (String) -> Bool
  ) throws -> String {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while true {
      let shown = try screen()
      if condition(shown) { return shown }
      if ContinuousClock.now > deadline { throw TimedOut(screen: shown) }
      usleep(20_000)
    }
  }

  /// The screen never came to show what was waited for.
  struct TimedOut: Error { let screen: String }
}
