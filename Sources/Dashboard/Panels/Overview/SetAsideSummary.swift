import Feeds
import Reports

/// What was set aside, by reason, the most frequent first. Made once a reading, because there may be many.
package struct SetAsideSummary: Sendable {
  package struct Entry: Sendable {
    package var count: Int
    /// The last one of its kind in the order of the files.
    package var newest: SetAside
  }

  package private(set) var entries: [Entry] = []
  package private(set) var total = 0

  package init() {}

  /// - Complexity: O(what was set aside).
  package init(_ report: ReadingReport) {
    var byKind: [Kind: Entry] = [:]
    for item in report.setAside {
      byKind[Kind(item), default: Entry(count: 0, newest: item)].count += 1
      byKind[Kind(item)]?.newest = item
    }
    entries = byKind.values.sorted {
      ($1.count, $0.newest.placeText) < ($0.count, $1.newest.placeText)
    }
    total = report.setAside.count
  }

  /// Of two states of a folder, the last thing set aside that the earlier one doesn't have; of very many, the last one.
  /// - Complexity: O(1) where things were appended; bounded where the folder was read anew.
  static func newest(of report: ReadingReport, since before: ReadingReport) -> SetAside? {
    let known = before.setAside.count
    let isAppended =
      known == 0 || known < report.setAside.count && report.setAside[known - 1] == before.setAside[known - 1]
    if isAppended || report.setAside.count > 10_000 { return report.setAside.last }
    let earlier = Set(before.setAside)
    return report.setAside.last { !earlier.contains($0) }
  }

  private struct Kind: Hashable {
    var file: String
    var field: String?
    var reason: SetAsideProblem

    init(_ item: SetAside) {
      file = item.file
      field = item.field
      reason = item.reason
    }
  }
}
