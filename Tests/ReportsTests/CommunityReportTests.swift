import Community
import Reports
import Feeds
import Foundation
import Loyalty
import TestCommunities
import Testing
import Texts

@Suite("Community, ties and hosts as reports")
struct CommunityReportTests {
  /// A folder whose members wrote so many posts each.
  private func posting(_ posts: [Int]) throws -> Roster {
    let members = posts.indices.map { #"{"id":"m\#($0)","joined":"2025-01-01"}"# }
    let activity = posts.indices.flatMap { number in
      (0..<posts[number]).map { _ in #"{"member":"m\#(number)","at":"2026-03-01T08:00:00Z","type":"post"}"# }
    }
    return try WrittenFolder([
      "members.jsonl": members.joined(separator: "\n"), "activity.jsonl": activity.joined(separator: "\n"),
    ]).roster("2026-03-10")
  }

  /// One member made nine tenths of the posts, nine made the rest, ninety nothing.
  private func ninetyNineOne() throws -> Roster {
    try posting([81] + Array(repeating: 1, count: 9) + Array(repeating: 0, count: 90))
  }

  @Test("Golden numbers of inequality")
  func golden() throws {
    func gini(_ posts: [Int]) throws -> (among: Double?, all: Double?) {
      let report = try #require(CommunityReport(roster: try posting(posts)))
      let json = try object { sink in try report.write(.json, to: sink) }
      func rounded(_ value: Any?) -> Double? { (value as? Double).map { ($0 * 1e5).rounded() / 1e5 } }
      return (rounded(json["gini"]), rounded(json["gini_all"]))
    }
    let five = try gini([1, 2, 3, 4, 5])
    #expect(five.among == 0.26667 && five.all == 0.26667)
    let one = try gini([7, 0, 0, 0, 0])
    #expect(one.among == 0 && one.all == 0.8)
    let hundred = try gini([81] + Array(repeating: 1, count: 9) + Array(repeating: 0, count: 90))
    #expect(hundred.all == 0.98 && hundred.among == 0.8)
  }

  @Test("Inequality among all members")
  func inequality() throws {
    let roster = try ninetyNineOne()
    let report = try #require(CommunityReport(roster: roster))
    let json = try object { sink in try report.write(.json, to: sink) }
    #expect(json["gini_all"] as? Double == 0.98)
    #expect(json["made_by_top_1_percent"] as? Double == 0.9)
    #expect(json["made_by_next_9_percent"] as? Double == 0.1)
    #expect(json["half_made_by"] as? Int == 1)
    #expect(json["mau"] as? Int == 10)
    #expect((json["contributors"] as? [String: Int])?["core"] == 1)
    #expect((json["contributors"] as? [String: Int])?["contributor"] == 9)
    #expect(json["time_zone"] as? String == "UTC")
    #expect(json["mention_rate"] is NSNull)
    #expect((json["heat_map"] as? [[Int]])?[6][8] == 90)
    let csv = try text { sink in try report.write(.csv, to: sink) }
    #expect(csv.hasPrefix("figure,value\r\nmembers,100\r\ndau,0\r\n"))
    for language in [Texts.Language.english, .simplifiedChinese] {
      let report = try #require(CommunityReport(roster: roster, language: language))
      #expect(
        try text { sink in try report.write(.text, to: sink) }.contains("90%")
          || language == .simplifiedChinese)
    }
  }

  private func karateClub() throws -> Roster {
    let members = (0..<34).map { #"{"id":\#($0),"joined":"2025-01-01"}"# }
    let activity = KarateClub.ties.map {
      #"{"member":\#($0.0),"to":\#($0.1),"at":"2026-03-01T08:00:00Z","type":"reply"}"#
    }
    return try WrittenFolder([
      "members.jsonl": members.joined(separator: "\n"), "activity.jsonl": activity.joined(separator: "\n"),
    ]).roster("2026-03-10")
  }

  @Test("The karate club's golden numbers")
  func karate() throws {
    let report = try #require(TiesReport(roster: try karateClub()))
    let json = try object { sink in try report.write(.json, to: sink) }
    #expect(json["nodes"] as? Int == 34)
    #expect(json["edges"] as? Int == 78)
    #expect(json["components"] as? Int == 1)
    let shown = try text { sink in try report.write(.text, to: sink) }
    for number in ["0.139037", "0.255682", "0.570638"] { #expect(shown.contains(number), "\(number)") }
    #expect((json["groups"] as? [[String: Any]])?.compactMap { $0["size"] as? Int }.reduce(0, +) == 34)
    #expect(try text { sink in try report.write(.csv, to: sink) }.hasPrefix("id,size,ties_inside"))
  }

  @Test("The keys by which other programs read the reports")
  func keys() throws {
    let roster = try ninetyNineOne()
    let community = try object { try #require(CommunityReport(roster: roster)).write(.json, to: $0) }
    for key in ["dau", "wau", "mau", "stickiness", "gini", "gini_all", "half_made_by"] {
      #expect(community[key] != nil, "\(key)")
    }
    let layers = try #require(community["contributors"] as? [String: Int])
    #expect(Set(layers.keys) == ["core", "contributor", "reactor", "lurker"])
    let ties = try object { try #require(TiesReport(roster: try karateClub())).write(.json, to: $0) }
    for key in ["nodes", "edges", "density", "reciprocity", "transitivity", "mean_clustering", "components"] {
      #expect(ties[key] is NSNumber, "\(key)")
    }
    let groups = try #require(ties["groups"] as? [[String: Any]])
    #expect(groups.map { $0["id"] as? Int } == Array(1...groups.count))
    #expect(groups.allSatisfy { $0["size"] is Int })
  }

  @Test("Whom filters and columns of the community find")
  func filters() throws {
    let members = ["core", "tied", "reads", "alone", "habit"].map {
      #"{"id":"\#($0)","joined":"2025-01-01"\#($0 == "alone" ? "" : #","host":"h1""#)}"#
    }
    func did(_ who: String, _ day: String, _ rest: String) -> String {
      #"{"member":"\#(who)","at":"2026-03-\#(day)T08:00:00Z",\#(rest)}"#
    }
    let friends = ["core", "tied", "reads", "habit"]
    let thanks = friends.flatMap { one in
      friends.filter { $0 != one }.map { did(one, "02", #""type":"thanks","to":"\#($0)""#) }
    }
    let activity =
      thanks + (1...3).map { _ in did("core", "03", #""type":"post""#) }
      + [did("tied", "04", #""type":"post""#)]
      + ["05", "06"].map { did("habit", $0, #""type":"check_in","challenge":"tea""#) }
      + [did("core", "09", #""type":"check_in","challenge":"tea""#)]
    let roster = try WrittenFolder([
      "members.jsonl": members.joined(separator: "\n"), "activity.jsonl": activity.joined(separator: "\n"),
      "hosts.json": #"[{"id":"h1","name":"Lin"}]"#,
    ]).roster("2026-03-10")
    func found(_ filter: String) throws -> [String] {
      let query = MemberQuery(filter: try MemberFilter(parsing: filter), order: .standard)
      return try #require(roster.all(query)).rows.map { roster.community.members.id($0) }.sorted()
    }
    #expect(try found("contributor_layer:core") == ["core"])
    #expect(try found("contributor_layer:contributor") == ["tied"])
    #expect(try found("contributor_layer:reactor,lurker") == ["habit", "reads"])
    #expect(try found("ties>=3") == friends.sorted())
    #expect(try found("embedded>0.5") == friends.sorted())
    #expect(try found("host:none") == ["alone"])
    #expect(try found("challenge:missed") == ["habit"])
    #expect(try found("challenge:kept") == ["core"])
    #expect(try found("contributor_layer:core ties>=3 embedded>0.5 -host:none challenge:kept") == ["core"])
    #expect(try found("group:1 reciprocal_ties=3 contributions_30>=1") == ["core", "tied"])
    let columns = ["contributions_30", "contributor_layer", "ties", "reciprocal_ties", "embedded", "group"]
    let report = MembersReport(
      roster: roster, members: [try #require(roster.community.member(id: "core"))],
      columns: try columns.map { try #require(MemberColumn(filterName: $0)) }, language: .english)
    let csv = try text { try report.write(.csv, to: $0) }
    #expect(csv.contains(columns.joined(separator: ",")))
    #expect(csv.contains("3,core,3,3,1,1"))
  }

  @Test("Hosts' care on time, and who is ready to be invited")
  func careAndInvitations() throws {
    // A member day on the 5th: the first is cared for, the second isn't; both trust, and one has a balance for it.
    let members = ["a", "b", "c"].map { #"{"id":"\#($0)","joined":"2025-01-01","host":"h1"}"# }
    let orders = ["a", "b", "c"].flatMap { id in
      ["2026-01-05", "2026-01-07"].map { #"{"member":"\#(id)","at":"\#($0)T08:00:00Z","amount":10}"# }
    }
    let touchpoints = [
      #"{"member":"a","at":"2026-03-05T08:00:00Z","kind":"birthday_gift","trigger":"club","value":6}"#,
      #"{"member":"a","at":"2026-03-06T08:00:00Z","kind":"surprise","value":6}"#,
      #"{"member":"b","at":"2026-03-06T08:00:00Z","kind":"content"}"#,
    ]
    let program =
      #"{"touchpoints":{"rules":[{"id":"club","name":"Club","trigger":{"on":"member_day","day":5}}]}}"#
    let roster = try WrittenFolder([
      "members.jsonl": members.joined(separator: "\n"), "orders.jsonl": orders.joined(separator: "\n"),
      "touchpoints.jsonl": touchpoints.joined(separator: "\n"), "program.json": program,
      "hosts.json": #"[{"id":"h1","name":"Lin"},{"id":"h2","name":"Wan"}]"#,
    ]).roster("2026-03-10")
    let json = try object { try #require(HostsReport(roster: roster)).write(.json, to: $0) }
    let hosts = try #require(json["hosts"] as? [[String: Any]])
    #expect(hosts[0]["care_done"] as? Int == 1 && hosts[0]["care_missed"] as? Int == 2)
    #expect((hosts[0]["care_on_time"] as? Double).map { ($0 * 1000).rounded() } == 333)
    // A host without members had no occasion.
    #expect(hosts[1]["care_on_time"] is NSNull)
    let invited = try #require(json["ready_to_invite"] as? [[String: Any]])
    #expect(invited.compactMap { $0["id"] as? String } == ["a"])
    #expect(try #require(invited.first?["balance"] as? Double) >= 10)
    let shown = try text { try #require(HostsReport(roster: roster)).write(.text, to: $0) }
    #expect(shown.contains("33% (1/3)"))
    // The calendar counts the same over all rules.
    let calendar = try #require(roster.measures?.touchpoints)
    #expect(calendar.counts(0).done == 1 && calendar.counts(0).missed == 2)
  }

  @Test("An empty folder has reports without figures")
  func nothing() throws {
    let roster = try WrittenFolder([:]).roster("2026-03-10")
    let json = try object { try #require(TiesReport(roster: roster)).write(.json, to: $0) }
    #expect(json["nodes"] as? Int == 0)
    #expect(json["density"] is NSNull)
    let community = try object { try #require(CommunityReport(roster: roster)).write(.json, to: $0) }
    #expect(community["stickiness"] is NSNull)
    #expect(community["dau"] as? Int == 0)
    let hosts = try object { try #require(HostsReport(roster: roster)).write(.json, to: $0) }
    #expect((hosts["hosts"] as? [Any])?.isEmpty == true)
  }
}
