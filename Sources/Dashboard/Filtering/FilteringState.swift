import Loyalty

/// What is kept for typing filters, whatever list they are for: values to complete with, and filters typed before.
package struct FilteringState: Sendable {
  /// So many filters are remembered.
  static let remembered = 50

  /// By column, the values that members have, as far as they were asked for.
  var values: [MemberColumn: [FilterValueCount]] = [:]
  /// The state of the folder that the values were asked of.
  private var asked: [MemberColumn: DataMark] = [:]
  /// Filters that were applied, the newest first, each once.
  package private(set) var history: [String] = []

  /// A state of the folder.
  private struct DataMark: Hashable {
    var reading: Int
    var generation: Int
  }

  package init() {}

  package init(history: [String]) { self.history = Array(history.prefix(Self.remembered)) }

  /// Remembers a filter as the newest.
  mutating func remember(_ filter: String) {
    let filter = filter.split(separator: " ").joined(separator: " ")
    guard !filter.isEmpty else { return }
    history.removeAll { $0 == filter }
    history.insert(filter, at: 0)
    if history.count > Self.remembered { history.removeLast() }
  }

  /// Whether a column's values have to be counted for a state of the folder. What was asked for once counts as counted.
  mutating func shouldCount(_ column: MemberColumn, of data: DashboardData) -> Bool {
    let mark = DataMark(reading: data.reading, generation: data.generation)
    guard column.hasCountedValues, asked[column] != mark else { return false }
    asked[column] = mark
    return true
  }
}
