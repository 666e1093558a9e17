import Community
import Feeds
import Foundation
import JSONTape
import Loyalty
import TestCommunities
import Testing

@testable import Reports

/// The purchases of CDNOW's 1/10 sample as a community folder, read as any other.
enum CDNOWShop {
  static let reading = Result { try read() }

  private static func read() throws -> FolderReading {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("koxtop-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let fixture = URL(filePath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/cdnow.txt")
    var orders = ""
    let start = try #require(Day(year: 1997, month: 1, day: 1))
    for line in try String(contentsOf: fixture, encoding: .utf8).split(separator: "\n")
    where !line.hasPrefix("#") {
      let words = line.split(separator: " ")
      for purchase in words.dropFirst() {
        let numbers = purchase.split(separator: ":").compactMap { Int($0) }
        let day = start.adding(days: numbers[0])
        orders += #"{"member":"\#(words[0])","at":"\#(day)","amount":\#(numbers[1]).0e-2}"# + "\n"
      }
    }
    try orders.write(to: folder.appendingPathComponent("orders.jsonl"), atomically: true, encoding: .utf8)
    let snapshot = try Feeds.read(
      folder: folder.path,
      options: ReadingOptions(zone: Zone(identifier: "-05:00", offset: -5 * 3600), machineZone: .utc))
    return FolderReading(snapshot, asOf: .fixed("1998-06-30"), wall: .unknown, isUnmasked: false)
  }
}

