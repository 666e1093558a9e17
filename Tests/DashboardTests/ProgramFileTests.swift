import Community
import Feeds
import Foundation
import Testing

@testable import Dashboard

@Suite struct ProgramFileTests {
  private func withFolder(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("koxtop-\(UUID().uuidString)")
      .path
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  private func text(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(fileURLWithPath: path)))
  }

  @Test func theOldFileIsKeptAndTheRestTakenOver() throws {
    try withFolder { folder in
      let old = #"{"name": "Tea", "rfm": {"window_days": 90}}"#
      try Data(old.utf8).write(to: URL(fileURLWithPath: folder + "/program.json"))
      let rules = Program.TierRules().setting(TierThreshold(tier: 1, part: .qualify(0)), to: 3)
      let kept = try ProgramFile(folder: folder).save(rules, stamp: "20260301T093000")
      #expect(kept == folder + "/program.json.20260301T093000")
      #expect(try text(folder + "/program.json.20260301T093000") == Array(old.utf8))
      let (program, problems) = Program.read(try text(folder + "/program.json"))
      #expect(problems.isEmpty)
      #expect(program.name == "Tea" && program.rfm.windowDays == 90 && program.tiers == rules)
      // A second one at the same time doesn't take the place of the first.
      let again = try ProgramFile(folder: folder).save(Program.TierRules(), stamp: "20260301T093000")
      #expect(again == folder + "/program.json.20260301T093000-2")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 3)
    }
  }

  @Test func withoutAFileThereIsNothingToKeep() throws {
    try withFolder { folder in
      let kept = try ProgramFile(folder: folder).save(Program.TierRules(), stamp: "x")
      #expect(kept == nil)
      let written = try text(folder + "/program.json")
      #expect(Program.read(written).program.tiers == Program.TierRules())
    }
  }

  @Test func whatCannotBeReadIsLeftAlone() throws {
    try withFolder { folder in
      try Data("{oops".utf8).write(to: URL(fileURLWithPath: folder + "/program.json"))
      #expect(throws: ProgramFile.Problem.self) {
        try ProgramFile(folder: folder).save(Program.TierRules(), stamp: "x")
      }
      #expect(try text(folder + "/program.json") == Array("{oops".utf8))
    }
  }
}
