import Glibc

/// Student's distribution of a mean in units of its estimated standard error.
package enum StudentDistribution {
  /// The share above `t`, with so many degrees of freedom.
  package static func upperTail(_ t: Double, degrees: Int) -> Double {
    let n = Double(degrees)
    let tail = BetaFunction.lowerTail(n / (n + t * t), n / 2, 0.5) / 2
    return t < 0 ? 1 - tail : tail
  }

  /// The `t` that has the share `probability` below it; infinite at 0 and 1.
  package static func quantile(_ probability: Double, degrees: Int) -> Double {
    guard probability > 0 else { return -.infinity }
    guard probability < 1 else { return .infinity }
    if probability < 0.5 { return -quantile(1 - probability, degrees: degrees) }
    var low = 0.0
    var high = 1.0
    while upperTail(high, degrees: degrees) > 1 - probability, high < 1e12 { high *= 2 }
    while high - low > 1e-13 * high {
      let middle = (low + high) / 2
      if middle <= low || middle >= high { break }
      if upperTail(middle, degrees: degrees) > 1 - probability { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }
}
