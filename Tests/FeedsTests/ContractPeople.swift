import Community
import Feeds
import Testing

/// Whose records there are, and whose a record is.
@Suite struct MemberTests {
  @Test func everyFieldOfAMember() throws {
    let snapshot = try snapshot([
      "members.jsonl": .lines(
        #"{"id":"m1","name":"李雷","joined":"2024-01-01T00:00:00Z","birthday":"1990-05-17","city":"上海","#
          + #""region":"华东","store":"s1","channel":"wechat","host":"h1","referrer":"m2","household":"m3","#
          + #""tags":["宝妈","vip"],"aliases":{"wechat":"o-1","app":7},"phone":"13800000000","#
          + #""email":"a@b.c","consent":{"sms":true,"all":false}}"#)
    ])
    #expect(
      snapshot.memberLines == [
        "m1 name=李雷 joined=2024-01-01T00:00:00Z birthday=1990-05-17 city=上海 region=华东 store=s1 "
          + "channel=wechat host=h1 referrer=m2 household=m3 tags=[宝妈,vip] aliases={wechat:o-1,app:7} "
          + "phone=13800000000 email=a@b.c consent={sms:yes,all:no}"
      ])
    #expect(snapshot.faults == [])
  }

  @Test func aMemberNeedsAnIDAlone() throws {
    let snapshot = try snapshot([
      "members.jsonl": .lines(
        #"{"id":"m1"}"#, #"{"name":"x"}"#, #"{"id":null}"#, #"{"id":true}"#, #"{"id":1.5}"#)
    ])
    #expect(snapshot.memberLines == ["m1"])
    #expect(snapshot.faults == ["id missing", "id missing", "id wrong_type(id)", "id wrong_type(id)"])
    #expect(snapshot.report.membersWithoutRecord == 0)
  }

  @Test func aLaterRecordReplacesFieldByField() throws {
    let snapshot = try snapshot([
      "members.jsonl": .lines(
        #"{"id":"m1","name":"A","city":"上海","birthday":"05-17","tags":["a","b"],"aliases":{"x":"1","y":"2"},"#
          + #""consent":{"sms":false,"app":true},"joined":"2024-01-01T00:00:00Z","phone":"1"}"#,
        #"{"id":"m2"}"#,
        #"{"id":"m1","name":"B","city":null,"birthday":"bad","tags":["c"],"aliases":{"z":"3"},"#
          + #""consent":{"sms":true},"email":"e"}"#)
    ])
    #expect(
      snapshot.memberLines == [
        "m1 name=B joined=2024-01-01T00:00:00Z birthday=05-17 city=上海 tags=[c] aliases={x:1,y:2,z:3} phone=1 "
          + "email=e consent={sms:yes,app:yes}", "m2",
      ])
    #expect(snapshot.report[.members].records == 2)
    #expect(snapshot.report[.members].duplicates == 1)
    #expect(snapshot.faults == ["birthday wrong_type(birthday)"])
  }

  @Test func laterRecordsMayLieInOtherFilesOrManyLinesOn() throws {
    let many = (0..<3000).map { #"{"id":"x\#($0)"}"# }
    let snapshot = try snapshot([
      "members.json": #"[{"id":"m1","name":"A","city":"c1"},{"id":"m1","name":"B"}]"#,
      "members.jsonl": .lines(many + [#"{"id":"m1","name":"C","region":"r"}"#]),
      "members/2026.jsonl.gz": .gzippedLines(#"{"id":"m1","name":"D"}"#),
    ])
    #expect(snapshot.memberLines.first == "m1 name=D city=c1 region=r")
    #expect(snapshot.community.members.count == 3001)
    #expect(snapshot.report[.members].duplicates == 3)
  }

  @Test func anEmptyListReplacesToo() throws {
    let snapshot = try snapshot([
      "members.jsonl": .lines(#"{"id":"m1","tags":["a"]}"#, #"{"id":"m1","tags":[]}"#)
    ])
    #expect(snapshot.memberLines == ["m1"])
  }

  @Test(
    arguments: [
      (#""tags":"vip""#, "m1", ["tags wrong_type(array)"]),
      (#""tags":{"a":1}"#, "m1", ["tags wrong_type(array)"]),
      (#""consent":true"#, "m1 consent={all:no}", ["consent wrong_type(consent)"]),
      (#""consent":["sms"]"#, "m1 consent={all:no}", ["consent wrong_type(consent)"]),
      (#""aliases":"x""#, "m1", ["aliases wrong_type(object)"]),
      (#""tags":["a",null,"","a","b"]"#, "m1 tags=[a,b]", []),
      (
        #""consent":{"sms":"no","app":false,"x":null}"#, "m1 consent={sms:no,app:no}",
        ["consent.sms wrong_type(consent)"]
      ),
      (
        #""consent":{"sms":0,"app":true}"#, "m1 consent={sms:no,app:yes}",
        ["consent.sms wrong_type(consent)"]
      ),
      (
        #""aliases":{"wechat":"o","app":true,"sms":9,"x":null}"#, "m1 aliases={wechat:o,sms:9}",
        ["aliases.app wrong_type(id)"]
      ),
      (#""tags":["a",7,"b",true]"#, "m1 tags=[a,b]", ["tags.1 wrong_type(text)", "tags.3 wrong_type(text)"]),
    ] as [(String, String, [String])])
  func listsAndObjectsOfAMember(field: String, line: String, faults: [String]) throws {
    let snapshot = try snapshot(["members.jsonl": .lines(#"{"id":"m1",\#(field)}"#)])
    #expect(snapshot.memberLines == [line])
    #expect(snapshot.faults == faults)
  }

  @Test func anEventMakesItsMemberKnown() throws {
    let snapshot = try snapshot([
      "members.jsonl": .lines(#"{"id":"m1","name":"A"}"#),
      "orders.jsonl": .lines(
        #"{"member":"m9","at":1772328600,"amount":1}"#, #"{"member":"m1","at":1772328600,"amount":1}"#,
        #"{"member":"m9","at":1772328600,"amount":1}"#, #"{"member":"m8","at":1772328600,"amount":1}"#),
    ])
    #expect(snapshot.memberLines == ["m1 name=A", "m9 (no record)", "m8 (no record)"])
    #expect(snapshot.parties(.orders) == ["m9", "m1", "m9", "m8"])
    #expect(snapshot.report.membersWithoutRecord == 2)
    #expect(snapshot.community.members.withoutRecord == 2)
  }

  @Test(arguments: [
    (Feed.orders, #""amount":1"#), (.activity, #""type":"post""#), (.touchpoints, #""kind":"care""#),
    (.surveys, #""kind":"nps","score":9"#), (.complaints, #""level":1"#), (.points, #""delta":1"#),
  ])
  func eachOfTheSixEventFeedsDoes(feed: Feed, fields: String) throws {
    let snapshot = try snapshot([
      "\(feed.name).jsonl": .lines(#"{"member":"m1","at":1772328600,\#(fields)}"#)
    ])
    #expect(snapshot.memberLines == ["m1 (no record)"])
    #expect(snapshot.report.membersWithoutRecord == 1)
    let member = try #require(snapshot.community.member(id: "m1"))
    #expect(snapshot.community.rows(feed, of: member).count == 1)
  }

  @Test func otherMentionsDont() throws {
    let snapshot = try snapshot([
      "members.jsonl": .lines(#"{"id":"m1","referrer":"a","household":"b","host":"c"}"#),
      "activity.jsonl": .lines(#"{"member":"m1","at":1772328600,"type":"thanks","to":"d"}"#),
      "touchpoints.jsonl": .lines(#"{"member":"m1","at":1772328600,"kind":"visit","host":"e"}"#),
      "decisions.jsonl": .lines(
        #"{"id":"d1","at":1772328600,"manager":"f","action":"recall","member":"g","host":"h"}"#),
    ])
    #expect(snapshot.memberLines == ["m1 host=c referrer=a household=b"])
    #expect(snapshot.lines(.activity) == ["m1→? 2026-03-01T01:30:00Z type=thanks"])
    #expect(snapshot.lines(.decisions) == ["d1: ? 2026-03-01T01:30:00Z manager=f action=recall host=h"])
    #expect(snapshot.report.membersWithoutRecord == 0)
    #expect(snapshot.faults == [])
  }

  @Test func aMentionOfAMemberKnownByIDAloneIsThatMember() throws {
    // The orders come after the activity, and decisions last; what counts is the whole folder.
    let snapshot = try snapshot([
      "activity.jsonl": .lines(
        #"{"member":"m1","at":1772328600,"type":"thanks","to":"m2"}"#,
        #"{"member":"m2","at":1772328600,"type":"post"}"#,
        #"{"member":"m1","at":1772328600,"type":"thanks","to":"m3"}"#),
      "points.jsonl": .lines(#"{"member":"m3","at":1772328600,"delta":1}"#),
      "decisions.jsonl": .lines(#"{"id":"d1","at":1772328600,"manager":"a","action":"note","member":"m3"}"#),
    ])
    #expect(
      snapshot.lines(.activity) == [
        "m1→m2 2026-03-01T01:30:00Z type=thanks", "m2 2026-03-01T01:30:00Z type=post",
        "m1→m3 2026-03-01T01:30:00Z type=thanks",
      ])
    #expect(snapshot.parties(.decisions) == ["m3"])
  }

  @Test func aRecordSetAsideMakesNobodyKnown() throws {
    let snapshot = try snapshot([
      "orders.jsonl": .lines(
        #"{"member":"m1","at":"soon","amount":1}"#, #"{"member":"m2","at":1772328600}"#,
        #"{"amount":"x","member":"m3","at":1772328600}"#),
      "surveys.jsonl": .lines(#"{"member":"m4","at":1772328600,"kind":"nps","score":11}"#),
    ])
    #expect(snapshot.memberLines == [])
    #expect(snapshot.report.membersWithoutRecord == 0)
  }

  @Test func aDuplicateMakesNobodyKnown() throws {
    let snapshot = try snapshot([
      "orders.jsonl": .lines(
        #"{"id":"o1","member":"m1","at":1772328600,"amount":1}"#,
        #"{"id":"o1","member":"m2","at":1772328600,"amount":1}"#)
    ])
    #expect(snapshot.memberLines == ["m1 (no record)"])
    #expect(snapshot.report.membersWithoutRecord == 1)
  }
}

@Suite struct HostTests {
  let hosts = Contents.lines(#"{"id":"h1","name":"小王","region":"华东","store":"s1"}"#, #"{"id":2}"#)

  @Test func everyFieldOfAHost() throws {
    let snapshot = try snapshot(["hosts.jsonl": hosts])
    #expect(snapshot.hostLines == ["h1 小王 华东 s1", "2"])
    #expect(snapshot.community.host(id: "h1")?.name == "小王")
    #expect(snapshot.community.members.count == 0)
    #expect(snapshot.report[.hosts].records == 2)
  }

  @Test func badHostsAndFields() throws {
    let snapshot = try snapshot([
      "hosts.jsonl": .lines(#"{"name":"x"}"#, #"{"id":[]}"#, "[]", "{", #"{"id":"h1","name":7,"store":"s"}"#)
    ])
    #expect(snapshot.hostLines == ["h1 s"])
    #expect(
      snapshot.setAsideLines == [
        "hosts.jsonl:1 @0 id missing", "hosts.jsonl:2 @13 id wrong_type(id)",
        "hosts.jsonl:3 @23 not_an_object",
        "hosts.jsonl:4 @26 broken_json", "hosts.jsonl:5 @28 name wrong_type(text)",
      ])
    #expect(snapshot.report[.hosts].recordsSetAside == 4)
    #expect(snapshot.report[.hosts].fieldsSetAside == 1)
  }

  @Test func anActivityByAHostIsNoMembers() throws {
    let snapshot = try snapshot([
      "hosts.jsonl": hosts, "members.jsonl": .lines(#"{"id":"m1"}"#),
      "activity.jsonl": .lines(
        #"{"member":"h1","at":1772328600,"type":"reply","to":"m1"}"#,
        #"{"member":"m1","at":1772328600,"type":"thanks","to":"h1"}"#,
        #"{"member":"2","at":1772328600,"type":"post"}"#),
    ])
    #expect(
      snapshot.lines(.activity) == [
        "host:h1→m1 2026-03-01T01:30:00Z type=reply", "m1→host:h1 2026-03-01T01:30:00Z type=thanks",
        "host:2 2026-03-01T01:30:00Z type=post",
      ])
    #expect(snapshot.memberLines == ["m1"])
    let member = try #require(snapshot.community.member(id: "m1"))
    #expect(snapshot.community.rows(.activity, of: member).count == 1)
  }

  @Test func anIDInBothIsTheHosts() throws {
    let snapshot = try snapshot([
      "hosts.jsonl": hosts,
      "members.jsonl": .lines(#"{"id":"h1","name":"A"}"#, #"{"id":"m1"}"#, #"{"id":"h1","city":"B"}"#),
      "activity.jsonl": .lines(
        #"{"member":"h1","at":1772328600,"type":"post"}"#, #"{"member":"m1","at":1772328600,"type":"post"}"#),
    ])
    #expect(snapshot.memberLines == ["m1"])
    #expect(snapshot.community.member(id: "h1") == nil)
    #expect(snapshot.parties(.activity) == ["host:h1", "m1"])
    #expect(snapshot.report.notes == [.membersThatAreHosts(count: 1)])
  }

  @Test(arguments: [
    (Feed.orders, #""amount":1"#), (.touchpoints, #""kind":"care""#), (.surveys, #""kind":"nps","score":9"#),
    (.complaints, #""level":1"#), (.points, #""delta":1"#),
  ])
  func whatOtherFeedsSayOfAHostIsNoMembers(feed: Feed, fields: String) throws {
    let snapshot = try snapshot([
      "hosts.jsonl": hosts, "\(feed.name).jsonl": .lines(#"{"member":"h1","at":1772328600,\#(fields)}"#),
    ])
    #expect(snapshot.memberLines == [])
    #expect(snapshot.report[feed].records == 1)
    #expect(snapshot.community[feed].segments.first?.party(0).member == nil)
    #expect(snapshot.report.membersWithoutRecord == 0)
  }

  @Test func hostsMayComeFromAnyForm() throws {
    let snapshot = try snapshot([
      "hosts.json.gz": .gzipped(#"[{"id":"h1"}]"#), "hosts/b.jsonl": .lines(#"{"id":"h2"}"#),
      "activity.json":
        #"[{"member":"h2","at":1700000001,"type":"post"},{"member":"h1","at":1700000001,"type":"post"}]"#,
    ])
    #expect(snapshot.parties(.activity) == ["host:h2", "host:h1"])
    #expect(snapshot.memberLines == [])
  }
}
