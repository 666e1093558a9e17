import Glibc

/// The parameters of a purchase model.
package enum PurchaseParameter: String, CaseIterable, Hashable, Sendable {
  case r, alpha, a, b

  /// Where the maximum is looked for. The bounds lie where a distribution over members is as good as a single
  /// value, or as good as all or nothing.
  var range: ClosedRange<Double> {
    switch self {
    case .r: 1e-3...1e3
    case .alpha: 1e-3...1e5
    case .a: 1e-4...1e3
    case .b: 1e-4...1e4
    }
  }
}

/// A purchase model fitted to members' purchases.
package struct FittedPurchaseModel: Hashable, Sendable {
  package var model: PurchaseModel
  /// Of all members together.
  package var logLikelihood: Double
  package var isConverged: Bool
  /// Parameters that ran into the bounds of what is looked at: a near 0 means that nobody drops out.
  package var boundary: [PurchaseParameter]
}

extension PurchaseModel {
  /// Members taken from a large community to find out where the maximum is roughly.
  private static let sampleSize = 10_000

  /// The parameters that make the purchases most likely: several starts on a sample of the members, the best
  /// of them carried to the end on all.
  ///
  /// - Complexity: O(groups) for each of some ten to twenty evaluations.
  /// - Returns: nil if cancelled, or without members.
  package static func fitted(
    _ kind: Kind, to purchases: FoldedPurchases, isCancelled: () -> Bool = { false }
  ) -> FittedPurchaseModel? {
    guard purchases.customers > 0 else { return nil }
    let sample = purchases.sample(sampleSize)
    let rough = PurchaseLikelihood(kind, sample)
    var best: Maximum?
    for start in starts(sample) {
      guard let found = maximum(kind, rough, from: start, isCancelled: isCancelled) else { return nil }
      if found.value > best?.value ?? -.infinity { best = found }
    }
    guard var best else { return nil }
    if sample.customers < purchases.customers {
      let whole = PurchaseLikelihood(kind, purchases)
      guard
        let found = maximum(
          kind, whole, from: best.point, curvature: best.curvature, isCancelled: isCancelled)
      else { return nil }
      best = found
    }
    let boundary = zip(PurchaseParameter.allCases, best.isOnBound).filter(\.1).map(\.0)
    return FittedPurchaseModel(
      model: PurchaseModel(kind, logarithms: best.point),
      logLikelihood: best.value * Double(purchases.customers), isConverged: best.isConverged,
      boundary: boundary)
  }

  private init(_ kind: Kind, logarithms: [Double]) {
    self.init(
      kind, r: exp(logarithms[0]), alpha: exp(logarithms[1]), a: exp(logarithms[2]), b: exp(logarithms[3]))
  }

  /// Logarithms of parameters: rates as seen on average, alike or spread widely, with many or few who drop
  /// out.
  private static func starts(_ purchases: FoldedPurchases) -> [[Double]] {
    let weeks = purchases.groups.reduce(0.0) { $0 + Double($1.count * $1.age) / 7 }
    let rate = max(Double(purchases.repeats), 0.5) / max(weeks, 1)
    return [(0.3, 0.8, 2.5), (1, 0.3, 3), (3, 0.05, 2), (0.8, 5, 20)].map { r, a, b in
      [log(r), log(r / rate), log(a), log(b)]
    }
  }

  private static func maximum(
    _ kind: Kind, _ likelihood: PurchaseLikelihood, from start: [Double], curvature: [[Double]]? = nil,
    isCancelled: () -> Bool
  ) -> Maximum? {
    let bounds = PurchaseParameter.allCases.map { log($0.range.lowerBound)...log($0.range.upperBound) }
    return Maximum(from: start, within: bounds, curvature: curvature, isCancelled: isCancelled) { point in
      let model = PurchaseModel(kind, logarithms: point)
      let (value, gradient) = likelihood.evaluate(model)
      // By the logarithms of the parameters, and per member.
      let scaled = gradient * SIMD4(model.r, model.alpha, model.a, model.b) / likelihood.customers
      return (value / likelihood.customers, (0..<4).map { scaled[$0] })
    }
  }
}