@Suite("Lifetime values as a report")
struct CLVReportTests {
  private func published(_ kind: PurchaseModel.Kind = .bgNBD) throws -> CLVReport {
    let end = try #require(Day(year: 1997, month: 9, day: 30))
    return try #require(
      CLVReport(
        roster: try CDNOWShop.reading.get().roster,
        question: CLVReport.Question(kind: kind, calibrationEnd: end, horizonWeeks: 39)))
  }

  private func written(_ report: CLVReport, _ format: ReportFormat) -> String {
    var bytes: [UInt8] = []
    report.write(format) { bytes += Array($0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func object(_ report: CLVReport) throws -> [String: Any] {
    let data = Data(written(report, .json).utf8)
    return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
  }

  private func isNear(_ object: [String: Any], _ key: String, _ value: Double, _ error: Double) -> Bool {
    (object[key] as? Double).map { abs($0 - value) < error } ?? false
  }

  @Test("CDNOW's purchases yield the published model, hold-out and spend")
  func publishedValues() throws {
    let report = try object(published())
    #expect(report["as_of"] as? String == "1998-06-30T23:59:59-05:00")
    #expect(report["calibration_end"] as? String == "1997-09-30")
    #expect(report["no_model"] is NSNull)
    let model = try #require(report["model"] as? [String: Any])
    #expect(model["name"] as? String == "bg_nbd" && model["unit"] as? String == "week")
    #expect(isNear(model, "r", 0.24259, 0.0001))
    #expect(isNear(model, "alpha", 4.41360, 0.001))
    #expect(isNear(model, "a", 0.79292, 0.001))
    #expect(isNear(model, "b", 2.42590, 0.001))
    #expect(isNear(model, "log_likelihood", -9582.429, 0.0005))
    #expect(model["customers"] as? Int == 2357 && model["repeaters"] as? Int == 946)
    #expect(model["converged"] as? Bool == true && (model["boundary"] as? [String])?.isEmpty == true)
    let spend = try #require(report["spend"] as? [String: Any])
    #expect(isNear(spend, "p", 6.25, 0.005))
    #expect(isNear(spend, "q", 3.74, 0.005))
    #expect(isNear(spend, "v", 15.44, 0.01))
    #expect(isNear(spend, "log_likelihood", -4055.9177, 0.0005))
    #expect(isNear(spend, "correlation", 0.114, 0.0005))
    let holdOut = try #require(report["holdout"] as? [String: Any])
    #expect(holdOut["weeks"] as? Double == 39)
    #expect(isNear(holdOut, "predicted", 1653.4, 0.05))
    #expect(holdOut["actual"] as? Int == 1882)
    #expect(isNear(holdOut, "mae", 0.785, 0.0005))
  }

  @Test("the customer of the literature: 2 repeats, the last in week 30.43 of 38.86, 1.226 more to come")
  func members() throws {
    let members = try #require(try object(published())["members"] as? [[String: Any]])
    #expect(members.count == 2357)
    let customer = try #require(members.first { $0["id"] as? String == "00004" })
    #expect(customer["frequency"] as? Int == 2)
    #expect(isNear(customer, "recency_weeks", 30.43, 0.005))
    #expect(isNear(customer, "age_weeks", 38.86, 0.005))
    #expect(isNear(customer, "p_alive", 0.7266, 0.0001))
    #expect(isNear(customer, "expected_orders", 1.226, 0.0005))
    #expect(isNear(customer, "expected_value", 24.66, 0.01))
    let values = members.compactMap { $0["clv"] as? Double }
    #expect(values.count == 2357 && zip(values, values.dropFirst()).allSatisfy { $0 >= $1 })
  }

  @Test("MBG/NBD when asked for")
  func modified() throws {
    let model = try #require(try object(published(.mbgNBD))["model"] as? [String: Any])
    #expect(model["name"] as? String == "mbg_nbd")
    #expect(isNear(model, "r", 0.525, 0.001) && isNear(model, "alpha", 6.183, 0.001))
    #expect(isNear(model, "a", 0.891, 0.001) && isNear(model, "b", 1.614, 0.001))
  }

  @Test("without an end of the calibration, the last quarter of the history is the hold-out of a second fit")
  func lastQuarter() throws {
    let report = try #require(CLVReport(roster: try CDNOWShop.reading.get().roster))
    #expect(report.summary.calibrationEnd.description == "1998-06-30")
    #expect(report.holdOut?.weeks == 136.0 / 7)
    #expect(try report.fit.get().holdOut == nil)
  }

  @Test("CSV has the members' keys; text explains the parameters in both languages")
  func otherForms() throws {
    let report = try published()
    let lines = written(report, .csv).split(separator: "\r\n")
    #expect(lines.count == 2358)
    #expect(
      lines[0] == "id,frequency,recency_weeks,age_weeks,p_alive,expected_orders,expected_value,clv")
    let text = written(report, .text)
    #expect(text.contains("alpha              4.414  their scale in weeks; on average 0.055 purchase days"))
    #expect(text.contains("predicted   1,653.4  "))
    #expect(text.contains("20 of 2,357 members; expected orders within 39 weeks."))
    let chinese = CLVReport(
      roster: report.roster, question: report.question, language: .simplifiedChinese)
    #expect(written(try #require(chinese), .text).contains("留出检验 39 周"))
  }

  @Test("too few who came back: no model, the reason, and what is known of the members")
  func noModel() throws {
    let shop = Shop(members: 30)
    let moment = Moment(now: Shop.noon, zone: shop.zone)
    let figures = MemberFigures(community: shop.community, moment: moment)
    let roster = Roster(community: shop.community, figures: figures, moment: moment, mask: .standard)
    let result = try #require(CLVReport(roster: roster))
    let report = try object(result)
    #expect(report["model"] is NSNull && report["spend"] is NSNull && report["holdout"] is NSNull)
    let reason = try #require(report["no_model"] as? [String: Any])
    #expect(reason["reason"] as? String == "too_few_repeaters")
    #expect(reason["customers"] as? Int == 30 && reason["repeaters"] as? Int == 0)
    let members = try #require(report["members"] as? [[String: Any]])
    #expect(members.count == 30)
    #expect(members[0]["frequency"] as? Int == 0 && members[0]["p_alive"] is NSNull)
    #expect(written(result, .text).contains("No model: 0 members bought on several days; 100 are needed."))
  }

  @Test("members' columns have the model's values, or the text says why they don't")
  func columns() throws {
    var reading = try CDNOWShop.reading.get()
    reading.measure()
    let measures = try #require(reading.roster.measures)
    let report = try #require(CLVReport(roster: reading.roster, question: CLVReport.Question(kind: .mbgNBD)))
    for member in report.members.prefix(20) {
      let row = report.row(member)
      #expect(measures.probabilityAlive(member) == row.alive)
      #expect(abs((measures.lifetimeValue(member)?.units ?? 0) - (row.lifetimeValue ?? 0)) < 0.006)
    }
    let shop = Shop(members: 3)
    var small = FolderReading(shop.snapshot, asOf: nil, wall: Shop.noon, isUnmasked: false)
    small.measure()
    var bytes: [UInt8] = []
    MembersReport(roster: small.roster, members: [Member.Index(0)], columns: [.id, .alive])
      .write(.text) { bytes += Array($0) }
    #expect(String(decoding: bytes, as: UTF8.self).hasSuffix("100 are needed.\n"))
  }

  @Test("nobody at all")
  func empty() throws {
    let moment = Moment(now: Shop.noon, zone: .utc)
    let figures = MemberFigures(community: Community(), moment: moment)
    let roster = Roster(community: Community(), figures: figures, moment: moment, mask: .standard)
    let report = try object(try #require(CLVReport(roster: roster)))
    #expect((report["no_model"] as? [String: Any])?["reason"] as? String == "no_purchases")
    #expect((report["members"] as? [Any])?.isEmpty == true)
  }
}
