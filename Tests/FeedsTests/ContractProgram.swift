import Community
import Feeds
import Testing

/// What `program.json` says, and what holds without it.
@Suite struct ProgramFileTests {
  @Test func withoutAFileTheDefaultsHold() throws {
    let snapshot = try snapshot([:], ReadingOptions(machineZone: .china))
    #expect(snapshot.community.program == Program())
    #expect(snapshot.zone == .china)
  }

  @Test func everyKeyIsTaken() throws {
    let snapshot = try snapshot([
      "program.json": """
      {"name": "KOX 会员", "currency": "EUR", "time_zone": "Asia/Shanghai", "as_of": "latest",
       "mask": {"names": true}, "community": {"bots": ["bot-1", "robot"]}}
      """
    ])
    var program = Program()
    program.name = "KOX 会员"
    program.currency = "EUR"
    program.timeZone = "Asia/Shanghai"
    program.asOf = .latest
    program.masksNames = true
    program.bots = ["bot-1", "robot"]
    #expect(snapshot.community.program == program)
    #expect(snapshot.report.programProblems.isEmpty)
    #expect(snapshot.report.setAside.isEmpty)
  }

  @Test(arguments: [
    (#""now""#, Program.AsOf.now), (#""latest""#, .latest), (#""2026-03-01""#, .fixed("2026-03-01")),
    (#""2026-03-01T09:30:00+08:00""#, .fixed("2026-03-01T09:30:00+08:00")),
  ])
  func nowIsTheClockTheNewestEventOrATime(value: String, expected: Program.AsOf) throws {
    let snapshot = try snapshot(["program.json": .text(#"{"as_of": \#(value)}"#)])
    #expect(snapshot.community.program.asOf == expected)
    #expect(snapshot.report.programProblems.isEmpty)
  }

  @Test func oneBadKeyNeverDisablesTheRest() throws {
    let snapshot = try snapshot([
      "program.json": """
      {"name": 7, "curency": "USD", "time_zone": "Mars/Olympus", "as_of": "soon",
       "mask": {"nams": true, "names": "yes"}, "community": {"bots": ["b", true]}, "currency": "EUR"}
      """
    ])
    #expect(snapshot.community.program.currency == "EUR")
    #expect(snapshot.community.program.name == nil)
    #expect(snapshot.community.program.asOf == .now)
    #expect(!snapshot.community.program.masksNames)
    #expect(snapshot.zone == .utc)
    let problems = Set(snapshot.report.programProblems)
    #expect(problems.contains(.wrongType(path: "name", expected: .text)))
    #expect(problems.contains(.unknownKey(path: "curency", nearest: "currency")))
    #expect(problems.contains(.badValue(path: "time_zone", value: "Mars/Olympus", nearest: nil)))
    #expect(problems.contains(.badValue(path: "as_of", value: "soon", nearest: nil)))
    #expect(problems.contains(.wrongType(path: "community.bots.1", expected: .text)))
    #expect(problems.contains(.unknownKey(path: "mask.nams", nearest: "mask.names")))
    #expect(problems.contains(.wrongType(path: "mask.names", expected: .boolean)))
    #expect(snapshot.report.programProblems.count == 7)
  }

  @Test func nullIsAbsentAndTheLastOfTwoKeysCounts() throws {
    let snapshot = try snapshot([
      "program.json": #"{"name": "A", "name": "B", "currency": null, "mask": null}"#
    ])
    #expect(snapshot.community.program.name == "B")
    #expect(snapshot.community.program.currency == "CNY")
    #expect(snapshot.report.programProblems.isEmpty)
  }

  @Test(arguments: [
    "", "{", "[]", "7", #"{"name": "A"} x"#, "{\"name\": \"\\ud800\"}", "{\"name\": \"A\",\n \"x\"}",
  ])
  func aBrokenFileLeavesTheDefaults(text: String) throws {
    let snapshot = try snapshot([
      "program.json": .text(text), "members.jsonl": .lines(#"{"id":"m1"}"#),
    ])
    #expect(snapshot.community.program == Program())
    #expect(snapshot.memberLines == ["m1"])
    #expect(snapshot.report.programProblems.count == 1)
    guard case .unreadable = snapshot.report.programProblems.first else {
      Issue.record("\(snapshot.report.programProblems)")
      return
    }
  }

  @Test func aBrokenFileIsReportedWithItsPlace() throws {
    let snapshot = try snapshot(["program.json": "{\"name\": \"A\",\n  oops}"])
    #expect(snapshot.report.programProblems == [.unreadable(.brokenJSON(.other), line: 2, column: 3)])
  }

  @Test func aByteOrderMarkIsNoMatter() throws {
    let snapshot = try snapshot(["program.json": "\u{FEFF}{\"name\": \"A\"}\r\n"])
    #expect(snapshot.community.program.name == "A")
    #expect(snapshot.report.programProblems.isEmpty)
  }

  @Test func aFolderInItsPlaceIsReported() throws {
    let folder = ExampleFolder()
    folder.makeFolder("program.json")
    let snapshot = try folder.read()
    #expect(snapshot.report.programProblems == [.unreadable(.isFolder, line: nil, column: nil)])
  }
}

/// In which zone times without offset and bare dates are.
@Suite struct TimeZoneTests {
  let orders = Contents.lines(
    #"{"member":"m1","at":"2026-03-01T09:30:00","amount":1}"#,
    #"{"member":"m1","at":"2026-03-01","amount":1}"#,
    #"{"member":"m1","at":"2026-03-01T09:30:00Z","amount":1}"#)

  func program(_ zone: String) -> Contents { .text(#"{"time_zone": "\#(zone)"}"#) }

  @Test func theMachinesWhereNothingSaysOne() throws {
    let snapshot = try snapshot(["orders.jsonl": orders], ReadingOptions(machineZone: .china))
    #expect(
      snapshot.times(.orders) == ["2026-03-01T01:30:00Z", "2026-02-28T16:00:00Z", "2026-03-01T09:30:00Z"])
    #expect(snapshot.zone == .china)
  }

  @Test func theProgrammesBeforeTheMachines() throws {
    let snapshot = try snapshot(
      ["orders.jsonl": orders, "program.json": program("America/New_York")],
      ReadingOptions(machineZone: .china))
    #expect(
      snapshot.times(.orders) == ["2026-03-01T14:30:00Z", "2026-03-01T05:00:00Z", "2026-03-01T09:30:00Z"])
    #expect(snapshot.zone.identifier == "America/New_York")
  }

  @Test func theOneAskedForBeforeAll() throws {
    let snapshot = try snapshot(
      ["orders.jsonl": orders, "program.json": program("America/New_York")],
      ReadingOptions(zone: Zone(identifier: "+05:30", offset: 19800), machineZone: .china))
    #expect(
      snapshot.times(.orders) == ["2026-03-01T04:00:00Z", "2026-02-28T18:30:00Z", "2026-03-01T09:30:00Z"])
    #expect(snapshot.zone.identifier == "+05:30")
  }

  @Test(arguments: ["+08:00", "UTC", "Europe/Berlin"])
  func offsetsAndNamesAreZones(name: String) throws {
    let snapshot = try snapshot(["program.json": program(name)])
    #expect(snapshot.zone.identifier == name)
    #expect(snapshot.report.programProblems.isEmpty)
  }

  @Test(arguments: [
    "", "Nowhere", "../../../etc/passwd", "/etc/localtime", "+25:00", "Asia", "asia/shanghai ",
  ])
  func aZoneThatDoesntExistIsAProblemAndTheMachinesHolds(name: String) throws {
    let snapshot = try snapshot(
      ["program.json": program(name), "orders.jsonl": orders], ReadingOptions(machineZone: .china))
    #expect(snapshot.zone == .china)
    #expect(snapshot.report.programProblems.count == 1)
    #expect(snapshot.times(.orders).count == 3)
  }

  @Test func clocksThatChange() throws {
    // 2:30 doesn't exist on the first day and comes twice on the second.
    let snapshot = try snapshot([
      "program.json": program("America/New_York"),
      "orders.jsonl": .lines(
        #"{"member":"m1","at":"2026-03-08T02:30:00","amount":1}"#,
        #"{"member":"m1","at":"2026-11-01T01:30:00","amount":1}"#,
        #"{"member":"m1","at":"2026-07-01","amount":1}"#, #"{"member":"m1","at":"2026-12-01","amount":1}"#),
    ])
    #expect(
      snapshot.times(.orders) == [
        "2026-03-08T07:30:00Z", "2026-11-01T05:30:00Z", "2026-07-01T04:00:00Z", "2026-12-01T05:00:00Z",
      ])
  }
}
