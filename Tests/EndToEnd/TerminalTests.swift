import Testing

@Suite(
  "In a real terminal", .serialized,
  .enabled(if: TerminalSession.isAvailable, "tmux isn't installed: apt-get install tmux"))
struct TerminalTests {
  @Test("version in tmux")
  func version() throws {
    let terminal = try TerminalSession()
    try terminal.start("--version") { $0.contains("simdjson") }
    print(try terminal.modes())
    try terminal.run("sleep 3")
    print(try terminal.programNumber() as Any)
    print(try terminal.screen())
  }
}
