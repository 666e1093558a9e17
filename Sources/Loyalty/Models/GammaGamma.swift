import Glibc

/// What a member spends on a day with purchases: the gamma-gamma model for some parameters.
///
/// Values of a member's purchase days are gamma distributed about a mean of the member's own, of which the
/// rate is gamma distributed over members. It takes spend not to depend on how often somebody buys.
package struct GammaGamma: Hashable, Sendable {
  /// Shape of values about a member's mean.
  package var p: Double
  /// Shape over members.
  package var q: Double
  /// Rate over members, in currency units.
  package var v: Double

  package init(p: Double, q: Double, v: Double) {
    self.p = p
    self.q = q
    self.v = v
  }

  /// ln of the likelihood of one member's mean value.
  ///
  /// - Parameters:
  ///   - days: purchase days of which the values are known, at least 1.
  ///   - mean: of their values, above 0.
  package func logLikelihood(days: Int, mean: Double) -> Double {
    let x = Double(days)
    let shape = p * x
    let gammas = GammaFunction.log(shape + q) - GammaFunction.log(shape) - GammaFunction.log(q)
    return gammas + q * log(v) + (shape - 1) * log(mean) + shape * log(x) - (shape + q) * log(x * mean + v)
  }

  /// What a member is expected to spend on a further purchase day: the nearer to the member's own mean, the
  /// more days it was taken of. Nil where the distribution has no mean.
  ///
  /// - Parameters:
  ///   - days: purchase days of which the values are known; 0 for somebody of whom none is.
  ///   - mean: of their values.
  package func expectedValue(days: Int, mean: Double) -> Double? {
    let x = Double(days)
    let divisor = p * x + q - 1
    guard divisor > 0 else { return nil }
    return p * (v + x * mean) / divisor
  }

  /// The mean over all members. Nil where the distribution has none (q up to 1).
  package var populationMean: Double? { expectedValue(days: 0, mean: 0) }
}

/// A gamma-gamma model fitted to members' mean values.
package struct FittedGammaGamma: Hashable, Sendable {
  package enum Parameter: String, CaseIterable, Hashable, Sendable {
    case p, q, v
  }

  package var model: GammaGamma
  package var logLikelihood: Double
  /// Members it was fitted to: repeaters with a value above 0.
  package var customers: Int
  /// Correlation (Pearson) of frequency and mean value; 0 where one of them doesn't vary.
  package var correlation: Double
  package var isConverged: Bool
  /// Parameters that ran into the bounds of what is looked at.
  package var boundary: [Parameter]

  /// Beyond this, either way, spend depends on frequency too much for the model.
  package static let correlationLimit = 0.3
  package var isCorrelated: Bool { abs(correlation) > FittedGammaGamma.correlationLimit }
}

extension GammaGamma {
  /// Bounds of p, q and of v ÷ mean value.
  private static let ranges: [ClosedRange<Double>] = [1e-3...1e3, 1e-3...1e3, 1e-5...1e5]

  /// The parameters that make the members' mean values most likely.
  ///
  /// - Parameter members: purchase days (at least 1) and their mean value (above 0) of each.
  /// - Complexity: O(members) for each of some tens of evaluations.
  /// - Returns: nil if cancelled, or without members.
  package static func fitted(
    to members: [(days: Int, mean: Double)], isCancelled: () -> Bool = { false }
  ) -> FittedGammaGamma? {
    guard !members.isEmpty else { return nil }
    let scale = members.reduce(0) { $0 + $1.mean } / Double(members.count)
    let sample = stride(from: 0, to: members.count, by: (members.count + 9999) / 10_000).map { members[$0] }
    let rough = SpendLikelihood(sample, scale: scale)
    let bounds = ranges.map { log($0.lowerBound)...log($0.upperBound) }
    var best: Maximum?
    for start in starts(median: rough.medianMean) {
      let found = Maximum(from: start, within: bounds, isCancelled: isCancelled, of: rough.evaluate)
      guard let found else { return nil }
      if found.value > best?.value ?? -.infinity { best = found }
    }
    guard var best else { return nil }
    if sample.count < members.count {
      let whole = SpendLikelihood(members, scale: scale)
      guard
        let found = Maximum(
          from: best.point, within: bounds, curvature: best.curvature, isCancelled: isCancelled,
          of: whole.evaluate)
      else { return nil }
      best = found
    }
    return FittedGammaGamma(
      model: GammaGamma(p: exp(best.point[0]), q: exp(best.point[1]), v: exp(best.point[2]) * scale),
      logLikelihood: (best.value - log(scale)) * Double(members.count), customers: members.count,
      correlation: correlation(members), isConverged: best.isConverged,
      boundary: zip(FittedGammaGamma.Parameter.allCases, best.isOnBound).filter(\.1).map(\.0))
  }

