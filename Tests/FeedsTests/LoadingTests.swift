import Community
import Testing

@testable import Feeds

/// A community folder in memory, read.
func load(_ files: [String: String], workers: Int = 2, zone: Zone? = nil) throws(FolderProblem) -> Snapshot {
  let memory = MemoryFiles()
  for (name, text) in files { memory.put("/folder/" + name, text) }
  return try load(memory, workers: workers, zone: zone)
}

func load(_ files: MemoryFiles, workers: Int = 2, zone: Zone? = nil) throws(FolderProblem) -> Snapshot {
  let snapshot = try read(
    folder: "/folder",
    options: ReadingOptions(zone: zone, machineZone: .utc, workers: workers, opener: files))
  snapshot.community._checkInvariants()
  return snapshot
}

extension Snapshot {
  func ids(_ feed: Feed) -> [String] {
    community[feed].segments.flatMap { segment in (0..<segment.count).map { segment.ids[$0] ?? "-" } }
  }

  func members(_ feed: Feed) -> [String] {
    community[feed].segments.flatMap { segment in
      (0..<segment.count).map { row in
        let party = segment.party(row)
        if let member = party.member { return community.members.id(member) }
        if let host = party.host { return "host " + community.hosts[host].id }
        return party == .none ? "none" : "stranger"
      }
    }
  }

  func amounts() -> [Int64?] {
    community[.orders].segments.flatMap { segment in
      (0..<segment.count).map { segment.integer(OrderField.amount, $0) }
    }
  }

  /// Reasons of what was set aside, as `file:line field reason`.
  var aside: [String] {
    report.setAside.map { entry in
      let place =
        switch entry.place {
        case .line(let line): ":\(line)"
        case .index(let index): "[\(index)]"
        case .file: ""
        }
      return "\(entry.file)\(place)@\(entry.offset) \(entry.field ?? "-") \(entry.reason.code)"
    }
  }
}

@Suite struct LoadingTests {
  let order = #"{"member":"a","at":1700000001,"amount":2}"#

