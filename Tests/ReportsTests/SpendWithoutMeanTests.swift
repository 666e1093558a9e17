import Community
import Feeds
import Foundation
import JSONTape
import Loyalty
import TestCommunities
import Testing

@testable import Reports

@Suite("Spend without a mean") struct SpendWithoutMeanTests {
  /// Members whose mean values differ by a factor of a million, and one who never spent again.
  private static func reading() throws -> FolderReading {
    let (once, twice) = (SpendWithoutMean.once, SpendWithoutMean.twice)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("koxtop-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var orders = #"{"member":"never","at":"2024-05-01","amount":100}"# + "\n"
    for (number, mean) in (once + twice).enumerated() {
      let days = number < once.count ? ["02-01"] : ["02-01", "03-0\(number % 9 + 1)"]
      orders += #"{"member":"m\#(number)","at":"2024-01-0\#(number % 9 + 1)","amount":1}"# + "\n"
      for day in days {
        orders += #"{"member":"m\#(number)","at":"2024-\#(day)","amount":\#(mean)}"# + "\n"
      }
    }
    try orders.write(to: folder.appendingPathComponent("orders.jsonl"), atomically: true, encoding: .utf8)
    let snapshot = try Feeds.read(
      folder: folder.path, options: ReadingOptions(zone: .utc, machineZone: .utc))
    return FolderReading(snapshot, asOf: .fixed("2024-12-31"), wall: .unknown, isUnmasked: false)
  }

  @Test func theReportSaysSoAndGivesNoValueToWhoNeverSpentAgain() throws {
    let report = try #require(CLVReport(roster: Self.reading().roster))
    func written(_ format: ReportFormat) -> [UInt8] {
      var bytes: [UInt8] = []
      report.write(format) { bytes += $0 }
      return bytes
    }
    let json = try JSONValue(parsing: written(.json))
    #expect(abs((json["spend"]?["q"]?.double ?? 0) - 0.199) < 0.001)
    #expect(json["spend"]?["mean"]?.isNull == true)
    let never = json["members"]?.elements?.first { $0["id"]?.string == "never" }
    #expect(never?["p_alive"]?.double != nil)
    #expect(never?["expected_value"]?.isNull == true && never?["clv"]?.isNull == true)
    let text = String(decoding: written(.text), as: UTF8.self)
    #expect(text.contains("the values have no mean, because q is at most 1"))
    #expect(text.contains("Members who never spent again have no expected value"))
  }

  @Test func theCardSaysSo() throws {
    var reading = try Self.reading()
    reading.measure(to: .measures)
    let roster = reading.roster
    let never = try #require(roster.community.member(id: "never"))
    let figures = roster.detail(of: never).card.figures
    let value = figures.first { $0.column == .lifetimeValue }
    #expect(value?.value == .unknown && value?.reason == .told(phrase: "why.no_mean"))
  }
}
