import Community
import Feeds
import Testing

/// Every field of every feed of events, what each takes, and what is required.
@Suite struct EventFieldTests {
  @Test func orders() throws {
    let snapshot = try snapshot([
      "orders.jsonl": .lines(
        #"{"id":"o1","member":"m1","at":1772328600,"amount":99.5,"category":"茶","items":2,"channel":"app","#
          + #""store":"s1","campaign":"c1"}"#,
        #"{"id":"o2","member":"m1","at":1772328600,"amount":-99.5,"refund_of":"o1"}"#)
    ])
    #expect(
      snapshot.lines(.orders) == [
        "o1: m1 2026-03-01T01:30:00Z amount=99.50 items=2 category=茶 channel=app store=s1 campaign=c1",
        "o2: m1 2026-03-01T01:30:00Z amount=-99.50 refund_of=o1",
      ])
    #expect(snapshot.faults == [])
  }

  @Test func activity() throws {
    let snapshot = try snapshot([
      "members.jsonl": .lines(#"{"id":"m2"}"#),
      "activity.jsonl": .lines(
        #"{"id":"a1","member":"m1","at":1772328600,"type":"reply","to":"m2","reply_to":"a0","space":"群","#
          + #""text":"好","campaign":"c1","challenge":"ch1"}"#,
        #"{"member":"m1","at":1772328600,"type":"a kind of one's own"}"#,
        #"{"member":"m1","at":1772328600,"type":""}"#, #"{"member":"m1","at":1772328600,"type":7}"#,
        #"{"member":"m1","at":1772328600,"type":"post","to":true}"#),
    ])
    #expect(
      snapshot.lines(.activity) == [
        "a1: m1→m2 2026-03-01T01:30:00Z type=reply space=群 campaign=c1 challenge=ch1 reply_to=a0 text=好",
        "m1 2026-03-01T01:30:00Z type=a kind of one's own", "m1 2026-03-01T01:30:00Z type=post",
      ])
    #expect(snapshot.faults == ["type missing", "type wrong_type(text)", "to wrong_type(id)"])
  }

  @Test(arguments: [
    "login", "browse", "post", "reply", "reaction", "mention", "thanks", "share", "check_in", "event", "vote",
    "suggestion", "story", "review", "referral",
  ])
  func typesOfActivity(type: String) throws {
    let snapshot = try snapshot([
      "activity.jsonl": .lines(#"{"member":"m1","at":1772328600,"type":"\#(type)"}"#)
    ])
    #expect(snapshot.values(.activity, ActivityField.type) == [type])
  }

  @Test func touchpoints() throws {
    let snapshot = try snapshot([
      "touchpoints.jsonl": .lines(
        #"{"id":"t1","member":"m1","at":1772328600,"kind":"gift","value":5,"trigger":"birthday","host":"h1","#
          + #""channel":"wechat","note":"蛋糕","campaign":"c1"}"#,
        #"{"member":"m1","at":1772328600,"kind":"late_delivery"}"#,
        #"{"member":"m1","at":1772328600,"kind":"push","value":"much"}"#, #"{"member":"m1","at":1772328600}"#)
    ])
    #expect(
      snapshot.lines(.touchpoints) == [
        "t1: m1 2026-03-01T01:30:00Z value=5.0 kind=gift trigger=birthday host=h1 channel=wechat campaign=c1 note=蛋糕",
        "m1 2026-03-01T01:30:00Z kind=late_delivery", "m1 2026-03-01T01:30:00Z kind=push",
      ])
    #expect(snapshot.faults == ["value wrong_type(number)", "kind missing"])
  }

  @Test func surveys() throws {
    let snapshot = try snapshot([
      "surveys.jsonl": .lines(
        #"{"id":"s1","member":"m1","at":1772328600,"kind":"nps","score":9,"text":"好","stage":"after_sale","#
          + #""ratings":{"taste":5,"service":1},"channel":"app","store":"s1"}"#)
    ])
    #expect(
      snapshot.lines(.surveys) == [
        "s1: m1 2026-03-01T01:30:00Z score=9 kind=nps stage=after_sale channel=app store=s1 text=好 "
          + "ratings={taste:5.0,service:1.0}"
      ])
  }

  @Test func anAnswerMayBeAnonymous() throws {
    let snapshot = try snapshot([
      "surveys.jsonl": .lines(
        #"{"member":null,"at":1772328600,"kind":"csat","score":5}"#,
        #"{"at":1772328600,"kind":"ces","score":7}"#,
        #"{"member":"","at":1772328600,"kind":"nps","score":1}"#)
    ])
    #expect(snapshot.parties(.surveys) == ["-", "-", "-"])
    #expect(snapshot.faults == [])
    #expect(snapshot.community.members.count == 0)
    #expect(snapshot.report.membersWithoutRecord == 0)
  }

  @Test func anAnswersMemberOfAWrongTypeIsNotAnonymous() throws {
    let snapshot = try snapshot([
      "surveys.jsonl": .lines(#"{"member":true,"at":1772328600,"kind":"csat","score":5}"#)
    ])
    #expect(snapshot.lines(.surveys) == [])
    #expect(snapshot.setAsideLines == ["surveys.jsonl:1 @0 member wrong_type(id)"])
    #expect(snapshot.report[.surveys].recordsSetAside == 1)
  }

  @Test(arguments: [("nps", 0, 10), ("csat", 1, 5), ("ces", 1, 7)])
  func scoresByKind(kind: String, lowest: Int, highest: Int) throws {
    func line(_ score: String) -> String {
      #"{"score":\#(score),"member":"m1","at":1772328600,"kind":"\#(kind)"}"#
    }
    let good = (lowest...highest).map { line("\($0)") }
    let bad = [line("\(lowest - 1)"), line("\(highest + 1)"), line("\"\(highest + 1)\"")]
    let half = [line("2.5"), line("true"), line("null")]
    let snapshot = try snapshot(["surveys.jsonl": .lines(good + bad + half)])
    #expect(snapshot.values(.surveys, SurveyField.score) == (lowest...highest).map { "\($0)" })
    #expect(
      snapshot.faults == [
        "score out_of_range", "score out_of_range", "score out_of_range", "score wrong_type(whole_number)",
        "score wrong_type(whole_number)", "score missing",
      ])
  }

  @Test func kindsOfSurveysAreThree() throws {
    let snapshot = try snapshot([
      "surveys.jsonl": .lines(
        #"{"member":"m1","at":1772328600,"kind":"NPS","score":5}"#,
        #"{"member":"m1","at":1772328600,"kind":"smile","score":5}"#,
        #"{"member":"m1","at":1772328600,"score":5}"#, #"{"member":"m1","at":1772328600,"kind":1,"score":5}"#)
    ])
    #expect(snapshot.report[.surveys].records == 0)
    #expect(
      snapshot.faults == ["kind out_of_range", "kind out_of_range", "kind missing", "kind wrong_type(text)"])
  }

  @Test func aBadRatingIsSetAsideAlone() throws {
    let snapshot = try snapshot([
      "surveys.jsonl": .lines(
        #"{"member":"m1","at":1772328600,"kind":"nps","score":9,"ratings":{"taste":5,"price":6,"#
          + #""wait":0,"staff":"good","view":null,"noise":4.5,"seat":true}}"#,
        #"{"member":"m1","at":1772328600,"kind":"nps","score":8,"ratings":[5]}"#,
        #"{"member":"m1","at":1772328600,"kind":"nps","score":7,"ratings":{}}"#)
    ])
    #expect(
      snapshot.lines(.surveys) == [
        "m1 2026-03-01T01:30:00Z score=9 kind=nps ratings={taste:5.0,noise:4.5}",
        "m1 2026-03-01T01:30:00Z score=8 kind=nps", "m1 2026-03-01T01:30:00Z score=7 kind=nps",
      ])
    #expect(
      snapshot.faults == [
        "ratings.price out_of_range", "ratings.wait out_of_range", "ratings.staff wrong_type(number)",
        "ratings.seat wrong_type(number)", "ratings wrong_type(object)",
      ])
    #expect(snapshot.report[.surveys].recordsSetAside == 0)
  }

  @Test func complaints() throws {
    let snapshot = try snapshot([
      "complaints.jsonl": .lines(
        #"{"id":"c1","member":"m1","at":1772328600,"level":1,"topic":"慢","text":"等了很久","#
          + #""answered":"2026-03-01T02:00:00Z","resolved":"2026-03-02T02:00:00Z","compensation":"coupon","#
          + #""store":"s1","cause":"stock"}"#,
        #"{"member":"m1","at":1772328600}"#, #"{"member":"m1","at":1772328600,"level":0}"#,
        #"{"member":"m1","at":1772328600,"level":4}"#, #"{"member":"m1","at":1772328600,"level":1.5}"#,
        #"{"at":1772328600,"level":1}"#)
    ])
    #expect(
      snapshot.lines(.complaints) == [
        "c1: m1 2026-03-01T01:30:00Z answered=2026-03-01T02:00:00Z resolved=2026-03-02T02:00:00Z level=1 "
          + "topic=慢 compensation=coupon store=s1 cause=stock text=等了很久",
        "m1 2026-03-01T01:30:00Z", "m1 2026-03-01T01:30:00Z", "m1 2026-03-01T01:30:00Z",
        "m1 2026-03-01T01:30:00Z",
      ])
    #expect(
      snapshot.faults == [
        "level out_of_range", "level out_of_range", "level wrong_type(whole_number)", "member missing",
      ])
  }

  @Test func points() throws {
    let snapshot = try snapshot([
      "points.jsonl": .lines(
        #"{"id":"p1","member":"m1","at":1772328600,"delta":50,"reason":"referral","expires":"2027-03-01T00:00:00Z","#
          + #""order":"o1"}"#,
        #"{"member":"m1","at":1772328600,"delta":-30,"reward":"r1"}"#,
        #"{"member":"m1","at":1772328600,"delta":0}"#, #"{"member":"m1","at":1772328600,"delta":2.0}"#,
        #"{"member":"m1","at":1772328600,"delta":0.5}"#, #"{"member":"m1","at":1772328600}"#,
        #"{"member":"m1","at":1772328600,"delta":1e18}"#)
    ])
    #expect(
      snapshot.lines(.points) == [
        "p1: m1 2026-03-01T01:30:00Z expires=2027-03-01T00:00:00Z delta=50 reason=referral order=o1",
        "m1 2026-03-01T01:30:00Z delta=-30 reward=r1", "m1 2026-03-01T01:30:00Z delta=0",
        "m1 2026-03-01T01:30:00Z delta=2",
      ])
    #expect(
      snapshot.faults == ["delta wrong_type(whole_number)", "delta missing", "delta out_of_range"])
  }

