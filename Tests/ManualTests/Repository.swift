import Foundation

/// Files of the repository that tests read as text.
enum Repository {
  static func text(_ path: String) -> String {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return (try? String(contentsOf: root.appendingPathComponent(path), encoding: .utf8)) ?? ""
  }

  /// What stands between two marks of a page: a table that is made by code.
  static func block(_ name: String, of text: String) -> String? {
    guard let begin = text.firstRange(of: "<!-- \(name): begin -->\n"),
      let end = text.firstRange(of: "<!-- \(name): end -->")
    else { return nil }
    return String(text[begin.upperBound..<end.lowerBound])
  }
}
