import Glibc

/// The standard normal distribution.
package enum NormalDistribution {
  /// The share below `z`.
  package static func lowerTail(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

  /// The share at least as far from 0 as `z`, on both sides.
  package static func bothTails(_ z: Double) -> Double { erfc(abs(z) / 2.0.squareRoot()) }

  /// The `z` that has the share `probability` below it; infinite at 0 and 1.
  package static func quantile(_ probability: Double) -> Double {
    guard probability > 0 else { return -.infinity }
    guard probability < 1 else { return .infinity }
    if probability > 0.5 { return -quantile(1 - probability) }
    // Within 0.0005 by a rational approximation (Abramowitz and Stegun 26.2.23), then Halley's steps.
    let t = (-2 * log(probability)).squareRoot()
    var z =
      (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308))) - t
    for _ in 0..<3 {
      let density = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
      guard density > 0 else { break }
      let step = (lowerTail(z) - probability) / density
      z -= step / (1 + z * step / 2)
    }
    return z
  }
}

/// The χ² distribution.
package enum ChiSquared {
  /// The share above `value` with so many degrees of freedom.
  package static func upperTail(_ value: Double, degrees: Int) -> Double {
    GammaFunction.upperTail(Double(degrees) / 2, value / 2)
  }
}
