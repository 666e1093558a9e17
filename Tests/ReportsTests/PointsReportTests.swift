import Community
import JSONTape
import Loyalty
import TestCommunities
import Testing
import Texts

@testable import Reports

@Suite struct PointsReportTests {
  private func output(
    _ format: ReportFormat, member: Int? = nil, language: Language = .english
  ) throws -> [UInt8] {
    let roster = SmallCommunity().roster
    let points = try #require(Points(roster: roster))
    var bytes: [UInt8] = []
    if let member {
      let report = PointsLedgerReport(
        roster: roster, member: Member.Index(member), points: points, language: language)
      report.write(format) { bytes += $0 }
    } else {
      let figures = try #require(PointsFigures(points, roster: roster))
      PointsReport(roster: roster, figures: figures, language: language).write(format) { bytes += $0 }
    }
    return bytes
  }

  @Test func sumsAreThoseOfTheMembers() throws {
    let report = try JSONValue(parsing: output(.json))
    let members = try #require(report["members"]?.elements)
    #expect(report["source"]?.string == "rules")
    let balances = members.compactMap { $0["points"]?.integer }
    #expect(balances.count == members.count)
    #expect(report["balance"]?.integer == balances.reduce(0, +))
    let earned = (report["earned"]?.elements ?? []).compactMap { $0["points"]?.integer }.reduce(0, +)
    #expect(report["issued"]?.integer == earned)
    let balance = try #require(report["balance"]?.double)
    #expect(report["liability"]?.double == balance * 0.01 * 0.7)
    #expect(report["time_zone"]?.string != nil)
  }

  @Test func aLedgerEndsAtTheBalance() throws {
    let report = try JSONValue(parsing: output(.json, member: 0))
    let lines = try #require(report["ledger"]?.elements)
    #expect(!lines.isEmpty)
    #expect(lines.last?["balance"]?.integer == report["balance"]?.integer)
    let open = (report["lots"]?.elements ?? []).compactMap { $0["open"]?.integer }.reduce(0, +)
    #expect(open == report["balance"]?.integer)
  }

  @Test func textHasTheLedgerInBothLanguages() throws {
    let english = String(decoding: try output(.text, member: 0), as: UTF8.self)
    #expect(english.contains("purchase"))
    let chinese = String(decoding: try output(.text, member: 0, language: .simplifiedChinese), as: UTF8.self)
    #expect(chinese.contains("购买"))
    #expect(String(decoding: try output(.text), as: UTF8.self).contains("liability"))
  }

  @Test func aRowAMember() throws {
    let lines = String(decoding: try output(.csv), as: UTF8.self).split(whereSeparator: \.isNewline)
    #expect(lines[0] == "id,points,expiring_7,expiring_30,expiring_90,next_expiry,pool")
  }
}
