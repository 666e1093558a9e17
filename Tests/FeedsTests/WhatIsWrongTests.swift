import Community
import Testing

@testable import Feeds

private let good = #"{"member":"m1","at":1772328600,"amount":1}"#

/// What makes a line no record is named by what its writer did, with the column.
@Suite struct WhatIsWrongTests {
  static let lines: [(line: String, cause: SetAsideProblem.JSONCause, column: Int, hint: String?)] = [
    (#"{"id":"m1"}{"id":"m2"}"#, .severalRecords, 12, nil),
    (#"{"id":"m1"},{"id":"m2"}"#, .severalRecords, 12, nil),
    (#"{"id":"m1"},"#, .commaBehind, 12, nil),
    (#"{"id":"m1"};"#, .textBehind, 12, nil),
    (#"{"id":"m1",}"#, .trailingComma, 12, nil),
    (#"  {"id":"m1",}"#, .trailingComma, 14, nil),
    (#"{"id":"李","tags":["a",]}"#, .trailingComma, 23, nil),
    ("\u{1E}{\"id\":\"m1\"}", .recordSeparator, 1, nil),
    (#"{'id':'m1'}"#, .singleQuotes, 2, nil), (#"{"id":'m1'}"#, .singleQuotes, 7, nil),
    (#"{id:"m1"}"#, .bareKey, 2, nil), (#"{"id":"m1",name:"x"}"#, .bareKey, 12, nil),
    (#"{"id"："m1"}"#, .fullWidth, 6, ":"), (#"{"id":"m1"，"name":"x"}"#, .fullWidth, 11, ","),
    (#"{“id”:"m1"}"#, .fullWidth, 2, "\""),
    (#"{"id":"m1","city":None}"#, .foreignWord, 19, "null"),
    (#"{"id":"m1","consent":{"sms":True}}"#, .foreignWord, 29, "true"),
    (#"{"id":"m1"} // new"#, .comment, 13, nil), (##"# members"##, .comment, 1, nil),
    ("{\"id\":\"m\t1\"}", .controlCharacter, 9, nil), (#"{"id":"C:\x"}"#, .badEscape, 10, nil),
    (#"{"id":01}"#, .badNumber, 7, nil), (#"{"id" "m1"}"#, .missingMark, 7, nil),
    (#"{"id":"m1" "name":"x"}"#, .missingMark, 12, nil),
  ]

  @Test(arguments: 0..<lines.count)
  func theCauseIsNamed(number: Int) throws {
    let (line, cause, column, hint) = Self.lines[number]
    let snapshot = try snapshot(["members.jsonl": .lines(#"{"id":"m0"}"#, line, #"{"id":"m9"}"#)])
    #expect(snapshot.memberLines == ["m0", "m9"])
    let item = try #require(snapshot.report.setAside.first)
    #expect(item.reason == .brokenJSON(cause))
    #expect(item.column == column)
    #expect(item.hint == hint)
    #expect(item.place == .line(2))
    #expect(snapshot.report.setAside.count == 1)
  }

  /// Indented JSON: one entry for each record, whatever its lines hold.
  @Test func aRecordOverSeveralLinesIsToldOnce() throws {
    let pretty = """
      {
        "id": "m1",
        "tags": [
          "vip",
          "tea"
        ]
      }
      {
        "id": "m2"
      }
      {"id": "m3"}

      """
    let snapshot = try snapshot(["members.jsonl": .text(pretty)])
    #expect(snapshot.memberLines == ["m3"])
    #expect(
      snapshot.report.setAside.map(\.reason) == [
        .brokenJSON(.overSeveralLines), .brokenJSON(.overSeveralLines),
      ])
    #expect(snapshot.report.setAside.map(\.place) == [.line(1), .line(8)])
    #expect(snapshot.report[.members].recordsSetAside == 2)
  }

  @Test func aLineThatWasCutIsNoRecordOverSeveralLines() throws {
    let snapshot = try snapshot(["orders.jsonl": .lines(#"{"member":"m1","at":17723"#, good, "}")])
    #expect(snapshot.parties(.orders) == ["m1"])
    #expect(snapshot.faults == ["incomplete", "broken_json"])
  }

  @Test func aByteOrderMarkBeginsAnyLine() throws {
    let mark = "\u{FEFF}"
    let lines = try snapshotLines(
      "\(mark){\"id\":\"a\"}\n\(mark){\"id\":\"b\"}\n \(mark) {\"id\":\"c\"}\n\(mark)\n\(mark){\"id\":\"d\"}")
    #expect(lines == ["a", "b", "c", "d"])
    let array = try snapshot([
      "members.json": .text("\(mark)[\n\(mark){\"id\":\"a\"},\n\(mark){\"id\":\"b\"}\n\(mark)]\n\(mark)")
    ])
    #expect(array.memberLines == ["a", "b"])
    #expect(array.report.setAside == [])
  }

  private func snapshotLines(_ text: String) throws -> [String] {
    let snapshot = try snapshot(["members.jsonl": .text(text)])
    #expect(snapshot.report.setAside == [])
    return snapshot.memberLines
  }

  @Test func gbkIsCalledSo() throws {
    // 张三
    let name: [UInt8] = [0xD5, 0xC5, 0xC8, 0xFD]
    let line = Array(#"{"id":"m1","name":""#.utf8) + name + Array("\"}\n".utf8)
    let gbk = try snapshot(["members.jsonl": .bytes(line)])
    #expect(gbk.report.setAside.map(\.reason) == [.invalidUTF8])
    #expect(gbk.report.setAside.map(\.hint) == ["GB18030"])
    let latin = Array("{\"id\":\"m1\",\"name\":\"Ren".utf8) + [0xE9] + Array("\"}\n".utf8)
    let other = try snapshot(["members.jsonl": .bytes(latin)])
    #expect(other.report.setAside.map(\.hint) == [nil])
  }
}

/// Values that can't be used are shown, with the form that is read.
@Suite struct WhatToWriteTests {
  static let orders: [(field: String, value: String, reason: String, shown: String, hint: String?)] = [
    ("amount", #""¥1,200.00""#, "wrong_type", "¥1,200.00", "1200.00"),
    ("amount", #""1,234,567""#, "wrong_type", "1,234,567", "1234567"),
    ("amount", #""12.5元""#, "wrong_type", "12.5元", "12.5"),
    ("amount", #""-$8""#, "wrong_type", "-$8", "-8"),
    ("amount", #""1.200,00""#, "wrong_type", "1.200,00", nil),
    ("amount", #""twelve""#, "wrong_type", "twelve", nil),
    ("amount", "[1]", "wrong_type", "[…]", nil),
    ("at", #""2026/3/1""#, "unknown_time", "2026/3/1", "2026-03-01"),
    ("at", #""2026年3月1日""#, "unknown_time", "2026年3月1日", "2026-03-01"),
    ("at", #""01/03/2026""#, "unknown_time", "01/03/2026", nil),
    ("at", "45717", "serial_number", "45717", "2025-03-01"),
    ("at", #""45717""#, "serial_number", "45717", "2025-03-01"),
    ("at", "45717.5", "serial_number", "45717.5", "2025-03-01"),
    ("at", "2026", "serial_number", "2026", nil),
    ("at", "0", "serial_number", "0", nil),
    ("items", "-1", "out_of_range", "-1", "0–1000000000"),
  ]

  @Test(arguments: 0..<orders.count)
  func valueAndAcceptedForm(number: Int) throws {
    let (field, value, reason, shown, hint) = Self.orders[number]
    var fields = ["member": #""m1""#, "at": "1772328600", "amount": "1"]
    fields[field] = value
    let record = fields.map { "\"\($0)\":\($1)" }.joined(separator: ",")
    let item = try #require(try snapshot(["orders.jsonl": .lines("{\(record)}")]).report.setAside.first)
    #expect(item.field == field)
    #expect(item.reason.code == reason)
    #expect(item.value == shown)
    #expect(item.hint == hint)
  }

  @Test func aScoreTellsTheRangeOfItsSurvey() throws {
    let snapshot = try snapshot([
      "surveys.jsonl": .lines(
        #"{"member":"m1","at":1772328600,"kind":"csat","score":9}"#,
        #"{"member":"m1","at":1772328600,"kind":"nsp","score":9}"#)
    ])
    #expect(snapshot.report.setAside.map(\.value) == ["9", "nsp"])
    #expect(snapshot.report.setAside.map(\.hint) == ["1–5", "nps, csat, ces"])
  }

  @Test func hostsAndCampaignsToo() throws {
    let snapshot = try snapshot([
      "campaigns.jsonl": .lines(#"{"id":"c1","starts":45717,"window_days":0}"#, #"{"编号":"c2"}"#),
      "hosts.jsonl": .lines(#"{"id":"h1","name":7}"#),
    ])
    #expect(snapshot.report.setAside.map(\.field) == ["name", "starts", "window_days", "id"])
    #expect(snapshot.report.setAside.map(\.value) == ["7", "45717", "0", nil])
    #expect(snapshot.report.setAside.map(\.hint) == [nil, "2025-03-01", "1–36500", "编号"])
  }

  static let unknown: [(feed: String, record: String, missing: String, hint: String?)] = [
    ("members", #"{"编号":"m1","姓名":"李"}"#, "id", "编号"),
    ("members", #"{"member_id":"m1"}"#, "id", "member_id"), ("members", #"{"ID":"m1"}"#, "id", "ID"),
    ("members", #"{"title":"x"}"#, "id", nil),
    // Which of the two it is can't be told.
    ("members", #"{"编号":"m1","会员号":"9"}"#, "id", nil),
    ("orders", #"{"member":"m1","at":1772328600,"金额":5}"#, "amount", "金额"),
    ("orders", #"{"customer_id":"m1","at":1772328600,"amount":5}"#, "member", "customer_id"),
    ("orders", #"{"member":"m1","date":"2026-03-01","amount":5}"#, "at", "date"),
    ("orders", #"{"member":"m1","at":1772328600,"ammount":5}"#, "amount", "ammount"),
    ("activity", #"{"member":"m1","at":1772328600,"类型":"post"}"#, "type", "类型"),
  ]

  @Test(arguments: 0..<unknown.count)
  func theFieldThatWasProbablyMeant(number: Int) throws {
    let (feed, record, missing, hint) = Self.unknown[number]
    let folder = ExampleFolder()
    folder.write("\(feed).jsonl", .lines(record))
    let item = try #require(try folder.read().report.setAside.first)
    #expect(item.field == missing)
    #expect(item.reason == .missing)
    #expect(item.hint == hint)
  }

  /// A field that no feed has is ignored, and noted where it probably means another.
  @Test func aFieldThatIsIgnoredIsNoted() throws {
    let snapshot = try snapshot([
      "members.jsonl": .lines(#"{"id":"m1","姓名":"李","birthdate":"1990-03-01","shoe_size":"42"}"#),
      "orders/1.jsonl": .lines(#"{"member":"m1","at":1772328600,"amount":1,"qty":2,"user":"x"}"#),
      "orders/2.jsonl": .lines(#"{"member":"m1","at":1772328600,"amount":1,"qty":2}"#),
    ])
    #expect(snapshot.report.setAside == [])
    #expect(
      snapshot.report.notes == [
        .unknownField(file: "members.jsonl", field: "birthdate", meant: "birthday"),
        .unknownField(file: "members.jsonl", field: "姓名", meant: "name"),
        .unknownField(file: "orders/1.jsonl", field: "qty", meant: "items"),
      ])
  }

  @Test func aNumberWrittenAsTextIsATime() throws {
    let times = [#""1767260000.000200""#, #""1767260000.5""#, #""1.767260000e9""#, "1767260000.25"]
    let lines = times.map { #"{"member":"m1","at":\#($0),"amount":1}"# }
    let snapshot = try snapshot(["orders.jsonl": .lines(lines)])
    #expect(snapshot.report.setAside == [])
    #expect(Set(snapshot.times(.orders).map { $0.prefix(19) }) == ["2026-01-01T09:33:20"])
  }

  @Test func aDateAsExpiryCountsThroughThatDay() throws {
    let lines = ["\"2026-03-31\"", "\"2026-03-31T10:00\"", "\"2026-03-31T10:00:00+08:00\""].map {
      #"{"member":"m1","at":1772328600,"delta":5,"expires":\#($0)}"#
    }
    let snapshot = try snapshot(["points.jsonl": .lines(lines)], ReadingOptions(zone: .china))
    let expiries = snapshot.community[.points].segments[0].times[PointField.expires.slot].map {
      Zone.china.string(from: Instant(rawValue: $0))
    }
    #expect(
      expiries.map { String($0.prefix(19)) } == [
        "2026-03-31T23:59:59", "2026-03-31T10:00:00", "2026-03-31T10:00:00",
      ])
    #expect(
      Zone.china.day(of: Instant(rawValue: snapshot.community[.points].segments[0].times[0][0])).description
        == "2026-03-31")
  }
}
