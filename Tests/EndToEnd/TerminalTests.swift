import Foundation
import Testing

@Suite(
  "In a real terminal", .serialized,
  .enabled(if: TerminalSession.isAvailable, "tmux isn't installed: apt-get install tmux"))
struct TerminalTests {
  private static func isFrame(_ screen: String) -> Bool { screen.contains("1 Overview  2 Members") }
  private static func isShell(_ screen: String) -> Bool {
    screen.contains("ready$") && !screen.contains("1 Overview")
  }

  @Test("Sample data: search, open a card, resize, leave")
  func browsing() throws {
    let terminal = try TerminalSession(columns: 100, rows: 30)
    try terminal.start { Self.isFrame($0) && $0.contains("Members to look at") }
    #expect(try terminal.modes().hasPrefix("1 "), "the alternate screen is on")
    try terminal.press("2")
    try terminal.wait { $0.contains("Silent") && $0.contains("members ·") }
    try terminal.type("/刘墨可")
    try terminal.wait { $0.contains("m1 ") && $0.contains("Search 刘墨可") }
    try terminal.press("Enter")
    try terminal.press("Enter")
    try terminal.wait { $0.contains("Birthday") && $0.contains("刘墨可") }
    try terminal.resize(columns: 160, rows: 45)
    try terminal.wait { screen in
      let lines = screen.split(separator: "\n", omittingEmptySubsequences: false)
      return lines.count >= 45 && (lines.first?.count ?? 0) > 140 && screen.contains("Birthday")
    }
    try terminal.resize(columns: 50, rows: 12)
    try terminal.wait { $0.contains("60×16") }
    try terminal.resize(columns: 80, rows: 24)
    try terminal.wait(until: Self.isFrame)
    for _ in 0..<4 { try terminal.press("q") }
    try terminal.wait(until: Self.isShell)
    #expect(try terminal.modes() == "0 1 0")
  }

  @Test("A line appended from outside shows up by itself")
  func following() throws {
    let shop = try TeaShop()
    let terminal = try TerminalSession()
    try terminal.start(shop.path) { Self.isFrame($0) && $0.contains("Members to look at") }
    try terminal.press("2")
    try terminal.wait { $0.contains("王芳") }
    try shop.folder.append("members.jsonl", #"{"id": "m9", "name": "周末", "joined": "2026-03-01"}"# + "\n")
    try shop.folder.append(
      "orders.jsonl", #"{"member": "m9", "at": "2026-03-06T09:00:00+08:00", "amount": 4321}"# + "\n")
    try terminal.wait { $0.contains("周末") && $0.contains("¥4,321") }
    try terminal.press("q", "q")
    try terminal.wait(until: Self.isShell)
  }

  @Test("SIGTERM, SIGHUP and SIGINT leave the terminal as it was", arguments: [SIGTERM, SIGHUP, SIGINT])
  func signals(number: Int32) throws {
    let shop = try TeaShop()
    let terminal = try TerminalSession()
    let before = try terminal.output(of: "stty -a")
    try terminal.start(shop.path, until: Self.isFrame)
    kill(try terminal.programNumber(), number)
    try terminal.wait(until: Self.isShell)
    #expect(try terminal.modes() == "0 1 0")
    #expect(try terminal.output(of: "stty -a") == before)
  }

  @Test("Ctrl-Z gives the shell back, fg the frame")
  func suspending() throws {
    let shop = try TeaShop()
    let terminal = try TerminalSession()
    try terminal.start(shop.path, until: Self.isFrame)
    try terminal.press("C-z")
    try terminal.wait { Self.isShell($0) && $0.contains("Stopped") }
    #expect(try terminal.modes() == "0 1 0")
    try terminal.run("fg")
    try terminal.wait(until: Self.isFrame)
    #expect(try terminal.modes().hasPrefix("1 "))
    try terminal.press("q")
    try terminal.wait(until: Self.isShell)
    #expect(try terminal.modes() == "0 1 0")
  }

  @Test(
    "Where the locale isn't UTF-8, names and lines are shown all the same", arguments: ["C", "POSIX", ""])
  func bareLocale(locale: String) throws {
    let shop = try TeaShop()
    let terminal = try TerminalSession(environment: ["LC_ALL": locale])
    try terminal.start(shop.path, until: Self.isFrame)
    try terminal.press("2")
    try terminal.wait { $0.contains("王芳") }
    try terminal.press("q", "q")
    try terminal.wait(until: Self.isShell)
  }

  @Test("In Chinese by the locale")
  func chinese() throws {
    let shop = try TeaShop()
    let terminal = try TerminalSession(environment: ["LANG": "zh_CN.UTF-8"])
    try terminal.start(shop.path) { $0.contains("1 概览") && $0.contains("2 会员") }
    try terminal.press("q")
    try terminal.wait(until: Self.isShell)
  }
}
