import Glibc

/// Euler's gamma function and what derives from it, for positive arguments.
enum GammaFunction {
  /// ln Γ(x). The C library's, in the form that doesn't write a global sign.
  static func log(_ x: Double) -> Double {
    var sign: Int32 = 0
    return lgamma_r(x, &sign)
  }

  /// ψ(x) = d ln Γ(x) / dx, to about 1e-15 relative.
  ///
  /// The recurrence ψ(x) = ψ(x + 1) − 1/x leads to arguments for which eight terms of the asymptotic series
  /// do.
  static func digamma(_ x: Double) -> Double {
    var shifted = x
    var result = 0.0
    while shifted < 10 {
      result -= 1 / shifted
      shifted += 1
    }
    let square = 1 / (shifted * shifted)
    var series = 0.0
    for coefficient in coefficients { series = series * square + coefficient }
    return result + Glibc.log(shifted) - 0.5 / shifted - series * square
  }

  /// B(2k) / 2k with the Bernoulli numbers B, highest first.
  private static let coefficients: [Double] = [
    -3617.0 / 8160, 1.0 / 12, -691.0 / 32760, 1.0 / 132, -1.0 / 240, 1.0 / 252, -1.0 / 120, 1.0 / 12,
  ]

  /// Q(s, x) = Γ(s, x) / Γ(s), the upper tail of a gamma distribution of shape `s`, for s > 0 and x ≥ 0.
  ///
  /// A series for the lower tail where x is below the mean, else a continued fraction for the upper one.
  static func upperTail(_ s: Double, _ x: Double) -> Double {
    guard x > 0 else { return 1 }
    guard x.isFinite else { return 0 }
    let scale = exp(s * Glibc.log(x) - x - log(s))
    if x < s + 1 {
      var term = 1 / s
      var sum = term
      var n = 0.0
      while term > sum * 1e-17 {
        n += 1
        term *= x / (s + n)
        sum += term
      }
      return max(0, 1 - scale * sum)
    }
    var fraction = ContinuedFraction(x + 1 - s)
    for n in 1...10_000 {
      let n = Double(n)
      if fraction.isSettled(after: -n * (n - s), over: x + 2 * n + 1 - s) { break }
    }
    return scale / fraction.value
  }
}

/// Euler's beta function and the distribution function that belongs to it, for positive parameters.
enum BetaFunction {
  /// ln B(a, b).
  static func log(_ a: Double, _ b: Double) -> Double {
    GammaFunction.log(a) + GammaFunction.log(b) - GammaFunction.log(a + b)
  }

  /// I(x; a, b): the share of a beta distribution that lies below `x`.
  static func lowerTail(_ x: Double, _ a: Double, _ b: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    // The fraction converges quickly below the mean only.
    if x > (a + 1) / (a + b + 2) { return 1 - lowerTail(1 - x, b, a) }
    let scale = exp(a * Glibc.log(x) + b * log1p(-x) - log(a, b)) / a
    var fraction = ContinuedFraction(1)
    for step in 0..<10_000 {
      let m = Double(step)
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      _ = fraction.isSettled(after: odd, over: 1)
      let even = (m + 1) * (b - m - 1) * x / ((a + 2 * m + 1) * (a + 2 * m + 2))
      if fraction.isSettled(after: even, over: 1) { break }
    }
    return scale / fraction.value
  }
}

/// b₀ + a₁ / (b₁ + a₂ / (b₂ + …)), evaluated from the front by the method of Lentz.
struct ContinuedFraction {
  private(set) var value: Double
  private var upper: Double
  private var lower = 0.0
  private static let tiny = 1e-300

  init(_ first: Double) {
    value = first == 0 ? ContinuedFraction.tiny : first
    upper = value
  }

  /// Takes in a further pair of numerator and denominator; whether that no longer changed anything.
  mutating func isSettled(after numerator: Double, over denominator: Double) -> Bool {
    lower = denominator + numerator * lower
    if lower == 0 { lower = ContinuedFraction.tiny }
    lower = 1 / lower
    upper = denominator + numerator / upper
    if upper == 0 { upper = ContinuedFraction.tiny }
    let change = upper * lower
    value *= change
    return abs(change - 1) < 1e-16
  }
}
