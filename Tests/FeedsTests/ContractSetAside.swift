import Community
import Testing

@testable import Feeds

private let good = #"{"member":"m1","at":1772328600,"amount":1}"#

/// Where and why records are set aside, with everything around them read.
@Suite struct SetAsideTests {
  static let badRecords: [(record: String, fault: String)] = [
    ("x", "broken_json"), ("{x}", "broken_json"), (#"{"member" "m1"}"#, "broken_json"),
    (#"{"member":"m1",}"#, "broken_json"), (#"{'member':'m1'}"#, "broken_json"),
    (#"{"member":"m1","at":01,"amount":1}"#, "broken_json"),
    (#"{"member":"m1","at":1.,"amount":1}"#, "broken_json"),
    (#"{"member":"m1","at":+1,"amount":1}"#, "broken_json"),
    (#"{"member":"m1","at":NaN,"amount":1}"#, "broken_json"),
    (#"{"member":"m1","at":Infinity}"#, "broken_json"), (#"{"member":"\x41"}"#, "broken_json"),
    (#"{"member":"\u12"}"#, "broken_json"), (#"{"member":tru}"#, "broken_json"), (#"{}{}"#, "broken_json"),
    (#"{} // remark"#, "broken_json"), ("{\"member\":\"a\tb\"}", "broken_json"),
    (#"{"member":"\ud800","at":1772328600,"amount":1}"#, "lone_surrogate"),
    (#"{"member":"m1","at":1772328600,"amount":1,"x":"\udc00\ud800"}"#, "lone_surrogate"),
    (#"{"\ud83d":1,"member":"m1","at":1772328600,"amount":1}"#, "lone_surrogate"),
    ("[]", "not_an_object"), (#"["m1",1,1]"#, "not_an_object"), ("7", "not_an_object"),
    ("null", "not_an_object"),
    ("true", "not_an_object"), (#""text""#, "not_an_object"),
    ("{}", "member missing"), (#"{"at":1772328600,"amount":1}"#, "member missing"),
    (#"{"member":"m1","amount":1}"#, "at missing"), (#"{"member":"m1","at":1772328600}"#, "amount missing"),
    (#"{"member":{},"at":1772328600,"amount":1}"#, "member wrong_type(id)"),
    (#"{"member":"m1","at":[],"amount":1}"#, "at wrong_type(time)"),
    (#"{"member":"m1","at":1772328600,"amount":"x"}"#, "amount wrong_type(money)"),
    (#"{"member":"m1","at":-1,"amount":1}"#, "at out_of_range"),
    (#"{"member":"m1","at":1772328600,"amount":1e300}"#, "amount out_of_range"),
    (#"{"member":"m1","at":1772328600,"amount":1e400}"#, "amount out_of_range"),
    (#"{"member":"m1","at":"never","amount":1}"#, "at unknown_time"),
  ]

  @Test(arguments: 0..<badRecords.count)
  func inLines(number: Int) throws {
    let (record, fault) = Self.badRecords[number]
    let snapshot = try snapshot(["orders.jsonl": .lines(good, "  " + record, good)])
    #expect(snapshot.parties(.orders) == ["m1", "m1"])
    #expect(snapshot.setAsideLines == ["orders.jsonl:2 @\(good.utf8.count + 3) \(fault)"])
    #expect(snapshot.report[.orders].recordsSetAside == 1)
    #expect(snapshot.report[.orders].fieldsSetAside == 0)
    #expect(snapshot.report[.orders].files.map(\.records) == [2])
  }

  @Test(arguments: 0..<badRecords.count)
  func inArrays(number: Int) throws {
    let (record, fault) = Self.badRecords[number]
    // These two are two elements, or cut by the comma within.
    guard !["{}{}", "{} // remark"].contains(record) else { return }
    let snapshot = try snapshot(["orders.json": .text("[\n\(good),\n \(record) ,\(good)]\n")])
    #expect(snapshot.parties(.orders) == ["m1", "m1"])
    #expect(snapshot.setAsideLines == ["orders.json[1] @\(good.utf8.count + 5) \(fault)"])
    #expect(snapshot.report[.orders].recordsSetAside == 1)
  }

  @Test func bytesThatAreNoUTF8() throws {
    let bad: [[UInt8]] = [
      [0xFF], [0xC0, 0x80], [0xC3], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80], [0x80],
    ]
    for bytes in bad {
      let head = Array(#"{"member":""#.utf8)
      let line = head + bytes + Array(#"","at":1772328600,"amount":1}"#.utf8) + [0x0A]
      let snapshot = try snapshot([
        "orders.jsonl": .bytes(line + Array((good + "\n").utf8) + line + Array((good + "\n").utf8))
      ])
      #expect(snapshot.parties(.orders) == ["m1", "m1"])
      #expect(snapshot.faults == ["invalid_utf8", "invalid_utf8"])
      #expect(snapshot.report.setAside.map(\.place) == [.line(1), .line(3)])
    }
  }

  @Test func nulBytes() throws {
    let lines = ["\u{0}", good + "\u{0}", "{\"member\":\"a\u{0}b\",\"at\":1772328600,\"amount\":1}", good]
    let snapshot = try snapshot(["orders.jsonl": .lines(lines)])
    #expect(snapshot.parties(.orders) == ["m1"])
    #expect(snapshot.faults == ["nul_byte", "nul_byte", "nul_byte"])
    #expect(snapshot.report.setAside.map(\.place) == [.line(1), .line(2), .line(3)])
  }

  @Test func aFileOfZeros() throws {
    let snapshot = try snapshot(["orders.jsonl": .bytes([UInt8](repeating: 0, count: 1 << 20))])
    #expect(snapshot.community.members.count == 0)
    #expect(snapshot.report.setAside.count == 1)
  }

  @Test func aFileInUTF16() throws {
    var bytes: [UInt8] = [0xFF, 0xFE]
    for unit in (good + "\n").utf16 { bytes += [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let snapshot = try snapshot(["orders.jsonl": .bytes(bytes), "orders.ndjson": .lines(good)])
    #expect(snapshot.parties(.orders) == ["m1"])
    #expect(!snapshot.report.setAside.isEmpty)
    #expect(snapshot.report.setAside.allSatisfy { $0.file == "orders.jsonl" })
  }

  @Test func aFieldAndARecordOfOneFile() throws {
    let snapshot = try snapshot([
      "orders.jsonl": .lines(
        #"{"member":"m1","at":1772328600,"amount":1,"items":-1,"category":7}"#,
        #"{"member":"m1","at":"never","items":-1,"category":7}"#)
    ])
    #expect(
      snapshot.setAsideLines.prefix(2).sorted() == [
        "orders.jsonl:1 @0 category wrong_type(text)", "orders.jsonl:1 @0 items out_of_range",
      ])
    // Of a record that is set aside as a whole only that is told.
    #expect(snapshot.report[.orders].recordsSetAside == 1)
    #expect(snapshot.report[.orders].fieldsSetAside == 2)
    #expect(snapshot.report.setAside.count == 3)
  }

  @Test func theyAreToldByFeedFileAndPlace() throws {
    let bad = "{}"
    let snapshot = try snapshot([
      "orders/b.jsonl": .lines(bad), "orders/a.jsonl": .lines(good, bad), "orders.ndjson": .lines(bad),
      "orders.json": .text("[\(good),\(bad),\(bad)]"), "points.jsonl": .lines(bad),
      "members.jsonl": .lines(bad),
      "hosts.jsonl": .lines(bad), "orders.jsonl.gz": .gzippedLines(good, good, bad),
    ])
    let length = good.utf8.count
    #expect(
      snapshot.setAsideLines == [
        "members.jsonl:1 @0 id missing", "orders.json[1] @\(length + 2) member missing",
        "orders.json[2] @\(length + 5) member missing",
        "orders.jsonl.gz:3 @\(2 * length + 2) member missing", "orders.ndjson:1 @0 member missing",
        "orders/a.jsonl:2 @\(length + 1) member missing", "orders/b.jsonl:1 @0 member missing",
        "points.jsonl:1 @0 member missing", "hosts.jsonl:1 @0 id missing",
      ])
    #expect(
      snapshot.report.setAside.map(\.feed) == [
        .members, .orders, .orders, .orders, .orders, .orders, .orders, .points, .hosts,
      ])
  }

  @Test func everyOneOfVeryMany() throws {
    let lines = (0..<5000).map { $0 % 2 == 0 ? good : "{]" }
    let snapshot = try snapshot(["orders.jsonl": .lines(lines)])
    #expect(snapshot.report[.orders].records == 2500)
    #expect(snapshot.report[.orders].recordsSetAside == 2500)
    #expect(snapshot.report.setAside.map(\.place) == stride(from: 2, through: 5000, by: 2).map { .line($0) })
    let pair = Int64(good.utf8.count + 4)
    #expect(snapshot.report.setAside.map(\.offset) == (1...2500).map { Int64($0) * pair - 3 })
  }
}

/// Arrays that aren't what they should be.
@Suite struct BrokenArrayTests {
  static let cases: [(text: String, kept: Int, fault: String)] = [
    ("[\(good),\(good)", 2, "broke_off"),
    ("[\(good),\(good),", 2, "broke_off"),
    ("[\(good),{\"member\":\"m", 1, "broke_off"),
    ("[\(good),{\"member\":\"m1\",\"at\":1772328600,\"amount\":1", 1, "broke_off"),
    ("[", 0, "broke_off"),
    ("[\(good) \(good)]", 2, "missing_comma"),
    ("[\(good),,\(good)]", 2, "missing_element"),
    ("[\(good),]", 1, "missing_element"),
    ("[\(good)] \(good)", 1, "trailing_content"),
    ("[\(good)]\n[\(good)]", 1, "trailing_content"),
    ("{\"orders\":[\(good)]}", 0, "not_an_array"),
    ("null", 0, "not_an_array"),
    ("", 0, "not_an_array"),
    (" \n", 0, "not_an_array"),
  ]

  @Test(arguments: 0..<cases.count)
  func whatCanBeReadIsRead(number: Int) throws {
    let (text, kept, fault) = Self.cases[number]
    for snapshot in [
      try snapshot(["orders.json": .text(text), "orders.jsonl": .lines(good)]),
      try snapshot(["orders.json.gz": .gzipped(text), "orders.jsonl": .lines(good)]),
    ] {
      #expect(snapshot.report[.orders].records == kept + 1)
      #expect(snapshot.faults == [fault])
      #expect(snapshot.report.setAside.first?.file.hasPrefix("orders.json") == true)
    }
  }

  @Test func everyOneOfManyFaultsIsTold() throws {
    let snapshot = try snapshot([
      "orders.json": .text("[" + Array(repeating: "{}", count: 20_000).joined(separator: " ") + "]")
    ])
    #expect(snapshot.report[.orders].recordsSetAside == 20_000)
    let commas = snapshot.report.setAside.filter { $0.reason == .missingComma }
    #expect(commas.map(\.place) == (1..<20_000).map { .index($0) })
    #expect(commas.map(\.offset) == (1..<20_000).map { Int64($0) * 3 + 1 })
  }

  @Test func theBreaksPlaceIsTold() throws {
    let snapshot = try snapshot(["orders.json": .text("[\(good),\(good),{\"member\":")])
    #expect(snapshot.report.setAside.map(\.offset) == [Int64(2 * good.utf8.count + 3)])
  }

  @Test func linesInAJSONFileAreReadAsLines() throws {
    let snapshot = try snapshot(["orders.json": .lines(good, good)])
    #expect(snapshot.report[.orders].records == 2)
    #expect(snapshot.faults == [])
  }

  @Test func anArrayInALinesFileIsReadWhereNothingFollowsIt() throws {
    let alone = try snapshot(["orders.jsonl": .text("[\(good),\(good)]\n")])
    #expect(alone.report[.orders].records == 2)
    #expect(alone.setAsideLines == [])
    let snapshot = try snapshot(["orders.jsonl": .text("[\(good),\(good)]\n\(good)\n")])
    #expect(snapshot.report[.orders].records == 1)
    #expect(snapshot.setAsideLines == ["orders.jsonl:1 @0 not_an_object"])
  }
}
