import Community
import Foundation
import SampleData
import Testing

@Suite struct PlayTests {
  private let newest = Instant(rawValue: 1_793_461_000_000)
  private var source: PlaySource {
    PlaySource(
      memberIDs: (1...50).map { "m\($0)" }, hostIDs: ["h1"], newest: newest,
      posts: [.init(id: "a1", member: "m3", space: "围炉群1"), .init(id: "a2", member: "m4", space: "围炉群1")])
  }

  private func objects(_ lines: [PlayLine]) throws -> [[String: Any]] {
    try lines.map { try #require(JSONSerialization.jsonObject(with: Data($0.bytes)) as? [String: Any]) }
  }

  @Test func theRateIsKept() {
    var play = Play(source: source, rate: 100, seed: 1)
    let lines = play.next(elapsedMilliseconds: 60_000)
    #expect((5500...6500).contains(lines.count))
    #expect(play.next(elapsedMilliseconds: 60_000).isEmpty)
    #expect(play.nextAt >= 60_000)
  }

  @Test func linesAreTheSameHoweverOftenOneAsks() {
    var often = Play(source: source, rate: 20, seed: 9)
    var seldom = Play(source: source, rate: 20, seed: 9)
    let many = (1...50).flatMap { often.next(elapsedMilliseconds: Int64($0) * 200) }
    #expect(many == seldom.next(elapsedMilliseconds: 10_000))
  }

  @Test func timesGoOnFromTheNewestEvent() throws {
    var play = Play(source: source, rate: 50, seed: 2)
    let times = try objects(play.next(elapsedMilliseconds: 10_000)).compactMap { $0["at"] as? String }
    #expect(times == times.sorted())
    #expect(try #require(times.first).hasPrefix("2026-10-31T"))
    #expect(times.allSatisfy { $0 > "2026-10-31T23:36:40.000+08:00" && $0 < "2026-10-31T23:36:50.100+08:00" })
  }

  @Test func idsAreNewAndRepliesGoToKnownPosts() throws {
    var play = Play(source: source, rate: 200, seed: 3)
    let lines = try objects(play.next(elapsedMilliseconds: 20_000))
    let ids = lines.compactMap { $0["id"] as? String }
    #expect(Set(ids).count == lines.count)
    let known = Set(ids + ["a1", "a2"])
    let answered = lines.compactMap { $0["reply_to"] as? String }
    #expect(!answered.isEmpty && answered.allSatisfy(known.contains))
    var balances: [String: Int] = [:]
    for line in lines {
      guard let delta = line["delta"] as? Int, let member = line["member"] as? String else { continue }
      balances[member, default: 0] += delta
      #expect(try #require(balances[member]) >= 0)
    }
  }

  @Test func everyFeedComesAlive() {
    var play = Play(source: source, rate: 100, seed: 4)
    let files = Set(play.next(elapsedMilliseconds: 30_000).map(\.file))
    #expect(files == Set(eventFeeds.map { $0 + ".jsonl" }))
  }

  @Test func anEmptyCommunityStaysSilent() {
    var play = Play(source: PlaySource(memberIDs: [], hostIDs: [], newest: newest), rate: 5, seed: 1)
    #expect(play.next(elapsedMilliseconds: 100_000).isEmpty)
  }

  @Test func linesAreAppendedWholeAlsoBehindAnUnfinishedOne() throws {
    let folder = try SampleFolder(members: 20, days: 30)
    let orders = URL(fileURLWithPath: folder.path + "/orders.jsonl")
    let before = try folder.records("orders").count
    try folder.bytes("orders.jsonl").dropLast().write(to: orders)
    var play = Play(source: source, rate: 100, seed: 5)
    let lines = play.next(elapsedMilliseconds: 5000)
    try PlayAppender(folder: folder.path).append(lines)
    #expect(try folder.records("orders").count == before + lines.count { $0.file == "orders.jsonl" })
    #expect(throws: SampleProblem.notAFolder(path: "/nowhere")) { try PlayAppender(folder: "/nowhere") }
  }
}
