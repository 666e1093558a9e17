import Foundation
import Testing

/// `report nps` and `report drivers` on folders written by hand.
@Suite("Reports of satisfaction")
struct SatisfactionReportTests {
  private func folder(_ surveys: String, program: String = "{}") throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    try folder.write("program.json", program)
    try folder.write("surveys.jsonl", surveys)
    return folder
  }

  private func report(_ folder: TemporaryFolder, _ arguments: String...) throws -> [String: Any] {
    let output = try Program.run(
      ["report"] + [
        arguments[0], folder.path, "--format", "json", "--time-zone", "UTC", "--as-of", "2026-03-31",
      ]
        + arguments.dropFirst())
    try #require(output.code == 0, "\(output.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(output.text.utf8)) as? [String: Any])
  }

  private func number(_ value: Any?, _ key: String) throws -> Double {
    let object = try #require(value as? [String: Any])
    return try #require(object[key] as? Double)
  }

  /// One promoter and six detractors of ten: −50, Wald's error 21.21, adjusted interval −77.1 … 0.2.
  @Test("Ten answers have the published score and interval")
  func tenAnswers() throws {
    let scores = [9, 7, 8, 7, 0, 1, 2, 3, 5, 6]
    let lines = scores.enumerated().map {
      #"{"member": "m\#($0)", "at": "2026-03-\#(10 + $0)", "kind": "nps", "score": \#($1), "channel": "app"}"#
    }
    let report = try report(folder(lines.joined(separator: "\n")), "nps", "--by", "channel")
    #expect(report["responses"] as? Int == 10)
    #expect(report["promoters"] as? Int == 1)
    #expect(report["passives"] as? Int == 3)
    #expect(report["detractors"] as? Int == 6)
    #expect(report["score"] as? Double == -50)
    #expect(try abs(number(report, "standard_error") - 21.21) < 0.005)
    #expect(try abs(number(report["interval"], "low") - -77.1) < 0.05)
    #expect(try abs(number(report["interval"], "high") - 0.2) < 0.05)
    #expect(try number(report["interval"], "level") == 0.95)
    #expect((report["interval"] as? [String: Any])?["method"] as? String == "adjusted_wald")
    #expect(report["low_n"] as? Bool == true)
    #expect(report["distribution"] as? [Int] == [1, 1, 1, 1, 0, 1, 1, 2, 1, 1, 0])
    #expect((report["previous"] as? [String: Any])?["responses"] as? Int == 0)
    #expect((report["change"] as? [String: Any])?["z"] is NSNull)
    let groups = try #require(report["groups"] as? [[String: Any]])
    #expect(groups.count == 1)
    #expect(groups[0]["key"] as? String == "app")
    #expect(groups[0]["score"] as? Double == -50)
    #expect(groups[0]["distribution"] as? [Int] == report["distribution"] as? [Int])
  }

  @Test("What is odd in surveys has its documented outcome")
  func badInput() throws {
    let folder = try folder(
      """
      {"id": "s1", "member": "m1", "at": "2026-03-01", "kind": "nps", "score": "9"}
      {"id": "s1", "member": "m2", "at": "2026-03-02", "kind": "nps", "score": 0}
      {"member": "m3", "at": "2026-03-03", "kind": "nps", "score": 9.0}
      {"member": "m4", "at": "2026-03-03", "kind": "nps", "score": 8.5}
      {"member": "m5", "at": "2026-03-03", "kind": "nps", "score": 11}
      {"member": "m6", "at": "2026-03-03", "kind": "nps", "score": -1}
      {"member": "m7", "at": "2026-03-03", "kind": "nps", "score": "good"}
      {"member": null, "at": "2026-03-04", "kind": "nps", "score": 3, "text": ""}
      {"at": "2026-03-04", "kind": "nps", "score": 3, "text": "   "}
      {"member": "m8", "at": "2026-04-01", "kind": "nps", "score": 0}
      {"member": "m9", "at": "2026-03-05", "kind": "csat", "score": 0}
      {"member": "m9", "at": "2026-03-05", "kind": "csat", "score": 5}
      {"member": "m9", "at": "2026-03-05", "kind": "ces", "score": 7}
      """)
    let report = try report(folder, "nps")
    // "9" and 9.0 are 9; the fraction, what is out of range and what is no number are set aside; an id counts once;
    // both anonymous answers count; tomorrow's doesn't.
    #expect(report["distribution"] as? [Int] == [0, 0, 0, 2, 0, 0, 0, 0, 0, 2, 0])
    #expect(report["score"] as? Double == 0)
    let csat = try #require(report["csat"] as? [String: Any])
    #expect(csat["responses"] as? Int == 1 && csat["score"] as? Double == 1)
    let ces = try #require(report["ces"] as? [String: Any])
    #expect(ces["score"] as? Double == 7 && ces["easy_share"] as? Double == 1)
    #expect((ces["interval"] as? [String: Any])?["low"] is NSNull)
    let topics = try #require(report["topics"] as? [[String: Any]])
    #expect(topics.allSatisfy { $0["with_words"] as? Int == 0 })
    #expect((report["loop"] as? [String: Any])?["anonymous"] as? Int == 2)
  }

  @Test("A folder without answers has no score")
  func nobody() throws {
    let report = try report(folder(""), "nps", "--by", "week", "--window", "7")
    #expect(report["responses"] as? Int == 0)
    #expect(report["score"] is NSNull)
    let groups = try #require(report["groups"] as? [[String: Any]])
    #expect(groups.compactMap { $0["key"] as? String } == ["2026-03-23", "2026-03-30"])
    let drivers = try self.report(folder(""), "drivers")
    #expect(drivers["r_squared"] is NSNull)
    #expect((drivers["drivers"] as? [Any])?.isEmpty == true)
    #expect((drivers["absent_because"] as? String)?.contains("ratings") == true)
  }

  @Test("Drivers have shares that sum to R², and what is constant is named")
  func drivers() throws {
    let lines = (0..<60).map { number in
      let (taste, price) = (number % 5 + 1, number * 7 % 4 + 1)
      return #"{"member": "m\#(number)", "at": "2026-03-01", "kind": "nps", "score": \#(taste + price), "#
        + #""ratings": {"taste": \#(taste), "price": \#(price), "staff": 4}}"#
    }
    let folder = try folder(lines.joined(separator: "\n"), program: #"{"drivers": {"draws": 50}}"#)
    let report = try report(folder, "drivers")
    let drivers = try #require(report["drivers"] as? [[String: Any]])
    #expect(drivers.compactMap { $0["name"] as? String } == ["taste", "price"])
    #expect(report["left_out"] as? [String] == ["staff"])
    #expect(report["method"] as? String == "lmg")
    #expect(report["n"] as? Int == 60)
    let sum = drivers.reduce(0) { $0 + ($1["share"] as? Double ?? 0) }
    #expect(try abs(sum - number(report, "r_squared")) < 1e-9)
    for driver in drivers {
      let share = try number(driver, "share")
      #expect(try number(driver, "low") <= share)
      #expect(try number(driver, "high") >= share)
    }
    #expect(try number(drivers[0], "mean") == 3)
    let repurchase = try self.report(folder, "drivers", "--outcome", "repurchase")
    #expect(repurchase["n"] as? Int == 0)
  }

  @Test("Text speaks both languages; wrong options are told")
  func text() throws {
    let lines = (0..<40).map {
      #"{"member": "m\#($0)", "at": "2026-03-01", "kind": "nps", "score": \#($0 % 11), "text": "物流太慢"}"#
    }
    let folder = try folder(lines.joined(separator: "\n"))
    for (language, words) in [("en", "95% interval"), ("zh", "95% 区间")] {
      let output = try Program.run([
        "report", "nps", folder.path, "--language", language, "--by", "store", "--as-of", "2026-03-31",
      ])
      #expect(output.text.contains(words) && output.text.contains("█"))
    }
    let output = try Program.run(["report", "nps", folder.path, "--by", "chanel"])
    #expect(output.code != 0 && output.errors.contains("channel"))
    #expect(try Program.run(["report", "nps", folder.path, "--window", "0"]).code != 0)
    #expect(try Program.run(["report", "rfm", folder.path, "--by", "week"]).code != 0)
  }
}
