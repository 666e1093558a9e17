import Bytes
import Testing

@testable import Imports

@Suite("Surveys, contacts and weather")
struct SurveyTests {
  private static func email(_ text: String) -> String {
    text.withBytes { Conversion.fingerprint($0) }
  }

  @Test(
    "Delighted: an edited answer keeps its id, unsubscribes and bounces refuse e-mail, other kinds are told")
  func delighted() throws {
    let people = """
      [{"id":"p1","name":"Ada","email":"ada@mail.test","phone_number":null,"created_at":1735700000,"last_sent_at":1772300000,"last_responded_at":1772328600}]
      """
    let (folder, outcome) = try imported([
      "people.json": people,
      "responses.json": """
      [{"id":"1","person":"p1","survey_type":"nps","score":9,"comment":"包装用心","permalink":"x","created_at":1772328600,"updated_at":1772328600,"person_properties":null,"notes":[],"tags":[]},
       {"id":"2","person":"p2","survey_type":"csat","score":4,"comment":"","created_at":1772328601,"person_properties":{"Delighted Source":"web"}},
       {"id":"3","person":"p2","survey_type":"smileys","score":4,"created_at":1772328602}]
      """,
      "unsubscribes.json":
        #"[{"person_id":"p1","email":"ada@mail.test","name":"Ada","unsubscribed_at":1772330000}]"#,
      "bounces.json": #"[{"person_id":"p3","email":"no@mail.test","name":null,"bounced_at":1772330000}]"#,
    ])
    #expect(
      folder.lines("surveys") == [
        #"{"id":"delighted:1","member":"delighted:p1","at":"2026-03-01T01:30:00Z","kind":"nps","score":9,"text":"包装用心"}"#,
        #"{"id":"delighted:2","member":"delighted:p2","at":"2026-03-01T01:30:01Z","kind":"csat","score":4,"channel":"web"}"#,
      ])
    #expect(
      Set(folder.lines("members")) == [
        #"{"id":"delighted:p1","name":"Ada","email":"ada@mail.test","aliases":{"delighted":"p1"}}"#,
        #"{"id":"delighted:p1","part":"unsubscribe","email":"ada@mail.test","consent":{"email":false}}"#,
        #"{"id":"delighted:p3","part":"bounce","email":"no@mail.test","consent":{"email":false}}"#,
      ])
    #expect(outcome.rejections.counts == [.unknownSurveyKind: 1])
    // The answer is edited; the list of unsubscribes isn't in the newer export, and stays refused.
    let (_, again) = try imported(
      [
        "people.json": people,
        "responses.json":
          #"[{"id":"1","person":"p1","survey_type":"nps","score":3,"comment":"坏了","created_at":1772328600,"updated_at":1772400000}]"#,
      ], into: folder)
    #expect(
      again.changes.first { $0.feed == .surveys }.map { [$0.records, $0.changed, $0.added] } == [2, 1, 0])
    #expect(folder.lines("members").filter { $0.contains(#""email":false"#) }.count == 2)
  }

  @Test(
    "Typeform: the question of type nps, ratings as drivers, a webhook, unfinished answers, and a scale that is ambiguous"
  )
  func typeform() throws {
    let (folder, outcome) = try imported([
      "responses.json": """
      {"total_items":3,"page_count":1,"items":[
       {"landing_id":"l1","token":"t1","response_id":"t1","landed_at":"2026-03-01T01:29:00Z","submitted_at":"2026-03-01T01:30:00Z",
        "hidden":{"email":"ada@mail.test","utm_source":"wechat"},
        "answers":[{"field":{"id":"f1","ref":"recommend","type":"nps"},"type":"number","number":10},
         {"field":{"id":"f2","ref":"service","type":"rating"},"type":"number","number":4},
         {"field":{"id":"f3","ref":"why","type":"long_text"},"type":"text","text":"Great \\"tea\\""}]},
       {"landing_id":"l2","token":"t2","landed_at":"2026-03-01T01:29:00Z","submitted_at":"0001-01-01T00:00:00Z","answers":[]},
       {"landing_id":"l3","token":"t3","landed_at":"2026-03-01T01:29:00Z","submitted_at":"2026-03-01T01:31:00Z",
        "answers":[{"field":{"id":"f1","ref":"a","type":"opinion_scale"},"type":"number","number":7},
         {"field":{"id":"f2","ref":"b","type":"opinion_scale"},"type":"number","number":8}]}]}
      """,
      "webhook.json": """
      {"event_id":"e","event_type":"form_response","form_response":{"form_id":"x","token":"t4","submitted_at":"2026-03-02T01:30:00Z",
       "hidden":{"user_id":"m7"},"answers":[{"field":{"id":"f1","ref":"a","type":"opinion_scale"},"type":"number","number":6}]}}
      """,
    ])
    #expect(
      folder.lines("surveys") == [
        #"{"id":"typeform:t1","member":"\#(Self.email("ada@mail.test"))","at":"2026-03-01T01:30:00Z","kind":"nps","score":10,"text":"Great \"tea\"","channel":"wechat","ratings":{"service":4}}"#,
        #"{"id":"typeform:t4","member":"m7","at":"2026-03-02T01:30:00Z","kind":"nps","score":6}"#,
      ])
    #expect(outcome.rejections.counts == [.incompleteAnswer: 1, .noScoreQuestion: 1])
    var options = ImportOptions.test
    options.scoreField = "b"
    let (named, _) = try imported(
      [
        "one.json":
          #"{"items":[{"token":"t3","landed_at":"2026-03-01T01:29:00Z","submitted_at":"2026-03-01T01:31:00Z","answers":[{"field":{"ref":"a","type":"opinion_scale"},"type":"number","number":7},{"field":{"ref":"b","type":"opinion_scale"},"type":"number","number":8}]}]}"#
      ], options)
    #expect(named.lines("surveys")[0].contains(#""score":8"#))
  }

  @Test(
    "SurveyMonkey: the score is in the definition, not in weights; without it none is made up; partial answers"
  )
  func surveyMonkey() throws {
    let choices = (0...10).map {
      #"{"id":"c\#($0)","text":"\#($0)","weight":\#($0 < 7 ? -100 : $0 < 9 ? 0 : 100)}"#
    }
    .joined(separator: ",")
    let definition = """
      {"id":"s","title":"NPS","pages":[{"id":"g","questions":[{"id":"q1","family":"matrix","subtype":"rating",
       "headings":[{"heading":"Recommend?"}],"answers":{"rows":[{"id":"r1"}],"choices":[\(choices)]}}]}]}
      """
    let answers = """
      {"data":[
       {"id":"1","recipient_id":"","response_status":"completed","collector_id":"k","survey_id":"s","email_address":"ada@mail.test",
        "custom_variables":{},"date_created":"2026-03-01T01:29:00+00:00","date_modified":"2026-03-01T01:30:00+00:00",
        "ip_address":"10.0.0.1","pages":[{"id":"g","questions":[
         {"id":"q1","answers":[{"choice_id":"c8","row_id":"r1","choice_metadata":{"weight":"0"}}]},
         {"id":"q2","answers":[{"text":"慢"}]}]}]},
       {"id":"2","response_status":"partial","collector_id":"k","date_modified":"2026-03-01T01:30:00+00:00","pages":[]}],
       "total":2,"per_page":50}
      """
    let (folder, outcome) = try imported(["answers.json": answers, "survey.json": definition])
    #expect(
      folder.lines("surveys") == [
        #"{"id":"surveymonkey:1","member":"\#(Self.email("ada@mail.test"))","at":"2026-03-01T01:30:00Z","kind":"nps","score":8,"text":"慢"}"#
      ])
    #expect(outcome.rejections.counts == [.incompleteAnswer: 1])
    let (without, told) = try imported(["answers.json": answers])
    #expect(without.lines("surveys") == [])
    #expect(told.rejections.counts == [.incompleteAnswer: 1, .needsSurveyDefinition: 1])
  }

  @Test(
    "WeCom: follow_user and follow_info, tags by id, staff as hosts, group joins, deleted contacts, failures")
  func weCom() throws {
    let (folder, outcome) = try imported([
      "1-tags.json":
        #"{"errcode":0,"tag_group":[{"group_id":"g","group_name":"等级","tag":[{"id":"et1","name":"金卡"}]}]}"#,
      "2-one.json": """
      {"errcode":0,"errmsg":"ok","external_contact":{"external_userid":"wm1","name":"王芳","type":1,"unionid":"un1"},
       "follow_user":[{"userid":"li","remark":"王女士","createtime":1735700000,"remark_mobiles":["13812345678"],
        "tags":[{"group_name":"等级","tag_name":"银卡","tag_id":"et2","type":1}],"add_way":1},
        {"userid":"zhao","createtime":1730000000,"tags":[]}]}
      """,
      "3-batch.json": """
      {"errcode":0,"external_contact_list":[{"external_contact":{"external_userid":"wm2","name":"李雷","type":1},
       "follow_info":{"userid":"li","createtime":1735700000,"tag_id":["et1"]}}],"next_cursor":""}
      """,
      "4-group.json": """
      {"errcode":0,"group_chat":{"chat_id":"wr1","name":"茶友群","owner":"li","member_list":[
       {"userid":"li","type":1,"join_time":1735700000},
       {"userid":"wm2","type":2,"join_time":1772328600,"join_scene":3,"invitor":{"userid":"wm1"}}]}}
      """,
      "5-event.json":
        #"{"Event":"change_external_contact","ChangeType":"del_follow_user","UserID":"li","ExternalUserID":"wm2","CreateTime":1772400000}"#,
      "6-failed.json": #"{"errcode":40014,"errmsg":"invalid access_token","external_userid":null}"#,
    ])
    #expect(
      folder.lines("members") == [
        #"{"id":"wecom:wm1","name":"王芳","joined":"2024-10-27T03:33:20Z","host":"wecom:zhao","phone":"13812345678","tags":["银卡"],"channel":"企业微信","aliases":{"wecom":"wm1","unionid":"un1"}}"#,
        #"{"id":"wecom:wm2","name":"李雷","joined":"2025-01-01T02:53:20Z","host":"wecom:li","tags":["金卡"],"channel":"企业微信","aliases":{"wecom":"wm2"}}"#,
        #"{"id":"wecom:wm2","part":"deleted","consent":{"wecom":false}}"#,
      ])
    #expect(
      Set(folder.lines("hosts")) == [
        #"{"id":"wecom:li","name":"li"}"#, #"{"id":"wecom:zhao","name":"zhao"}"#,
      ])
    #expect(
      folder.lines("activity") == [
        #"{"id":"wecom:wr1/join/wm2","member":"wecom:wm2","at":"2026-03-01T01:30:00Z","type":"join","to":"wecom:wm1","space":"茶友群"}"#
      ])
    #expect(outcome.rejections.counts == [.failedAnswer: 1])
  }

  @Test("Discourse: both roots of lists, replies by number, deletions, whispers, likes without names, bots")
  func discourse() throws {
    let topic = { (third: String) in
      """
      {"id":5,"title":"Tea talk","post_stream":{"posts":[
       {"id":50,"topic_id":5,"post_number":1,"post_type":1,"user_id":7,"username":"ada","created_at":"2026-03-01T01:30:00.000Z",
        "cooked":"<p>Hello <b>all</b></p>","actions_summary":[{"id":2,"count":3}]},
       {"id":51,"topic_id":5,"post_number":2,"post_type":1,"user_id":8,"username":"bo","created_at":"2026-03-01T01:31:00.000Z",
        "raw":["Hi","there"],"cooked":"x"},
       {"id":52,"topic_id":5,"post_number":3,"post_type":1,"user_id":7,"username":"ada","reply_to_post_number":2,
        "created_at":"2026-03-01T01:32:00.000Z","raw":"Thanks",\(third)"cooked":"x"},
       {"id":53,"topic_id":5,"post_number":4,"post_type":3,"user_id":-1,"username":"system","created_at":"2026-03-01T01:33:00.000Z","cooked":""},
       {"id":54,"topic_id":5,"post_number":5,"post_type":4,"user_id":7,"username":"ada","created_at":"2026-03-01T01:33:00.000Z","cooked":"psst"}]}}
      """
    }
    let users =
      #"[{"id":7,"username":"ada","name":"Ada","trust_level":2,"created_at":"2025-01-01T00:00:00.000Z","time_read":"22m"}]"#
    let (folder, outcome) = try imported(["topic.json": topic(""), "users.json": users])
    #expect(
      folder.lines("activity") == [
        #"{"id":"discourse:5-1","member":"discourse:7","at":"2026-03-01T01:30:00Z","type":"post","space":"Tea talk","text":"Hello all"}"#,
        #"{"id":"discourse:5-2","member":"discourse:8","at":"2026-03-01T01:31:00Z","type":"reply","reply_to":"discourse:5-1","space":"Tea talk","text":"Hi\nthere"}"#,
        #"{"id":"discourse:5-3","member":"discourse:7","at":"2026-03-01T01:32:00Z","type":"reply","reply_to":"discourse:5-2","space":"Tea talk","text":"Thanks"}"#,
      ])
    #expect(
      Set(folder.lines("members")) == [
        #"{"id":"discourse:7","part":"post","name":"ada"}"#,
        #"{"id":"discourse:8","part":"post","name":"bo"}"#,
        #"{"id":"discourse:7","name":"Ada","joined":"2025-01-01T00:00:00Z","tags":["trust_level_2"],"aliases":{"discourse":"7"}}"#,
      ])
    #expect(outcome.rejections.counts == [.namelessReactions: 1, .systemMessage: 1, .staffOnly: 1])
    let (_, again) = try imported(["topic.json": topic(#""user_deleted":true,"#)], into: folder)
    #expect(again.changes.first { $0.feed == .activity }.map { [$0.records, $0.removed] } == [2, 1])
  }

  @Test(
    "Open-Meteo: parallel arrays with nulls, the old name of codes, forecasts apart, and what was forecast gives way"
  )
  func weather() throws {
    let json = """
      {"latitude":31.2,"longitude":121.5,"utc_offset_seconds":28800,"timezone":"Asia/Shanghai",
       "daily_units":{"temperature_2m_max":"°C"},
       "daily":{"time":["2026-02-27","2026-02-28","2026-03-01","2026-03-02"],"weathercode":[61,null,0,71],
        "temperature_2m_max":[10.04,null,12,3.5],"temperature_2m_min":[4,null,5,-2]}}
      """
    let (folder, _) = try imported(["上海.json": json])
    let observed = #"{"city":"上海","date":"2026-02-27","condition":"rain","high":10,"low":4}"#
    let today = #"{"city":"上海","date":"2026-03-01","condition":"clear","high":12,"low":5}"#
    let tomorrow = #"{"city":"上海","date":"2026-03-02","condition":"snow","high":3.5,"low":-2}"#
    #expect(
      Set(folder.files.filter { $0.key.hasPrefix("weather/") }.map(\.value)) == [
        observed + "\n", "\(today)\n\(tomorrow)\n",
      ])
    var options = ImportOptions.test
    options.now = .init(rawValue: options.now.rawValue + 86_400_000)
    _ = try imported(["上海.json": json], into: folder, options)
    #expect(
      Set(folder.files.filter { $0.key.hasPrefix("weather/") }.map(\.value)) == [
        "\(observed)\n\(today)\n", tomorrow + "\n",
      ])
  }
}
