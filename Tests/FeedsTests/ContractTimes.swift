import Community
import Feeds
import Testing

/// The forms of a time, all of the same instant where the zone is +08:00.
@Suite struct TimeFormTests {
  func orders(_ times: [String], _ zone: Zone = .china) throws -> Snapshot {
    try snapshot(
      ["orders.jsonl": .lines(times.map { #"{"member":"m1","amount":1,"at":\#($0)}"# })],
      ReadingOptions(machineZone: zone))
  }

  @Test(arguments: [
    #""2026-03-01T09:30:00+08:00""#, #""2026-03-01T01:30:00Z""#, #""2026-03-01T01:30:00+00:00""#,
    #""2026-03-01T01:30:00-00:00""#, #""2026-02-28T20:30:00-05:00""#, #""2026-03-01T07:00:00+05:30""#,
    #""2026-03-01t01:30:00z""#, #""2026-03-01 09:30:00+08:00""#, #""2026-03-01T09:30:00+0800""#,
    #""2026-03-01T09:30:00+08""#, #""2026-03-01T09:30+08:00""#, #""2026-03-01T01:30Z""#,
    #""2026-03-01T09:30:00.000+08:00""#, #""2026-03-01T01:30:00.0Z""#,
    #""2026-03-01T09:30:00""#, #""2026-03-01 09:30:00""#, #""2026-03-01T09:30""#,
    #""2026-03-01T09:30:00.000""#, "1772328600", #""1772328600""#, "1772328600000", #""1772328600000""#,
    "1772328600.0", "1.7723286e9", "1.7723286e12",
  ])
  func formsOfOneInstant(time: String) throws {
    let snapshot = try orders([time])
    #expect(snapshot.times(.orders) == ["2026-03-01T01:30:00Z"])
    #expect(snapshot.faults == [])
  }

  @Test func aBareDateIsItsFirstInstantInTheZone() throws {
    #expect(try orders([#""2026-03-01""#]).times(.orders) == ["2026-02-28T16:00:00Z"])
    #expect(try orders([#""2026-03-01""#], .utc).times(.orders) == ["2026-03-01T00:00:00Z"])
    #expect(try orders([#""2024-02-29""#], .utc).times(.orders) == ["2024-02-29T00:00:00Z"])
  }

  @Test(arguments: [
    (#""2026-03-01T01:30:00.5Z""#, "2026-03-01T01:30:00.500Z"),
    (#""2026-03-01T01:30:00,25Z""#, "2026-03-01T01:30:00.250Z"),
    (#""2026-03-01T01:30:00.123456789+00:00""#, "2026-03-01T01:30:00.123Z"),
    ("1772328600.5", "2026-03-01T01:30:00.500Z"), ("1772328600123", "2026-03-01T01:30:00.123Z"),
  ])
  func fractionsOfASecondAreKeptToTheMillisecond(time: String, expected: String) throws {
    #expect(try orders([time]).times(.orders) == [expected])
  }

  @Test(arguments: [
    (#""2016-12-31T23:59:60Z""#, "2016-12-31T23:59:59Z"),
    (#""2016-12-31T23:59:60+08:00""#, "2016-12-31T15:59:59Z"),
    (#""2016-12-31T23:59:60""#, "2016-12-31T15:59:59Z"),
  ])
  func aLeapSecondIsTheSecondBeforeIt(time: String, expected: String) throws {
    #expect(try orders([time]).times(.orders) == [expected])
  }

  @Test(arguments: [
    ("2678400", "1970-02-01T00:00:00Z"), (#""20260301""#, "1970-08-23T11:51:41Z"),
    ("7258118399", "2199-12-31T23:59:59Z"), ("100000000001", "1973-03-03T09:46:40.001Z"),
    (#""100000000001""#, "1973-03-03T09:46:40.001Z"), ("7258118399999", "2199-12-31T23:59:59.999Z"),
    (#""1970-01-01T00:00:00Z""#, "1970-01-01T00:00:00Z"),
    (#""2199-12-31T23:59:59Z""#, "2199-12-31T23:59:59Z"),
    (#""2199-12-31T23:59:59.999Z""#, "2199-12-31T23:59:59.999Z"), (#""2199-12-31""#, "2199-12-30T16:00:00Z"),
  ])
  func edgesOfTheRange(time: String, expected: String) throws {
    let snapshot = try orders([time])
    #expect(snapshot.times(.orders) == [expected])
    #expect(snapshot.faults == [])
  }

  @Test(arguments: [
    "-1", "7258118400", "99999999999", "100000000000", "7258118400000", "1e300", "18446744073709551615",
    #""7258118400""#, #""99999999999999999999999""#, #""1969-12-31T23:59:59Z""#, #""1969-12-31""#,
    #""2200-01-01T00:00:00Z""#, #""2199-12-31T23:59:59-01:00""#, #""1900-01-01T00:00:00+08:00""#,
    #""9999-12-31T23:59:59Z""#, #""0001-01-01""#,
  ])
  func aTimeOutsideTheRangeSetsTheRecordAside(time: String) throws {
    let snapshot = try orders([time, "1772328600"])
    #expect(snapshot.times(.orders) == ["2026-03-01T01:30:00Z"])
    #expect(snapshot.setAsideLines == ["orders.jsonl:1 @0 at out_of_range"])
    #expect(snapshot.report[.orders].recordsSetAside == 1)
  }

  @Test(arguments: [
    #""yesterday""#, #""2026-02-30T00:00:00Z""#, #""2025-02-29""#, #""2026-13-01""#, #""2026-00-01""#,
    #""2026-03-00""#, #""2026-03-01T24:30:00Z""#, #""2026-03-01T09:60:00Z""#, #""2026-03-01T09:30:61Z""#,
    #""2026-03-01T12:30:60Z""#, #""2026-3-1""#, #""01/03/2026""#, #""2026-03-01T""#, #""2026-03-01T09""#,
    #""2026-03-01T09:30:00+""#, #""2026-03-01T09:30:00+25:00""#, #""2026-03-01T09:30:00+08:60""#,
    #""2026-03-01T09:30:00 CST""#, #""2026-03-01T09:30:00Zx""#, #""2026-03-01T09:30:00.Z""#,
    #"" 2026-03-01""#, #""２０２６-03-01""#, #""1772328600s""#, #""+1772328600""#,
  ])
  func whatIsNoTimeSetsTheRecordAside(time: String) throws {
    let snapshot = try orders([time, "1772328600"])
    // An hour alone is a time of ISO 8601, in reduced accuracy.
    let isTime = time == #""2026-03-01T09""#
    #expect(snapshot.times(.orders).last == "2026-03-01T01:30:00Z")
    #expect(snapshot.times(.orders).count == (isTime ? 2 : 1))
    #expect(snapshot.faults == (isTime ? [] : ["at unknown_time"]))
  }

  @Test(arguments: ["true", "[]", "{}", "[1772328600]"])
  func anotherTypeSetsTheRecordAside(time: String) throws {
    #expect(try orders([time]).setAsideLines == ["orders.jsonl:1 @0 at wrong_type(time)"])
  }
}

/// Each field that is a time, with a good one, one out of range, and one that is none.
@Suite struct TimeFieldTests {
  static let times = [#""2026-03-01T09:30:00""#, "7258118400", #""soon""#, "true"]
  static let faults = ["out_of_range", "unknown_time", "wrong_type(time)"]

  @Test(arguments: [
    (Feed.orders, #""member":"m1","amount":1"#), (.activity, #""member":"m1","type":"post""#),
    (.touchpoints, #""member":"m1","kind":"care""#), (.surveys, #""member":"m1","kind":"nps","score":9"#),
    (.complaints, #""member":"m1""#), (.points, #""member":"m1","delta":1"#),
    (.decisions, #""id":"d","manager":"a","action":"note""#),
  ])
  func atIsRequired(feed: Feed, fields: String) throws {
    let lines = Self.times.map { #"{\#(fields),"at":\#($0)}"# } + ["{\(fields)}"]
    let snapshot = try snapshot(
      ["\(feed.name).jsonl": .lines(lines)], ReadingOptions(machineZone: .china))
    #expect(snapshot.times(feed) == ["2026-03-01T01:30:00Z"])
    #expect(snapshot.faults == (Self.faults + ["missing"]).map { "at " + $0 })
    #expect(snapshot.report[feed].records == 1)
    #expect(snapshot.report[feed].recordsSetAside == 4)
    #expect(snapshot.report[feed].fieldsSetAside == 0)
  }

  @Test(arguments: [
    (Feed.complaints, ComplaintField.answered, #""member":"m1""#),
    (.complaints, ComplaintField.resolved, #""member":"m1""#),
    (.points, PointField.expires, #""member":"m1","delta":1"#),
    (.decisions, DecisionField.recorded, #""manager":"a","action":"note""#),
    (.decisions, DecisionField.until, #""manager":"a","action":"snooze""#),
  ])
  func otherTimesOfEventsAreOptional(feed: Feed, field: Field, fields: String) throws {
    let lines = Self.times.enumerated().map { number, time in
      #"{"id":\#(number),\#(fields),"at":1772328600,"\#(field.name)":\#(time)}"#
    }
    let snapshot = try snapshot(
      ["\(feed.name).jsonl": .lines(lines)], ReadingOptions(machineZone: .china))
    #expect(snapshot.values(feed, field) == ["2026-03-01T01:30:00Z", "-", "-", "-"])
    #expect(snapshot.faults == Self.faults.map { "\(field.name) \($0)" })
    #expect(snapshot.report[feed].recordsSetAside == 0)
    #expect(snapshot.report[feed].fieldsSetAside == 3)
  }

  @Test func joinedIsOptional() throws {
    let lines = Self.times.enumerated().map { number, time in #"{"id":\#(number),"joined":\#(time)}"# }
    let snapshot = try snapshot(["members.jsonl": .lines(lines)], ReadingOptions(machineZone: .china))
    #expect(snapshot.memberLines == ["0 joined=2026-03-01T01:30:00Z", "1", "2", "3"])
    #expect(snapshot.faults == Self.faults.map { "joined \($0)" })
  }

  @Test func joinedIsKeptAsTheRecordStatesIt() throws {
    // What it means where it's later than the first event is a rule of the figures.
    let snapshot = try snapshot([
      "members.jsonl": .lines(#"{"id":"m1","joined":"2026-05-01T00:00:00Z"}"#, #"{"id":"m2"}"#),
      "orders.jsonl": .lines(
        #"{"member":"m1","at":1772328600,"amount":1}"#, #"{"member":"m2","at":1772328600,"amount":1}"#),
    ])
    #expect(snapshot.memberLines == ["m1 joined=2026-05-01T00:00:00Z", "m2"])
  }

  @Test(arguments: ["starts", "ends"])
  func datesOfCampaignsAreOptional(field: String) throws {
    let lines = Self.times.enumerated().map { number, time in #"{"id":\#(number),"\#(field)":\#(time)}"# }
    let snapshot = try snapshot(["campaigns.jsonl": .lines(lines)], ReadingOptions(machineZone: .china))
    #expect(snapshot.campaignLines == ["0 \(field)=2026-03-01T01:30:00Z", "1", "2", "3"])
    #expect(snapshot.faults == Self.faults.map { "\(field) \($0)" })
  }

  @Test(arguments: [
    (#""1990-05-17""#, "1990-05-17"), (#""05-17""#, "05-17"), (#""1900-01-01""#, "1900-01-01"),
    (#""2000-02-29""#, "2000-02-29"), (#""02-29""#, "02-29"), (#""12-31""#, "12-31"),
  ])
  func birthdaysWithAndWithoutYear(written: String, expected: String) throws {
    let snapshot = try snapshot(["members.jsonl": .lines(#"{"id":"m1","birthday":\#(written)}"#)])
    #expect(snapshot.memberLines == ["m1 birthday=\(expected)"])
    #expect(snapshot.faults == [])
  }

  @Test(
    arguments: [
      (#""1899-12-31""#, "out_of_range"), (#""1990-02-30""#, nil), (#""2001-02-29""#, nil),
      (#""13-01""#, nil),
      (#""00-10""#, nil), (#""5-17""#, "wrong_type(birthday)"), (#""1990/05/17""#, "wrong_type(birthday)"),
      (#""1990-05-17T00:00:00Z""#, "wrong_type(birthday)"), ("19900517", "wrong_type(birthday)"),
      ("true", "wrong_type(birthday)"),
    ] as [(String, String?)])
  func aBadBirthdayIsSetAsideAlone(written: String, reason: String?) throws {
    let snapshot = try snapshot([
      "members.jsonl": .lines(#"{"id":"m1","name":"A","birthday":\#(written)}"#)
    ])
    #expect(snapshot.memberLines == ["m1 name=A"])
    #expect(snapshot.faults.count == 1)
    #expect(snapshot.report.setAside.first?.field == "birthday")
    if let reason { #expect(snapshot.faults == ["birthday \(reason)"]) }
  }

  @Test(
    arguments: [
      (#""2026-03-01""#, nil), (#""1970-01-01""#, nil), (#""2199-12-31""#, nil),
      (#""1969-12-31""#, "out_of_range"), (#""2200-01-01""#, "out_of_range"),
      (#""2026-02-30""#, "wrong_type(day)"),
      (#""03-01""#, "wrong_type(day)"), (#""today""#, "wrong_type(day)"), ("true", "wrong_type(day)"),
    ] as [(String, String?)])
  func daysOfWeatherAreRequired(written: String, reason: String?) throws {
    let snapshot = try snapshot(["weather.jsonl": .lines(#"{"city":"上海","date":\#(written)}"#)])
    #expect(snapshot.report[.weather].records == (reason == nil ? 1 : 0))
    #expect(snapshot.setAsideLines == (reason.map { ["weather.jsonl:1 @0 date \($0)"] } ?? []))
  }
}

@Suite struct NewestTests {
  @Test func theNewestOfTheSixEventFeeds() throws {
    let snapshot = try snapshot([
      "orders.jsonl": .lines(
        #"{"member":"m1","at":"2026-03-02T00:00:00Z","amount":1}"#,
        #"{"member":"m1","at":"2026-03-01T00:00:00Z","amount":1}"#),
      "points.jsonl": .lines(
        #"{"member":"m1","at":"2026-03-03T00:00:00Z","delta":1,"expires":"2027-01-01"}"#),
      "decisions.jsonl": .lines(#"{"id":1,"at":"2026-04-01","manager":"a","action":"note"}"#),
      "weather.jsonl": .lines(#"{"city":"a","date":"2026-05-01"}"#),
      "members.jsonl": .lines(#"{"id":"m1","joined":"2026-06-01"}"#),
    ])
    #expect(snapshot.newest.map(Zone.utc.string) == "2026-03-03T00:00:00Z")
  }

  @Test func whatIsDatedInTheFutureCanBeLeftOut() throws {
    let snapshot = try snapshot([
      "activity.jsonl": .lines(
        #"{"member":"m1","at":"2026-03-01T00:00:00Z","type":"post"}"#,
        #"{"member":"m1","at":"2199-01-01T00:00:00Z","type":"post"}"#)
    ])
    #expect(snapshot.newest.map(Zone.utc.string) == "2199-01-01T00:00:00Z")
    let wall = Instant(seconds: 1_780_000_000)
    #expect(snapshot.newest(notAfter: wall).map(Zone.utc.string) == "2026-03-01T00:00:00Z")
    #expect(snapshot.newest(notAfter: .earliest) == nil)
  }

  @Test func aMembersRecordsAreOldestFirst() throws {
    let snapshot = try snapshot([
      "orders.jsonl": .lines(
        #"{"id":"c","member":"m1","at":1700000030,"amount":1}"#,
        #"{"id":"x","member":"m2","at":1700000020,"amount":1}"#,
        #"{"id":"a","member":"m1","at":1700000010,"amount":1}"#,
        #"{"id":"d","member":"m1","at":1700000030,"amount":1}"#),
      "orders.ndjson": .lines(#"{"id":"b","member":"m1","at":1700000020,"amount":1}"#),
    ])
    let member = try #require(snapshot.community.member(id: "m1"))
    let ids = snapshot.community.rows(.orders, of: member).map { row in
      let (segment, offset) = snapshot.community[.orders][row]
      return segment.ids[offset] ?? "-"
    }
    #expect(ids == ["a", "b", "c", "d"])
  }
}
