import Glibc

/// How members buy and when they stop: the beta-geometric/NBD model or its modification, for some parameters.
///
/// While alive a member buys at random at a rate of their own, gamma distributed over members. After each
/// purchase they may drop out, with a probability of their own, beta distributed. In BG/NBD the first
/// purchase is excepted, so that whoever bought once is alive for sure; in MBG/NBD it isn't. Times are in
/// weeks of 7 days.
package struct PurchaseModel: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case bgNBD = "bg_nbd"
    case mbgNBD = "mbg_nbd"

    /// How many drop-outs a member withstood by being alive after the first purchase.
    var survivedAtFirst: Double { self == .bgNBD ? 0 : 1 }
  }

  package var kind: Kind
  /// Shape and rate (in weeks) of the gamma distribution of purchase rates.
  package var r: Double
  package var alpha: Double
  /// The beta distribution of drop-out probabilities.
  package var a: Double
  package var b: Double

  package init(_ kind: Kind, r: Double, alpha: Double, a: Double, b: Double) {
    self.kind = kind
    self.r = r
    self.alpha = alpha
    self.a = a
    self.b = b
  }

  /// The second beta parameter for whoever is alive after that many repeat purchases.
  func survivals(_ frequency: Double) -> Double { b + frequency + kind.survivedAtFirst }

  /// ln of the odds of having dropped out right after the last purchase.
  ///
  /// - Parameters:
  ///   - frequency: days with purchases after the first one.
  ///   - recency: weeks from the first to the last of them.
  ///   - age: weeks from the first purchase until now, at least `recency`.
  func logOddsOfDropOut(frequency: Int, recency: Double, age: Double) -> Double {
    if frequency == 0, kind == .bgNBD { return -.infinity }
    let x = Double(frequency)
    return log(a) - log(survivals(x) - 1) + (r + x) * (log(alpha + age) - log(alpha + recency))
  }

  /// ln of the likelihood of one member's purchases.
  ///
  /// The two ways in which they may have come about, still alive and dropped out after the last purchase, are
  /// added without leaving logarithms, so that nothing overflows.
  package func logLikelihood(frequency: Int, recency: Double, age: Double) -> Double {
    let x = Double(frequency)
    let rates = GammaFunction.log(r + x) - GammaFunction.log(r) + r * log(alpha)
    let survival = BetaFunction.log(a, survivals(x)) - BetaFunction.log(a, b)
    let odds = logOddsOfDropOut(frequency: frequency, recency: recency, age: age)
    return rates + survival - (r + x) * log(alpha + age) + LogSum.ofOne(andExp: odds)
  }

  /// How likely the member still buys.
  package func probabilityAlive(frequency: Int, recency: Double, age: Double) -> Double {
    1 / (1 + exp(logOddsOfDropOut(frequency: frequency, recency: recency, age: age)))
  }

  /// Days with purchases to expect of a member within so many weeks from now.
  package func expectedOrders(within weeks: Double, frequency: Int, recency: Double, age: Double) -> Double {
    let ifAlive = OrdersIfAlive(self, frequency: frequency).expected(
      within: .init(repeating: weeks), age: age)[0]
    return ifAlive * probabilityAlive(frequency: frequency, recency: recency, age: age)
  }

  /// Days with further purchases to expect of a new member within so many weeks after the first purchase.
  package func expectedOrders(inFirst weeks: Double) -> Double {
    expectedOrders(within: weeks, frequency: 0, recency: 0, age: 0)
  }
}

/// Sums of numbers of which the logarithms are known.
enum LogSum {
  /// ln(1 + e^`exponent`), for any exponent.
  static func ofOne(andExp exponent: Double) -> Double {
    max(exponent, 0) + log1p(exp(-abs(exponent)))
  }
}
