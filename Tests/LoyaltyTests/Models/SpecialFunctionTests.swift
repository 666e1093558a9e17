import Testing

@testable import Loyalty

@Suite("Special functions")
struct SpecialFunctionTests {
  @Test("ln Γ: factorials and Γ(½) = √π")
  func logGamma() {
    var factorial = 1.0
    for n in 1...20 {
      #expect(abs(GammaFunction.log(Double(n)) - logarithm(factorial)) < 1e-12)
      factorial *= Double(n)
    }
    #expect(abs(GammaFunction.log(0.5) - logarithm(Double.pi) / 2) < 1e-15)
  }

  @Test("ψ: known values, and the slope of ln Γ")
  func digamma() {
    let euler = 0.5772156649015329
    #expect(abs(GammaFunction.digamma(1) + euler) < 1e-14)
    #expect(abs(GammaFunction.digamma(0.5) + euler + 2 * logarithm(2)) < 1e-14)
    for x in [0.03, 0.7, 2.5, 9.99, 10.01, 321.5] {
      let h = x * 1e-4
      let slope =
        (8 * (GammaFunction.log(x + h) - GammaFunction.log(x - h))
          - (GammaFunction.log(x + 2 * h) - GammaFunction.log(x - 2 * h))) / (12 * h)
      #expect(abs(GammaFunction.digamma(x) - slope) < 1e-9 * max(1, abs(slope)))
    }
  }

  @Test("the gamma distribution's tail: exponential, Poisson sums, and by integration")
  func gammaTail() {
    for x in [0.01, 0.5, 1, 3, 30, 200] {
      #expect(abs(GammaFunction.upperTail(1, x) - exponential(-x)) < 1e-14)
      // Fewer than 5 events where x are expected.
      var term = exponential(-x)
      var sum = 0.0
      for k in 0..<5 {
        sum += term
        term *= x / Double(k + 1)
      }
      #expect(abs(GammaFunction.upperTail(5, x) - sum) < 1e-13)
    }
    let shape = 2.7
    let lower =
      integral(0...4) { power($0, shape - 1) * exponential(-$0) } / exponential(GammaFunction.log(shape))
    #expect(abs(GammaFunction.upperTail(shape, 4) - (1 - lower)) < 1e-9)
    #expect(GammaFunction.upperTail(3, 0) == 1)
    #expect(GammaFunction.upperTail(3, .infinity) == 0)
  }

  @Test("the beta distribution's tail: binomial sums, symmetry, and by integration")
  func betaTail() {
    for x in [0.02, 0.3, 0.5, 0.81, 0.999] {
      // At least 3 successes of 7 at rate x.
      var sum = 0.0
      for k in 3...7 {
        let ways = exponential(-BetaFunction.log(Double(k) + 1, Double(8 - k))) / 8
        sum += ways * power(x, Double(k)) * power(1 - x, Double(7 - k))
      }
      #expect(abs(BetaFunction.lowerTail(x, 3, 5) - sum) < 1e-12)
      #expect(abs(BetaFunction.lowerTail(x, 0.4, 9) + BetaFunction.lowerTail(1 - x, 9, 0.4) - 1) < 1e-12)
    }
    let byParts = integral(0...0.6) { power($0, 1.5) * power(1 - $0, 0.9) }
    #expect(
      abs(BetaFunction.lowerTail(0.6, 2.5, 1.9) - byParts / exponential(BetaFunction.log(2.5, 1.9))) < 1e-9)
    #expect(BetaFunction.lowerTail(0, 2, 3) == 0)
    #expect(BetaFunction.lowerTail(1, 2, 3) == 1)
  }

  @Test("the normal distribution: quantiles by heart, and there and back")
  func normal() {
    #expect(abs(NormalDistribution.quantile(0.975) - 1.959963984540054) < 1e-14)
    #expect(abs(NormalDistribution.quantile(0.8) - 0.8416212335729143) < 1e-14)
    #expect(abs(NormalDistribution.quantile(0.5)) < 1e-15)
    for p in [1e-300, 1e-20, 1e-5, 0.02, 0.3, 0.77, 0.9999] {
      let back = NormalDistribution.lowerTail(NormalDistribution.quantile(p))
      #expect(abs(back - p) < 1e-12 * p)
    }
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
  }

  @Test("χ²: critical values from tables, and one degree as a squared normal")
  func chiSquared() {
    #expect(abs(ChiSquared.upperTail(3.841458820694124, degrees: 1) - 0.05) < 1e-12)
    #expect(abs(ChiSquared.upperTail(5.991464547107979, degrees: 2) - 0.05) < 1e-12)
    #expect(abs(ChiSquared.upperTail(18.30703805327515, degrees: 10) - 0.05) < 1e-12)
    #expect(
      abs(ChiSquared.upperTail(2.5929 * 2.5929, degrees: 1) - NormalDistribution.bothTails(2.5929)) < 1e-13)
  }

  @Test("sums in logarithms overflow nowhere")
  func logSum() {
    #expect(LogSum.ofOne(andExp: 5000) == 5000)
    #expect(LogSum.ofOne(andExp: -5000) == 0)
    #expect(LogSum.ofOne(andExp: -.infinity) == 0)
    #expect(abs(LogSum.ofOne(andExp: 0) - logarithm(2)) < 1e-15)
  }
}
