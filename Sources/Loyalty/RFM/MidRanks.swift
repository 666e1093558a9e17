import Algorithms

/// The places of values among each other: those that are equal share the mean of their places.
///
/// Kept by distinct value, so that looking up a value is a search among few.
package struct MidRanks: Sendable {
  private let values: [Int64]
  /// How many values are smaller, by distinct value; at the end all of them.
  private let before: [Int]

  /// - Complexity: O(*n* log *n*).
  package init(_ unsorted: [Int64]) {
    var values: [Int64] = []
    var before: [Int] = []
    for (place, value) in unsorted.sorted().enumerated() where value != values.last {
      values.append(value)
      before.append(place)
    }
    self.values = values
    self.before = before + [unsorted.count]
  }

  package var count: Int { before[values.count] }

  private func place(of value: Int64) -> Int? {
    let place = values.partitioningIndex { $0 >= value }
    return place < values.count && values[place] == value ? place : nil
  }

  /// Twice the mean place of a value, from 2 for a smallest one alone. Nil for a value that isn't among them.
  func doubledRank(_ value: Int64) -> Int? { place(of: value).map { before[$0] + before[$0 + 1] + 1 } }

  /// 1 for the lowest fifth to 5 for the highest: 1 + ⌊5 × (rank − ½) ÷ n⌋.
  package func quintile(_ value: Int64) -> Int? { doubledRank(value).map { 1 + 5 * ($0 - 1) / (2 * count) } }

  /// 100 × (rank − ½) ÷ n.
  package func percentile(_ value: Int64) -> Double? {
    doubledRank(value).map { 100 * Double($0 - 1) / Double(2 * count) }
  }

  /// The distinct values with how many of each, ascending.
  var tallies: [(value: Int64, count: Int)] {
    values.indices.map { (values[$0], before[$0 + 1] - before[$0]) }
  }
}
