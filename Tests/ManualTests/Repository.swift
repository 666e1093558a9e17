import Foundation

/// Files of the repository that tests read as text.
enum Repository {
  private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Paths of files from the top of the repository.
  static func files(under folders: [String], ending: String) -> [String] {
    folders.flatMap { folder in
      let paths = try? FileManager.default.subpathsOfDirectory(
        atPath: root.appendingPathComponent(folder).path)
      return (paths ?? []).filter { $0.hasSuffix(ending) }.map { folder + "/" + $0 }
    }
  }

  static func text(_ path: String) -> String {
    (try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)) ?? ""
  }

  /// What stands between two marks of a page: a table that is made by code.
  static func block(_ name: String, of text: String) -> String? {
    guard let begin = text.firstRange(of: "<!-- \(name): begin -->\n"),
      let end = text.firstRange(of: "<!-- \(name): end -->")
    else { return nil }
    return String(text[begin.upperBound..<end.lowerBound])
  }
}
