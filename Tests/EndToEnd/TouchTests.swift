import Foundation
import Testing

@Suite(
  "A touch, from the key to the account", .serialized,
  .enabled(if: TerminalSession.isAvailable, "tmux isn't installed: apt-get install tmux"))
struct TouchTests {
  private static func isShell(_ screen: String) -> Bool {
    screen.contains("ready$") && !screen.contains("1 Overview")
  }

  /// Two members with a birthday on the day of the newest event.
  private static func shop() throws -> TeaShop {
    let shop = try TeaShop()
    try shop.folder.write(
      "program.json",
      #"{"name": "Tea", "time_zone": "Asia/Shanghai", "as_of": "latest", "touchpoints": {"rules": [{"id": "birthday"}]}}"#
    )
    try shop.folder.append(
      "members.jsonl",
      """
      {"id": "b1", "name": "Mia Moon", "joined": "2025-06-01", "birthday": "1990-03-05"}
      {"id": "b2", "name": "Sam Sun", "joined": "2025-06-01", "birthday": "1991-03-05"}

      """)
    return shop
  }

  private static func balance(_ shop: TeaShop, _ member: String) throws -> Double? {
    let report = try Program.run(["report", "account", "--member", member, "--format", "json", shop.path])
    try #require(report.code == 0, "\(report.errors)")
    let json = try JSONSerialization.jsonObject(with: Data(report.text.utf8)) as? [String: Any]
    return (json?["balance"] as? NSNumber)?.doubleValue
  }

  @Test("d writes the line, the account takes the deposit, and a second dashboard sees it by itself")
  func touching() throws {
    let shop = try Self.shop()
    let first = try TerminalSession()
    let second = try TerminalSession()
    for terminal in [first, second] {
      try terminal.start(shop.path) { $0.contains("1 Overview  2 Members") }
      try terminal.press("4")
      try terminal.wait { $0.contains("Today 2") && $0.contains("Mia Moon") && $0.contains("Sam Sun") }
    }
    #expect(try Self.balance(shop, "b1") == 0)

    try first.press("d")
    for terminal in [first, second] {
      try terminal.wait { $0.contains("Today 1 ") && $0.contains("Sam Sun") }
    }
    let lines = try String(contentsOfFile: shop.path + "/decisions.jsonl", encoding: .utf8)
      .split(separator: "\n")
    let line = try #require(
      try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
    #expect(lines.count == 1)
    #expect(line["action"] as? String == "touch" && line["rule"] as? String == "birthday")
    #expect(line["member"] as? String == "b1")
    // +5, and half as much again for a birthday.
    #expect(try Self.balance(shop, "b1") == 7.5)

    // The second manager goes on with the next member, and takes it back.
    try second.press("d")
    for terminal in [first, second] { try terminal.wait { $0.contains("No touchpoint is due today") } }
    try second.press("u")
    for terminal in [first, second] {
      try terminal.wait { $0.contains("Today 1 ") && $0.contains("Sam Sun") }
    }
    #expect(try Self.balance(shop, "b2") == 0)

    for terminal in [first, second] {
      try terminal.press("q")
      try terminal.wait(until: Self.isShell)
    }
  }
}