  @Test func weather() throws {
    let snapshot = try snapshot([
      "weather.jsonl": .lines(
        #"{"city":"上海","date":"2026-03-01","condition":"rain","high":12.5,"low":-3}"#,
        #"{"city":"北京","date":"2026-03-01"}"#, #"{"city":"北京"}"#, #"{"date":"2026-03-01"}"#,
        #"{"city":"北京","date":"2026-03-02","condition":7,"high":"warm"}"#)
    ])
    #expect(
      snapshot.lines(.weather) == [
        "date=2026-03-01 high=12.5 low=-3.0 city=上海 condition=rain", "date=2026-03-01 city=北京",
        "date=2026-03-02 city=北京",
      ])
    #expect(
      snapshot.faults == [
        "date missing", "city missing", "condition wrong_type(text)", "high wrong_type(number)",
      ])
  }

  @Test func decisions() throws {
    let snapshot = try snapshot([
      "members.jsonl": .lines(#"{"id":"m1"}"#),
      "decisions.jsonl": .lines(
        #"{"id":"d1","at":1772328600,"recorded":"2026-03-01T02:00:00Z","manager":"王","action":"recall","#
          + #""member":"m1","play":"p1","arm":"a1","campaign":"c1","rule":"r1","survey":"s1","topic":"慢","#
          + #""until":"2026-04-01T00:00:00Z","reason":"why","text":"words","host":"h1","undoes":"d0"}"#,
        #"{"id":"d2","at":1772328600,"manager":"王","action":"fix","topic":"慢"}"#,
        #"{"at":1772328600,"manager":"王","action":"note"}"#, #"{"id":"d3","at":1772328600,"action":"note"}"#,
        #"{"id":"d4","at":1772328600,"manager":"王"}"#,
        #"{"id":"d5","at":1772328600,"manager":"王","action":"celebrate"}"#),
    ])
    #expect(
      snapshot.lines(.decisions) == [
        "d1: m1 2026-03-01T01:30:00Z recorded=2026-03-01T02:00:00Z until=2026-04-01T00:00:00Z manager=王 "
          + "action=recall play=p1 arm=a1 campaign=c1 rule=r1 topic=慢 host=h1 survey=s1 reason=why text=words "
          + "undoes=d0",
        "d2: - 2026-03-01T01:30:00Z manager=王 action=fix topic=慢",
      ])
    #expect(snapshot.faults == ["id missing", "manager missing", "action missing", "action out_of_range"])
  }

  @Test(arguments: [
    "recall", "hold_out", "snooze", "dismiss", "claim", "release", "hand", "note", "touch", "skip", "contact",
    "close", "fix", "undo",
  ])
  func actionsOfDecisions(action: String) throws {
    let snapshot = try snapshot([
      "decisions.jsonl": .lines(#"{"id":"d","at":1772328600,"manager":"a","action":"\#(action)"}"#)
    ])
    #expect(snapshot.values(.decisions, DecisionField.action) == [action])
  }

  @Test func campaigns() throws {
    let snapshot = try snapshot([
      "campaigns.json": """
      [{"id":"c1","name":"春","play":"coupon","arms":[{"id":"a","name":"A","share":0.9},{"id":"b","share":0.1}],
        "starts":"2026-03-01T00:00:00Z","ends":"2026-04-01T00:00:00Z","goal":"order","window_days":30},
       {"id":"c2"}, {"name":"x"}, 7]
      """
    ])
    #expect(
      snapshot.campaignLines == [
        "c1 name=春 play=coupon arms=[a:A:0.9,b:-:0.1] starts=2026-03-01T00:00:00Z ends=2026-04-01T00:00:00Z "
          + "goal=order window=30", "c2",
      ])
    #expect(snapshot.report.setAside.map(\.place) == [.index(2), .index(3)])
    #expect(snapshot.faults == ["id missing", "not_an_object"])
    #expect(snapshot.report[.campaigns].records == 2)
  }

  @Test func badFieldsOfCampaigns() throws {
    let snapshot = try snapshot([
      "campaigns.jsonl": .lines(
        #"{"id":"c1","arms":"a","window_days":1.5,"name":true}"#, #"{"id":"c2","window_days":-1,"goal":7}"#)
    ])
    #expect(snapshot.campaignLines == ["c1", "c2"])
    #expect(
      Set(snapshot.faults) == [
        "arms wrong_type(array)", "window_days wrong_type(whole_number)", "name wrong_type(text)",
        "window_days out_of_range", "goal wrong_type(text)",
      ])
    #expect(snapshot.report[.campaigns].recordsSetAside == 0)
    #expect(snapshot.report[.campaigns].fieldsSetAside == 5)
  }

  @Test func badArmsOfCampaigns() throws {
    let snapshot = try snapshot([
      "campaigns.jsonl": .lines(
        #"{"id":"c1","arms":[{"id":"a","share":1.5},{"name":"x"},7,{"id":"b","share":"half"},{"id":3,"share":1}]}"#
      )
    ])
    #expect(snapshot.campaignLines == ["c1 arms=[a:-:-,b:-:-,3:-:1.0]"])
    #expect(snapshot.report[.campaigns].fieldsSetAside == 4)
    #expect(snapshot.report.setAside.allSatisfy { $0.field?.hasPrefix("arms") == true })
  }
}

