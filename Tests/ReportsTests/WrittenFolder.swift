import Community
import Reports
import Feeds
import Foundation
import Loyalty
import Testing

/// Folders of text made for one test, and read as reports read them.
struct WrittenFolder {
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

func object(_ write: (ReportSink) throws -> Void) throws -> [String: Any] {
  var data = Data()
  try write { data.append(contentsOf: $0) }
  return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
}

func text(_ write: (ReportSink) throws -> Void) throws -> String {
  var data = Data()
  try write { data.append(contentsOf: $0) }
  return String(decoding: data, as: UTF8.self)
}
