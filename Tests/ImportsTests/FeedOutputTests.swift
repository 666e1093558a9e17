import Community
import Testing

@testable import Imports

@Suite("Files of a feed")
struct FeedOutputTests {
  /// Writes records in two imports, the second a newer export; the file and what was said of the change.
  private static func twice(factLimit: Int) throws -> (text: String, changes: [FeedChange], files: Int) {
    let folder = TestFolder()
    var changes: [FeedChange] = []
    for round in 0..<2 {
      let output = try FeedOutput(
        folder: folder.path, feed: .orders, source: "csv", hash: "1", factLimit: factLimit)
      for piece in 0..<5 {
        var lines = LineWriter()
        for number in piece * 200..<piece * 200 + 200 {
          // Every seventh stands there again at once, every fifth once more in the next piece, with another amount.
          for _ in 0..<(number % 7 == 0 ? 2 : 1) {
            write(number, amount: number + round * (number % 3), &lines)
          }
          if number % 5 == 0 { write(number - 150, amount: 9, &lines) }
          if round == 1, number % 11 == 0 { lines.remove(id: "order \(number)") }
          // Rows without an id, many of them equal.
          lines.beginWithoutID()
          lines.field("amount", raw: number % 4)
          lines.end()
          if round == 0, number % 10 == 0 {
            lines.begin(id: "refund \(number)", of: "order \(number)")
            lines.end()
          }
        }
        try output.append(lines)
      }
      changes.append(try output.settle(isCancelled: { false }))
      #expect(try output.commit())
    }
    return (folder.lines("orders").joined(separator: "\n"), changes, folder.files.count)
  }

  private static func write(_ number: Int, amount: Int, _ lines: inout LineWriter) {
    lines.begin(id: "order \(number)")
    lines.field("amount", raw: amount)
    lines.end()
  }

  @Test("What is known of lines may lie aside in files: the outcome is the same, and no other file stays")
  func ledger() throws {
    let all = try Self.twice(factLimit: LineLedger.usualLimit)
    let few = try Self.twice(factLimit: 97)
    #expect(few.text == all.text)
    #expect(few.changes == all.changes)
    #expect(few.files == 1)
    let lines = all.text.split(separator: "\n")
    #expect(Set(lines.map { $0.prefix(while: { $0 != "," }) }).count == lines.count, "each id once")
    // 1,000 orders and 30 older ones, without the 91 that went in the end; of refunds none is left, their orders came again.
    #expect(lines.count { $0.contains("refund") } == 0)
    #expect(lines.count { $0.hasPrefix(#"{"id":"x"#) } == 1000)
    #expect(all.changes[0].removed == 0)
    #expect(all.changes[1].records == lines.count)
  }

  @Test("Lines that come again and again are written once")
  func repeated() throws {
    let folder = TestFolder()
    let output = try FeedOutput(folder: folder.path, feed: .members, source: "csv", hash: "1", factLimit: 10)
    for _ in 0..<100 {
      var lines = LineWriter()
      for name in ["a", "b", "c"] {
        lines.begin(id: name)
        lines.end()
      }
      try output.append(lines)
    }
    let change = try output.settle(isCancelled: { false })
    _ = try output.commit()
    #expect(folder.lines("members") == [#"{"id":"a"}"#, #"{"id":"b"}"#, #"{"id":"c"}"#])
    #expect(change.records == 3)
    #expect(change.repeated == 297)
  }
}
