/// What is wrong with tiers that can be read.
package enum TierProblem: Hashable, Sendable {
  /// The tier is easier to get than the one below it, so nobody stays in that one.
  case outOfOrder(below: String)
  /// No member can have that much: the largest value there can be.
  case unreachable(most: Int)
  /// Nothing leads into the tier.
  case noCondition
  /// Whoever just qualifies doesn't keep the tier.
  case keepAboveQualify
  /// The shares of the tiers come to something else than 1.
  case sharesSum(Double)
  /// Tiers go by share, so the tier's conditions don't count.
  case conditionsUnused
  /// Tiers go by share, and this one, which isn't the lowest, has none.
  case noShare
}

extension Program.TierRules {
  /// What is wrong with the tiers, each with the key it concerns, from `tiers.tiers` on. Nothing of it keeps the rest from
  /// counting.
  package var problems: [(path: String, problem: TierProblem)] {
    goesByShare ? shareProblems : conditionProblems
  }

  private func path(_ tier: Int, _ key: String = "") -> String {
    "tiers.tiers.\(tier)" + (key.isEmpty ? "" : ".\(key)")
  }

  private var shareProblems: [(path: String, problem: TierProblem)] {
    var problems: [(path: String, problem: TierProblem)] = []
    for (place, tier) in tiers.enumerated() {
      if tier.share == nil, place > 0 { problems.append((path(place, "share"), .noShare)) }
      if tier.qualify != nil { problems.append((path(place, "qualify"), .conditionsUnused)) }
      if tier.keep != nil { problems.append((path(place, "keep"), .conditionsUnused)) }
    }
    let sum = tiers.reduce(0) { $0 + ($1.share ?? 0) }
    let isWhole = tiers.first?.share == nil ? sum <= 1 + 1e-9 : abs(sum - 1) <= 1e-9
    if !isWhole { problems.append(("tiers.tiers", .sharesSum(sum))) }
    return problems
  }

  private var conditionProblems: [(path: String, problem: TierProblem)] {
    var problems: [(path: String, problem: TierProblem)] = []
    for (place, tier) in tiers.enumerated() {
      guard let qualify = tier.qualify else {
        problems.append((path(place, "qualify"), .noCondition))
        continue
      }
      if qualify == .never { problems.append((path(place, "qualify"), .noCondition)) }
      for (key, condition) in [("qualify", tier.qualify), ("keep", tier.keep)] {
        for minimum in condition?.minimums ?? [] {
          if let most = minimum.most, minimum.least > most {
            problems.append((path(place, "\(key).\(minimum.metric.rawValue)"), .unreachable(most: most)))
          }
        }
      }
      if let keep = tier.keep, keep.isHarder(than: qualify) {
        problems.append((path(place, "keep"), .keepAboveQualify))
      }
      if place > 0, let below = tiers[place - 1].qualify, below.isHarder(than: qualify) {
        problems.append((path(place), .outOfOrder(below: tiers[place - 1].id)))
      }
    }
    return problems
  }
}

extension TierMinimum {
  /// The largest value that there can be; nil where there's no such bound.
  var most: Int? {
    switch (metric, window) {
    case (.lastNPS, _): 10
    case (.activeDays, .days(let days)): days
    case (.activeDays, .quarter): 92
    default: nil
    }
  }
}

extension TierCondition {
  /// The minimums that have to be met all, or nil where there are alternatives.
  private var conjunction: [TierMinimum]? {
    switch self {
    case .least(let minimum): [minimum]
    case .all(let parts):
      parts.reduce([TierMinimum]?.some([])) { known, part in
        guard let known, let more = part.conjunction else { return nil }
        return known + more
      }
    case .any(let parts): parts.count == 1 ? parts[0].conjunction : nil
    }
  }

  /// Whether whoever meets this meets the other too, and not the other way round. False where that can't be told from
  /// the minimums alone.
  func isHarder(than other: TierCondition) -> Bool {
    guard let mine = conjunction, let others = other.conjunction, !mine.isEmpty else { return false }
    func implies(_ one: [TierMinimum], _ another: [TierMinimum]) -> Bool {
      another.allSatisfy { wanted in
        one.contains { $0.metric == wanted.metric && $0.window == wanted.window && $0.least >= wanted.least }
      }
    }
    return implies(mine, others) && !implies(others, mine)
  }
}
