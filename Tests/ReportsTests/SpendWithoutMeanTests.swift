import Community
import Feeds
import Foundation
import JSONTape
import Loyalty
import Testing

@testable import Reports

@Suite("Spend without a mean") struct SpendWithoutMeanTests {
  /// Members whose mean values differ by a factor of a million, and one who never spent again.
  private static func reading() throws -> FolderReading {
    let once: [Double] = [
      30, 51, 1956, 45353, 296344, 166, 5, 2346, 61, 12, 2587, 595301, 376813, 433547, 187161, 20, 44,
      1716304, 30523, 335419, 1271700, 555, 4, 1212, 161979, 10827, 47295, 40554, 5, 8678, 75074, 274, 54, 66,
      10040, 10384, 1286, 19, 37565, 15244, 243799, 11337, 5, 7113, 2, 116, 679, 469163, 23, 386346,
    ]
    let twice: [Double] = [
      594.5, 104.5, 31458, 53.5, 115, 318146.5, 98035, 10.5, 449.5, 70830.5, 41, 195, 12.5, 7, 50239, 520.5,
      644, 1467, 87049.5, 196, 21, 250.5, 17, 3130, 25, 2982.5, 47.5, 16.5, 6.5, 15.5, 360239, 193.5, 9481.5,
      141513, 397953.5, 67759.5, 2.5, 34.5, 12157.5, 20567.5, 52110, 20817.5, 1866, 30.5, 779416.5, 266.5,
      60.5, 4569.5, 11062.5, 3127, 364167.5, 279790.5, 111567, 26, 1207321, 3351, 386.5, 35, 74372.5,
      165804.5,
    ]
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
