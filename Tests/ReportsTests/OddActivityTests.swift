import Community
import Reports
import Foundation
import Loyalty
import Testing
import Texts

@Suite("What is odd in activity has one outcome each")
struct OddActivityTests {
  private func reports(
    _ activity: [String], members: [String] = ["a", "b"], program: String = "{}",
    asOf: String = "2026-03-10T12:00:00+08:00"
  ) throws -> (community: [String: Any], ties: [String: Any], hosts: [String: Any], roster: Roster) {
    let roster = try WrittenFolder([
      "members.jsonl": members.map {
        $0.hasPrefix("{") ? $0 : #"{"id":"\#($0)","joined":"2025-01-01","host":"h1"}"#
      }.joined(separator: "\n"),
      "hosts.json": #"[{"id":"h1","name":"Lin"}]"#, "activity.jsonl": activity.joined(separator: "\n"),
      "program.json": program,
    ]).roster(asOf)
    return (
      try object { try #require(CommunityReport(roster: roster)).write(.json, to: $0) },
      try object { try #require(TiesReport(roster: roster)).write(.json, to: $0) },
      try object { try #require(HostsReport(roster: roster)).write(.json, to: $0) }, roster
    )
  }

  private func did(_ who: String, _ at: String, _ type: String, _ rest: String = "") -> String {
    #"{"member":"\#(who)","at":"\#(at)","type":"\#(type)"\#(rest.isEmpty ? "" : ",")\#(rest)}"#
  }

  @Test("An answer to oneself is a contribution, but no tie")
  func toOneself() throws {
    let found = try reports([
      did("a", "2026-03-01T08:00:00Z", "post", #""id":"1""#),
      did("a", "2026-03-01T09:00:00Z", "reply", #""reply_to":"1""#),
      did("a", "2026-03-01T10:00:00Z", "reply", #""to":"a""#),
    ])
    #expect(found.community["contributions"] as? Int == 3)
    #expect(found.ties["nodes"] as? Int == 0 && found.ties["edges"] as? Int == 0)
    #expect(found.ties["answers_by_members"] as? Double == 1)
  }

  @Test("An answer to nobody known is a contribution, but no tie")
  func toNobody() throws {
    let found = try reports([
      did("a", "2026-03-01T09:00:00Z", "reply", #""to":"?""#),
      did("a", "2026-03-01T09:00:00Z", "reply", #""reply_to":"not in the feed""#),
      did("a", "2026-03-01T09:00:00Z", "reply"),
      did("h1", "2026-03-01T09:00:00Z", "reply", #""reply_to":"not in the feed""#),
    ])
    #expect(found.community["contributions"] as? Int == 3)
    #expect(found.ties["nodes"] as? Int == 0 && found.ties["host_ties"] as? Int == 0)
    #expect(found.ties["replies"] as? Int == 4 && found.ties["replies_by_members"] as? Int == 3)
    let host = try #require((found.hosts["hosts"] as? [[String: Any]])?.first)
    #expect(host["answered"] as? Int == 0 && host["median_reply_minutes"] is NSNull)
  }

  @Test("Clocks of several zones count in that of the programme")
  func clocks() throws {
    let found = try reports(
      [
        // All three are of 9 March in Shanghai, the last one by two minutes.
        did("a", "2026-03-08T17:00:00+01:00", "login"), did("b", "2026-03-09T20:00:00+08:00", "login"),
        did("a", "2026-03-09T05:58:00-10:00", "post", #""id":"1""#),
        // By its own clock the host answered before it was asked: no time at all.
        did("h1", "2026-03-09T23:50:00+08:00", "reply", #""reply_to":"1","to":"a""#),
        did("b", "2026-03-10T00:01:00+08:00", "login"),
      ], program: #"{"time_zone":"Asia/Shanghai"}"#)
    #expect(found.community["dau"] as? Int == 2)
    let heat = try #require(found.community["heat_map"] as? [[Int]])
    #expect(heat[0].reduce(0, +) == 3 && heat[0][0] == 1 && heat[0][20] == 1 && heat[0][23] == 1)
    let host = try #require((found.hosts["hosts"] as? [[String: Any]])?.first)
    #expect(host["answer_rate"] as? Double == 1 && host["median_reply_minutes"] as? Double == 0)
  }

  @Test("Bots by id and by tag count in nothing")
  func bots() throws {
    let found = try reports(
      ["robot", "tagged"].flatMap { bot in
        [
          did(bot, "2026-03-09T08:00:00Z", "post"),
          did(bot, "2026-03-09T08:00:00Z", "reply", #""to":"a""#),
          did(bot, "2026-03-09T08:00:00Z", "check_in", #""challenge":"tea""#),
          did("a", "2026-03-09T08:00:00Z", "thanks", #""to":"\#(bot)""#),
          did("h1", "2026-03-09T08:00:00Z", "reply", #""to":"\#(bot)""#),
        ]
      }, members: ["a", "robot", #"{"id":"tagged","joined":"2025-01-01","host":"h1","tags":["machine"]}"#],
      program: #"{"community":{"bots":["robot","machine"]}}"#)
    #expect(found.community["members"] as? Int == 1 && found.community["dau"] as? Int == 1)
    #expect(found.community["contributions"] as? Int == 0)
    #expect((found.community["challenges"] as? [Any])?.isEmpty == true)
    #expect((found.community["newest"] as? [[String: Any]])?.count == 4)
    #expect(found.ties["nodes"] as? Int == 0 && found.ties["host_ties"] as? Int == 0)
    let host = try #require((found.hosts["hosts"] as? [[String: Any]])?.first)
    #expect(host["members"] as? Int == 1 && host["towards_members"] as? Int == 0)
    #expect(host["asked"] as? Int == 0)
  }

  @Test("One member alone")
  func alone() throws {
    let found = try reports(
      [did("a", "2026-03-09T08:00:00Z", "post"), did("a", "2026-03-09T09:00:00Z", "reaction")],
      members: ["a"])
    #expect(found.community["dau"] as? Int == 1 && found.community["mau"] as? Int == 1)
    #expect(found.community["gini"] as? Double == 0 && found.community["half_made_by"] as? Int == 1)
    #expect(found.ties["nodes"] as? Int == 0 && found.ties["density"] is NSNull)
    #expect((found.ties["groups"] as? [Any])?.isEmpty == true)
    #expect(found.hosts["members"] as? Int == 1 && found.hosts["unanchored"] as? Int == 0)
  }

  @Test("Members without any activity")
  func silence() throws {
    let found = try reports([])
    for key in ["dau", "wau", "mau", "half_made_by", "contributions"] {
      #expect(found.community[key] as? Int == 0, "\(key)")
    }
    for key in ["stickiness", "gini", "gini_all", "came_back", "orders_ratio"] {
      #expect(found.community[key] is NSNull, "\(key)")
    }
    for key in ["density", "reciprocity", "transitivity", "mean_clustering", "hub_dependence", "modularity"] {
      #expect(found.ties[key] is NSNull, "\(key)")
    }
    let host = try #require((found.hosts["hosts"] as? [[String: Any]])?.first)
    #expect(host["answered"] is NSNull && host["proactive_share"] is NSNull)
    #expect(host["silent_days"] as? Int == 90)
    for language in [Texts.Language.english, .simplifiedChinese] {
      let report = try #require(CommunityReport(roster: found.roster, language: language))
      #expect(try text { try report.write(.text, to: $0) }.contains("–"))
    }
  }
}
