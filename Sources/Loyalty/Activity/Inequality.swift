/// How unequally a whole is shared out.
package enum Inequality {
  /// The Gini coefficient Σ (2*i* − *n* − 1) *x*ᵢ / (*n* Σ *x*), *x* ascending: 0 where all have the same, near 1
  /// where one has all. Nil where there is nothing to share.
  ///
  /// - Parameters:
  ///   - shares: of those who have any, or of all; in any order, none negative.
  ///   - others: how many more there are who have nothing.
  /// - Complexity: O(*n* log *n*) in the number of shares.
  package static func gini(_ shares: some Sequence<UInt32>, others: Int = 0) -> Double? {
    let sorted = shares.sorted()
    let count = Double(sorted.count + others)
    var sum = 0.0
    var weighted = 0.0
    for (place, share) in sorted.enumerated() {
      sum += Double(share)
      weighted += (2 * Double(place + others + 1) - count - 1) * Double(share)
    }
    return sum > 0 ? weighted / (count * sum) : nil
  }

  /// The parts of the whole that the topmost hundredth, the next nine hundredths and the rest have: what the rule of
  /// 90-9-1 is about. Each is rounded up to whole people; nil where there is nothing to share.
  ///
  /// - Parameter count: how many people there are, those who have nothing among them.
  package static func participation(
    _ shares: some Sequence<UInt32>, among count: Int
  ) -> (top: Double, next: Double, rest: Double)? {
    let sorted = shares.sorted(by: >)
    let sum = sorted.reduce(0.0) { $0 + Double($1) }
    guard sum > 0, count > 0 else { return nil }
    let first = (count + 99) / 100
    let tenth = (count + 9) / 10
    let top = sorted.prefix(first).reduce(0.0) { $0 + Double($1) }
    let next = sorted.prefix(tenth).dropFirst(first).reduce(0.0) { $0 + Double($1) }
    return (top / sum, next / sum, (sum - top - next) / sum)
  }
}
