import Community
import Foundation
import Journal
import Loyalty
import Screen
import TestCommunities
import Testing

@testable import Dashboard

/// Taking back, doing again, and what couldn't be done at all.
@Suite struct UndoScenarios {
  /// A dozen members who bought once and have been silent for 101, 102, … days.
  private static func stage() throws -> Stage {
    let stage = Stage(members: 0)
    for number in 1...12 {
      stage.shop.add(member: "s\(number)", name: "S \(number)", city: "上海")
      stage.shop.order(by: "s\(number)", amount: 100, daysAgo: 100 + number)
    }
    stage.shop.settle()
    try FileManager.default.createDirectory(atPath: stage.folder, withIntermediateDirectories: true)
    stage.options.folder = stage.folder
    stage.options.manager = "Ann"
    return stage
  }

  /// Members on their birthdays, as files.
  private static func birthdays() throws -> Stage {
    let stage = try stage()
    stage.options.asOf = .now
    stage.readsFolder = true
    let members = (1...4).map { number in
      "{\"id\":\"t\(number)\",\"name\":\"T \(number)\",\"joined\":\"2025-06-01\",\"birthday\":\"1990-03-01\"}\n"
    }
    try members.joined().write(toFile: stage.folder + "/members.jsonl", atomically: true, encoding: .utf8)
    try "{\"touchpoints\":{\"rules\":[{\"id\":\"birthday\"}]}}".write(
      toFile: stage.folder + "/program.json", atomically: true, encoding: .utf8)
    return stage
  }

  private static func actions(_ stage: Stage) -> [DecisionAction] {
    let data = FileManager.default.contents(atPath: stage.folder + "/decisions.jsonl") ?? Data()
    return Decision.read(lines: Array(data), zone: stage.shop.zone).map(\.action)
  }

  private static func says(_ text: String) -> (Stage) -> Void {
    { #expect($0.state.message?.text == text) }
  }

  /// From now on nothing can be written, whoever asks.
  private static func block(_ stage: Stage) -> MemoryTerminalStep {
    .check { _ in
      try? FileManager.default.createDirectory(
        atPath: stage.folder + "/decisions.jsonl", withIntermediateDirectories: true)
    }
  }

  @Test func itSaysWhatWasTakenBackAndDoesItAgain() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("6 U"), stage.check(Self.says("Nothing was taken back that could be done again")),
      .press("c"), stage.check(Self.says("claim: S 12 ✓")),
      .press("u"),
      stage.check {
        Self.says("Taken back: claim: S 12")($0)
        #expect($0.state.message?.canRedo == true)
        #expect(view($0.state).grid.plainText.contains("U redo"))
      },
      .press("U"), stage.check(Self.says("Done again: claim: S 12")),
      .press("u"), stage.check(Self.says("Taken back: claim: S 12")),
      // What is done anew leaves nothing to be done again.
      .press("j c"), .press("U"), stage.check(Self.says("Nothing was taken back that could be done again")))
    #expect(Self.actions(stage) == [.claim, .undo, .claim, .undo, .claim])
  }

  @Test func marksComeBackWithWhatWasDecidedAboutThem() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("6 space space space c y"),
      stage.check {
        Self.says("claim: 3 members ✓")($0)
        #expect($0.state.recall.marks.isEmpty)
      },
      .press("u"),
      stage.check {
        Self.says("Taken back: claim: 3 members")($0)
        #expect($0.state.recall.marks == ["s10", "s11", "s12"])
      },
      .press("U"), stage.check { #expect($0.state.recall.marks.isEmpty) })
  }

  @Test func marksOfTheTableAreTakenBackAndSetAgain() throws {
    let stage = Stage(members: 9)
    try stage.play(
      .press("2 a"), stage.check(Self.says("9 members marked")),
      .press("u"),
      stage.check {
        Self.says("Taken back: 9 members marked")($0)
        #expect($0.members.marks.isEmpty)
      },
      .press("U"),
      stage.check {
        Self.says("Done again: 9 members marked")($0)
        #expect($0.members.marks.count == 9)
      })
  }

  @Test func whatCouldNotBeWrittenLeavesTheSelection() throws {
    let stage = try Self.stage()
    try stage.play(
      .press("6 j"), stage.check { #expect($0.state.recall.selectedID == "s11") }, Self.block(stage),
      .press("r"),
      stage.check {
        #expect($0.state.message?.kind == .error)
        #expect($0.state.recall.selectedID == "s11")
        #expect($0.state.decisions.members.isEmpty)
      },
      // Several keys faster than the disk.
      .press("r r r"), stage.check { #expect($0.state.recall.selectedID == "s11") },
      .press("space space c y"),
      stage.check {
        #expect($0.state.recall.marks == ["s11", "s10"])
        #expect($0.state.message?.kind == .error)
      })
  }

  @Test func aTouchThatCouldNotBeWrittenLeavesTheSelection() throws {
    let stage = try Self.birthdays()
    try stage.play(
      .press("4 j"), stage.check { #expect($0.state.touchpointRow?.touch?.member == "t2") },
      Self.block(stage), .press("d"),
      stage.check {
        #expect($0.state.message?.kind == .error)
        #expect($0.state.touchpointRow?.touch?.member == "t2")
      },
      .press("space space d y"), stage.check { #expect($0.state.touchpoints.marks.count == 2) })
  }

  @Test func marksOfTouchesComeBackWithThem() throws {
    let stage = try Self.birthdays()
    try stage.play(
      .press("4 space space d y"), stage.check { #expect($0.state.message?.canUndo == true) },
      .press("f5"),
      stage.check {
        #expect($0.state.touchpointRows.count == 2)
        #expect($0.state.touchpoints.marks.isEmpty)
      },
      .press("u"), stage.check { #expect($0.state.message?.canRedo == true) }, .press("f5"),
      stage.check {
        #expect($0.state.touchpointRows.count == 4)
        #expect($0.state.touchpoints.marks.count == 2)
      })
  }
}
