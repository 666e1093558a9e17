import Community
import Glibc

/// Whether balances tell who buys again: the balance of some days ago held against a purchase since, over members who
/// had bought by then.
package struct AccountCheck: Sendable {
  /// Days ago.
  package let days: Int
  /// Nil where too few bought again, or too few didn't.
  package let area: AreaUnderCurve?
  /// Members who had bought by then, and those of them who have since.
  package let members: Int
  package let buyers: Int

  /// On each side.
  package static let fewest = 10

  /// The balances of members who bought since, and of those who didn't.
  struct Cases: Sendable {
    private(set) var buyers: [Double] = []
    private(set) var others: [Double] = []

    @inline(__always)
    mutating func add(_ balance: Double, _ hasBought: Bool) {
      if hasBought { buyers.append(balance) } else { others.append(balance) }
    }

    mutating func add(_ other: Cases) {
      buyers += other.buyers
      others += other.others
    }
  }

  init(_ cases: Cases, days: Int) {
    self.days = days
    buyers = cases.buyers.count
    members = cases.buyers.count + cases.others.count
    area =
      min(cases.buyers.count, cases.others.count) >= AccountCheck.fewest
      ? AreaUnderCurve(positives: cases.buyers, negatives: cases.others) : nil
  }
}

/// How likely a value of one group is above one of another, ties counted half: the area under the curve of the
/// receiver's operating characteristic, which is the statistic of Mann and Whitney divided by the number of pairs.
///
/// Its variance is DeLong's (DeLong, DeLong and Clarke-Pearson, Biometrics 44, 1988), by mid-ranks (Sun and Xu, IEEE
/// Signal Processing Letters 21, 2014).
package struct AreaUnderCurve: Hashable, Sendable {
  package let value: Double
  package let standardError: Double
  package let positives: Int
  package let negatives: Int

  /// - Parameters:
  ///   - positives: at least two values, none of them NaN.
  ///   - negatives: the same.
  /// - Complexity: O(*n*) in the number of values.
  /// - Returns: nil for fewer values.
  package init?(positives: [Double], negatives: [Double]) {
    guard positives.count > 1, negatives.count > 1 else { return nil }
    let count = positives.count
    var items = (positives + negatives).enumerated().map { place, value in
      RadixSort.Item(key: AreaUnderCurve.key(value), member: Member.Index(place))
    }
    _ = RadixSort.sort(&items) { false }
    let below = Double(negatives.count)
    let above = Double(positives.count)
    // A positive's placement is the share of negatives below it, a negative's the share of positives above it.
    var sum = 0.0
    var ofPositives = Moments()
    var ofNegatives = Moments()
    var seen = (positives: 0.0, negatives: 0.0)
    var start = 0
    while start < items.count {
      var end = start
      var tied = (positives: 0.0, negatives: 0.0)
      while end < items.count, items[end].key == items[start].key {
        if items[end].member.value < count { tied.positives += 1 } else { tied.negatives += 1 }
        end += 1
      }
      let placement = (seen.negatives + tied.negatives / 2) / below
      sum += placement * tied.positives
      ofPositives.add(placement, tied.positives)
      ofNegatives.add(1 - (seen.positives + tied.positives / 2) / above, tied.negatives)
      seen.positives += tied.positives
      seen.negatives += tied.negatives
      start = end
    }
    value = sum / above
    standardError = (ofPositives.variance / above + ofNegatives.variance / below).squareRoot()
    self.positives = positives.count
    self.negatives = negatives.count
  }

  /// The 95 % interval, within 0 and 1.
  package var interval: ClosedRange<Double> {
    let half = NormalDistribution.quantile(0.975) * standardError
    return max(0, value - half)...min(1, value + half)
  }

  /// Keys ascend with values.
  private static func key(_ value: Double) -> UInt64 {
    let bits = (value == 0 ? 0 : value).bitPattern
    return bits >> 63 == 0 ? bits | 1 << 63 : ~bits
  }

  /// Mean and spread of weighted values, kept so that equal ones have none (West, 1979).
  private struct Moments {
    private var weight = 0.0
    private var mean = 0.0
    private var squares = 0.0

    mutating func add(_ value: Double, _ count: Double) {
      guard count > 0 else { return }
      weight += count
      let difference = value - mean
      mean += difference * count / weight
      squares += count * difference * (value - mean)
    }

    /// Divided by one less than the number.
    var variance: Double { weight > 1 ? squares / (weight - 1) : 0 }
  }
}
