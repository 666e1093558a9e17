import Community
import Feeds
import Testing

/// How ids, numbers, words and keys may be written.
@Suite struct IDTests {
  func orders(_ members: String...) throws -> Snapshot {
    try snapshot([
      "orders.jsonl": .lines(members.map { #"{"member":\#($0),"at":1772328600,"amount":1}"# })
    ])
  }

  @Test func aWholeNumberAndItsTextAreTheSameID() throws {
    let snapshot = try snapshot([
      "members.jsonl": .lines(#"{"id":7,"name":"A"}"#, #"{"id":"7","city":"B"}"#),
      "orders.jsonl": .lines(
        #"{"id":1,"member":"7","at":1772328600,"amount":1}"#,
        #"{"id":"1","member":7,"at":1772328600,"amount":2}"#,
        #"{"id":"2","member":7,"at":1772328600,"amount":3}"#),
    ])
    #expect(snapshot.memberLines == ["7 name=A city=B"])
    #expect(
      snapshot.lines(.orders) == [
        "1: 7 2026-03-01T01:30:00Z amount=1.00", "2: 7 2026-03-01T01:30:00Z amount=3.00",
      ])
  }

  @Test(arguments: [
    ("0", "0"), ("-7", "-7"), ("9007199254740993", "9007199254740993"),
    ("9223372036854775807", "9223372036854775807"), ("-9223372036854775808", "-9223372036854775808"),
    ("9223372036854775808", "9223372036854775808"), ("18446744073709551615", "18446744073709551615"),
    ("18446744073709551616", "18446744073709551616"),
    ("123456789012345678901234567890", "123456789012345678901234567890"),
  ])
  func wholeNumbersOfAnySizeAreIDs(number: String, id: String) throws {
    let snapshot = try orders(number, "\"\(id)\"")
    #expect(snapshot.faults == [])
    #expect(snapshot.memberLines == ["\(id) (no record)"])
    #expect(snapshot.parties(.orders) == [id, id])
  }

  @Test(arguments: ["7.5", "7.0", "1e3", "true", "[]", "{}", #"["m1"]"#])
  func nothingElseIsAnID(value: String) throws {
    let snapshot = try orders(value)
    #expect(snapshot.community.members.count == 0)
    #expect(snapshot.setAsideLines == ["orders.jsonl:1 @0 member wrong_type(id)"])
  }

  @Test func anIDIsKeptToTheByte() throws {
    let ids = ["7", "07", " 7", "7 ", "７", "é", "e\u{301}", "M1", "m1", "a\u{0}b"]
    let written = ids.map { $0.contains("\u{0}") ? #""a\u0000b""# : "\"\($0)\"" }
    let snapshot = try snapshot(["members.jsonl": .lines(written.map { #"{"id":\#($0)}"# })])
    #expect(snapshot.community.members.count == ids.count)
    let kept = (0..<snapshot.community.members.count).map {
      Array(snapshot.community.members.id(Member.Index($0)).utf8)
    }
    #expect(kept == ids.map { Array($0.utf8) })
  }

  @Test(arguments: [1, 11, 12, 13, 127, 128, 255, 256, 16_383, 16_384, 100_000])
  func anIDMayBeLong(length: Int) throws {
    let id = String(repeating: "长", count: length / 3) + String(repeating: "x", count: length % 3)
    let snapshot = try snapshot([
      "members.jsonl": .lines(#"{"id":"\#(id)"}"#, #"{"id":"\#(id)x"}"#),
      "orders.jsonl": .lines(#"{"id":"\#(id)","member":"\#(id)","at":1772328600,"amount":1}"#),
    ])
    #expect(snapshot.memberLines == [id, id + "x"])
    #expect(snapshot.ids(.orders) == [id])
    #expect(snapshot.parties(.orders) == [id])
  }

  @Test func anEmptyIDIsNone() throws {
    let snapshot = try snapshot([
      "members.jsonl": .lines(#"{"id":"","name":"A"}"#),
      "orders.jsonl": .lines(
        #"{"id":"","member":"m1","at":1772328600,"amount":1}"#,
        #"{"id":"","member":"m1","at":1772328600,"amount":2}"#,
        #"{"id":"o3","member":"","at":1772328600,"amount":3}"#),
    ])
    #expect(snapshot.ids(.orders) == ["-", "-"])
    #expect(snapshot.memberLines == ["m1 (no record)"])
    #expect(snapshot.faults == ["id missing", "member missing"])
  }

  @Test func everyFieldThatNamesSomethingTakesWholeNumbers() throws {
    let snapshot = try snapshot([
      "members.jsonl": .lines(#"{"id":1,"host":2,"referrer":3,"household":4,"aliases":{"wechat":5}}"#),
      "orders.jsonl": .lines(#"{"member":1,"at":1772328600,"amount":1,"campaign":6,"refund_of":7}"#),
      "activity.jsonl": .lines(
        #"{"member":1,"at":1772328600,"type":"reply","to":1,"reply_to":8,"campaign":9,"challenge":10}"#),
      "touchpoints.jsonl": .lines(
        #"{"member":1,"at":1772328600,"kind":"care","trigger":11,"host":12,"campaign":13}"#),
      "points.jsonl": .lines(#"{"member":1,"at":1772328600,"delta":1,"order":14,"reward":15}"#),
      "decisions.jsonl": .lines(
        #"{"id":16,"at":1772328600,"manager":"a","action":"undo","member":1,"undoes":17,"survey":18,"#
          + #""campaign":19,"rule":20,"play":21,"arm":22,"host":23}"#),
      "campaigns.jsonl": .lines(#"{"id":24,"play":25,"arms":[{"id":26}]}"#),
      "hosts.jsonl": .lines(#"{"id":27}"#),
    ])
    #expect(snapshot.faults == [])
    #expect(snapshot.memberLines == ["1 host=2 referrer=3 household=4 aliases={wechat:5}"])
    #expect(snapshot.lines(.orders) == ["1 2026-03-01T01:30:00Z amount=1.00 campaign=6 refund_of=7"])
    #expect(
      snapshot.lines(.activity) == ["1→1 2026-03-01T01:30:00Z type=reply campaign=9 challenge=10 reply_to=8"])
    #expect(
      snapshot.lines(.touchpoints) == ["1 2026-03-01T01:30:00Z kind=care trigger=11 host=12 campaign=13"])
    #expect(snapshot.lines(.points) == ["1 2026-03-01T01:30:00Z delta=1 reward=15 order=14"])
    #expect(
      snapshot.lines(.decisions) == [
        "16: 1 2026-03-01T01:30:00Z manager=a action=undo play=21 arm=22 campaign=19 rule=20 host=23 survey=18 undoes=17"
      ])
    #expect(snapshot.campaignLines == ["24 play=25 arms=[26:-:-]"])
    #expect(snapshot.hostLines == ["27"])
  }
}

@Suite struct NumberTests {
  @Test func aNumberWrittenAsAStringCountsAsThatNumber() throws {
    let snapshot = try snapshot([
      "orders.jsonl": .lines(#"{"member":"m1","at":1772328600,"amount":"12.50","items":"3"}"#),
      "touchpoints.jsonl": .lines(#"{"member":"m1","at":1772328600,"kind":"care","value":"-2.5"}"#),
      "surveys.jsonl": .lines(
        #"{"member":"m1","at":1772328600,"kind":"nps","score":"9","ratings":{"taste":"4"}}"#),
      "complaints.jsonl": .lines(#"{"member":"m1","at":1772328600,"level":"2"}"#),
      "points.jsonl": .lines(#"{"member":"m1","at":1772328600,"delta":"-30"}"#),
      "weather.jsonl": .lines(#"{"city":"上海","date":"2026-03-01","high":"31.5","low":"-1"}"#),
      "campaigns.jsonl": .lines(#"{"id":"c","arms":[{"id":"a","share":"0.5"}],"window_days":"30"}"#),
    ])
    #expect(snapshot.faults == [])
    #expect(snapshot.lines(.orders) == ["m1 2026-03-01T01:30:00Z amount=12.50 items=3"])
    #expect(snapshot.lines(.touchpoints) == ["m1 2026-03-01T01:30:00Z value=-2.5 kind=care"])
    #expect(snapshot.lines(.surveys) == ["m1 2026-03-01T01:30:00Z score=9 kind=nps ratings={taste:4.0}"])
    #expect(snapshot.lines(.complaints) == ["m1 2026-03-01T01:30:00Z level=2"])
    #expect(snapshot.lines(.points) == ["m1 2026-03-01T01:30:00Z delta=-30"])
    #expect(snapshot.lines(.weather) == ["date=2026-03-01 high=31.5 low=-1.0 city=上海"])
    #expect(snapshot.campaignLines == ["c arms=[a:-:0.5] window=30"])
  }

  @Test(arguments: [
    ("3", "3"), ("3.0", "3"), ("3e0", "3"), ("30e-1", "3"), (#""3.0""#, "3"), ("0", "0"), ("-0", "0"),
    ("1000000000", "1000000000"),
  ])
  func aWholeNumberMayBeWrittenInAnyWay(written: String, expected: String) throws {
    let snapshot = try snapshot([
      "orders.jsonl": .lines(#"{"member":"m1","at":1772328600,"amount":1,"items":\#(written)}"#)
    ])
    #expect(snapshot.values(.orders, OrderField.items) == [expected])
    #expect(snapshot.faults == [])
  }

  @Test(arguments: [
    ("2.5", "items wrong_type(whole_number)"), (#""2.5""#, "items wrong_type(whole_number)"),
    (#""three""#, "items wrong_type(whole_number)"), (#"" 3""#, "items wrong_type(whole_number)"),
    (#""0x3""#, "items wrong_type(whole_number)"), ("true", "items wrong_type(whole_number)"),
    ("[3]", "items wrong_type(whole_number)"), ("-1", "items out_of_range"), ("1e30", "items out_of_range"),
    (#""1e400""#, "items out_of_range"), ("18446744073709551615", "items out_of_range"),
    ("99999999999999999999999", "items out_of_range"), ("1e400", "items out_of_range"),
  ])
  func whatIsNoSuchNumberIsSetAsideAlone(written: String, fault: String) throws {
    let snapshot = try snapshot([
      "orders.jsonl": .lines(#"{"member":"m1","at":1772328600,"amount":1,"items":\#(written)}"#)
    ])
    #expect(snapshot.lines(.orders) == ["m1 2026-03-01T01:30:00Z amount=1.00"])
    #expect(snapshot.faults == [fault])
    #expect(snapshot.report[.orders].fieldsSetAside == 1)
    #expect(snapshot.report[.orders].recordsSetAside == 0)
  }

  @Test func zeroIsNotUnknown() throws {
    let snapshot = try snapshot([
      "touchpoints.jsonl": .lines(
        #"{"member":"m1","at":1772328600,"kind":"a","value":0}"#,
        #"{"member":"m1","at":1772328600,"kind":"a","value":-0.0}"#,
        #"{"member":"m1","at":1772328600,"kind":"a"}"#,
        #"{"member":"m1","at":1772328600,"kind":"a","value":null}"#)
    ])
    #expect(snapshot.values(.touchpoints, TouchpointField.value) == ["0.0", "0.0", "-", "-"])
  }

  @Test(arguments: ["1e400", "-1e400", "99999999999999999999999999"])
  func aNumberBeyondAllRangeInAnUnknownFieldIsIgnored(number: String) throws {
    let snapshot = try snapshot([
      "orders.jsonl": .lines(
        #"{"member":"m1","at":1772328600,"amount":1,"extra":{"x":[\#(number)],"y":"1e400 \" 1e400"}}"#,
        #"{"member":"m2","at":1772328600,"amount":2}"#)
    ])
    #expect(snapshot.parties(.orders) == ["m1", "m2"])
    #expect(snapshot.faults == [])
  }
}

@Suite struct MoneyTests {
  func orders(_ amounts: String...) throws -> Snapshot {
    try snapshot([
      "orders.jsonl": .lines(amounts.map { #"{"member":"m1","at":1772328600,"amount":\#($0)}"# })
    ])
  }

  @Test(
    arguments: [
      ("0", "0.00"), ("-0.0", "0.00"), ("1", "1.00"), ("-19.9", "-19.90"), ("0.1", "0.10"), ("0.29", "0.29"),
      ("4.35", "4.35"), ("1.10", "1.10"), ("1e2", "100.00"), (#""12.50""#, "12.50"), (#""-0.01""#, "-0.01"),
      ("123456789012.34", "123456789012.34"), ("-70368744177663.99", "-70368744177663.99"),
      ("8070450532247928", nil), ("-1e300", nil),
      ("1e400", nil), (#""free""#, nil), (#""1,5""#, nil), (#""¥5""#, nil), ("true", nil), ("[1]", nil),
    ] as [(String, String?)])
  func amountsAreKeptExactlyAsHundredths(written: String, expected: String?) throws {
    let snapshot = try orders(written, "7")
    #expect(snapshot.values(.orders, OrderField.amount) == [expected, "7.00"].compactMap(\.self))
    #expect(snapshot.report[.orders].recordsSetAside == (expected == nil ? 1 : 0))
    #expect(snapshot.report.notes.isEmpty)
  }

  @Test(arguments: [
    ("0.125", "0.12"), ("0.135", "0.14"), ("0.005", "0.00"), ("0.015", "0.02"), ("-0.125", "-0.12"),
    ("-0.135", "-0.14"), ("1.005", "1.00"), ("2.675", "2.68"), ("2.665", "2.66"), ("0.1251", "0.13"),
    ("0.1249", "0.12"), ("9.999", "10.00"), (#""1.005""#, "1.00"), (#""1.015""#, "1.02"), ("0.004", "0.00"),
  ])
  func furtherDecimalsAreRoundedHalfToEven(written: String, expected: String) throws {
    let snapshot = try orders(written)
    #expect(snapshot.values(.orders, OrderField.amount) == [expected])
    #expect(snapshot.report.notes == [.amountsRounded(file: "orders.jsonl", count: 1)])
    #expect(snapshot.faults == [])
  }

  @Test func roundingIsReportedOnceAFile() throws {
    func line(_ amount: String) -> String { #"{"member":"m1","at":1772328600,"amount":\#(amount)}"# }
    let snapshot = try snapshot([
      "orders.jsonl": .lines(line("1.001"), line("2"), line("3.333")), "orders.ndjson": .lines(line("1.25")),
      "orders/a.json": .text("[\(line("0.001"))]"),
    ])
    #expect(
      snapshot.report.notes == [
        .amountsRounded(file: "orders.jsonl", count: 2), .amountsRounded(file: "orders/a.json", count: 1),
      ])
  }

  @Test func decimalsThatAreZeroAreNoRounding() throws {
    #expect(try orders("1.500", "2.0000", #""3.250""#).report.notes.isEmpty)
  }
}

@Suite struct KeyTests {
  @Test func nullIsAbsent() throws {
    let snapshot = try snapshot([
      "members.jsonl": .lines(#"{"id":"m1","name":null,"tags":null,"consent":{"sms":null},"joined":null}"#),
      "orders.jsonl": .lines(
        #"{"id":null,"member":"m1","at":1772328600,"amount":1,"items":null}"#,
        #"{"member":"m1","at":null,"amount":1}"#, #"{"member":null,"at":1772328600,"amount":1}"#),
    ])
    #expect(snapshot.memberLines == ["m1"])
    #expect(snapshot.lines(.orders) == ["m1 2026-03-01T01:30:00Z amount=1.00"])
    #expect(snapshot.faults == ["at missing", "member missing"])
  }

  @Test(arguments: [
    (#""amount":1,"amount":2"#, "m1 2026-03-01T01:30:00Z amount=2.00"),
    (#""amount":1,"\u0061mount":2"#, "m1 2026-03-01T01:30:00Z amount=2.00"),
    (#""amount":1,"items":"x","items":2"#, "m1 2026-03-01T01:30:00Z amount=1.00 items=2"),
    (#""amount":1,"items":2,"items":null"#, "m1 2026-03-01T01:30:00Z amount=1.00"),
    (#""amount":1,"category":"a","category":"b""#, "m1 2026-03-01T01:30:00Z amount=1.00 category=b"),
    (#""amount":1,"refund_of":"a","refund_of":null"#, "m1 2026-03-01T01:30:00Z amount=1.00"),
    (#""amount":1,"at":"2026-03-02T00:00:00Z""#, "m1 2026-03-02T00:00:00Z amount=1.00"),
    (#""amount":1,"id":"a","id":"b""#, "b: m1 2026-03-01T01:30:00Z amount=1.00"),
    (#""amount":1,"id":"a","id":null"#, "m1 2026-03-01T01:30:00Z amount=1.00"),
    (#""amount":1,"member":"m2""#, "m2 2026-03-01T01:30:00Z amount=1.00"),
  ])
  func ofAKeyWrittenTwiceTheLastCounts(fields: String, expected: String) throws {
    let snapshot = try snapshot([
      "orders.jsonl": .lines(#"{"member":"m1","at":1772328600,\#(fields)}"#)
    ])
    #expect(snapshot.lines(.orders) == [expected])
    #expect(snapshot.faults == [])
    #expect(snapshot.community.members.count == 1)
  }

  @Test(arguments: [
    (#""amount":1,"amount":null"#, "amount missing"),
    (#""amount":1,"amount":"x""#, "amount wrong_type(money)"),
    (#""amount":1,"member":null"#, "member missing"), (#""amount":1,"at":"x""#, "at unknown_time"),
  ])
  func aLastValueThatIsBadCountsToo(fields: String, fault: String) throws {
    let snapshot = try snapshot([
      "orders.jsonl": .lines(#"{"member":"m1","at":1772328600,\#(fields)}"#)
    ])
    #expect(snapshot.lines(.orders) == [])
    #expect(snapshot.faults == [fault])
    #expect(snapshot.community.members.count == 0)
  }

  @Test func duplicateKeysInnermostToo() throws {
    let snapshot = try snapshot([
      "members.jsonl": .lines(
        #"{"id":"m0","id":"m1","tags":["a"],"tags":["b"],"consent":{"sms":true,"sms":false},"#
          + #""aliases":{"app":"1","app":"2"}}"#),
      "surveys.jsonl": .lines(
        #"{"member":"m1","at":1772328600,"kind":"csat","kind":"nps","score":1,"score":10,"#
          + #""ratings":{"taste":9,"taste":2}}"#),
      "campaigns.jsonl": .lines(#"{"id":"c","name":"a","name":"b"}"#),
    ])
    #expect(snapshot.memberLines == ["m1 tags=[b] aliases={app:2} consent={sms:no}"])
    #expect(snapshot.lines(.surveys) == ["m1 2026-03-01T01:30:00Z score=10 kind=nps ratings={taste:2.0}"])
    #expect(snapshot.campaignLines == ["c name=b"])
    #expect(snapshot.faults == [])
  }

  @Test func keysInAnyOrderWithEscapes() throws {
    let snapshot = try snapshot([
      "orders.jsonl": .lines(
        #"{"amount":1,"at":1772328600,"member":"m1"}"#, #"{"at":1772328600,"memb\u0065r":"m1","amount":2}"#,
        #"{ "member" : "m1" , "amount" : 3 , "at" : 1772328600 }"#)
    ])
    #expect(snapshot.values(.orders, OrderField.amount) == ["1.00", "2.00", "3.00"])
  }

  @Test func unknownFieldsAreIgnored() throws {
    let snapshot = try snapshot([
      "members.jsonl": .lines(
        #"{"id":"m1","age":30,"Name":"x","address":{"id":"m9","lines":[1,[2,{"id":3}]]}}"#),
      "orders.jsonl": .lines(
        #"{"member":"m1","at":1772328600,"amount":1,"":"empty","amounts":2,"amoun":3,"type":"x","x":null}"#,
        #"{"a_key_of_more_than_sixteen_bytes":{"amount":9},"member":"m1","at":1772328600,"amount":2}"#),
    ])
    #expect(snapshot.memberLines == ["m1"])
    #expect(snapshot.values(.orders, OrderField.amount) == ["1.00", "2.00"])
    #expect(snapshot.setAsideLines == [])
  }

  @Test func aRecordMayHaveVeryManyFields() throws {
    let many = (0..<5000).map { #""f\#($0)":\#($0)"# }.joined(separator: ",")
    let snapshot = try snapshot([
      "orders.jsonl": .lines(#"{"member":"m1",\#(many),"at":1772328600,"amount":1}"#)
    ])
    #expect(snapshot.lines(.orders) == ["m1 2026-03-01T01:30:00Z amount=1.00"])
  }
}

@Suite struct WordsTests {
  @Test func textsAreKeptAsTheyAre() throws {
    let text = #"a\"b\\c\/d\n\t\u0000\u001b[31m \u202e 👩‍👩‍👧 \ud83d\ude00"#
    let snapshot = try snapshot([
      "activity.jsonl": .lines(#"{"member":"m1","at":1772328600,"type":"post","text":"\#(text)"}"#)
    ])
    #expect(
      snapshot.values(.activity, ActivityField.text) == [
        "a\"b\\c/d\n\t\u{0}\u{1B}[31m \u{202E} 👩‍👩‍👧 😀"
      ])
  }

  @Test func wordsThatLookTheSameAreToldApartByTheirBytes() throws {
    let words = ["caf\u{E9}", "cafe\u{301}"]
    let snapshot = try snapshot([
      "orders.jsonl": .lines(
        words.map { #"{"member":"m1","at":1772328600,"amount":1,"category":"\#($0)"}"# })
    ])
    let kept = snapshot.values(.orders, OrderField.category).map { Array($0.utf8) }
    #expect(kept == words.map { Array($0.utf8) })
  }

  @Test(arguments: ["7", "true", "[]", "{}"])
  func aTextThatIsNoneIsSetAsideAlone(value: String) throws {
    let snapshot = try snapshot([
      "orders.jsonl": .lines(#"{"member":"m1","at":1772328600,"amount":1,"category":\#(value)}"#),
      "activity.jsonl": .lines(#"{"member":"m1","at":1772328600,"type":"post","text":\#(value)}"#),
      "members.jsonl": .lines(#"{"id":"m1","name":\#(value)}"#),
    ])
    #expect(snapshot.memberLines == ["m1"])
    #expect(snapshot.lines(.orders) == ["m1 2026-03-01T01:30:00Z amount=1.00"])
    #expect(snapshot.lines(.activity) == ["m1 2026-03-01T01:30:00Z type=post"])
    #expect(
      snapshot.faults == ["name wrong_type(text)", "category wrong_type(text)", "text wrong_type(text)"])
  }
}
