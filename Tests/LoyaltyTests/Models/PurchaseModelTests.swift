import TestCommunities
import Testing

@testable import Loyalty

@Suite("Purchase models")
struct PurchaseModelTests {
  /// Parameters printed with three decimals in the paper of 2005, with five in CLVTools.
  static let published = PurchaseModel(.bgNBD, r: 0.24259, alpha: 4.41360, a: 0.79292, b: 2.42590)

  @Test("BG/NBD on CDNOW has the published parameters and log-likelihood")
  func fitOfCDNOW() throws {
    let fit = try #require(PurchaseModel.fitted(.bgNBD, to: CDNOW.folded))
    #expect(CDNOW.folded.customers == 2357)
    #expect(CDNOW.folded.repeaters == 946)
    #expect(CDNOW.folded.repeats == 2457)
    #expect(fit.isConverged)
    #expect(fit.boundary.isEmpty)
    #expect(abs(fit.model.r - 0.24259) < 0.0001)
    #expect(abs(fit.model.alpha - 4.41360) < 0.001)
    #expect(abs(fit.model.a - 0.79292) < 0.001)
    #expect(abs(fit.model.b - 2.42590) < 0.001)
    #expect(abs(fit.logLikelihood - -9582.429) < 0.0005)
  }

  @Test("MBG/NBD on CDNOW has the published parameters")
  func modifiedFitOfCDNOW() throws {
    let fit = try #require(PurchaseModel.fitted(.mbgNBD, to: CDNOW.folded))
    #expect(fit.isConverged)
    #expect(abs(fit.model.r - 0.525) < 0.001)
    #expect(abs(fit.model.alpha - 6.183) < 0.001)
    #expect(abs(fit.model.a - 0.891) < 0.001)
    #expect(abs(fit.model.b - 1.614) < 0.001)
  }

  @Test("a customer with 2 repeat purchases, the last in week 30.43 of 38.86")
  func oneCustomer() {
    let model = Self.published
    let orders = model.expectedOrders(within: 39, frequency: 2, recency: 30.43, age: 38.86)
    #expect(abs(orders - 1.226) < 0.001)
    #expect(abs(model.probabilityAlive(frequency: 2, recency: 30.43, age: 38.86) - 0.7266) < 0.0001)
    #expect(abs(model.probabilityAlive(frequency: 23, recency: 39, age: 39) - 0.9686) < 0.0001)
  }

  @Test("a new customer, by the parameters as the paper rounds them")
  func newCustomer() {
    let model = PurchaseModel(.bgNBD, r: 0.243, alpha: 4.414, a: 0.793, b: 2.426)
    #expect(abs(model.expectedOrders(inFirst: 2) - 0.1034) < 0.00005)
    #expect(abs(model.expectedOrders(inFirst: 52) - 1.446) < 0.0005)
  }

  @Test("who bought more often and is silent as long is less likely alive")
  func increasingFrequencyParadox() {
    let model = Self.published
    #expect(abs(model.probabilityAlive(frequency: 5, recency: 30, age: 39) - 0.7056) < 0.0001)
    #expect(abs(model.probabilityAlive(frequency: 20, recency: 30, age: 39) - 0.1968) < 0.0001)
    let alive = (5...20).map { model.probabilityAlive(frequency: $0, recency: 30, age: 39) }
    #expect(zip(alive, alive.dropFirst()).allSatisfy { $0 > $1 })
  }

  @Test("one purchase: alive for sure in BG/NBD, not in MBG/NBD")
  func oneTimeBuyers() {
    #expect(Self.published.probabilityAlive(frequency: 0, recency: 0, age: 1000) == 1)
    let model = PurchaseModel(.mbgNBD, r: 0.525, alpha: 6.183, a: 0.891, b: 1.614)
    #expect(model.probabilityAlive(frequency: 0, recency: 0, age: 0) < 0.7)
    #expect(model.probabilityAlive(frequency: 0, recency: 0, age: 100) < 0.4)
  }

  @Test("CDNOW's hold-out: 1,653.4 predicted for 1,882, with a mean absolute error of 0.785")
  func holdOutOfCDNOW() throws {
    let model = try #require(PurchaseModel.fitted(.bgNBD, to: CDNOW.folded)).model
    var predicted = 0.0
    var actual = 0
    var error = 0.0
    for customer in CDNOW.customers {
      let orders = model.expectedOrders(
        within: CDNOW.holdOutWeeks, frequency: customer.frequency, recency: Double(customer.recency) / 7,
        age: Double(customer.age) / 7)
      predicted += orders * Double(customer.count)
      actual += customer.later * customer.count
      error += abs(orders - Double(customer.later)) * Double(customer.count)
    }
    #expect(abs(predicted - 1653.4) < 0.1)
    #expect(actual == 1882)
    #expect(abs(error / 2357 - 0.785) < 0.001)
  }
}

@Suite("Spend and lifetime value")
struct SpendTests {
  @Test("gamma-gamma on CDNOW has the published parameters")
  func fitOfCDNOW() throws {
    let fit = try #require(GammaGamma.fitted(to: CDNOW.spend))
    #expect(fit.isConverged)
    #expect(fit.customers == 946)
    #expect(abs(fit.model.p - 6.25) < 0.005)
    #expect(abs(fit.model.q - 3.74) < 0.005)
    #expect(abs(fit.model.v - 15.44) < 0.01)
    #expect(abs(fit.logLikelihood - -4055.9177) < 0.0005)
    #expect(abs(fit.correlation - 0.114) < 0.0005)
    #expect(!fit.isCorrelated)
  }

  @Test("where the likelihood has two maximums the higher one is found, and it has no mean")
  func fitWithTwoMaximums() throws {
    let (once, twice) = (SpendWithoutMean.once, SpendWithoutMean.twice)
    let fit = try #require(
      GammaGamma.fitted(to: once.map { (days: 1, mean: $0) } + twice.map { (days: 2, mean: $0) }))
    // By the downhill search of SciPy from 24 points; half of them end at -1149.384.
    #expect(abs(fit.logLikelihood - -1143.348) < 0.001)
    #expect(abs(fit.model.p - 1.606) < 0.002)
    #expect(abs(fit.model.q - 0.199) < 0.001)
    #expect(abs(fit.model.v - 7.468) < 0.01)
    #expect(fit.isConverged && fit.model.populationMean == nil)
  }

  @Test("somebody with a mean of 22.35 on 2 days will spend 24.66 on a further one")
  func expectedValue() throws {
    let model = GammaGamma(p: 6.25, q: 3.74, v: 15.44)
    #expect(abs(try #require(model.expectedValue(days: 2, mean: 22.35)) - 24.66) < 0.01)
    #expect(abs(try #require(model.populationMean) - 35.22) < 0.01)
    #expect(GammaGamma(p: 6, q: 0.9, v: 15).populationMean == nil)
  }

  @Test("that customer is worth 36.29 over twelve months at 1 % a month")
  func lifetimeValue() {
    let terms = CustomerLifetimeValue(periods: 12, weeks: 4.345, margin: 1, discount: 0.01)
    let value = terms.value(
      PurchaseModelTests.published, frequency: 2, recency: 30.43, age: 38.86, value: 24.66)
    #expect(abs(value - 36.29) < 0.01)
  }
}
