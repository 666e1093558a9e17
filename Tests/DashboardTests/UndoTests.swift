import Foundation
import Journal
import Screen
import Testing

@testable import Dashboard

/// Taking back, doing again, and what couldn't be done at all.
@Suite struct UndoScenarios {
  /// Members on their birthdays, as files.
  private static func birthdays() throws -> Stage {
    let stage = Stage(members: 0)
    try stage.makeFolder()
    stage.options.asOf = .now
    stage.readsFolder = true
    try stage.write("members.jsonl", lines: 1...4) {
      #"{"id":"t\#($0)","name":"T \#($0)","joined":"2025-06-01","birthday":"1990-03-01"}"#
    }
    try stage.write("program.json", #"{"touchpoints":{"rules":[{"id":"birthday"}]}}"#)
    return stage
  }

  private static func says(_ text: String, in stage: Stage) -> MemoryTerminalStep {
    stage.sees { #expect($0.message == text) }
  }

  /// From now on nothing can be written, whoever asks.
  private static func block(_ stage: Stage) -> MemoryTerminalStep {
    .check { _ in
      try? FileManager.default.createDirectory(
        atPath: stage.folder + "/decisions.jsonl", withIntermediateDirectories: true)
    }
  }

  @Test func itSaysWhatWasTakenBackAndDoesItAgain() throws {
    let stage = try RecallScenarios.stage()
    try stage.play(
      .press("6 U"), Self.says("There is nothing to redo", in: stage),
      .press("c"), Self.says("claim: S 12 ✓", in: stage),
      .press("u"), Self.says("Undone: claim: S 12", in: stage),
      stage.sees("Undone: claim: S 12 U redo"),
      .press("U"), Self.says("Redone: claim: S 12", in: stage),
      .press("u"), Self.says("Undone: claim: S 12", in: stage),
      // What is done anew leaves nothing to be done again.
      .press("j c"), Self.says("claim: S 11 ✓", in: stage),
      .press("U"), Self.says("There is nothing to redo", in: stage))
    #expect(try stage.journal().map(\.action) == [.claim, .undo, .claim, .undo, .claim])
  }

  @Test func marksComeBackWithWhatWasDecidedAboutThem() throws {
    let stage = try RecallScenarios.stage()
    try stage.play(
      .press("6 space space space c y"),
      stage.sees {
        #expect($0.message == "claim: 3 members ✓")
        #expect($0.marked.isEmpty)
      },
      .press("u"),
      stage.sees {
        #expect($0.message == "Undone: claim: 3 members")
        #expect($0.marked.map { $0.prefix(4) } == ["S 12", "S 11", "S 10"])
      },
      .press("U"), stage.sees { #expect($0.marked.isEmpty) })
  }

  @Test func marksOfTheTableAreTakenBackAndSetAgain() throws {
    let stage = Stage(members: 9)
    try stage.play(
      .press("2 a"), Self.says("9 members marked", in: stage),
      .press("u"),
      stage.sees {
        #expect($0.message == "Undone: 9 members marked")
        #expect($0.marked.isEmpty)
      },
      .press("U"),
      stage.sees {
        #expect($0.message == "Redone: 9 members marked")
        #expect($0.marked.count == 9)
      })
  }

  @Test func whatCouldNotBeWrittenLeavesTheSelection() throws {
    let stage = try RecallScenarios.stage()
    try stage.play(
      .press("6 j"), stage.sees { #expect($0.selected.hasPrefix("S 11 ")) }, Self.block(stage),
      .press("r"),
      stage.sees {
        #expect($0.message.contains("/decisions.jsonl isn"))
        #expect($0.selected.hasPrefix("S 11 "))
        #expect(!$0.shows("recall ✓") && !$0.shows("recall …"))
      },
      // Several keys faster than the disk.
      .press("r r r"), stage.sees { #expect($0.selected.hasPrefix("S 11 ")) },
      .press("space space c y"),
      stage.sees {
        #expect($0.marked.map { $0.prefix(4) } == ["S 11", "S 10"])
        #expect($0.message.contains("/decisions.jsonl isn"))
      })
  }

  @Test func aTouchThatCouldNotBeWrittenLeavesTheSelection() throws {
    let stage = try Self.birthdays()
    try stage.play(
      .press("4 j"), stage.sees { #expect($0.selected.contains("T 2 Birthday")) },
      Self.block(stage), .press("d"),
      stage.sees {
        #expect($0.message.contains("/decisions.jsonl isn"))
        #expect($0.selected.contains("T 2 Birthday"))
      },
      .press("space space d y"), stage.sees { #expect($0.marked.count == 2) })
  }

  @Test func marksOfTouchesComeBackWithThem() throws {
    let stage = try Self.birthdays()
    try stage.play(
      .press("4 space space d y"), stage.sees("done: 2 members ✓ u undo"),
      .press("f5"),
      stage.sees {
        #expect($0.column("member") == ["T 3", "T 4"])
        #expect($0.marked.isEmpty)
      },
      .press("u"), stage.sees("Undone: done: 2 members U redo"), .press("f5"),
      stage.sees {
        #expect($0.column("member") == ["T 1", "T 2", "T 3", "T 4"])
        #expect($0.marked.count == 2)
        #expect($0.marked.first?.contains("T 1 Birthday") == true)
        #expect($0.marked.last?.contains("T 2 Birthday") == true)
      })
  }
}
