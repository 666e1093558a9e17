import Community
import Testing

@testable import Feeds

/// What `program.json` said last stays in force while it can't be read.
@Suite struct KeptProgramTests {
  private let good = #"{"name":"F","time_zone":"Asia/Shanghai","as_of":"latest"}"#
  private let order = #"{"member":"m1","at":"2026-11-02","amount":10}"# + "\n"

  @Test func aTrailingCommaKeepsTheLastSettings() throws {
    var folder = try Followed(["program.json": good, "orders.jsonl": order])
    folder.put("program.json", #"{"name":"F","time_zone":"Asia/Shanghai","as_of":"latest",}"#)
    #expect(folder.look("program.json") == "program")
    #expect(folder.snapshot.community.program.name == "F")
    #expect(folder.snapshot.zone.identifier == "Asia/Shanghai")
    #expect(folder.snapshot.report.keepsProgram)
    #expect(
      folder.snapshot.report.programProblems == [
        .unreadable(.brokenJSON(.trailingComma), line: 1, column: 58)
      ])
    folder.put("program.json", good.replacing("\"F\"", with: "\"G\""))
    #expect(folder.look("program.json") == "program")
    #expect(folder.snapshot.community.program.name == "G")
    #expect(!folder.snapshot.report.keepsProgram)
    #expect(folder.snapshot.report.programProblems == [])
  }

  @Test func aReadingAnewKeepsThemToo() throws {
    var folder = try Followed(["program.json": good, "orders.jsonl": order])
    folder.put("program.json", "{")
    _ = folder.look("program.json")
    let loading = Loading(
      "/folder", ReadingOptions(opener: folder.files), isFollowed: true,
      lastProgram: folder.follower.reading.lastProgram,
      progress: { _ in }, isCancelled: { false })
    let snapshot = try loading.run().snapshot
    #expect(snapshot.community.program.name == "F")
    #expect(snapshot.zone.identifier == "Asia/Shanghai")
    #expect(snapshot.report.keepsProgram)
  }

  @Test func whatNeverWorkedKeepsNothing() throws {
    let folder = try Followed(["program.json": "{,}", "orders.jsonl": order])
    #expect(folder.snapshot.community.program == Program())
    #expect(!folder.snapshot.report.keepsProgram)
    #expect(folder.snapshot.report.programProblems.count == 1)
  }

  @Test func aStrayFileShowsWithoutReadingAnew() throws {
    var folder = try Followed(["orders.jsonl": order])
    folder.put("Members.jsonl", "{}")
    #expect(folder.look("Members.jsonl") == "rows  touched [] new 1..<1")
    #expect(folder.snapshot.report.strays.map(\.path) == ["Members.jsonl"])
    folder.put("orders/year=2026/a.jsonl", order)
    #expect(folder.look("orders/year=2026/a.jsonl") == "reload")
  }
}

/// Why the machine's zone is UTC although it says something else.
@Suite struct UnknownMachineZoneTests {
  private func problem(_ variable: String?, link: String = "/none", nameFile: String = "/none")
    -> ZoneProblem?
  {
    Zone.machineProblem(variable: variable, link: link, nameFile: nameFile)
  }

  @Test func whatIsSaidAndCannotBeHadIsAProblem() {
    #expect(problem("Asia/Beijing") == .unknown("Asia/Beijing", nearest: "Asia/Shanghai"))
    #expect(problem(":Asia/Beijing") == .unknown("Asia/Beijing", nearest: "Asia/Shanghai"))
    for fine in ["Asia/Shanghai", "UTC", "", "CST-8", "UTC0"] { #expect(problem(fine) == nil) }
    #expect(problem(nil) == nil)
  }
}

/// Names of time zones that the database doesn't have.
@Suite struct ZoneNamesTests {
  @Test(arguments: [
    ("Asia/Beijing", "Asia/Shanghai"), ("Beijing", "Asia/Shanghai"), ("北京", "Asia/Shanghai"),
    ("China", "Asia/Shanghai"),
    ("Asia/Guangzhou", "Asia/Shanghai"), ("Asia/Mumbai", "Asia/Kolkata"), ("UTC+8", "+08:00"),
    ("GMT-3:30", "-03:30"),
    ("America/San_Francisco", "America/Los_Angeles"), ("Asia/Shangai", "Asia/Shanghai"),
  ])
  func theZoneThatIsMeant(name: String, zone: String) {
    #expect(throws: ZoneProblem.unknown(name, nearest: zone)) { try Zone.named(name) }
  }
}