/// An id seen twice in one feed counts once, the first one.
@Suite struct DuplicateTests {
  static let feeds: [(Feed, String)] = [
    (.orders, #""amount":1"#), (.activity, #""type":"post""#), (.touchpoints, #""kind":"care""#),
    (.surveys, #""kind":"nps","score":9"#), (.complaints, #""level":1"#), (.points, #""delta":1"#),
  ]

  @Test(arguments: 0..<feeds.count)
  func theFirstCounts(number: Int) throws {
    let (feed, fields) = Self.feeds[number]
    func line(_ id: String, _ member: String) -> String {
      #"{"id":\#(id),"member":"\#(member)","at":1700000001,\#(fields)}"#
    }
    let snapshot = try snapshot([
      "\(feed.name).jsonl": .lines(
        line("7", "a"), line("\"8\"", "b"), line("\"7\"", "c"), line("8", "d"), line("null", "e"),
        line("null", "e"), line("7", "f")),
      "\(feed.name).ndjson": .lines(line("8", "g"), line("9", "h")),
    ])
    #expect(snapshot.parties(feed) == ["a", "b", "e", "e", "h"])
    #expect(snapshot.ids(feed) == ["7", "8", "-", "-", "9"])
    #expect(snapshot.report[feed].records == 5)
    #expect(snapshot.report[feed].duplicates == 4)
    #expect(snapshot.report[feed].files.map(\.records) == [7, 2])
    #expect(snapshot.memberLines == ["a", "b", "e", "h"].map { $0 + " (no record)" })
  }

  @Test func eachFeedHasItsOwnIDs() throws {
    let folder = ExampleFolder()
    for (feed, fields) in Self.feeds {
      folder.write("\(feed.name).jsonl", .lines(#"{"id":"x","member":"m1","at":1700000001,\#(fields)}"#))
    }
    let snapshot = try folder.read()
    for (feed, _) in Self.feeds { #expect(snapshot.ids(feed) == ["x"]) }
  }

  @Test func aRecordSetAsideTakesNoID() throws {
    let snapshot = try snapshot([
      "orders.jsonl": .lines(
        #"{"id":"o1","member":"m1","at":"bad","amount":1}"#,
        #"{"id":"o1","member":"m1","at":1700000001,"amount":2}"#)
    ])
    #expect(snapshot.values(.orders, OrderField.amount) == ["2.00"])
    #expect(snapshot.report[.orders].duplicates == 0)
  }

  @Test func faultsOfADuplicateAreReportedAndItsRoundingToo() throws {
    let snapshot = try snapshot([
      "orders.jsonl": .lines(
        #"{"id":"o1","member":"m1","at":1700000001,"amount":1}"#,
        #"{"id":"o1","member":"m1","at":1700000001,"amount":2,"items":-1}"#)
    ])
    #expect(snapshot.values(.orders, OrderField.amount) == ["1.00"])
    #expect(snapshot.faults == ["items out_of_range"])
  }

  @Test func aDecisionsIDIsUniqueToo() throws {
    let snapshot = try snapshot([
      "decisions.jsonl": .lines(
        #"{"id":"d1","at":1700000001,"manager":"a","action":"note"}"#,
        #"{"id":"d1","at":1700000002,"manager":"b","action":"note"}"#)
    ])
    #expect(snapshot.values(.decisions, DecisionField.manager) == ["a"])
    #expect(snapshot.report[.decisions].duplicates == 1)
  }

  @Test func hostsAndCampaignsAreCountedOnce() throws {
    let snapshot = try snapshot([
      "hosts.jsonl": .lines(#"{"id":"h1","name":"A","store":"s"}"#, #"{"id":"h1","name":"B"}"#),
      "campaigns.jsonl": .lines(#"{"id":"c1","name":"A","goal":"order"}"#, #"{"id":"c1","name":"B"}"#),
    ])
    #expect(snapshot.hostLines.count == 1)
    #expect(snapshot.campaignLines.count == 1)
    #expect(snapshot.report[.hosts].duplicates == 1)
    #expect(snapshot.report[.campaigns].duplicates == 1)
  }

  @Test func manyIDsOfWhichEveryOneComesTwice() throws {
    let lines = (0..<20_000).map {
      #"{"id":"o\#($0 % 10_000)","member":"m\#($0 % 7)","at":\#(1_700_000_000 + $0),"amount":1}"#
    }
    let snapshot = try snapshot(["orders.jsonl": .lines(lines)])
    #expect(snapshot.ids(.orders) == (0..<10_000).map { "o\($0)" })
    #expect(snapshot.times(.orders).last == "2023-11-15T00:59:59Z")
    #expect(snapshot.report[.orders].duplicates == 10_000)
    #expect(snapshot.community.members.count == 7)
  }
}
