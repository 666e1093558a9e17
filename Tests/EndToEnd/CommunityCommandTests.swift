import Foundation
import Testing

@Suite("The community at the command line")
struct CommunityCommandTests {
  private func report(_ panel: String, _ folder: TemporaryFolder) throws -> [String: Any] {
    let output = try Program.run(["report", panel, folder.path, "--as-of", "2026-03-10", "--format", "json"])
    try #require(output.code == 0, "\(output.errors)")
    return try #require(try JSONSerialization.jsonObject(with: Data(output.text.utf8)) as? [String: Any])
  }

  private func rounded(_ value: Any?, _ digits: Double) -> Double? {
    (value as? Double).map { ($0 * digits).rounded() / digits }
  }

  /// Members who joined a year ago.
  private func folder(members: Int, activity: [String]) throws -> TemporaryFolder {
    let folder = TemporaryFolder()
    let records = (0..<members).map { #"{"id":"m\#($0)","joined":"2025-03-01"}"# }
    try folder.write("members.jsonl", records.joined(separator: "\n"))
    try folder.write("activity.jsonl", activity.joined(separator: "\n"))
    return folder
  }

  @Test("One of a hundred made nine tenths of the posts, nine the rest, ninety nothing")
  func inequality() throws {
    let authors = Array(repeating: 0, count: 81) + Array(1...9)
    let folder = try folder(
      members: 100,
      activity: authors.map { #"{"member":"m\#($0)","at":"2026-03-01T08:00:00Z","type":"post"}"# })
    let community = try report("community", folder)
    #expect(rounded(community["gini_all"], 1e5) == 0.98)
    #expect(community["half_made_by"] as? Int == 1 && community["mau"] as? Int == 10)
    let hosts = try report("hosts", folder)
    #expect(hosts["unanchored"] as? Int == 100)
  }

  @Test("Three tied to each other, and one tied to one of them")
  func ties() throws {
    let folder = try folder(
      members: 5,
      activity: [(0, 1), (1, 0), (1, 2), (2, 0), (3, 0)].map {
        #"{"member":"m\#($0.0)","to":"m\#($0.1)","at":"2026-03-01T08:00:00Z","type":"thanks"}"#
      })
    let ties = try report("ties", folder)
    #expect(ties["nodes"] as? Int == 4 && ties["edges"] as? Int == 4 && ties["components"] as? Int == 1)
    #expect(rounded(ties["density"], 1e6) == 0.666667)
    #expect(rounded(ties["transitivity"], 1e6) == 0.6)
    #expect(rounded(ties["mean_clustering"], 1e6) == 0.583333)
    #expect(ties["reciprocity"] as? Double == 0.4)
    let found = try Program.run([
      "report", "members", folder.path, "--as-of", "2026-03-10", "--format", "csv", "--no-bom", "--sort",
      "id", "--where",
      "contributor_layer:reactor ties>=2 embedded>0.5 host:none -challenge:missed", "--columns",
      "id,contributions_30,contributor_layer,ties,reciprocal_ties,embedded,group",
    ])
    let rows = found.text.split(whereSeparator: \.isNewline)
    #expect(rows.first == "id,contributions_30,contributor_layer,ties,reciprocal_ties,embedded,group")
    #expect(rows.dropFirst().map { $0.prefix(14) } == ["m0,0,reactor,3", "m1,0,reactor,2", "m2,0,reactor,2"])
  }
}
