import Community
import Glibc

/// What a purchase model says of each group of members who are alike.
struct PurchaseScores: Sendable {
  /// By group.
  let alive: [Double]
  /// By group, its place in the arrays that follow: what is expected of members who are alive doesn't depend
  /// on when they last bought.
  private let places: [UInt32]
  /// Orders within the horizon asked for, and within the terms'.
  private let ordersIfAlive: [Double]
  private let termOrdersIfAlive: [Double]
  private let discountedIfAlive: [Double]

  /// - Complexity: O(groups), and some tens to hundreds of steps for each distinct pair of frequency and age.
  /// - Returns: nil if cancelled.
  init?(
    _ model: PurchaseModel, _ purchases: FoldedPurchases, horizonWeeks: Double,
    terms: CustomerLifetimeValue = CustomerLifetimeValue(), isCancelled: () -> Bool
  ) {
    var alive: [Double] = []
    var places: [UInt32] = []
    var orders: [Double] = []
    var termOrders: [Double] = []
    var discounted: [Double] = []
    alive.reserveCapacity(purchases.groups.count)
    places.reserveCapacity(purchases.groups.count)
    let ends = terms.ends(otherwise: horizonWeeks)
    let logs = (0...(purchases.groups.lazy.map(\.age).max() ?? 0)).map { log(model.alpha + Double($0) / 7) }
    for run in purchases.runs {
      if isCancelled() { return nil }
      let x = Double(run.frequency)
      let ifAlive = OrdersIfAlive(model, frequency: run.frequency)
      let base = model.logOddsOfDropOut(frequency: run.frequency, recency: 0, age: 0)
      var age = -1
      for group in purchases.groups[run.groups] {
        if group.age != age {
          age = group.age
          if discounted.count & 0xFF == 0, isCancelled() { return nil }
          let expected = ifAlive.expected(within: ends, age: Double(age) / 7)
          orders.append(expected[CustomerLifetimeValue.periodLimit])
          termOrders.append(expected[terms.periods - 1])
          discounted.append(terms.discounted(expected))
        }
        places.append(UInt32(discounted.count - 1))
        alive.append(1 / (1 + exp(base + (model.r + x) * (logs[group.age] - logs[group.recency]))))
      }
    }
    self.alive = alive
    self.places = places
    ordersIfAlive = orders
    termOrdersIfAlive = termOrders
    discountedIfAlive = discounted
  }

  func expectedOrders(_ group: Int) -> Double { alive[group] * ordersIfAlive[Int(places[group])] }
  func termOrdersIfAlive(_ group: Int) -> Double { termOrdersIfAlive[Int(places[group])] }
  func discountedIfAlive(_ group: Int) -> Double { discountedIfAlive[Int(places[group])] }
}

/// P(alive), expected orders, expected value and lifetime value of each member who bought.
///
/// Computed for groups of members who are alike; what depends on a member's spend is put together when asked
/// for.
package struct Scores: Sendable {
  package let summary: PurchaseSummary
  package let fit: ModelFit
  package let terms: CustomerLifetimeValue
  private let scores: PurchaseScores

  /// - Parameters:
  ///   - summary: of the same community as the fit's, at the end of which members are scored; it may end
  ///     earlier or
  ///     later than what the model was fitted to.
  ///   - horizonWeeks: the time for `expectedOrders`; that of the terms unless given.
  /// - Complexity: O(groups of members who are alike).
  /// - Returns: nil if cancelled.
  package init?(
    _ summary: PurchaseSummary, fit: ModelFit, terms: CustomerLifetimeValue = CustomerLifetimeValue(),
    horizonWeeks: Double? = nil, isCancelled: () -> Bool = { false }
  ) {
    let scores = PurchaseScores(
      fit.model, summary.folded, horizonWeeks: horizonWeeks ?? terms.horizon, terms: terms,
      isCancelled: isCancelled)
    guard let scores else { return nil }
    self.summary = summary
    self.fit = fit
    self.terms = terms
    self.scores = scores
  }

  /// How likely the member still buys. Nil for whoever never bought, here and below.
  package func probabilityAlive(_ member: Member.Index) -> Double? { group(member).map { scores.alive[$0] } }

  /// Days with purchases to expect within the horizon.
  package func expectedOrders(_ member: Member.Index) -> Double? { group(member).map(scores.expectedOrders) }

  /// What the member is expected to spend on a further purchase day, in currency units. Nil without a model
  /// of spend, too, and where that has no mean.
  package func expectedValue(_ member: Member.Index) -> Double? {
    guard group(member) != nil, let spend = fit.spend else { return nil }
    let (days, mean) = summary.spend(of: member)
    return spend.model.expectedValue(days: days, mean: mean)
  }

  /// Lifetime value: expected orders of each period times expected value times margin, discounted.
  package func lifetimeValue(_ member: Member.Index) -> Double? {
    guard let group = group(member), let value = expectedValue(member) else { return nil }
    return scores.alive[group] * scores.discountedIfAlive(group) * value * terms.margin
  }

  /// Orders to expect over the terms' periods (a year) of the member if alive.
  package func ordersIfAwake(_ member: Member.Index) -> Double? {
    group(member).map(scores.termOrdersIfAlive)
  }

  /// What the member would spend over the terms' periods (a year) if alive, times margin, not discounted.
  package func valueIfAwake(_ member: Member.Index) -> Double? {
    guard let orders = ordersIfAwake(member), let value = expectedValue(member) else { return nil }
    return orders * value * terms.margin
  }

  @inline(__always)
  private func group(_ member: Member.Index) -> Int? {
    guard member.value < summary.groups.count else { return nil }
    let group = summary.groups[member.value]
    return group == PurchaseSummary.noGroup ? nil : Int(group)
  }
}
