import Foundation
import Testing

/// Files that others write while koxtop reads them.
@Suite struct ChangingFilesTests {
  @Test func anUnfinishedLastLineIsNothingSetAside() throws {
    let shop = try TeaShop()
    try shop.folder.append("orders.jsonl", #"{"id": "o4", "member": "m1", "at": "2026-03"#)
    let check = try Program.run(["check", shop.path, "--language", "en"])
    #expect(check.code == 0)
    #expect(check.text.contains("orders.jsonl, line 5: unfinished last line"))
    let json = try Program.run(["check", shop.path, "--format", "json"])
    #expect(json.code == 0 && json.text.contains(#""note":"unfinished_line""#))
    #expect(try Program.run(["report", "overview", shop.path]).code == 0)
    // What can't become a record is.
    try shop.folder.append("orders.jsonl", #""}}"#)
    #expect(try Program.run(["check", shop.path]).code == 1)
  }

  @Test(
    "Bytes overwritten in place show up by themselves",
    .enabled(if: TerminalSession.isAvailable, "tmux isn't installed: apt-get install tmux"))
  func overwriting() throws {
    let shop = try TeaShop()
    let terminal = try TerminalSession()
    try terminal.start(shop.path) { $0.contains("Members to look at") }
    try terminal.press("2")
    try terminal.wait { $0.contains("¥12") }
    let place = try #require(shop.folder.read("orders.jsonl").range(of: "128.5"))
    let offset = shop.folder.read("orders.jsonl")[..<place.lowerBound].utf8.count
    let handle = try #require(FileHandle(forWritingAtPath: shop.path + "/orders.jsonl"))
    try handle.seek(toOffset: UInt64(offset))
    try handle.write(contentsOf: Data("9".utf8))
    try handle.close()
    try terminal.wait { $0.contains("¥92") }
    try terminal.press("q", "q")
  }
}
