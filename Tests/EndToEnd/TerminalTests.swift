import Testing

@Suite(
  "In a real terminal", .serialized,
  .enabled(if: TerminalSession.isAvailable, "tmux isn't installed: apt-get install tmux"))
struct TerminalTests {
  @Test("The version is printed, and the shell goes on")
  func version() throws {
    let terminal = try TerminalSession()
    try terminal.start("--version") { $0.contains("simdjson") && $0.contains("ready$") }
    #expect(try terminal.modes() == "0 1 0")
  }
}
