import Community
import Feeds
import Foundation
import Loyalty
import Testing

@testable import Reports

/// The report of the Overview says what the panel says.
@Suite struct OverviewReportTests {
  private func reading(_ files: [String: String]) throws -> FolderReading {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("koxtop-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
    let snapshot = try Feeds.read(
      folder: folder.path, options: ReadingOptions(zone: nil, machineZone: .utc, workers: 2))
    var reading = FolderReading(
      snapshot, asOf: .fixed("2026-03-20"), wall: Instant(seconds: 4_000_000_000), isUnmasked: false)
    reading.measureCommunity()
    return reading
  }

  private static let files = [
    "members.jsonl": """
    {"id":"a","name":"Ann","birthday":"03-20","joined":"2025-01-01"}
    {"id":"b","name":"Bob","birthday":"03-19","joined":"2025-01-01"}

    """,
    "orders.jsonl": """
    {"id":"o1","member":"a","amount":10,"at":"2025-06-01"}
    {"id":"o2","member":"a","amount":10,"at":"2025-07-01"}
    {"id":"o3","member":"b","amount":10,"at":"2026-03-01"}

    """,
    "surveys.jsonl": """
    {"id":"s1","member":"b","kind":"nps","score":9,"at":"2026-03-10"}

    """,
    "activity.jsonl": """
    {"id":"x1","member":"b","type":"post","at":"2026-03-11"}

    """,
  ]

  @Test func itHasTheFiguresOfThePanel() throws {
    let report = OverviewReport(of: try reading(Self.files))
    let json = try object { sink in try report.write(.json, to: sink) }
    let today = try #require(json["today"] as? [String: Any])
    #expect(today["birthdays"] as? Int == 1)
    #expect(today["recalls"] as? Int ?? -1 == (report.recalls?.toCall ?? 0))
    #expect(today["detractors"] as? Int == 0)
    #expect((today["touchpoints_by_rule"] as? [String: Int])?["birthday"] == 2)
    let nps = try #require(json["nps"] as? [String: Any])
    #expect(nps["score"] as? Double == 100 && nps["high"] as? Double == 100 && nps["low_n"] as? Bool == true)
    let tiers = try #require(json["tiers"] as? [[String: Any]])
    #expect(tiers.reduce(0) { $0 + ($1["members"] as? Int ?? 0) } == 2)
    #expect((json["stages"] as? [String: Int])?.values.reduce(0, +) == 2)
    #expect((json["path"] as? [String: Int])?.values.reduce(0, +) == 2)
    #expect((json["community"] as? [String: Any])?["active_30d"] as? Int == 1)
    #expect(json["set_aside"] as? Int == 0)
  }

  /// One answer of 9: low n and the interval, no ±, and the score not outside.
  @Test func aScoreOfOneAnswerStandsInsideItsInterval() throws {
    let report = OverviewReport(of: try reading(Self.files))
    let text = try text { sink in try report.write(.text, to: sink) }
    #expect(text.contains("NPS 100 · 95% −48 … 100 · low n 1"))
    #expect(!text.contains("±"))
    #expect(text.contains("1 birthday today"))
  }
}
