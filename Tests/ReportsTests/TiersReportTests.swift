import Community
import JSONTape
import Loyalty
import TestCommunities
import Testing

@testable import Reports

@Suite struct TiersReportTests {
  private func report() throws -> TiersReport {
    let roster = SmallCommunity().roster
    let measures = try #require(MemberMeasures(roster: roster))
    let tiers = try #require(measures.tiers)
    let figures = TierFigures(
      tiers, community: roster.community, figures: roster.figures, measures: measures)
    return TiersReport(figures: figures, roster: roster.with(measures))
  }

  @Test func countsAddUp() throws {
    let report = try report()
    var bytes: [UInt8] = []
    report.write(.json) { bytes += $0 }
    let json = try JSONValue(parsing: bytes)
    let tiers = try #require(json["tiers"]?.elements)
    #expect(tiers.map { $0["tier"]?.string } == ["explorer", "enthusiast", "advocate"])
    let members = tiers.compactMap { $0["members"]?.integer }.reduce(0, +)
    let without = try #require(json["without_tier"]?["members"]?.integer)
    #expect(json["members"]?.integer == members + without)
    let shares = (tiers + [try #require(json["without_tier"])]).compactMap { $0["gmv_share"]?.double }
    #expect(abs(shares.reduce(0, +) - 1) < 1e-9)
    let matrix = try #require(json["moves"]?["matrix"]?.fields)
    let moved = matrix.flatMap { $0.value.fields ?? [] }.compactMap(\.value.integer).reduce(0, +)
    #expect(moved == Int64(report.roster.count))
    #expect(json["forecast"]?["drop"]?.integer == tiers.compactMap { $0["drop"]?.integer }.reduce(0, +))
  }

  @Test func todaysTierIsThatOfTheLastLine() throws {
    let report = try report()
    for number in 0..<report.roster.count {
      let member = Member.Index(number)
      var bytes: [UInt8] = []
      report.write(member, .json) { bytes += $0 }
      let json = try JSONValue(parsing: bytes)
      let last = json["history"]?.elements?.last
      #expect(last?["tier"]?.string == json["tier"]?.string)
      #expect(last?["at"]?.string == json["tier_since"]?.string)
    }
  }

  @Test func everyFormatSaysSomething() throws {
    let report = try report()
    for format in [ReportFormat.text, .csv] {
      var bytes: [UInt8] = []
      report.write(format) { bytes += $0 }
      #expect(String(decoding: bytes, as: UTF8.self).split(separator: "\n").count > 0)
      bytes = []
      report.write(Member.Index(0), format) { bytes += $0 }
      #expect(!bytes.isEmpty)
    }
  }
}
