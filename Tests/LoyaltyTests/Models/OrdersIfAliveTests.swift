import Testing

@testable import Loyalty

@Suite("Expected orders")
struct OrdersIfAliveTests {
  static let models = [
    PurchaseModel(.bgNBD, r: 0.243, alpha: 4.414, a: 0.793, b: 2.426),
    PurchaseModel(.mbgNBD, r: 0.525, alpha: 6.183, a: 0.891, b: 1.614),
    PurchaseModel(.bgNBD, r: 2.3, alpha: 1.7, a: 3.4, b: 11),
    PurchaseModel(.mbgNBD, r: 7, alpha: 12, a: 0.2, b: 0.3),
  ]

  @Test("the textbook form with ₂F₁", arguments: models)
  func textbook(_ model: PurchaseModel) {
    for frequency in [0, 1, 2, 7] {
      for (age, weeks) in [(0.0, 3.0), (10, 52), (39, 39), (150, 12)] {
        let rate = model.r + Double(frequency)
        let survivals = model.survivals(Double(frequency))
        let scale = model.alpha + age
        let c = model.a + survivals - 1
        let z = weeks / (scale + weeks)
        let textbook =
          c / (model.a - 1) * (1 - power(1 - z, rate) * hypergeometric(rate, survivals, c, z))
        #expect(isClose(expected(model, frequency, age, weeks), textbook, 1e-9))
      }
    }
  }

  @Test("the mean over drop-out probabilities, integrated", arguments: models)
  func integrated(_ model: PurchaseModel) {
    for frequency in [0, 1, 30] {
      for (age, weeks) in [(0.5, 1.0), (10, 52), (39, 39), (150, 12)] {
        #expect(
          isClose(expected(model, frequency, age, weeks), integrated(model, frequency, age, weeks), 1e-9))
      }
    }
  }

  @Test("the same by Simpson's rule, where p may be 0 and 1")
  func simpson() {
    let model = PurchaseModel(.mbgNBD, r: 1.4, alpha: 5, a: 2.5, b: 3.5)
    let (frequency, age, weeks) = (3.0, 20.0, 30.0)
    let survivals = model.survivals(frequency)
    let mean = meanOverDropOuts(model, frequency, age, weeks, survivals)
    #expect(isClose(expected(model, 3, age, weeks), mean, 1e-8))
  }

  private func meanOverDropOuts(
    _ model: PurchaseModel, _ frequency: Double, _ age: Double, _ weeks: Double, _ survivals: Double
  ) -> Double {
    integral(1e-9...(1 - 1e-9)) { p in
      let density =
        power(p, model.a - 1) * power(1 - p, survivals - 1)
        / exponential(BetaFunction.log(model.a, survivals))
      return density * (1 - power(1 + p * weeks / (model.alpha + age), -(model.r + frequency))) / p
    }
  }

  @Test("nothing special happens at a = 1")
  func pole() {
    func orders(_ a: Double) -> Double {
      expected(PurchaseModel(.bgNBD, r: 0.3, alpha: 4, a: a, b: 2), 2, 10, 52)
    }
    let at = orders(1)
    #expect(at > 1)
    #expect(abs((orders(1 - 1e-6) + orders(1 + 1e-6)) / 2 - at) < 1e-9)
    #expect(isClose(at, orders(1 + 1e-13), 1e-9))
  }

  @Test("where nobody drops out, orders grow with time as rates do")
  func nobodyDropsOut() {
    let model = PurchaseModel(.mbgNBD, r: 2, alpha: 6, a: 1e-9, b: 3)
    #expect(isClose(expected(model, 4, 20, 52), 6.0 / 26 * 52, 1e-6))
  }

  @Test(
    "at the corners of what can be fitted the series and the integral still agree, or the integral is used")
  func corners() {
    for kind in PurchaseModel.Kind.allCases {
      for r in [1e-3, 1, 1e3] {
        for alpha in [1e-3, 10, 1e5] {
          for (a, b) in [(1e-4, 1.0), (0.5, 1e-4), (1e3, 1e4), (1, 1e4), (1e3, 1)] {
            let model = PurchaseModel(kind, r: r, alpha: alpha, a: a, b: b)
            for (frequency, age) in [(0, 0.0), (3, 50), (60, 100)] {
              let orders = expected(model, frequency, age, 52)
              #expect(orders.isFinite && orders >= 0)
              #expect(
                isClose(orders, integrated(model, frequency, age, 52), 1e-7), "\(model) \(frequency) \(age)")
            }
          }
        }
      }
    }
  }

  @Test("nobody buys in no time")
  func noTime() {
    #expect(expected(Self.models[0], 2, 30, 0) == 0)
  }

  @Test("spans of time don't influence each other")
  func lanes() {
    let ifAlive = OrdersIfAlive(Self.models[1], frequency: 3)
    var weeks = OrdersIfAlive.Lanes.zero
    for lane in 0..<16 { weeks[lane] = Double(lane * lane) }
    let together = ifAlive.expected(within: weeks, age: 12)
    for lane in 0..<16 {
      #expect(isClose(together[lane], expected(Self.models[1], 3, 12, weeks[lane]), 1e-12))
    }
  }

  private func integrated(_ model: PurchaseModel, _ frequency: Int, _ age: Double, _ weeks: Double) -> Double
  {
    OrdersIfAlive(model, frequency: frequency)
      .integrals(within: .init(repeating: weeks), scale: model.alpha + age)[0]
  }

  private func expected(_ model: PurchaseModel, _ frequency: Int, _ age: Double, _ weeks: Double) -> Double {
    OrdersIfAlive(model, frequency: frequency).expected(within: .init(repeating: weeks), age: age)[0]
  }
}

func isClose(_ left: Double, _ right: Double, _ tolerance: Double) -> Bool {
  abs(left - right) <= tolerance * max(abs(left), abs(right), 1e-9)
}
