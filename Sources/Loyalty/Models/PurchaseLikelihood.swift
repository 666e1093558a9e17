import Glibc

/// The log-likelihood of a purchase model over all members, with its gradient, laid out for many evaluations.
///
/// What depends on the frequency alone is computed once per frequency, logarithms of times once per day that
/// occurs; a group of members costs one exponential and one logarithm.
struct PurchaseLikelihood {
  private let kind: PurchaseModel.Kind
  private let runs: [FoldedPurchases.Run]
  /// Weeks that occur, and where those of each group are among them.
  private let weeks: [Double]
  private let recency: [Int32]
  private let age: [Int32]
  private let count: [Double]
  /// Members and their repeat purchases by age, as weeks are.
  private let members: [Double]
  private let repeats: [Double]
  let customers: Double

  init(_ kind: PurchaseModel.Kind, _ purchases: FoldedPurchases) {
    self.kind = kind
    runs = purchases.runs
    count = purchases.groups.map { Double($0.count) }
    customers = Double(purchases.customers)
    // Days run to some thousands, or in odd communities to many thousands of which few occur.
    var places = [Int32](repeating: -1, count: 1 + (purchases.groups.lazy.map(\.age).max() ?? 0))
    for group in purchases.groups {
      places[group.age] = 0
      places[group.recency] = 0
    }
    var weeks: [Double] = []
    for day in places.indices where places[day] == 0 {
      places[day] = Int32(weeks.count)
      weeks.append(Double(day) / 7)
    }
    self.weeks = weeks
    recency = purchases.groups.map { places[$0.recency] }
    age = purchases.groups.map { places[$0.age] }
    var members = [Double](repeating: 0, count: weeks.count)
    var repeats = members
    for group in purchases.groups {
      let place = Int(places[group.age])
      members[place] += Double(group.count)
      repeats[place] += Double(group.count * group.frequency)
    }
    self.members = members
    self.repeats = repeats
  }

  /// Log-likelihood and its derivatives by r, α, a and b.
  ///
  /// - Complexity: O(groups).
  func evaluate(_ model: PurchaseModel) -> (value: Double, gradient: SIMD4<Double>) {
    let (r, alpha, a, b) = (model.r, model.alpha, model.a, model.b)
    // ln(α + t) and 1/(α + t).
    let logs = weeks.map { log(alpha + $0) }
    let inverses = weeks.map { 1 / (alpha + $0) }
    var value = 0.0
    var gradient = SIMD4<Double>.zero
    for place in weeks.indices where members[place] > 0 {
      value -= (r * members[place] + repeats[place]) * logs[place]
      gradient[0] -= members[place] * logs[place]
      gradient[1] -= (r * members[place] + repeats[place]) * inverses[place]
    }
    value += customers * (r * log(alpha) - GammaFunction.log(r) - BetaFunction.log(a, b))
    gradient +=
      customers
      * SIMD4(
        log(alpha) - GammaFunction.digamma(r), r / alpha,
        GammaFunction.digamma(a + b) - GammaFunction.digamma(a),
        GammaFunction.digamma(a + b) - GammaFunction.digamma(b))
    for run in runs {
      let x = Double(run.frequency)
      let survivals = model.survivals(x)
      let members = Double(run.members)
      value += members * (GammaFunction.log(r + x) + BetaFunction.log(a, survivals))
      let both = GammaFunction.digamma(a + survivals)
      gradient +=
        members
        * SIMD4(
          GammaFunction.digamma(r + x), 0, GammaFunction.digamma(a) - both,
          GammaFunction.digamma(survivals) - both)
      guard run.frequency > 0 || kind == .mbgNBD else { continue }
      let sums = dropOuts(run, log(a) - log(survivals - 1), r + x, logs, inverses)
      value += sums.value
      gradient += SIMD4(sums.byRate, sums.byAlpha, sums.weight / a, -sums.weight / (survivals - 1))
    }
    return (value, gradient)
  }

  /// Sums over groups of one frequency of ln(1 + odds), of the odds' share, and of that by r and α.
  private func dropOuts(
    _ run: FoldedPurchases.Run, _ base: Double, _ power: Double, _ logs: [Double], _ inverses: [Double]
  ) -> (value: Double, weight: Double, byRate: Double, byAlpha: Double) {
    var value = 0.0
    var weight = 0.0
    var byRate = 0.0
    var byAlpha = 0.0
    let logs = logs.span
    let inverses = inverses.span
    let age = age.span
    let recency = recency.span
    let count = count.span
    for group in run.groups {
      let now = Int(age[group])
      let last = Int(recency[group])
      let silence = logs[now] - logs[last]
      let odds = base + power * silence
      let small = exp(-abs(odds))
      value += count[group] * (max(odds, 0) + log(1 + small))
      let share = count[group] * (odds >= 0 ? 1 : small) / (1 + small)
      weight += share
      byRate += share * silence
      byAlpha += share * power * (inverses[now] - inverses[last])
    }
    return (value, weight, byRate, byAlpha)
  }
}
