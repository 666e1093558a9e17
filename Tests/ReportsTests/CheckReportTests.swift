import Community
import Reports
import Feeds
import JSONTape
import Loyalty
import Testing
import Texts

@Suite("Checks")
struct CheckReportTests {
  private static let moment = Moment(now: Instant(rawValue: 1_772_416_400_000), zone: .utc)

  private static var report: ReadingReport {
    var report = ReadingReport()
    report[.orders].records = 12
    report[.orders].duplicates = 2
    report[.orders].recordsSetAside = 1
    report[.orders].files = [FileReport(path: "orders.jsonl", bytes: 4096, records: 14)]
    report.membersWithoutRecord = 3
    report.notes = [.amountsRounded(file: "orders.jsonl", count: 4)]
    report.programProblems = [.unknownKey(path: "curency", nearest: "currency")]
    report.setAside = [
      SetAside(
        feed: .orders, file: "orders.jsonl", place: .line(7), offset: 812, reason: .brokenJSON(.other)),
      SetAside(
        feed: .surveys, file: "surveys/a.json", place: .index(0), offset: 1, field: "score",
        reason: .outOfRange),
      SetAside(feed: .points, file: "points.jsonl.gz", place: .file, offset: 0, reason: .gzipDamaged),
    ]
    return report
  }

  private static func written(
    _ format: ReportFormat, _ report: ReadingReport = report, language: Language = .english
  ) -> String {
    var bytes: [UInt8] = []
    CheckReport(report: report, moment: moment, language: language).write(format) { bytes += Array($0) }
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("JSON holds every record and field set aside with its place")
  func json() throws {
    let value = try JSONValue(parsing: Self.written(.json).utf8)
    #expect(value["as_of"]?.string == "2026-03-02T01:53:20Z")
    #expect(value["time_zone"]?.string == "UTC")
    #expect(value["members_without_record"] == 3)
    #expect(value["duplicates"] == 2)
    let entries = try #require(value["set_aside"]?.elements)
    #expect(entries.map { $0["line"] } == [7, nil, nil].map { $0 ?? .null })
    #expect(entries.map { $0["index"] } == [nil, 0, nil].map { $0 ?? .null })
    #expect(entries.map { $0["offset"] } == [812, 1, 0])
    #expect(entries.map { $0["reason"]?.string } == ["broken_json", "out_of_range", "gzip_damaged"])
    #expect(entries[1]["field"]?.string == "score")
    #expect(value["program"]?.elements?.first?["nearest"]?.string == "currency")
    #expect(value["notes"]?.elements?.first?["count"] == 4)
  }

  @Test("Nothing set aside is clean")
  func clean() throws {
    let report = CheckReport(report: ReadingReport(), moment: Self.moment)
    #expect(report.isClean)
    #expect(try JSONValue(parsing: Self.written(.json, ReadingReport()).utf8)["set_aside"] == [])
    var read = ReadingReport()
    #expect(Self.written(.text, read).contains("The files could be read, but hold no records."))
    read[.orders].records = 1
    #expect(Self.written(.text, read).contains("Everything could be read."))
    read.isWithoutData = true
    #expect(!CheckReport(report: read, moment: Self.moment).isClean)
    #expect(Self.written(.text, read).contains("No data files found."))
    #expect(Self.written(.text, read, language: .simplifiedChinese).contains("未找到可读取的数据文件"))
    #expect(!CheckReport(report: Self.report, moment: Self.moment).isClean)
  }

  @Test("Text names places as editors take them", arguments: Language.allCases)
  func text(language: Language) {
    let text = Self.written(.text, language: language)
    for place in ["orders.jsonl:7", "surveys/a.json[0]", "points.jsonl.gz", "program.json: ", "812", "UTC"] {
      #expect(text.contains(place))
    }
  }

  @Test("CSV has a row for each")
  func csv() {
    let lines = Self.written(.csv).split(separator: "\r\n")
    #expect(lines.first == "feed,file,line,index,offset,field,reason,column,value,description")
    #expect(lines.dropFirst().first == "orders,orders.jsonl,7,,812,,broken_json,,,not valid JSON")
    #expect(lines.count == 4)
  }
}
