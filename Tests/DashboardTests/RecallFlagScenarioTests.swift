import Canvas
import Community
import Foundation
import Loyalty
import TestCommunities
import Testing

@testable import Dashboard

@Suite("The queue of recalls says what is to be known first") struct RecallFlagScenarios {
  /// Four members who bought once: s1 and s2 sleep lightly, s3 and s4 deeply. One has an open complaint, one is a detractor
  /// without an answer, one has just been refunded.
  private func stage() throws -> Stage {
    let stage = Stage(members: 0)
    try FileManager.default.createDirectory(atPath: stage.folder, withIntermediateDirectories: true)
    func time(_ days: Int) -> String {
      stage.shop.zone.string(from: Shop.noon.adding(seconds: -86_400 * Int64(days)))
    }
    func write(_ name: String, _ lines: [String]) throws {
      try lines.map { $0 + "\n" }.joined().write(
        toFile: stage.folder + "/" + name, atomically: true, encoding: .utf8)
    }
    try write("members.jsonl", (1...4).map { #"{"id":"s\#($0)","name":"S \#($0)"}"# })
    let days = [50, 60, 100, 110]
    try write(
      "orders.jsonl",
      (1...4).map { #"{"member":"s\#($0)","amount":100,"at":"\#(time(days[$0 - 1]))"}"# }
        + [#"{"member":"s4","amount":-20,"at":"\#(time(3))"}"#])
    try write("complaints.jsonl", [#"{"member":"s1","at":"\#(time(5))","level":2}"#])
    try write("surveys.jsonl", [#"{"member":"s3","at":"\#(time(4))","kind":"nps","score":2}"#])
    stage.options.folder = stage.folder
    stage.options.manager = "Ann"
    stage.readsFolder = true
    return stage
  }

  private func rows(_ stage: Stage) -> [String] {
    stage.state.recall.figures.map { figures in figures.rows.map { figures.id($0) } } ?? []
  }

  @Test func rowsAreFlagged() throws {
    let stage = try stage()
    try stage.play(
      size: Size(columns: 200, rows: 40), .press("6"),
      stage.check {
        let lines = view($0.state).grid.plainText.split(separator: "\n")
        func row(_ name: String) -> String {
          lines.first { $0.prefix(20).contains(name) }.map(String.init) ?? ""
        }
        #expect(row("S 1").contains("answer first"))
        #expect(row("S 3").contains("answer first"))
        #expect(row("S 4").contains("refund"))
        #expect(!row("S 2").contains("answer first"))
        // Nobody was recalled yet.
        #expect(row("S 2").contains("?10"))
        #expect(view($0.state).grid.plainText.contains("refund 3 days ago"))
      },
      .press("down"),
      stage.check {
        let screen = view($0.state).grid.plainText
        #expect(screen.contains("Answer first: NPS 2, unanswered for 4 days"))
        #expect(screen.contains("? No recall is finished yet"))
      },
      .press("end"),
      stage.check {
        #expect(view($0.state).grid.plainText.contains("Answer first: complaint open for 5 days"))
      })
    try stage.play(
      size: Size(columns: 80, rows: 24), .press("6"),
      stage.check {
        let screen = view($0.state).grid.plainText
        #expect(screen.split(separator: "\n").count { $0.contains("answer first") } == 2)
      })
  }

  @Test func aDetractorsAnswerKeepsTheStage() throws {
    let stage = try stage()
    try stage.play(
      .press("6"),
      stage.check { stage in
        // A hundred days since the purchase, four since the answer.
        let figures = stage.state.recall.figures
        let member = figures?.community.member(id: "s3")
        #expect(member.flatMap { figures?.board.row(of: $0)?.silence } == 100)
      },
      .press("a r"),
      stage.check { #expect(view($0.state).grid.plainText.contains("2 of them need an answer first")) })
  }

  @Test func theQueueIsFilteredAndOrderedByLayer() throws {
    let stage = try stage()
    try stage.play(
      .press("6"), stage.check { #expect(self.rows($0) == ["s4", "s3", "s2", "s1"]) },
      .press("f"), .type("layer:light_sleep"), .press("enter"),
      stage.check { #expect(self.rows($0) == ["s2", "s1"]) },
      .press("esc o"),
      stage.check {
        #expect(self.rows($0) == ["s2", "s1", "s3", "s4"])
        #expect(view($0.state).grid.plainText.contains("by layer"))
      },
      .press("o"), stage.check { #expect(self.rows($0) == ["s4", "s3", "s2", "s1"]) })
  }
}
