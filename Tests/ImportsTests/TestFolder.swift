import Community
import Foundation
import Synchronization

@testable import Imports

/// A folder that goes with its last reference.
final class TestFolder: Sendable {
  let path: String

  init() {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("imports-\(UUID().uuidString)").path
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, making the folders above it; its path.
  @discardableResult
  func write(_ name: String, _ bytes: some Collection<UInt8>) throws -> String {
    let url = URL(fileURLWithPath: path).appendingPathComponent(name)
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }

  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, Array(text.utf8)) }

  /// All files below, by path.
  var files: [String: String] {
    var files: [String: String] = [:]
    guard let walker = FileManager.default.enumerator(atPath: path) else { return [:] }
    for case let name as String in walker {
      var isFolder: ObjCBool = false
      let whole = path + "/" + name
      if FileManager.default.fileExists(atPath: whole, isDirectory: &isFolder), !isFolder.boolValue {
        files[name] = (try? String(contentsOfFile: whole, encoding: .utf8)) ?? ""
      }
    }
    return files
  }

  /// The lines of a feed, of all its files.
  func lines(_ feed: String) -> [String] {
    files.filter { $0.key.hasPrefix(feed + "/") }.sorted { $0.key < $1.key }
      .flatMap { $0.value.split(separator: "\n").map(String.init) }
  }
}

extension ImportOptions {
  /// Half past nine in Shanghai, on one thread.
  static var test: ImportOptions { ImportOptions(now: Instant(rawValue: 1_772_328_600_000)) }

  /// The same with two workers that take turns.
  static var parallel: ImportOptions {
    ImportOptions(
      now: Instant(rawValue: 1_772_328_600_000),
      computation: Computation(workers: 2))
  }
}

/// Imports files as one source.
func imported(
  _ files: [String: String], into folder: TestFolder = TestFolder(), _ options: ImportOptions = .test
) throws -> (TestFolder, ImportOutcome) {
  let source = TestFolder()
  for (name, text) in files { try source.write(name, text) }
  return (folder, try Importer(folder: folder.path, options: options).run(source.path))
}
