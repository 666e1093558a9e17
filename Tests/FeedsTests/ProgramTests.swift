import Community
import JSONTape
import Testing

@testable import Feeds

@Suite("Reading the programme")
struct ProgramTests {
  func read(_ text: String) -> (program: Program, problems: [ProgramProblem]) {
    Program.read(Array(text.utf8))
  }

  @Test("takes every key")
  func everyKey() {
    let (program, problems) = read(
      """
      {"name": "山语茶舍", "currency": "EUR", "time_zone": "Asia/Shanghai", "as_of": "2026-03-01",
       "mask": {"names": true}, "community": {"bots": ["m-1", 7, "robot"]}}
      """)
    #expect(problems.isEmpty)
    var expected = Program()
    expected.name = "山语茶舍"
    expected.currency = "EUR"
    expected.timeZone = "Asia/Shanghai"
    expected.asOf = .fixed("2026-03-01")
    expected.masksNames = true
    expected.bots = ["m-1", "7", "robot"]
    #expect(program == expected)
  }

  @Test("keeps the default of what is missing or null")
  func defaults() {
    let empty = read("{}")
    #expect(empty.program == Program() && empty.problems.isEmpty)
    let nulls = read(
      #"{"name": null, "currency": null, "as_of": null, "mask": null, "community": {"bots": null}}"#)
    #expect(nulls.program == Program() && nulls.problems.isEmpty)
  }

  @Test("takes the last of a key written twice, and a byte order mark")
  func lastKeyCounts() {
    let (program, problems) = read("\u{FEFF}{\"currency\": 3, \"currency\": \"USD\"}")
    #expect(program.currency == "USD" && problems.isEmpty)
  }

  @Test(
    "takes any form of time for as_of, which a bare date keeps",
    arguments: [
      ("\"now\"", Program.AsOf.now), ("\"latest\"", .latest), ("\"2026-03-01\"", .fixed("2026-03-01")),
      ("\"2026-03-01T09:30:00+08:00\"", .fixed("2026-03-01T09:30:00+08:00")),
      ("1772329800", .fixed("1772329800")),
    ])
  func asOf(text: String, asOf: Program.AsOf) {
    let (program, problems) = read("{\"as_of\": \(text)}")
    #expect(program.asOf == asOf && problems.isEmpty)
  }

  @Test(
    "sets aside what a key doesn't take and keeps the rest",
    arguments: [
      (
        #""time_zone": "Asia/Shangai""#,
        .badValue(path: "time_zone", value: "Asia/Shangai", nearest: "Asia/Shanghai")
      ),
      (#""time_zone": 8"#, .wrongType(path: "time_zone", expected: .text)),
      (#""currency": "cny""#, .badValue(path: "currency", value: "cny", nearest: nil)),
      (#""currency": "EURO""#, .badValue(path: "currency", value: "EURO", nearest: nil)),
      (#""as_of": "lates""#, .badValue(path: "as_of", value: "lates", nearest: "latest")),
      (#""as_of": "2026-02-30""#, .badValue(path: "as_of", value: "2026-02-30", nearest: nil)),
      (#""as_of": "1969-12-31""#, .badValue(path: "as_of", value: "1969-12-31", nearest: nil)),
      (#""as_of": true"#, .wrongType(path: "as_of", expected: .time)),
      (#""mask": true"#, .wrongType(path: "mask", expected: .object)),
      (#""mask": {"names": "yes"}"#, .wrongType(path: "mask.names", expected: .boolean)),
      (#""mask": {"nams": true}"#, .unknownKey(path: "mask.nams", nearest: "mask.names")),
      (#""timezone": "UTC""#, .unknownKey(path: "timezone", nearest: "time_zone")),
      (#""tiers": {"gold": 1}"#, .unknownKey(path: "tiers.gold", nearest: nil)),
      (#""community": {"bots": "x"}"#, .wrongType(path: "community.bots", expected: .array)),
    ] as [(String, ProgramProblem)])
  func problems(field: String, problem: ProgramProblem) {
    let (program, problems) = read("{\(field), \"name\": \"kept\"}")
    #expect(problems == [problem])
    var expected = Program()
    expected.name = "kept"
    #expect(program == expected)
  }

  @Test("sets aside one element of a list alone")
  func elements() {
    let (program, problems) = read(#"{"community": {"bots": ["a", {}, "b"]}}"#)
    #expect(program.bots == ["a", "b"])
    #expect(problems == [.wrongType(path: "community.bots.1", expected: .text)])
  }

  @Test("keeps the defaults where the file is broken, and says where")
  func brokenFile() {
    let (program, problems) = read("{\"name\": \"x\",\n \"currency\": USD}")
    #expect(program == Program())
    #expect(problems == [.unreadable(.brokenJSON(.other), line: 2, column: 14)])
    #expect(read("[]").problems == [.unreadable(.notAnObject, line: nil, column: nil)])
    #expect(read("").problems.count == 1)
    #expect(read(#"{"name": "\ud800"}"#).problems.count == 1)
  }

  @Test("goes both ways: what is written is read as the same")
  func roundTrip() throws {
    let (program, _) = read(#"{"name": "x", "as_of": "latest", "community": {"bots": ["a"]}}"#)
    let (again, problems) = Program.read(program.json)
    #expect(again == program && problems.isEmpty)
    let text = Program().json.text()
    #expect(
      text.hasPrefix(
        #"{"name":null,"currency":"CNY","time_zone":null,"as_of":"now","mask":{"names":false},"community":{"bots":[],"#
      ))
    #expect(text.contains(#""lifecycle":{"mode":"rhythm","new_days":30,"#))
  }

  @Test("numbers and words are held to what a key takes")
  func numbersAndWords() {
    let (program, problems) = read(
      #"{"lifecycle": {"mode": "fixd", "active_days": 21, "new_days": 2.5, "active_rhythms": 1.5}}"#)
    #expect(program.lifecycle.activeDays == 21)
    #expect(program.lifecycle.activeRhythms == 1.5)
    #expect(program.lifecycle.newDays == 30)
    #expect(
      problems == [
        .badValue(path: "lifecycle.mode", value: "fixd", nearest: "fixed"),
        .badValue(path: "lifecycle.new_days", value: "2.5", nearest: nil),
      ])
  }
}
