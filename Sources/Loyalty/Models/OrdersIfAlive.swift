import Glibc

/// Purchases to expect of members of one frequency who are alive, up to sixteen spans of time at once.
///
/// The textbook form, C/(a − 1) · [1 − (1 − z)^r' · ₂F₁(r', b'; C; z)] with C = a + b' − 1, z = t/(α + T + t) and r', b'
/// for what was seen of the member, has 0/0 at a = 1 and large terms for frequent buyers. Euler's transformation turns
/// ₂F₁ into (1 − z)^(a − 1 − r') · ₂F₁(C − r', a − 1; C; z), of which the parameters C − r' and a − 1 don't grow with the
/// frequency, and a − 1 can be divided out of all terms but the first one:
///
///     −C · ((1 − z)^(a−1) − 1)/(a − 1) − (1 − z)^(a−1) · Σₙ (C−r')ₙ (a)ₙ₋₁ / ((C+1)ₙ₋₁ n!) zⁿ,  n = 1, 2, …
///
/// Where that series is slow or its terms cancel, at the edges of what can be fitted, an integral is computed.
struct OrdersIfAlive {
  typealias Lanes = SIMD16<Double>

  private let rate: Double
  private let alpha: Double
  private let a: Double
  private let survivals: Double
  /// Parameters of the series: C and C − r'.
  private let c: Double
  private let d: Double
  /// The coefficient of zⁿ⁺¹ by that of zⁿ, from n = 1 on.
  private let ratios: [Double]
  private static let termLimit = 3000

  init(_ model: PurchaseModel, frequency: Int) {
    let x = Double(frequency)
    rate = model.r + x
    alpha = model.alpha
    a = model.a
    survivals = model.survivals(x)
    c = a + survivals - 1
    d = c - rate
    let (a, c, d) = (a, c, d)
    ratios = (1...OrdersIfAlive.termLimit).map { n in
      let n = Double(n)
      return (d + n) * (a + n - 1) / ((c + n) * (n + 1))
    }
  }

  /// - Parameters:
  ///   - weeks: the spans of time, each at least 0.
  ///   - age: weeks from the first purchase until now.
  /// - Complexity: O(terms), some tens to hundreds.
  func expected(within weeks: Lanes, age: Double) -> Lanes {
    let scale = alpha + age
    let longest = weeks.max()
    guard longest > 0 else { return .zero }
    let largest = longest / (scale + longest)
    let isStable = a * log1p(longest / scale) < 600 && -d * largest < 12
    if isStable, let sums = series(weeks / (scale + weeks), largest: largest) {
      var result = Lanes.zero
      let power = a - 1
      for lane in 0..<Lanes.scalarCount {
        let logarithm = -log1p(weeks[lane] / scale)
        let change = expm1(power * logarithm)
        let first = power == 0 ? logarithm : change / power
        result[lane] = max(0, -c * first - (1 + change) * sums[lane])
      }
      return result
    }
    var result = Lanes.zero
    for lane in 0..<Lanes.scalarCount { result[lane] = integral(within: weeks[lane], scale: scale) }
    return result
  }

  /// The sum over n, or nil if it doesn't settle.
  private func series(_ z: Lanes, largest: Double) -> Lanes? {
    var term = z * d
    var sum = term
    // The lane of the largest z settles last; what follows is at most a geometric series.
    var leading = largest * d
    var leadingSum = leading
    return ratios.withUnsafeBufferPointer { ratios in
      for ratio in ratios {
        term *= z * ratio
        sum += term
        leading *= largest * ratio
        leadingSum += leading
        if abs(leading) <= 1e-15 * (1 - largest) * max(abs(leadingSum), 1e-3), ratio * largest < 1 {
          return sum
        }
      }
      return nil
    }
  }

  /// The mean over drop-out probabilities p of (1 − (1 + p t/(α + T))^−r') / p, by the tanh-sinh rule with ever smaller
  /// steps.
  func integral(within weeks: Double, scale: Double) -> Double {
    guard weeks > 0 else { return 0 }
    let span = weeks / scale
    let ifNobodyDrops = rate * span
    let constant = BetaFunction.log(a, survivals)
    // The weight at the place s of the rule, times the value there.
    func part(_ s: Double) -> Double {
      let logit = Double.pi * sinh(s)
      let logP = -LogSum.ofOne(andExp: -logit)
      let logQ = -LogSum.ofOne(andExp: logit)
      let weight = exp(a * logP + survivals * logQ - constant) * Double.pi * cosh(s)
      guard weight > 0 else { return 0 }
      let p = exp(logP)
      let value = p < 1e-200 ? ifNobodyDrops : -expm1(-rate * log1p(p * span)) / p
      return weight * value
    }
    let bound = 13.0
    var step = 1.0 / 8
    var sum = 0.0
    for place in stride(from: -bound, through: bound, by: step) { sum += part(place) }
    var result = sum * step
    for _ in 0..<8 {
      step /= 2
      for place in stride(from: -bound + step, to: bound, by: 2 * step) { sum += part(place) }
      let finer = sum * step
      let change = abs(finer - result)
      result = finer
      if change <= 1e-12 * abs(result) { break }
    }
    return result
  }
}
