/// What a tier asks of a member.
package enum TierMetric: String, CaseIterable, Hashable, Sendable {
  /// Amounts, refunds included on the day of their order, in hundredths.
  case spend
  /// Purchases that aren't refunded as a whole.
  case purchases
  /// Days with any activity.
  case activeDays = "active_days"
  case contributions
  /// Points earned.
  case points
  /// People referred who bought, by the day of their first purchase.
  case referrals
  /// The score of the newest NPS answer.
  case lastNPS = "last_nps"

  /// Whether falling a little short of what the tier took is enough to keep it.
  package var isEasedToKeep: Bool { self == .spend || self == .points }
}

/// Over which days a metric is taken.
package enum TierWindow: Hashable, Sendable {
  /// The last days, today included.
  case days(Int)
  /// The calendar quarter.
  case quarter
  /// From the instant on at which the member's tier began; without a tier, from the first event on.
  case sinceTier

  package static let standard = TierWindow.days(365)
}

/// The least value that a metric must have.
package struct TierMinimum: Hashable, Sendable {
  package var metric: TierMetric
  /// Hundredths for spend.
  package var least: Int64
  package var window: TierWindow

  package init(_ metric: TierMetric, _ least: Int64, window: TierWindow = .standard) {
    self.metric = metric
    self.least = least
    self.window = window
  }
}

/// What has to hold for a member to get or to keep a tier.
package indirect enum TierCondition: Hashable, Sendable {
  case least(TierMinimum)
  /// Every one; without any, it always holds.
  case all([TierCondition])
  /// At least one; without any, it never holds.
  case any([TierCondition])

  package static let always = TierCondition.all([])
  package static let never = TierCondition.any([])

  /// All minimums in it, in the order in which they stand.
  package var minimums: [TierMinimum] {
    switch self {
    case .least(let minimum): [minimum]
    case .all(let parts), .any(let parts): parts.flatMap(\.minimums)
    }
  }

  /// The same with each minimum replaced.
  package func mapMinimums(_ change: (TierMinimum) -> TierMinimum) -> TierCondition {
    switch self {
    case .least(let minimum): .least(change(minimum))
    case .all(let parts): .all(parts.map { $0.mapMinimums(change) })
    case .any(let parts): .any(parts.map { $0.mapMinimums(change) })
    }
  }

  /// What is asked to keep a tier that asks this to get it: a part of spend and points, the same of the rest.
  package func eased(by factor: Double) -> TierCondition {
    mapMinimums { minimum in
      guard minimum.metric.isEasedToKeep else { return minimum }
      var eased = minimum
      // What is a whole number but for the last bits of the product isn't rounded up to the next.
      eased.least = Int64((Double(minimum.least) * factor - 1e-6).rounded(.up))
      return eased
    }
  }
}
