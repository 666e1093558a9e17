import Canvas
import Screen
import Testing

@testable import Dashboard

@Suite("The queue of recalls says what is to be known first") struct RecallFlagScenarios {
  /// Four members who bought once: s1 and s2 sleep lightly, s3 and s4 deeply. One has an open complaint, one is a detractor
  /// without an answer, one has just been refunded.
  private func stage() throws -> Stage {
    let stage = Stage(members: 0)
    try stage.makeFolder()
    stage.readsFolder = true
    try stage.write("members.jsonl", lines: 1...4) { #"{"id":"s\#($0)","name":"S \#($0)"}"# }
    let orders = [("s1", 100, 50), ("s2", 100, 60), ("s3", 100, 100), ("s4", 100, 110), ("s4", -20, 3)]
    try stage.write("orders.jsonl", lines: orders.indices) { index in
      let (member, amount, days) = orders[index]
      return #"{"member":"\#(member)","amount":\#(amount),"at":"\#(stage.time(daysAgo: days))"}"#
    }
    try stage.write("complaints.jsonl", lines: [5]) {
      #"{"member":"s1","at":"\#(stage.time(daysAgo: $0))","level":2}"#
    }
    try stage.write("surveys.jsonl", lines: [4]) {
      #"{"member":"s3","at":"\#(stage.time(daysAgo: $0))","kind":"nps","score":2}"#
    }
    return stage
  }

  @Test func rowsAreFlagged() throws {
    let stage = try stage()
    try stage.play(
      size: Size(columns: 200, rows: 40), .press("6"),
      stage.sees { screen in
        func row(_ name: String) -> String {
          screen.lines.first { $0.dropFirst(2).hasPrefix(name + " ") } ?? ""
        }
        #expect(row("S 1").contains("answer first"))
        #expect(row("S 3").contains("answer first"))
        #expect(row("S 4").contains("refund"))
        #expect(!row("S 2").contains("answer first"))
        // Nobody was recalled yet.
        #expect(row("S 2").contains("?10"))
        #expect(screen.shows("refund 3 days ago"))
      },
      .press("down"),
      stage.sees("Answer first: NPS 2, unanswered for 4 days", "? No recall is finished yet"),
      .press("end"), stage.sees("Answer first: complaint open for 5 days"))
    try stage.play(
      size: Size(columns: 80, rows: 24), .press("6"),
      stage.sees { screen in #expect(screen.lines.count { $0.contains("answer first") } == 2) })
  }

  @Test func aDetractorsAnswerKeepsTheStage() throws {
    let stage = try stage()
    try stage.play(
      .press("6"),
      // A hundred days since the purchase, four since the answer.
      stage.sees { #expect($0.line(with: "S 3").contains(" 100 d answer first ")) },
      .press("a r"), stage.sees("2 of them need an answer first"))
  }

  @Test func theQueueIsFilteredAndOrderedByLayer() throws {
    let stage = try stage()
    func lists(_ names: [String]) -> MemoryTerminalStep {
      stage.sees { #expect($0.column("Name") == names) }
    }
    try stage.play(
      .press("6"), lists(["S 4", "S 3", "S 2", "S 1"]),
      .press("f"), .type("layer:light_sleep"), .press("enter"), lists(["S 2", "S 1"]),
      .press("esc o"), lists(["S 2", "S 1", "S 3", "S 4"]), stage.sees("by layer"),
      .press("o"), lists(["S 4", "S 3", "S 2", "S 1"]))
  }
}
