import Glibc

/// Purchases to expect of members of one frequency who are alive, up to sixteen spans of time at once.
///
/// The textbook form, C/(a − 1) · [1 − (1 − z)^r' · ₂F₁(r', b'; C; z)] with C = a + b' − 1, z = t/(α + T + t)
/// and r', b' for what was seen of the member, has 0/0 at a = 1 and large terms for frequent buyers. Euler's
/// transformation turns ₂F₁ into (1 − z)^(a − 1 − r') · ₂F₁(C − r', a − 1; C; z), of which the first two
/// parameters don't grow with the frequency, and a − 1 can be divided out of all terms but the first one:
///
///     −C · ((1 − z)^(a−1) − 1)/(a − 1) − (1 − z)^(a−1) · Σₙ (C−r')ₙ (a)ₙ₋₁ / ((C+1)ₙ₋₁ n!) zⁿ,  n = 1, 2, …
///
/// Where that series is slow or its terms cancel, at the edges of what can be fitted, integrals are computed.
struct OrdersIfAlive {
  typealias Lanes = SIMD16<Double>

  private let rate: Double
  private let alpha: Double
  private let a: Double
  private let survivals: Double
  /// Parameters of the series: C and C − r'.
  private let c: Double
  private let d: Double
  private static let termLimit = 3000

  init(_ model: PurchaseModel, frequency: Int) {
    let x = Double(frequency)
    rate = model.r + x
    alpha = model.alpha
    a = model.a
    survivals = model.survivals(x)
    c = a + survivals - 1
    d = c - rate
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
        let first = power == 0 ? logarithm : expm1(power * logarithm) / power
        result[lane] = max(0, -c * first - exp(power * logarithm) * sums[lane])
      }
      return result
    }
    return integrals(within: weeks, scale: scale)
  }

  /// The sum over n, or nil if it doesn't settle.
  private func series(_ z: Lanes, largest: Double) -> Lanes? {
    var term = z * d
    var sum = term
    // The lane of the largest z settles last; what follows is at most a geometric series.
    var leading = largest * d
    var leadingSum = leading
    for n in 1...OrdersIfAlive.termLimit {
      let n = Double(n)
      let ratio = (d + n) * (a + n - 1) / ((c + n) * (n + 1))
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

  /// The means over drop-out probabilities p of (1 − (1 + p t/(α + T))^−r') / p.
  ///
  /// A trapezoidal rule with ever smaller steps in s, where the logit of p is that of the most frequent one
  /// plus κ sinh s: a κ as narrow as the beta distribution, and sinh for its tails.
  func integrals(within weeks: Lanes, scale: Double) -> Lanes {
    let spans = weeks / scale
    let constant = BetaFunction.log(a, survivals)
    let centre = log(a) - log(survivals)
    let width = min(Double.pi, 2 * (1 / a + 1 / survivals).squareRoot())
    /// Adds a node of the rule to the sums; whether it's too light to matter.
    func add(_ s: Double, to sums: inout Lanes) -> Bool {
      let logit = centre + width * sinh(s)
      let logP = -LogSum.ofOne(andExp: -logit)
      let logQ = -LogSum.ofOne(andExp: logit)
      let weight = exp(a * logP + survivals * logQ - constant) * width * cosh(s)
      let p = exp(logP)
      var isLight = true
      var lane = 0
      while lane < Lanes.scalarCount {
        let span = spans[lane]
        let value = p < 1e-200 ? rate * span : -expm1(-rate * log1p(p * span)) / p
        let part = weight * value
        isLight = isLight && part <= 1e-17 * sums[lane]
        // Places that are left over hold the same span.
        repeat {
          sums[lane] += part
          lane += 1
        } while lane < Lanes.scalarCount && spans[lane] == span
      }
      return isLight
    }
    /// Adds nodes in both directions until they are too light.
    func add(from first: Double, by step: Double, to sums: inout Lanes) {
      for sign in [1.0, -1] {
        var s = first
        while s < 15, !add(sign * s, to: &sums) || s < 1 { s += step }
      }
    }
    var step = 0.25
    var sums = Lanes.zero
    _ = add(0, to: &sums)
    add(from: step, by: step, to: &sums)
    var result = sums * step
    for _ in 0..<6 {
      step /= 2
      add(from: step, by: 2 * step, to: &sums)
      let finer = sums * step
      let isSettled = (0..<Lanes.scalarCount).allSatisfy { abs(finer[$0] - result[$0]) <= 1e-9 * finer[$0] }
      result = finer
      if isSettled { break }
    }
    return result
  }
}