  /// Points to begin from, v in units of the mean value. The likelihood has several maximums where a few members spend
  /// a thousand times what others do: those with a mean (q above 1) are found from the mean value, those without one
  /// from the median.
  private static func starts(median: Double) -> [[Double]] {
    [(2.0, 3.0), (6.0, 2.0), (1.0, 10.0)].map { p, q in [log(p), log(q), log((q - 1) / p)] }
      + [(1.5, 0.3), (6.0, 0.3), (1.5, 10.0)].map { p, q in [log(p), log(q), log(median * q / p)] }
  }

  private static func correlation(_ members: [(days: Int, mean: Double)]) -> Double {
    let count = Double(members.count)
    let days = members.reduce(0) { $0 + Double($1.days) } / count
    let mean = members.reduce(0) { $0 + $1.mean } / count
    var (both, ofDays, ofMean) = (0.0, 0.0, 0.0)
    for member in members {
      let (x, z) = (Double(member.days) - days, member.mean - mean)
      both += x * z
      ofDays += x * x
      ofMean += z * z
    }
    let size = (ofDays * ofMean).squareRoot()
    return size > 0 ? both / size : 0
  }
}

/// The log-likelihood of spend per member, of means in units of `scale`, laid out for many evaluations.
private struct SpendLikelihood {
  private let days: [Int32]
  private let sums: [Double]
  /// Members by days.
  private let members: [Double]
  private let count: Double
  /// The median of z̄.
  let medianMean: Double
  /// Sums over members of ln z̄ and of x ln(x z̄).
  private var logMean = 0.0
  private var weighted = 0.0

  init(_ values: [(days: Int, mean: Double)], scale: Double) {
    days = values.map { Int32($0.days) }
    sums = values.map { Double($0.days) * $0.mean / scale }
    count = Double(values.count)
    var members = [Double](repeating: 0, count: 1 + (values.lazy.map(\.days).max() ?? 0))
    for value in values {
      let x = Double(value.days)
      let logarithm = log(value.mean / scale)
      members[value.days] += 1
      logMean += logarithm
      weighted += x * (logarithm + log(x))
    }
    self.members = members
    medianMean = values.map(\.mean).sorted()[values.count / 2] / scale
  }

  /// By the logarithms of p, q and v.
  ///
  /// - Complexity: O(members), a logarithm each.
  func evaluate(_ point: [Double]) -> Maximum.Value {
    let (p, q, v) = (exp(point[0]), exp(point[1]), exp(point[2]))
    var value = p * weighted - logMean + count * (q * log(v) - GammaFunction.log(q))
    var byP = weighted
    var byQ = count * (log(v) - GammaFunction.digamma(q))
    var byV = count * q / v
    for days in members.indices where members[days] > 0 {
      let x = Double(days)
      value += members[days] * (GammaFunction.log(p * x + q) - GammaFunction.log(p * x))
      let both = GammaFunction.digamma(p * x + q)
      byP += members[days] * x * (both - GammaFunction.digamma(p * x))
      byQ += members[days] * both
    }
    let days = days.span
    let sums = sums.span
    for index in days.indices {
      let x = Double(days[index])
      let sum = sums[index] + v
      let logarithm = log(sum)
      value -= (p * x + q) * logarithm
      byP -= x * logarithm
      byQ -= logarithm
      byV -= (p * x + q) / sum
    }
    return (value / count, [byP * p / count, byQ * q / count, byV * v / count])
  }
}
