import Testing

@testable import Loyalty

@Suite("Likelihood and maximum")
struct PurchaseLikelihoodTests {
  /// Groups as they might come, and more.
  static func randomPurchases(_ seed: UInt64) -> FoldedPurchases {
    var numbers = SeededGenerator(seed: seed)
    return FoldedPurchases(
      (0..<500).map { _ in
        let age = Int.random(in: 0...800, using: &numbers)
        let recency = Int.random(in: 0...age, using: &numbers)
        let frequency = recency == 0 ? 0 : Int.random(in: 1...min(recency, 60), using: &numbers)
        return .init(
          frequency: frequency, recency: frequency == 0 ? 0 : recency, age: age,
          count: Int.random(in: 1...9, using: &numbers))
      })
  }

  @Test("the likelihood is the sum of members' likelihoods", arguments: PurchaseModel.Kind.allCases)
  func sum(_ kind: PurchaseModel.Kind) {
    let purchases = Self.randomPurchases(1)
    let likelihood = PurchaseLikelihood(kind, purchases)
    for (r, alpha, a, b) in [(0.2, 4.0, 0.8, 2.4), (3, 40, 1.5, 0.6), (0.9, 0.5, 0.01, 30)] {
      let model = PurchaseModel(kind, r: r, alpha: alpha, a: a, b: b)
      let naive = purchases.groups.reduce(0.0) {
        $0 + Double($1.count)
          * model.logLikelihood(
            frequency: $1.frequency, recency: Double($1.recency) / 7, age: Double($1.age) / 7)
      }
      #expect(isClose(likelihood.evaluate(model).value, naive, 1e-11))
    }
  }

  @Test("a member's likelihood is the textbook's", arguments: PurchaseModel.Kind.allCases)
  func textbook(_ kind: PurchaseModel.Kind) {
    let (r, alpha, a, b) = (0.8, 5.0, 0.9, 2.5)
    let model = PurchaseModel(kind, r: r, alpha: alpha, a: a, b: b)
    func beta(_ a: Double, _ b: Double) -> Double { exponential(BetaFunction.log(a, b)) }
    for (frequency, recency, age) in [(0, 0.0, 20.0), (1, 5, 30), (6, 28, 39)] {
      let x = Double(frequency)
      let shift = kind == .bgNBD ? 0.0 : 1
      let gammas = exponential(GammaFunction.log(r + x) - GammaFunction.log(r)) * power(alpha, r)
      var likelihood = beta(a, b + x + shift) / beta(a, b) * gammas / power(alpha + age, r + x)
      if x + shift > 0 {
        likelihood += beta(a + 1, b + x + shift - 1) / beta(a, b) * gammas / power(alpha + recency, r + x)
      }
      let computed = model.logLikelihood(frequency: frequency, recency: recency, age: age)
      #expect(abs(computed - logarithm(likelihood)) < 1e-12)
    }
  }

  @Test("the gradient is the slope of the value", arguments: PurchaseModel.Kind.allCases)
  func gradient(_ kind: PurchaseModel.Kind) {
    let likelihood = PurchaseLikelihood(kind, Self.randomPurchases(2))
    let point: [Double] = [0.4, 7, 0.7, 3]
    func value(_ p: [Double]) -> Double {
      likelihood.evaluate(PurchaseModel(kind, r: p[0], alpha: p[1], a: p[2], b: p[3])).value
    }
    let gradient = likelihood.evaluate(
      PurchaseModel(kind, r: point[0], alpha: point[1], a: point[2], b: point[3])
    ).gradient
    for index in 0..<4 {
      let h = 1e-5 * point[index]
      var (up, down) = (point, point)
      up[index] += h
      down[index] -= h
      #expect(isClose(gradient[index], (value(up) - value(down)) / (2 * h), 1e-6))
    }
  }

