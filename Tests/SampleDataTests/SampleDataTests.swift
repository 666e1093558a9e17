import Foundation
import SampleData
import Testing

@Suite struct SampleDataTests {
  @Test func theSameArgumentsGiveTheSameBytesWithAnyNumberOfThreads() throws {
    let one = try SampleFolder(members: 9000, seed: 5, days: 60, threads: 1).fingerprint()
    let many = try SampleFolder(members: 9000, seed: 5, days: 60, threads: 7).fingerprint()
    #expect(one == many)
  }

  @Test func anotherSeedLengthOrLanguageIsAnotherCommunity() throws {
    let all = [
      try SampleFolder(members: 200, seed: 1).fingerprint(),
      try SampleFolder(members: 200, seed: 2).fingerprint(),
      try SampleFolder(members: 200, seed: 1, days: 700).fingerprint(),
      try SampleFolder(members: 200, seed: 1, language: .english).fingerprint(),
    ]
    #expect(Set(all).count == 4)
  }

  /// On every machine: the folder in the repository was written with these arguments.
  @Test func theRepositorysSampleDataIsWhatTheGeneratorWrites() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("sample-data")
    let folder = try SampleFolder(members: 2000, seed: 7)
    var size = 0
    for file in SampleCommunity.files {
      let bytes = try folder.bytes(file)
      size += bytes.count
      #expect(try Data(contentsOf: root.appendingPathComponent(file)) == bytes, "\(file)")
    }
    #expect(size <= 8 << 20)
  }

  @Test(arguments: SampleCommunity.Language.allCases)
  func everyRecordHasWhatItsFeedRequires(language: SampleCommunity.Language) throws {
    let folder = try SampleFolder(members: 400, language: language)
    let required = [
      "members": ["id"], "orders": ["member", "at", "amount"], "activity": ["member", "at", "type"],
      "touchpoints": ["member", "at", "kind"], "surveys": ["member", "at", "kind", "score"],
      "complaints": ["member", "at"], "points": ["member", "at", "delta"], "weather": ["city", "date"],
      "decisions": ["id", "at", "manager", "action"],
    ]
    for (feed, fields) in required {
      let records = try folder.records(feed)
      #expect(!records.isEmpty, "\(feed)")
      for record in records {
        for field in fields { #expect(record[field] != nil, "\(feed) \(field)") }
      }
    }
    for file in ["program.json", "hosts.json", "campaigns.json"] {
      #expect(throws: Never.self) { try JSONSerialization.jsonObject(with: folder.bytes(file)) }
    }
  }

  @Test func membersAreAsManyAsAskedForAndIdsAreTheirNumbers() throws {
    let ids = try SampleFolder(members: 321).records("members").compactMap { $0["id"] as? String }
    #expect(ids == (1...321).map { "m\($0)" })
  }

  @Test func feedsAreInOrderOfTimeAndEndWithTheSpan() throws {
    let folder = try SampleFolder(members: 500)
    for feed in eventFeeds {
      let times = try folder.records(feed).compactMap { $0["at"] as? String }
      #expect(times == times.sorted(), "\(feed)")
      #expect(try #require(times.first) >= "2024-11-01")
      #expect(try #require(times.last) < "2026-11-01")
    }
    #expect(try #require(folder.records("activity").last?["at"] as? String) > "2026-10-30")
  }

  @Test func oneMemberAndOneMonthAreEnough() throws {
    let folder = try SampleFolder(members: 1, days: 30)
    #expect(try folder.records("members").count == 1)
  }
}
