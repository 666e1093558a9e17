import Canvas
import Community
import Foundation
import Journal
import Loyalty
import Screen
import TestCommunities
import Testing

@testable import Dashboard

@Suite struct RecallScenarios {
  @Test func tenKeysDecideAboutTenMembers() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("6"),
      stage.sees {
        #expect($0.panel == "Recall")
        #expect($0.shows("10 to win back"))
        #expect($0.selected.hasPrefix("S 12"))
      },
      .press("r r r r r r r r r r"),
      stage.sees { screen in
        #expect(screen.lines.count { $0.contains("recall ✓") || $0.contains("hold out ✓") } == 10)
        #expect(screen.message == "recall: S 3 ✓")
        #expect(screen.selected.hasPrefix("S 2"))
      })
    let decisions = try stage.journal()
    #expect(decisions.compactMap(\.member) == (3...12).reversed().map { "s\($0)" })
    #expect(decisions.allSatisfy { $0.manager == "Ann" && $0.campaign == "\($0.play ?? "")-2026Q1" })
    for decision in decisions {
      let lot = Assignment(member: decision.member ?? "", campaign: decision.campaign ?? "", holdOut: 0.1)
      #expect((decision.action == .holdOut) == (lot == .heldOut))
    }
  }

  @Test func theOverviewLeadsToTheQueueAndBack() throws {
    let stage = try Self.stage()
    try stage.play(
      stage.sees {
        #expect($0.shows("10 to win back, stake unknown"))
        // Who is at the top stays there when a line comes in.
        #expect($0.selected.hasPrefix("10 to win back"))
      },
      .press("enter"),
      // Two of the twelve are held out by lot, and so they aren't listed; the foot counts who is.
      stage.sees {
        #expect($0.panel == "Recall")
        #expect($0.shows("10 of 12") && $0.shows("10 to win back · 10 stake unknown"))
        #expect($0.column("Name").count == 10)
      },
      .press("esc"), stage.sees { #expect($0.panel == "Overview") })
  }

  @Test func whatWasDecidedIsOnDiskWhenTheProgramEnds() throws {
    let stage = try Self.stage()
    try stage.play(.press("6"), .press("r q"))
    #expect(try stage.journal().compactMap(\.member) == ["s12"])
  }

  @Test func decisionsAreFollowedInARealFolder() throws {
    let stage = try Self.realStage()
    try stage.play(
      .press("6"), stage.sees("10 to win back"),
      .press("r r r"),
      stage.sees { #expect($0.lines.count { $0.contains("  deep recall ✓") } == 3) },
      .press("f5"),
      stage.sees {
        #expect($0.shows("7 to win back"))
        #expect($0.column("Name") == (1...9).reversed().map { "S \($0)" })
        #expect(!$0.shows("✓"))
        #expect($0.selected.hasPrefix("S 9"))
      },
      .press("] ]"), stage.sees("Today", "S 12", "S 11", "S 10"),
      .press("u"), .press("f5"),
      stage.sees {
        #expect($0.shows("8 to win back"))
        #expect($0.selected.hasPrefix("S 10"))
      })
  }

  @Test func whatStandsBesideTheQueueScrollsToItsEnd() throws {
    let stage = try Self.stage()
    try stage.play(
      size: Size(columns: 80, rows: 24), .press("6 ]"),
      stage.sees {
        #expect($0.part == "Plays")
        #expect(!$0.shows("All plays"))
      },
      .press((0..<40).map { _ in "J" }.joined(separator: " ")), stage.sees("All plays"),
      .press("K esc"),
      stage.sees {
        #expect(!$0.shows("Plays"))
        #expect($0.selected.hasPrefix("S 12"))
      })
  }

  @Test func uTakesDecisionsBackOneAfterAnother() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("6 c"), stage.sees("claim: S 12 ✓ u undo"),
      .press("j n"), .type("called"), .press("enter"), stage.sees("note: S 11 ✓ u undo", "claim ✓", "note ✓"),
      .press("u"),
      stage.sees {
        #expect($0.message.hasPrefix("Undone: "))
        #expect($0.line(with: "S 11").contains("undo ✓"))
        #expect($0.line(with: "S 12").contains("claim ✓"))
      },
      .press("u"),
      stage.sees { #expect($0.line(with: "S 12").contains("undo ✓")) },
      .press("u"), stage.sees { #expect($0.message == "There is nothing to undo") })
    let decisions = try stage.journal()
    #expect(decisions.map(\.action) == [.claim, .note, .undo, .undo])
    #expect(decisions[1].text == "called")
    #expect(decisions[2].undoes == decisions[1].id)
    #expect(decisions[3].undoes == decisions[0].id)
  }

  @Test func whoeverWasFirstIsTold() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("6"),
      stage.check { stage in
        #expect(throws: Never.self) { try stage.decideElsewhere(Self.recall(of: "s12", secondsAgo: 60)) }
      },
      .press("r"),
      stage.sees {
        #expect($0.message == "Bea was first: recall at 11:59, S 12")
        #expect(!$0.shows("✓"))
      })
    #expect(try stage.journal().count == 1)
  }

  @Test func decisionsComeBackFromTheFolder() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("6 r"),
      stage.append { shop in
        shop.recall("s11", by: "Bea")
        shop.recall("s12", by: "Ann")
      },
      stage.sees {
        #expect($0.shows("8 to win back"))
        #expect($0.selected.hasPrefix("S 10"))
      },
      .press("] ]"), stage.sees("S 11", "S 12", "Bea"))
  }

  @Test func allMarkedAreAskedAboutByTheirNumber() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("6 space space space"),
      stage.sees { #expect($0.marked.map { $0.prefix(4) } == ["S 12", "S 11", "S 10"]) },
      .press("z"), .press("ctrl+u"), .type("14"), .press("enter"),
      stage.sees("snooze: 3 members. Sure?", "y apply n cancel"),
      .press("y"),
      stage.sees {
        #expect($0.marked.isEmpty)
        #expect($0.lines.count { $0.contains("snooze ✓") } == 3)
      })
    let decisions = try stage.journal()
    #expect(decisions.map(\.action) == [.snooze, .snooze, .snooze])
    #expect(decisions[0].until.map { stage.shop.zone.day(of: $0).description } == "2026-03-15")
  }

  @Test func aReasonIsAskedForBeforeDismissing() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("6 x enter"), stage.sees { #expect($0.message == "Type something first") },
      .type("moved away"), .press("enter"),
      stage.sees {
        #expect($0.message == "dismiss: S 12 ✓")
        #expect($0.selected.hasPrefix("S 11"))
      })
    #expect(try stage.journal().map(\.reason) == ["moved away"])
  }

  @Test func anotherPlayIsChosenFromAList() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("6 R end"), stage.sees { #expect($0.selected.hasPrefix("What is new")) },
      .press("enter"), stage.sees { #expect($0.message == "recall: S 12 ✓") })
    #expect(try stage.journal().map(\.play) == [RecallPlay.defaults.last?.id])
  }

  @Test func atAFixedTimeNothingIsDecided() throws {
    let stage = try Self.stage()
    stage.options.asOf = .fixed("2026-03-01")
    try stage.play(
      .press("6 r"),
      stage.sees {
        #expect($0.message == "Time is fixed (--as-of), so nothing can be decided")
        #expect($0.shows("10 to win back"))
      })
    #expect(try stage.journal().isEmpty)
  }

  @Test func whatCannotBeWrittenIsSaidAtTheStart() throws {
    let stage = try Self.stage()
    try FileManager.default.createDirectory(
      atPath: stage.folder + "/decisions.jsonl", withIntermediateDirectories: true)
    try stage.play(
      stage.sees {
        #expect($0.shows("read-only"))
        #expect($0.message.contains("/decisions.jsonl isn"))
      },
      .press("6 r"),
      stage.sees {
        #expect($0.message == "This folder can't be written to, so nothing can be decided")
        #expect($0.shows("10 to win back"))
      })
  }

  @Test func allInTheQueueAreMarkedAndSearchNarrowsIt() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("6 /"), .type("S 1"),
      stage.sees {
        #expect($0.shows("Search S 1"))
        #expect($0.column("Name") == ["S 12", "S 11", "S 10", "S 1"])
        #expect($0.selected.hasPrefix("S 12"))
        // The foot counts who is listed, as the line above the list does.
        #expect($0.line(with: "to win back").hasPrefix("4 to win back · 4 stake unknown"))
      },
      .press("enter a"),
      stage.sees {
        #expect($0.marked.count == 4)
        #expect($0.shows("4 marked"))
      },
      .press("A f"), .type("silent>110d silnt>3"),
      stage.sees {
        // What can be read is in force.
        #expect($0.shows("no field is called 'silnt': did you mean silent?"))
        #expect($0.shows("S 11") && !$0.shows("S 10"))
      },
      .press("esc"), stage.sees("Search S 1 4 of 12"),
      .press("down"), stage.sees { #expect($0.selected.hasPrefix("S 11")) },
      .press("esc"),
      stage.sees {
        #expect($0.column("Name").count == 12)
        #expect($0.selected.hasPrefix("S 11"))
      },
      .press("/"), .type("S 5"), stage.sees("0 to win back · 1 held out"), .press("esc"),
      .press("/"), .type("nobody"), stage.sees("No one in the queue matches", "0 to win back"),
      .press("esc"), stage.sees("10 to win back · 2 held out · 10 stake unknown"), .press("r"),
      stage.sees { #expect($0.line(with: "S 12").contains("recall ✓")) })
  }

  @Test func decisionsLeaveANarrowedQueue() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("6 /"), .type("S 1"), .press("enter"),
      stage.append { $0.recall("s11", by: "Bea") },
      stage.sees {
        #expect($0.column("Name") == ["S 12", "S 10", "S 1"])
        #expect($0.shows("3 of 11"))
        #expect($0.selected.hasPrefix("S 12"))
      })
  }
}

// MARK: Support

extension RecallScenarios {
  /// A dozen members who bought once and have been silent for 101, 102, … days.
  static func stage() throws -> Stage {
    let stage = Stage(members: 0)
    for number in 1...12 {
      stage.shop.add(member: "s\(number)", name: "S \(number)", city: "上海")
      stage.shop.order(by: "s\(number)", amount: 100, daysAgo: 100 + number)
    }
    stage.shop.settle()
    try stage.makeFolder()
    return stage
  }

  /// The same as files of a folder.
  static func realStage() throws -> Stage {
    let stage = try stage()
    try stage.write("members.jsonl", lines: 1...12) { #"{"id":"s\#($0)","name":"S \#($0)"}"# }
    try stage.write("orders.jsonl", lines: 1...12) {
      #"{"id":"o\#($0)","member":"s\#($0)","amount":100,"at":"\#(stage.time(daysAgo: 100 + $0))"}"#
    }
    stage.readsFolder = true
    return stage
  }

  /// A recall by another manager.
  static func recall(of member: String, secondsAgo seconds: Int64, play: String? = nil) -> Decision {
    Decision(
      id: "other", at: Shop.noon.adding(seconds: -seconds), manager: "Bea", action: .recall, member: member,
      play: play)
  }
}
