import Community
import Dashboard
import Feeds
import Foundation
import Loyalty
import Testing
import Texts

/// Folders of text made for one test, and read as reports read them.
private struct Written {
  let folder: URL

  init(_ files: [String: String]) throws {
    folder = FileManager.default.temporaryDirectory.appendingPathComponent("koxtop-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files {
      try text.write(to: folder.appendingPathComponent(name), atomically: true, encoding: .utf8)
    }
  }

  func roster(_ asOf: String) throws -> Roster {
    defer { try? FileManager.default.removeItem(at: folder) }
    let options = ReadingOptions(zone: nil, machineZone: .utc, workers: 2)
    let snapshot = try Feeds.read(folder: folder.path, options: options)
    var reading = FolderReading(
      snapshot, asOf: .fixed(asOf), wall: Instant(seconds: 4_000_000_000), isUnmasked: false)
    reading.measureCommunity()
    return reading.roster
  }
}

private func object(_ write: (ReportSink) throws -> Void) throws -> [String: Any] {
  var data = Data()
  try write { data.append(contentsOf: $0) }
  return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
}

private func text(_ write: (ReportSink) throws -> Void) throws -> String {
  var data = Data()
  try write { data.append(contentsOf: $0) }
  return String(decoding: data, as: UTF8.self)
}

@Suite("Community, ties and hosts as reports")
struct CommunityReportTests {
  /// A folder whose members wrote so many posts each.
  private func posting(_ posts: [Int]) throws -> Roster {
    let members = posts.indices.map { #"{"id":"m\#($0)","joined":"2025-01-01"}"# }
    let activity = posts.indices.flatMap { number in
      (0..<posts[number]).map { _ in #"{"member":"m\#(number)","at":"2026-03-01T08:00:00Z","type":"post"}"# }
    }
    return try Written([
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
        try text { sink in try report.write(.text, to: sink) }.contains("90 %")
          || language == .simplifiedChinese)
    }
  }

  @Test("The karate club's golden numbers")
  func karate() throws {
    let members = (0..<34).map { #"{"id":\#($0),"joined":"2025-01-01"}"# }
    let activity = KarateClub.ties.map {
      #"{"member":\#($0.0),"to":\#($0.1),"at":"2026-03-01T08:00:00Z","type":"reply"}"#
    }
    let roster = try Written([
      "members.jsonl": members.joined(separator: "\n"), "activity.jsonl": activity.joined(separator: "\n"),
    ]).roster("2026-03-10")
    let report = try #require(TiesReport(roster: roster))
    let json = try object { sink in try report.write(.json, to: sink) }
    #expect(json["nodes"] as? Int == 34)
    #expect(json["edges"] as? Int == 78)
    #expect(json["components"] as? Int == 1)
    let shown = try text { sink in try report.write(.text, to: sink) }
    for number in ["0.139037", "0.255682", "0.570638"] { #expect(shown.contains(number), "\(number)") }
    #expect((json["groups"] as? [[String: Any]])?.compactMap { $0["size"] as? Int }.reduce(0, +) == 34)
    #expect(try text { sink in try report.write(.csv, to: sink) }.hasPrefix("id,size,ties_inside"))
  }

  @Test("An empty folder has reports without figures")
  func nothing() throws {
    let roster = try Written([:]).roster("2026-03-10")
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
