import Community
import Foundation
import Journal
import TestCommunities

@testable import Dashboard

extension Stage {
  /// Makes a folder that decisions are written into, by a manager called Ann.
  func makeFolder() throws {
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    options.folder = folder
    options.manager = "Ann"
  }

  /// Writes a file of the folder.
  func write(_ name: String, _ text: String) throws {
    try text.write(toFile: "\(folder)/\(name)", atomically: true, encoding: .utf8)
  }

  /// Writes a feed of the folder, a line a number.
  func write(_ name: String, lines numbers: some Sequence<Int>, _ line: (Int) -> String) throws {
    try write(name, numbers.map { line($0) + "\n" }.joined())
  }

  /// A time as the feeds have it.
  func time(daysAgo days: Int) -> String {
    shop.zone.string(from: Shop.noon.adding(seconds: -86_400 * Int64(days)))
  }

  /// What was decided, as the folder's journal has it.
  func journal() throws -> [Decision] {
    guard let data = FileManager.default.contents(atPath: folder + "/decisions.jsonl") else { return [] }
    return Decision.read(lines: Array(data), zone: shop.zone)
  }

  /// Writes what another manager decided into the folder's journal.
  func decideElsewhere(_ decision: Decision) throws {
    _ = try Journal(folder: folder, zone: shop.zone).append([decision])
  }
}
