import Community
import JSONTape
import Loyalty
import TestCommunities
import Testing

@testable import Reports

@Suite struct TouchpointsReportTests {
  /// The small community with a programme of birthdays and member days on the tenth.
  private func roster() throws -> Roster {
    var community = SmallCommunity().community
    community.program.touchpoints.rules = TouchpointRule.defaults.filter {
      ["birthday", "member_day", "tier_gained"].contains($0.id)
    }
    community.program.touchpoints.rules[1].trigger = .memberDay(.dayOfMonth(10))
    community.program.touchpoints.rules[2].who = "citty:上海"
    let moment = Moment(now: SmallCommunity.now, zone: SmallCommunity.zone)
    let roster = Roster(
      community: community, figures: MemberFigures(community: community, moment: moment), moment: moment,
      mask: .standard)
    let measures = try #require(MemberMeasures(roster: roster))
    let scheduled: MemberMeasures = try #require(measures.scheduled(roster))
    return roster.with(scheduled)
  }

  private func output(_ format: ReportFormat) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try #require(TouchpointsReport(roster: roster())).write(format) { bytes += $0 }
    return bytes
  }

  @Test func everyTouchThatIsDueStandsInTheList() throws {
    let report = try JSONValue(parsing: output(.json))
    #expect(report["as_of"]?.string == "2026-03-10T09:30:00+08:00")
    #expect(report["time_zone"]?.string == "Asia/Shanghai")
    let rules = try #require(report["rules"]?.elements)
    #expect(rules.compactMap { $0["id"]?.string } == ["birthday", "member_day", "tier_gained"])
    let today = try #require(report["today"]?.elements)
    #expect(Int64(today.count) == report["due"]?.integer)
    for rule in rules.prefix(2) {
      let lines = today.filter { $0["rule"]?.string == rule["id"]?.string }
      #expect(Int64(lines.count) == rule["due"]?.integer)
      let tiers = try #require(rule["tiers"]?.elements)
      #expect(tiers.reduce(0) { $0 + ($1["due"]?.integer ?? 0) } == rule["due"]?.integer)
    }
    #expect(!today.isEmpty)
    #expect(report["next_days"]?.elements?.count == 7)
    #expect(report["cadence"]?.elements?.count == 3)
  }

  @Test func whatIsNotKnownIsNull() throws {
    let report = try JSONValue(parsing: output(.json))
    let rule = try #require(report["rules"]?.elements?.last)
    #expect(rule["known"]?.bool == false)
    #expect(rule["due"]?.isNull == true)
    #expect(report["problems"]?.elements?.last?["problem"]?.string == "bad_filter")
  }

  @Test func rowsOfCSVAreThoseOfTheList() throws {
    let report = try JSONValue(parsing: output(.json))
    let lines = String(decoding: try output(.csv), as: UTF8.self).split(whereSeparator: \.isNewline)
    #expect(lines.first == "rule,member,occasion,closes,host,handed_to")
    #expect(lines.count == (report["today"]?.elements?.count ?? 0) + 1)
  }

  @Test func aPreviewTellsWhoIsLeftOutByWhat() throws {
    let roster = try roster()
    let calendar = try #require(roster.measures?.touchpoints)
    let report = TouchpointPreviewReport(
      roster: roster, calendar: calendar, place: 1, day: roster.moment.today)
    var bytes: [UInt8] = []
    report.write(.json) { bytes += $0 }
    let json = try JSONValue(parsing: bytes)
    #expect(json["rule"]?.string == "member_day")
    #expect(json["on"]?.string == "2026-03-10")
    let due = try #require(json["due"]?.elements)
    let leftOut = try #require(json["left_out"]?.elements)
    #expect(Int64(due.count) == json["due_count"]?.integer)
    // Whoever is listed has this day, so everybody stands in one of the two.
    #expect(due.count + leftOut.count == roster.figures.listedCount)
    for reason in TouchpointPreview.Reason.allCases {
      let count = leftOut.count { $0["reason"]?.string == reason.rawValue }
      #expect(json["left_out_count"]?[reason.rawValue]?.integer == Int64(count))
    }
    bytes = []
    report.write(.csv) { bytes += $0 }
    #expect(bytes.count { $0 == 0x0A } == due.count + leftOut.count + 1)
  }
}