  @Test("groups come in order, each once, whatever order they were given in")
  func folding() {
    let folded = FoldedPurchases([
      .init(frequency: 2, recency: 9, age: 20, count: 1), .init(frequency: 0, recency: 0, age: 30, count: 2),
      .init(frequency: 2, recency: 9, age: 20, count: 4), .init(frequency: 2, recency: 8, age: 20, count: 1),
    ])
    #expect(
      folded.groups == [
        .init(frequency: 0, recency: 0, age: 30, count: 2),
        .init(frequency: 2, recency: 8, age: 20, count: 1),
        .init(frequency: 2, recency: 9, age: 20, count: 5),
      ])
    #expect((folded.customers, folded.repeaters, folded.repeats) == (8, 6, 12))
    #expect(folded.sample(4).customers == 4)
    #expect(folded.sample(100) == folded)
  }

  @Test("parameters of a simulated community are found again", arguments: PurchaseModel.Kind.allCases)
  func recovery(_ kind: PurchaseModel.Kind) throws {
    let truth = PurchaseModel(kind, r: 1.2, alpha: 8, a: 0.8, b: 2.5)
    let fit = try #require(
      PurchaseModel.fitted(kind, to: Simulation.purchases(truth, members: 30_000, seed: 3)))
    #expect(fit.isConverged)
    #expect(fit.boundary.isEmpty)
    #expect(abs(fit.model.r / truth.r - 1) < 0.1)
    #expect(abs(fit.model.alpha / truth.alpha - 1) < 0.1)
    #expect(abs(fit.model.a / truth.a - 1) < 0.15)
    #expect(abs(fit.model.b / truth.b - 1) < 0.15)
  }

  @Test("where nobody drops out, a runs into its bound and says so", arguments: PurchaseModel.Kind.allCases)
  func boundary(_ kind: PurchaseModel.Kind) throws {
    let purchases = FoldedPurchases(
      (0..<40).flatMap { (age: Int) in
        [.init(frequency: 3 + age % 3, recency: 190 + age, age: 200 + age, count: 10)]
      })
    let fit = try #require(PurchaseModel.fitted(kind, to: purchases))
    #expect(fit.boundary.contains(.a) || fit.boundary.contains(.b))
    #expect(fit.logLikelihood.isFinite)
    #expect(fit.model.probabilityAlive(frequency: 4, recency: 28, age: 30) > 0.99)
  }

  @Test("odd communities yield finite parameters or nothing", arguments: PurchaseModel.Kind.allCases)
  func oddities(_ kind: PurchaseModel.Kind) throws {
    let communities: [[FoldedPurchases.Group]] = [
      [.init(frequency: 0, recency: 0, age: 0, count: 1000)],
      [.init(frequency: 1, recency: 1, age: 1, count: 1000)],
      [.init(frequency: 1, recency: 1, age: 5000, count: 1000)],
      [.init(frequency: 3000, recency: 3000, age: 3000, count: 100)],
      [
        .init(frequency: 3000, recency: 3000, age: 80_000, count: 1),
        .init(frequency: 0, recency: 0, age: 1, count: 9),
      ],
    ]
    for community in communities {
      let fit = try #require(PurchaseModel.fitted(kind, to: FoldedPurchases(community)))
      #expect(fit.logLikelihood.isFinite)
      for group in community {
        let orders = fit.model.expectedOrders(
          within: 52, frequency: group.frequency, recency: Double(group.recency) / 7,
          age: Double(group.age) / 7)
        #expect(orders.isFinite && orders >= 0)
      }
    }
    #expect(PurchaseModel.fitted(kind, to: FoldedPurchases([])) == nil)
    #expect(PurchaseModel.fitted(kind, to: CDNOW.folded) { true } == nil)
  }

  @Test("a maximum inside, one on a bound, and one in a bent valley")
  func maximum() throws {
    let bounds = [-5.0...5, -5.0...5]
    func find(_ function: @escaping ([Double]) -> Maximum.Value) throws -> Maximum {
      try #require(Maximum(from: [-1.2, 1], within: bounds, isCancelled: { false }, of: function))
    }
    let inside = try find { (-($0[0] - 2) * ($0[0] - 2) - $0[1] * $0[1], [-2 * ($0[0] - 2), -2 * $0[1]]) }
    #expect(inside.isConverged && abs(inside.point[0] - 2) < 1e-8 && abs(inside.point[1]) < 1e-8)
    let bound = try find { (3 * $0[0] - $0[1] * $0[1] + $0[0] * $0[1], [3 + $0[1], $0[0] - 2 * $0[1]]) }
    #expect(bound.isConverged && bound.isOnBound == [true, false] && abs(bound.point[1] - 2.5) < 1e-7)
    let valley = try find { p in
      let (x, y) = (p[0], p[1])
      let bend = y - x * x
      return (-100 * bend * bend - (1 - x) * (1 - x), [400 * x * bend + 2 * (1 - x), -200 * bend])
    }
    #expect(valley.isConverged && abs(valley.point[0] - 1) < 1e-7 && abs(valley.point[1] - 1) < 1e-7)
  }
}

/// Members who buy as a model says they do.
enum Simulation {
  static func purchases(_ model: PurchaseModel, members: Int, seed: UInt64) -> FoldedPurchases {
    var numbers = SeededGenerator(seed: seed)
    return FoldedPurchases(
      (0..<members).map { _ in
        let rate = numbers.gamma(shape: model.r) / model.alpha
        let dropOut = numbers.beta(model.a, model.b)
        let age = Double.random(in: 20...100, using: &numbers)
        var (frequency, last, time) = (0, 0.0, 0.0)
        var isAlive = model.kind == .bgNBD || numbers.uniform() > dropOut
        while isAlive {
          time += numbers.exponential(rate: rate)
          guard time < age else { break }
          // In time as the model has it, so that purchases on one day remain several.
          frequency += 1
          last = time
          isAlive = numbers.uniform() > dropOut
        }
        return .init(frequency: frequency, recency: Int(last * 7 + 0.5), age: Int(age * 7 + 0.5), count: 1)
      })
  }
}