  @Test func readsEveryFormInItsOrder() throws {
    let files = MemoryFiles()
    func orders(_ id: String) -> String { #"{"id":"\#(id)","member":"a","at":1700000001,"amount":2}"# }
    files.put("/folder/orders.json", "[\(orders("1"))]")
    files.put("/folder/orders.json.gz", gzip("[\(orders("2"))]"))
    files.put("/folder/orders.jsonl", orders("3") + "\n")
    files.put("/folder/orders.jsonl.gz", gzip(orders("4") + "\n"))
    files.put("/folder/orders.ndjson", orders("5"))
    files.put("/folder/orders.ndjson.gz", gzip(orders("6")))
    files.put("/folder/orders/B.jsonl", orders("7"))
    files.put("/folder/orders/a.json", "[\(orders("8"))]")
    files.put("/folder/orders/note.txt", "no feed")
    files.put("/folder/others.jsonl", "no feed")
    let snapshot = try load(files)
    #expect(snapshot.ids(.orders) == ["1", "2", "3", "4", "5", "6", "7", "8"])
    #expect(snapshot.aside == [])
    #expect(snapshot.report[.orders].files.map(\.path).last == "orders/a.json")
  }

  @Test func idsAreStringsOrIntegers() throws {
    let snapshot = try load([
      "members.jsonl": """
      {"id":7,"name":"seven"}
      {"id":"8"}
      {"id":123456789012345678901234}
      {"id":18446744073709551615}
      {"id":-3}

      """,
      "orders.jsonl": """
      {"member":"7","at":1700000001,"amount":1}
      {"member":8,"at":1700000001,"amount":1}
      {"member":"123456789012345678901234","at":1700000001,"amount":1}
      {"member":"18446744073709551615","at":1700000001,"amount":1}
      {"member":1.5,"at":1700000001,"amount":1}
      {"member":"","at":1700000001,"amount":1}
      {"member":true,"at":1700000001,"amount":1}

      """,
    ])
    #expect(snapshot.community.members.count == 5)
    #expect(
      snapshot.members(.orders) == ["7", "8", "123456789012345678901234", "18446744073709551615"])
    #expect(
      snapshot.aside == [
        "orders.jsonl:5@208 member wrong_type", "orders.jsonl:6@250 member missing",
        "orders.jsonl:7@291 member wrong_type",
      ])
  }

  @Test func moneyIsExactAndRoundingIsReportedOnceAFile() throws {
    let amounts = [
      "1", "0.1", "-12.34", "\"5.5\"", "0.125", "0.135", "2.675", "1e2", "-0.0", "1e400", "true", "1e300",
    ]
    let lines = amounts.map { #"{"member":1,"at":1700000001,"amount":\#($0)}"# + "\n" }.joined()
    let snapshot = try load(["orders.jsonl": lines])
    #expect(snapshot.amounts() == [100, 10, -1234, 550, 12, 14, 268, 10_000, 0])
    #expect(snapshot.report.notes == [.amountsRounded(file: "orders.jsonl", count: 3)])
    #expect(
      snapshot.report.setAside.map(\.reason) == [.outOfRange, .wrongType(expected: .money), .outOfRange])
  }

  @Test func timesOfEveryForm() throws {
    let times = [
      #""2026-03-01T09:30:00+08:00""#, #""2026-03-01T01:30:00Z""#, #""2026-03-01T09:30:00""#,
      #""2026-03-01""#,
      "1772328600", "1772328600000", #""1772328600""#, "1772328600.5", #""2026-03-01T09:30:00.250+08:00""#,
      #""2016-12-31T23:59:60Z""#, #""2026-03-01 09:30+0800""#, #""1969-12-31T23:59:59Z""#, #""2026-02-30""#,
      #""soon""#, "null", "-1", #""2026-03-01T09:30:00+25:00""#, "[]", "1e300", #""2200-01-01T00:00:00Z""#,
    ]
    let lines = times.map { #"{"member":1,"amount":1,"at":\#($0)}"# + "\n" }.joined()
    let zone = Zone(identifier: "+08:00", offset: 28800)
    let snapshot = try load(["orders.jsonl": lines], zone: zone)
    let at: Int64 = 1_772_328_600_000
    #expect(
      snapshot.community[.orders].segments[0].at == [
        at, at, at, at - 34_200_000, at, at, at, at + 500, at + 250, 1_483_228_799_000, at,
      ])
    #expect(
      snapshot.report.setAside.map(\.reason) == [
        .outOfRange, .unknownTime, .unknownTime, .missing, .outOfRange, .unknownTime,
        .wrongType(expected: .time),
        .outOfRange, .outOfRange,
      ])
  }

  @Test func theLastOfDoubleKeysCounts() throws {
    let snapshot = try load([
      "orders.jsonl": """
      {"member":"x","id":1,"at":1700000001,"amount":5,"items":2,"member":"y","id":2,"items":null,"amount":7}
      {"member":"y","at":1700000001,"amount":5,"amount":null}
      {"member":"y","at":1700000001,"amount":"bad","amount":9,"category":"a","category":"b"}

      """
    ])
    #expect(snapshot.members(.orders) == ["y", "y"])
    #expect(snapshot.ids(.orders) == ["2", "-"])
    #expect(snapshot.amounts() == [700, 900])
    let segment = snapshot.community[.orders].segments[0]
    #expect(segment.integer(OrderField.items, 0) == nil)
    #expect(snapshot.community.symbols[segment.symbol(OrderField.category, 1)] == "b")
    #expect(snapshot.aside == ["orders.jsonl:2@103 amount missing"])
    #expect(snapshot.community.member(id: "x") == nil)
  }

  @Test func anEventsIdCountsOnceTheFirst() throws {
    let snapshot = try load([
      "orders.json": #"[{"id":"1","member":"a","at":1700000001,"amount":1}]"#,
      "orders.jsonl": """
      {"id":1,"member":"b","at":1700000001,"amount":2}
      {"id":"2","member":"b","at":1700000001,"amount":3}
      {"member":"b","at":1700000001,"amount":4}
      {"member":"b","at":1700000001,"amount":5}
      {"id":"2","member":"b","at":1700000001,"amount":6}

      """,
      "points.jsonl": #"{"id":"1","member":"a","at":1700000001,"delta":3}"#,
    ])
    #expect(snapshot.amounts() == [100, 300, 400, 500])
    #expect(snapshot.report[.orders].duplicates == 2)
    #expect(snapshot.report[.orders].records == 4)
    #expect(snapshot.report[.points].records == 1)
    let member = try #require(snapshot.community.member(id: "b"))
    #expect(snapshot.community.rows(.orders, of: member).count == 3)
  }

  @Test func laterMemberRecordsFillInFieldByField() throws {
    let snapshot = try load([
      "members.json": """
      [{"id":"a","name":"林","city":"上海","tags":["x","y"],"consent":{"sms":true},"birthday":"1990-02-29"},
       {"id":"b"},
       {"id":"a","name":"林林","region":"华东","city":null,"tags":["z"],"phone":"1","aliases":{"wx":5,"app":"u"}}]
      """,
      "members.jsonl": #"{"id":"a","joined":"2020-01-01","host":9,"birthday":"02-29"}"#,
    ])
    let community = snapshot.community
    let member = try #require(community.member(id: "a"))
    #expect(community.members.count == 2)
    #expect(community.members.name(member) == "林林")
    #expect(community.symbols[community.members[\.city, member]] == "上海")
    #expect(community.symbols[community.members[\.region, member]] == "华东")
    #expect(community.symbols[community.members[\.host, member]] == "9")
    #expect(community.members.tags(member).map { community.symbols[$0] } == ["z"])
    #expect(community.members.consents(member).count == 1)
    #expect(community.members.aliases(member).map(\.id) == ["5", "u"])
    #expect(community.members.birthday(member)?.description == "02-29")
    #expect(community.members.joined(member) == Instant(seconds: 1_577_836_800))
    #expect(snapshot.report[.members].duplicates == 2)
    #expect(snapshot.aside == ["members.json[0]@1 birthday out_of_range"])
  }

  @Test func onlyTheMemberOfAnEventMakesAMemberKnown() throws {
    let snapshot = try load([
      "activity.jsonl": """
      {"member":"a","at":1700000002,"type":"reply","to":"later"}
      {"member":"a","at":1700000001,"type":"reply","to":"nobody"}

      """,
      "points.jsonl": #"{"member":"later","at":1700000001,"delta":1}"#,
      "decisions.jsonl": #"{"id":"d","at":1700000001,"manager":"m","action":"note","member":"unheard"}"#,
      "surveys.jsonl": """
      {"member":null,"at":1700000001,"kind":"nps","score":10}
      {"member":"quiet","at":1700000001,"kind":"csat","score":6}
      {"at":1700000001,"kind":"ces","score":7}

      """,
    ])
    #expect(snapshot.report.membersWithoutRecord == 2)
    #expect(snapshot.community.member(id: "later") != nil)
    #expect(snapshot.community.member(id: "nobody") == nil)
    #expect(snapshot.community.member(id: "quiet") == nil)
    let segment = snapshot.community[.activity].segments[0]
    #expect(Participant(rawValue: segment.to[0]).member == snapshot.community.member(id: "later"))
    #expect(Participant(rawValue: segment.to[1]) == .unresolved)
    #expect(snapshot.members(.decisions) == ["stranger"])
    #expect(snapshot.members(.surveys) == ["none", "none"])
    #expect(snapshot.aside == ["surveys.jsonl:2@56 score out_of_range"])
    let member = try #require(snapshot.community.member(id: "a"))
    #expect(snapshot.community.rows(.activity, of: member).map(\.offset) == [1, 0])
  }

  @Test func anIdInMembersAndHostsIsTheHosts() throws {
    let snapshot = try load([
      "hosts.jsonl": #"{"id":"h","name":"Host","region":"east"}"# + "\n" + #"{"id":"h","store":"s"}"# + "\n",
      "members.jsonl": #"{"id":"a"}"# + "\n" + #"{"id":"h"}"# + "\n" + #"{"id":"b"}"# + "\n",
      "activity.jsonl": #"{"member":"h","at":1700000001,"type":"reply","to":"a"}"# + "\n"
        + #"{"member":"b","at":1700000001,"type":"reply","to":"h"}"# + "\n",
    ])
    #expect(snapshot.community.members.count == 2)
    #expect(snapshot.community.members.id(Member.Index(1)) == "b")
    #expect(snapshot.members(.activity) == ["host h", "b"])
    #expect(Participant(rawValue: snapshot.community[.activity].segments[0].to[1]).host == 0)
    #expect(snapshot.community.hosts == [Host(id: "h", name: "Host", region: "east", store: "s")])
    #expect(snapshot.report.notes == [.membersThatAreHosts(count: 1)])
  }

  @Test func badRecordsAndFieldsAreSetAsideWithTheirPlace() throws {
    let good = order
    let snapshot = try load([
      "orders.jsonl": [
        good, "7", "{\"member\":\"a\",\"at\":1700000001,\"amount\":2,\"items\":-1}", "{\"member\":\"a\"", "",
        good,
        "{\"member\":\"\\ud800\"}", "{\"member\":\"a\u{0}\"}", String(repeating: "[", count: 100_000), good,
        "{\"member\":\"a\",\"at\":1700000001,\"amount\":3,\"items\":1e400,\"store\":5,\"campaign\":5}",
      ].joined(separator: "\r\n") + "\r\n"
    ])
    #expect(snapshot.amounts() == [200, 200, 200, 200, 300])
    #expect(
      snapshot.aside == [
        "orders.jsonl:2@43 - not_an_object", "orders.jsonl:3@46 items out_of_range",
        "orders.jsonl:4@100 - incomplete", "orders.jsonl:7@160 - lone_surrogate",
        "orders.jsonl:8@181 - nul_byte", "orders.jsonl:9@198 - too_deep",
        "orders.jsonl:11@100243 items out_of_range", "orders.jsonl:11@100243 store wrong_type",
      ])
    #expect(snapshot.report[.orders].recordsSetAside == 5)
    #expect(snapshot.report[.orders].fieldsSetAside == 3)
  }

  @Test func anArrayThatBreaksOffKeepsWhatCameBefore() throws {
    let snapshot = try load([
      "orders.json": "[\(order),\(order),{\"member\":\"a\"", "points.json": "{\"member\":1}",
      "surveys.json": "",
    ])
    #expect(snapshot.amounts() == [200, 200])
    #expect(
      snapshot.aside == [
        "orders.json[2]@85 - broke_off", "surveys.json@0 - not_an_array", "points.json:1@0 at missing",
      ])
  }

  @Test func filesThatCannotBeReadAreNamedAndTheOthersRead() throws {
    let files = MemoryFiles()
    for (name, fault) in [
      ("members.jsonl", FileReadProblem.permissionDenied), ("orders.jsonl", .isFolder),
      ("activity.jsonl", .notARegularFile),
      ("surveys.jsonl", .symlinkLoop), ("points.jsonl", .system(5)),
    ] {
      files["/folder/" + name] = MemoryFiles.Entry(openFault: fault)
    }
    files.put("/folder/orders.ndjson", order)
    files["/folder/touchpoints.jsonl"] = MemoryFiles.Entry(
      bytes: Array((#"{"member":"a","at":1700000001,"kind":"push"}"# + "\n{").utf8), claimedSize: 1000)
    files.put("/folder/complaints.jsonl.gz", gzip(#"{"member":"a","at":1700000001}"# + "\n").dropLast(4) + [])
    let snapshot = try load(files)
    #expect(snapshot.report[.orders].records == 1)
    #expect(snapshot.report[.touchpoints].records == 1)
    #expect(snapshot.report[.complaints].records == 1)
    #expect(
      Set(snapshot.aside) == [
        "members.jsonl@0 - permission_denied", "orders.jsonl@0 - is_folder", "activity.jsonl@0 - not_a_file",
        "surveys.jsonl@0 - symlink_loop", "points.jsonl@0 - unreadable", "touchpoints.jsonl@46 - shrank",
        "complaints.jsonl.gz@31 - gzip_truncated",
      ])
    #expect(throws: FolderProblem.notFound) { try load(MemoryFiles()) }
  }

  @Test func theResultDoesNotDependOnTheWorkers() throws {
    var files: [String: String] = [:]
    files["members.jsonl"] = (0..<3000).map { #"{"id":"m\#($0 % 2500)","name":"n\#($0)"}"# + "\n" }.joined()
    files["orders.jsonl"] = (0..<9000).map {
      $0 % 100 == 7
        ? "{\"broken\n"
        : #"{"id":"\#($0 % 8000)","member":"m\#($0 * 7919 % 4000)","at":\#(1_700_000_000 + $0),"amount":\#($0)}"#
          + "\n"
    }.joined()
    let padding = String(repeating: " ", count: 1 << 10) + "\n"
    files["activity.jsonl"] =
      String(repeating: padding, count: 2000) + #"{"member":"z","at":1700000001,"type":"login"}"#
    let one = try load(files, workers: 1)
    for workers in 2...4 {
      let many = try load(files, workers: workers)
      #expect(many.ids(.orders) == one.ids(.orders))
      #expect(many.members(.orders) == one.members(.orders))
      #expect(many.report.setAside == one.report.setAside)
      #expect(many.community.members.count == one.community.members.count)
    }
    #expect(one.report[.orders].duplicates == 990)
    #expect(one.report.setAside.count == 90)
    #expect(one.report.setAside[1].place == .line(108))
  }
}
