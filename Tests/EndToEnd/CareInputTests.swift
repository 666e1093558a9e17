import Foundation
import Testing

/// What doesn't fit in the files of accounts and touchpoints, from the file to the report.
@Suite("Accounts and touchpoints of odd files")
struct CareInputTests {
  private static func json(_ arguments: [String]) throws -> [String: Any] {
    let report = try Program.run(arguments + ["--format", "json"])
    #expect(report.code == 0, "\(report.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(report.text.utf8)) as? [String: Any])
  }

  private static func shop(
    program: String = "", members: [String] = [], touchpoints: [String] = [], weather: [String] = []
  ) throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    try folder.write("program.json", "{\"time_zone\": \"Asia/Shanghai\"\(program)}")
    try folder.write("members.jsonl", members.joined(separator: "\n") + "\n")
    try folder.write("touchpoints.jsonl", touchpoints.joined(separator: "\n") + "\n")
    if !weather.isEmpty { try folder.write("weather.jsonl", weather.joined(separator: "\n") + "\n") }
    return folder
  }

  private static func member(_ id: String, _ birthday: String? = nil) -> String {
    let born = birthday.map { ", \"birthday\": \"\($0)\"" } ?? ""
    return "{\"id\": \"\(id)\", \"joined\": \"2024-05-01\", \"city\": \"上海\"\(born)}"
  }

  private static func due(_ folder: TemporaryFolder, _ day: String) throws -> [String] {
    let report = try json(["report", "touchpoints", folder.path, "--as-of", day])
    return (report["today"] as? [[String: Any]] ?? []).compactMap { $0["member"] as? String }
  }

  @Test("An unknown kind is kept, worth nothing, and listed")
  func unknownKind() throws {
    let folder = try Self.shop(
      members: [Self.member("a")],
      touchpoints: [
        #"{"member": "a", "at": "2026-03-01", "kind": "firework"}"#,
        #"{"member": "a", "at": "2026-03-02", "kind": "firework", "value": 2}"#,
      ])
    let account = try Self.json(["report", "account", folder.path, "--as-of", "2026-03-02"])
    let unknown = try #require(account["unknown_kinds"] as? [[String: Any]])
    #expect(unknown.map { $0["kind"] as? String } == ["firework"])
    let one = try Self.json(["report", "account", "--member", "a", folder.path, "--as-of", "2026-03-02"])
    let ledger = try #require(one["ledger"] as? [[String: Any]])
    #expect(ledger.compactMap { ($0["worth"] as? NSNumber)?.doubleValue }.sorted() == [0, 2])
    #expect((one["balance"] as? NSNumber)?.doubleValue == 2)
  }

  @Test("A touchpoint in the future counts from its time on")
  func future() throws {
    let folder = try Self.shop(
      members: [Self.member("a", "1990-03-05")],
      touchpoints: [
        #"{"member": "a", "at": "2026-03-06", "kind": "birthday_gift", "trigger": "birthday"}"#
      ])
    func balance(_ day: String) throws -> Double? {
      let account = try Self.json(["report", "account", "--member", "a", folder.path, "--as-of", day])
      return (account["balance"] as? NSNumber)?.doubleValue
    }
    #expect(try balance("2026-03-05") == 0)
    #expect(try balance("2026-03-06") == 7.5)
    #expect(try Self.due(folder, "2026-03-05") == ["a"])
    #expect(try Self.due(folder, "2026-03-06") == [])
  }

  @Test("29 February is kept on the 28th, and 13-40 is no birthday")
  func birthdays() throws {
    let folder = try Self.shop(
      program: #", "touchpoints": {"rules": [{"id": "birthday", "after": 0}]}"#,
      members: [Self.member("leap", "02-29"), Self.member("odd", "13-40")])
    #expect(try Self.due(folder, "2026-02-28") == ["leap"])
    #expect(try Self.due(folder, "2026-03-01") == [])
    #expect(try Self.due(folder, "2028-02-28") == [])
    #expect(try Self.due(folder, "2028-02-29") == ["leap"])
    let check = try Program.run(["check", folder.path])
    #expect(check.text.contains("birthday"))
    let members = try Program.run([
      "report", "members", folder.path, "--format", "csv", "--no-bom", "--columns", "id,city",
    ])
    #expect(members.lines.contains("odd,上海"))
  }

  @Test("Rules that nobody can match say so, and the others go on")
  func unmatchable() throws {
    let folder = try Self.shop(
      program: """
        , "touchpoints": {"rules": [
        {"id": "nobody", "trigger": "birthday", "who": "city:Atlantis"},
        {"id": "storm", "trigger": {"on": "weather", "condition": "rian"}},
        {"id": "wrong", "trigger": "birthday", "who": "citty:上海"},
        {"id": "birthday"}]}
        """,
      members: [Self.member("a", "03-05")],
      weather: [#"{"city": "上海", "date": "2026-03-05", "condition": "rain"}"#])
    let report = try Self.json(["report", "touchpoints", folder.path, "--as-of", "2026-03-05"])
    let problems = try #require(report["problems"] as? [[String: Any]])
    let told = Dictionary(
      uniqueKeysWithValues: problems.map { ($0["rule"] as? String ?? "", $0["problem"] as? String ?? "") })
    #expect(told == ["nobody": "nobody_passes", "storm": "no_such_condition", "wrong": "bad_filter"])
    #expect((problems.compactMap { $0["text"] as? String }).contains { $0.contains("rain") })
    #expect(try Self.due(folder, "2026-03-05") == ["a"])
  }

  @Test("A window of more than a year isn't taken, and check says so")
  func longWindow() throws {
    let folder = try Self.shop(
      program: #", "touchpoints": {"rules": [{"id": "birthday", "before": 300, "after": 300}]}"#,
      members: [Self.member("a", "03-05")])
    // The default window of three days holds.
    #expect(try Self.due(folder, "2026-03-08") == ["a"])
    #expect(try Self.due(folder, "2026-03-09") == [])
    let check = try Program.run(["check", folder.path])
    #expect(check.text.contains("touchpoints.rules.0.after"))
  }

  @Test("Weather of a city nobody lives in touches nobody")
  func foreignWeather() throws {
    let folder = try Self.shop(
      program: #", "touchpoints": {"rules": [{"id": "rain_care"}]}"#,
      members: [Self.member("a")],
      weather: [
        #"{"city": "Reykjavík", "date": "2026-03-05", "condition": "rain"}"#,
        #"{"city": "上海", "date": "2026-03-06", "condition": "rain"}"#,
      ])
    #expect(try Self.due(folder, "2026-03-05") == [])
    #expect(try Self.due(folder, "2026-03-06") == ["a"])
  }
}
