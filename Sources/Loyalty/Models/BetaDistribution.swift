import Glibc

/// What is believed of a rate after some trials, starting from knowing nothing (every rate equally likely).
package struct BetaDistribution: Hashable, Sendable {
  /// Successes plus one.
  package var alpha: Double
  /// Failures plus one.
  package var beta: Double

  package init(alpha: Double, beta: Double) {
    self.alpha = alpha
    self.beta = beta
  }

  /// After `successes` in `trials`.
  package init(successes: Int, trials: Int) {
    self.init(alpha: Double(1 + successes), beta: Double(1 + trials - successes))
  }

  /// The rate to expect: (1 + successes) ÷ (2 + trials).
  package var mean: Double { alpha / (alpha + beta) }

  /// How likely the rate is below `rate`.
  package func lowerTail(_ rate: Double) -> Double { BetaFunction.lowerTail(rate, alpha, beta) }

  /// The rate below which the true one lies with this probability.
  package func quantile(_ probability: Double) -> Double {
    var low = 0.0
    var high = 1.0
    while high - low > 1e-14 * max(high, 1e-3) {
      let middle = (low + high) / 2
      if lowerTail(middle) < probability { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  /// The interval that holds the middle `share` of the belief.
  package func interval(_ share: Double = 0.95) -> ClosedRange<Double> {
    quantile((1 - share) / 2)...quantile((1 + share) / 2)
  }

  /// How likely this rate is above the other one, both with whole parameters.
  ///
  /// - Complexity: O(the smallest of the four parameters).
  package func probability(exceeding other: BetaDistribution) -> Double {
    let parameters = [alpha, beta, other.alpha, other.beta]
    // Exchanging the two, or successes with failures, leads to a sum of as few terms as possible.
    switch parameters.min() {
    case alpha: return BetaDistribution.sum(self, other)
    case other.alpha: return 1 - BetaDistribution.sum(other, self)
    case beta: return 1 - BetaDistribution.sum(mirrored, other.mirrored)
    default: return BetaDistribution.sum(other.mirrored, mirrored)
    }
  }

  private var mirrored: BetaDistribution { BetaDistribution(alpha: beta, beta: alpha) }

  /// P(b > a) as a sum over the successes of b, each term from the one before.
  private static func sum(_ b: BetaDistribution, _ a: BetaDistribution) -> Double {
    var sum = 0.0
    for i in 0..<Int(b.alpha) {
      let i = Double(i)
      sum += exp(
        BetaFunction.log(a.alpha + i, a.beta + b.beta) - log(b.beta + i) - BetaFunction.log(1 + i, b.beta)
          - BetaFunction.log(a.alpha, a.beta))
    }
    return min(1, sum)
  }
}
