import Community

/// A programme's conditions laid out for judging many members.
struct TierPlan: Sendable {
  static let metrics = TierMetric.allCases.count

  /// A condition: a minimum, or a list of others.
  struct Node: Sendable {
    enum Kind: UInt8 { case least, all, any }
    var kind: Kind
    /// For a minimum: the place of its value, window by window, metric by metric.
    var value: Int32 = 0
    var least: Int64 = 0
    /// For a list: where its parts begin among `children`, and how many they are.
    var first: Int32 = 0
    var count: Int32 = 0
  }

  let rules: Program.TierRules
  /// The rolling windows, in days; behind them those of the calendar quarter and since the tier began, where used.
  private(set) var rollingDays: [Int32] = []
  private(set) var quarterWindow = -1
  private(set) var sinceWindow = -1
  private(set) var windowCount = 0
  private(set) var nodes: [Node] = []
  private(set) var children: [Int32] = []
  /// By tier: the node of what leads into it, and of what keeps it.
  private(set) var qualify: [Int32] = []
  private(set) var keep: [Int32] = []
  private(set) var usedMetrics: Set<TierMetric> = []
  /// Whether some tier is open to whoever has any event at all.
  private(set) var isOpenToAll = false

  init(_ rules: Program.TierRules) {
    self.rules = rules
    let conditions = rules.tiers.indices.map { tier in
      (qualify: rules.tiers[tier].qualify ?? .never, keep: rules.keep(tier))
    }
    let minimums = conditions.flatMap { $0.qualify.minimums + $0.keep.minimums }
    usedMetrics = Set(minimums.map(\.metric))
    for minimum in minimums {
      if case .days(let days) = minimum.window, !rollingDays.contains(Int32(days)) {
        rollingDays.append(Int32(days))
      }
    }
    windowCount = rollingDays.count
    if minimums.contains(where: { $0.window == .quarter }) {
      quarterWindow = windowCount
      windowCount += 1
    }
    if minimums.contains(where: { $0.window == .sinceTier }) {
      sinceWindow = windowCount
      windowCount += 1
    }
    for condition in conditions {
      qualify.append(add(condition.qualify))
      keep.append(add(condition.keep))
    }
    isOpenToAll = conditions.contains { $0.qualify.isMetByNothing }
  }

  func uses(_ metric: TierMetric) -> Bool { usedMetrics.contains(metric) }

  func window(_ window: TierWindow) -> Int {
    switch window {
    case .days(let days): rollingDays.firstIndex(of: Int32(days)) ?? 0
    case .quarter: quarterWindow
    case .sinceTier: sinceWindow
    }
  }

  func place(_ minimum: TierMinimum) -> Int {
    window(minimum.window) * TierPlan.metrics + minimum.metric.place
  }

  private mutating func add(_ condition: TierCondition) -> Int32 {
    switch condition {
    case .least(let minimum):
      nodes.append(Node(kind: .least, value: Int32(place(minimum)), least: minimum.least))
    case .all(let parts), .any(let parts):
      let added = parts.map { add($0) }
      let isAll = if case .all = condition { true } else { false }
      nodes.append(
        Node(kind: isAll ? .all : .any, first: Int32(children.count), count: Int32(added.count)))
      children += added
    }
    return Int32(nodes.count - 1)
  }
}

extension TierCondition {
  /// Whether it holds for whoever has done nothing.
  fileprivate var isMetByNothing: Bool {
    switch self {
    case .least(let minimum): minimum.metric != .lastNPS && minimum.least <= 0
    case .all(let parts): parts.allSatisfy(\.isMetByNothing)
    case .any(let parts): parts.contains(where: \.isMetByNothing)
    }
  }
}

extension TierMetric {
  /// The place among all metrics.
  @inline(__always)
  var place: Int {
    switch self {
    case .spend: 0
    case .purchases: 1
    case .activeDays: 2
    case .contributions: 3
    case .points: 4
    case .referrals: 5
    case .lastNPS: 6
    }
  }
}
