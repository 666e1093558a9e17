import Community
import Feeds
import Foundation
import Loyalty
import SampleData
import Testing

/// Circles of friends that the generator made are to be found in what its members did. A member without any tie is in
/// no group and can't be found; the index is over those who have one.
@Suite("Circles that were planted are found again") struct PlantedCirclesTests {
  private func agreement(members: Int, seed: UInt64) throws -> Double {
    let folder = NSTemporaryDirectory() + "koxtop-circles-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let sample = try SampleCommunity(members: members, seed: seed)
    try sample.write(to: folder)
    for file in SampleCommunity.files
    where !["program.json", "members.jsonl", "hosts.json", "activity.jsonl"].contains(file) {
      try FileManager.default.removeItem(atPath: folder + "/" + file)
    }
    let snapshot = try Feeds.read(folder: folder, options: ReadingOptions())
    let newest = try #require(snapshot.newest(notAfter: Instant(seconds: 4_000_000_000)))
    let moment = Moment(now: newest, zone: snapshot.zone)
    let figures = MemberFigures(community: snapshot.community, moment: moment)
    var ties = try #require(TieFigures(community: snapshot.community, figures: figures))
    let groups = try #require(TieGroups(ties, community: snapshot.community))
    ties.receive(groups)
    var found: [UInt32] = []
    var planted: [UInt32] = []
    for (number, circle) in sample.circles.enumerated() {
      guard let member = snapshot.community.member(id: "m\(number + 1)"), let group = ties.group(member)
      else { continue }
      found.append(UInt32(group))
      planted.append(circle)
    }
    #expect(found.count == ties.nodes && found.count > members / 4)
    return try #require(adjustedRandIndex(found, planted))
  }

  @Test("In the sample", arguments: [7, 1, 2] as [UInt64])
  func inTheSample(seed: UInt64) throws {
    let index = try agreement(members: 2000, seed: seed)
    #expect(index >= 0.8, "\(index)")
  }

  @Test("In communities small and large", arguments: [300, 800, 5000, 10_000])
  func ofOtherSizes(members: Int) throws {
    let index = try agreement(members: members, seed: 5)
    #expect(index >= 0.8, "\(index)")
  }
}
