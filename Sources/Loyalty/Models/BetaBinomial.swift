import Glibc

/// Rates of groups that are alike without being the same: what they have in common is a beta distribution, and each
/// group's own rate is drawn towards its mean, the more so the fewer trials the group has.
///
/// Source: beta-binomial model with the parameters of largest likelihood (empirical Bayes); α = 5.592, β = 9.255 for
/// 2 of 2, 9 of 12, 30 of 60, 40 of 120, 0 of 3, 12 of 40, 3 of 4, 22 of 80, 5 of 30, 16 of 50.
package struct BetaBinomial: Hashable, Sendable {
  package var alpha: Double
  package var beta: Double

  package init(alpha: Double, beta: Double) {
    self.alpha = alpha
    self.beta = beta
  }

  /// - Parameters:
  ///   - mean: within 0…1.
  ///   - trials: how many trials the common mean weighs as much as; above 0.
  package init(mean: Double, trials: Double) {
    self.init(alpha: mean * trials, beta: (1 - mean) * trials)
  }

  /// What all groups have in common.
  package var mean: Double { alpha / (alpha + beta) }
  /// How many trials that weighs as much as.
  package var trials: Double { alpha + beta }

  /// A group's rate, drawn towards the mean: (α + successes) ÷ (α + β + trials).
  package func rate(_ group: Proportion) -> Double {
    (alpha + Double(group.successes)) / (alpha + beta + Double(group.trials))
  }

  private static let range = 1e-3...1e5

  /// The distribution that makes what the groups had most likely.
  ///
  /// - Complexity: O(groups) for each of some tens of evaluations.
  /// - Returns: nil where nothing tells of it: with fewer than two groups that have trials, or where nobody or everybody
  ///   succeeded.
  package static func fitted(to groups: some Sequence<Proportion>) -> BetaBinomial? {
    let groups = groups.filter { $0.trials > 0 }
    let all = groups.reduce(into: Proportion(0, of: 0)) {
      $0.successes += $1.successes
      $0.trials += $1.trials
    }
    guard groups.count > 1, let mean = all.rate, mean > 0, mean < 1 else { return nil }
    let bounds = [
      log(range.lowerBound)...log(range.upperBound), log(range.lowerBound)...log(range.upperBound),
    ]
    var best: Maximum?
    for trials in [3.0, 30, 300] {
      let found = Maximum(
        from: [log(mean * trials), log((1 - mean) * trials)], within: bounds, isCancelled: { false }
      ) { likelihood($0, groups) }
      if let found, found.value > best?.value ?? -.infinity { best = found }
    }
    return best.map { BetaBinomial(alpha: exp($0.point[0]), beta: exp($0.point[1])) }
  }

  /// The log-likelihood a group, and its gradient by the logarithms of α and β.
  private static func likelihood(_ point: [Double], _ groups: [Proportion]) -> Maximum.Value {
    let (a, b) = (exp(point[0]), exp(point[1]))
    let (common, ofA, ofB, ofBoth) = (
      BetaFunction.log(a, b), GammaFunction.digamma(a), GammaFunction.digamma(b), GammaFunction.digamma(a + b)
    )
    var (value, byA, byB) = (0.0, 0.0, 0.0)
    for group in groups {
      let (x, n) = (Double(group.successes), Double(group.trials))
      value += BetaFunction.log(a + x, b + n - x) - common
      let after = GammaFunction.digamma(a + b + n)
      byA += GammaFunction.digamma(a + x) - after - ofA + ofBoth
      byB += GammaFunction.digamma(b + n - x) - after - ofB + ofBoth
    }
    let count = Double(groups.count)
    return (value / count, [byA * a / count, byB * b / count])
  }
}
