import Community

extension RecallLayer {
  /// - Parameters:
  ///   - rhythm: what silence is judged by, in days; nil where it's judged by days alone.
  ///   - hasRefund: within the days that make a returner.
  ///   - lifetimeValue: in hundredths.
  /// - Returns: nil unless the stage is sleeping or churned.
  init?(
    _ stage: LifecycleStage?, silence: Int, rhythm: Double?, hasRefund: Bool, lifetimeValue: Int64?,
    cuts: ValueCuts, rules: Program.RecallRules
  ) {
    switch stage {
    case .sleeping, .churned: break
    case .new, .active, nil: return nil
    }
    if hasRefund {
      self = .returner
    } else if stage == .sleeping {
      let limit = max(rules.lightRhythms * (rhythm ?? 0), Double(rules.lightDays))
      self = Double(silence) <= limit ? .lightSleep : .deepSleep
    } else if let lifetimeValue {
      self =
        lifetimeValue >= cuts.high
        ? .churnedHigh : lifetimeValue >= cuts.middle ? .churnedMiddle : .churnedLow
    } else {
      self = .churned
    }
  }
}

/// From which lifetime value on, in hundredths, a member is among the highest, and among those next to them.
struct ValueCuts: Hashable, Sendable {
  var high = Int64.max
  var middle = Int64.max

  init() {}

  /// The smallest values of members whose rank is high enough.
  /// - Complexity: O(members).
  init(_ measures: MemberMeasures, count: Int, rules: Program.SegmentRules) {
    let highRank = 100 * (1 - rules.highShare)
    let middleRank = 100 * (1 - rules.highShare - rules.middleShare)
    for number in 0..<count {
      let member = Member.Index(number)
      guard let rank = measures.persona.value(member), rank >= middleRank,
        let value = measures.lifetimeValue(member)?.rawValue
      else { continue }
      if rank >= highRank { high = min(high, value) }
      middle = min(middle, value)
    }
    middle = min(middle, high)
  }
}

extension RecallLayer {
  /// Among all layers.
  var place: Int {
    switch self {
    case .lightSleep: 0
    case .deepSleep: 1
    case .churnedHigh: 2
    case .churnedMiddle: 3
    case .churnedLow: 4
    case .churned: 5
    case .returner: 6
    }
  }
}
