import Glibc

/// How the value of future purchases is added up: over which periods, at which margin and discount.
package struct CustomerLifetimeValue: Hashable, Sendable {
  /// How many periods, at least 1.
  package var periods: Int
  /// The length of a period in weeks.
  package var weeks: Double
  /// The share of spend that is earned.
  package var margin: Double
  /// By how much a value at the end of a period is worth less than at its beginning.
  package var discount: Double

  /// The most periods that are added up.
  package static let periodLimit = 15

  /// - Parameter periods: up to `periodLimit`.
  package init(periods: Int, weeks: Double, margin: Double, discount: Double) {
    self.periods = min(max(1, periods), CustomerLifetimeValue.periodLimit)
    self.weeks = weeks
    self.margin = margin
    self.discount = discount
  }

  /// Twelve periods that make a year of 365 days.
  ///
  /// - Parameter yearlyDiscount: 0.1 for 10 % a year.
  package init(margin: Double = 1, yearlyDiscount: Double = 0.1) {
    self.init(
      periods: 12, weeks: 365.0 / 12 / 7, margin: margin, discount: pow(1 + yearlyDiscount, 1.0 / 12) - 1)
  }

  /// All periods together.
  package var horizon: Double { Double(periods) * weeks }

  /// The ends of the periods, in weeks from now; the places that remain hold `other`.
  func ends(otherwise other: Double) -> OrdersIfAlive.Lanes {
    var ends = OrdersIfAlive.Lanes(repeating: other)
    for period in 0..<periods { ends[period] = Double(period + 1) * weeks }
    return ends
  }

  /// Orders up to the ends of the periods, each period's discounted at its end.
  func discounted(_ orders: OrdersIfAlive.Lanes) -> Double {
    var sum = 0.0
    var before = 0.0
    var factor = 1.0
    for period in 0..<periods {
      factor /= 1 + discount
      sum += (orders[period] - before) * factor
      before = orders[period]
    }
    return sum
  }

  /// What a member is worth from now to the horizon, in currency units.
  ///
  /// - Parameters:
  ///   - frequency: days with purchases after the first one.
  ///   - recency: weeks from the first to the last of them.
  ///   - age: weeks from the first purchase until now.
  ///   - value: expected on a further purchase day.
  package func value(
    _ model: PurchaseModel, frequency: Int, recency: Double, age: Double, value: Double
  ) -> Double {
    let orders = OrdersIfAlive(model, frequency: frequency).expected(within: ends(otherwise: 0), age: age)
    let alive = model.probabilityAlive(frequency: frequency, recency: recency, age: age)
    return margin * value * alive * discounted(orders)
  }
}
