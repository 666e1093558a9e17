import Foundation
import SampleData

/// A sample written into a folder of its own, which is gone with it.
final class SampleFolder {
  let path: String

  init() {
    path = NSTemporaryDirectory() + "koxtop-sample-\(UUID().uuidString)"
  }

  convenience init(
    members: Int, seed: UInt64 = 1, days: Int = 730, language: SampleCommunity.Language = .simplifiedChinese,
    threads: Int? = nil
  ) throws {
    self.init()
    let community = try SampleCommunity(members: members, seed: seed, days: days, language: language)
    try community.write(to: path, threads: threads)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func bytes(_ file: String) throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path + "/" + file)) }

  /// The records of a `.jsonl` file.
  func records(_ feed: String) throws -> [[String: Any]] {
    try bytes(feed + ".jsonl").split(separator: 0x0A).map { line in
      guard let record = try JSONSerialization.jsonObject(with: line) as? [String: Any] else {
        throw CocoaError(.fileReadCorruptFile)
      }
      return record
    }
  }

  /// All files in one number that differs when a byte does (FNV-1a).
  func fingerprint() throws -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for file in SampleCommunity.files {
      for byte in try bytes(file) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    }
    return hash
  }
}

let eventFeeds = ["orders", "activity", "touchpoints", "surveys", "complaints", "points"]
