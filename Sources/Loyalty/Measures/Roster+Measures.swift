import Community

extension Roster {
  /// The place of a member's word among the words of a column.
  @inline(__always)
  func word(_ column: MemberColumn, of member: Member.Index) -> Int? {
    guard let measures else { return nil }
    switch column {
    case .stage: return measures.lifecycle.stage(member).map { Int($0.rawValue) - 1 }
    case .path: return measures.path.stage(member).map { Int($0.rawValue) - 1 }
    case .rfmClass: return measures.rfm.rfmClass(member).map { Int($0.rawValue) }
    case .tier, .nextTier: return tierPlace(column, of: member)
    case .atRisk: return tierRisk(member)
    case .segment: return measures.segments.segment(member).map { Int($0.rawValue) - 1 }
    case .contributorLayer: return measures.activity?.layer(member).map { Int($0.rawValue) - 1 }
    case .challenge: return measures.challenges?.state(of: member).map { Int($0.rawValue) - 1 }
    case .band: return measures.account?.band(member).map { Int($0.rawValue) }
    default: return nil
    }
  }

  /// A value with decimals.
  @inline(__always)
  func decimal(_ column: MemberColumn, of member: Member.Index) -> Double? {
    guard let measures else { return nil }
    switch column {
    case .rhythm: return measures.lifecycle.rhythm(member)
    case .alive: return measures.probabilityAlive(member)
    case .behaviour: return measures.persona.behaviour(member)
    case .mind: return measures.persona.mind(member)
    case .worth: return measures.persona.value(member)
    case .embedded: return measures.ties?.embedded(member)
    case .balance: return measures.account?.balance(member)
    case .next: return measures.tiers?.next(member)
    case .keep: return measures.tiers?.keep(member)
    default: return nil
    }
  }

  /// A whole number: a score, or hundredths of money.
  @inline(__always)
  func whole(_ column: MemberColumn, of member: Member.Index) -> Int64? {
    guard let measures else { return nil }
    switch column {
    case .recencyScore: return measures.rfm.score(.recency, member).map(Int64.init)
    case .frequencyScore: return measures.rfm.score(.frequency, member).map(Int64.init)
    case .moneyScore: return measures.rfm.score(.money, member).map(Int64.init)
    case .lifetimeValue: return measures.lifetimeValue(member)?.rawValue
    case .stake: return measures.valueAtStake(member)?.rawValue
    case .points: return measures.points?.balance(member)
    case .expiring30: return measures.points?.expiring(within: 30, member)
    case .expiring:
      return measures.points?.nextExpiry(member)
        .map { Int64(moment.zone.day(of: $0).days(since: today)) }
    case .contributions: return measures.activity?.contributions(member).map(Int64.init)
    case .ties: return measures.ties.map { Int64($0.ties(member)) }
    case .reciprocalTies: return measures.ties.map { Int64($0.reciprocalTies(member)) }
    case .group: return measures.ties?.group(member).map(Int64.init)
    case .misses: return measures.tiers.map { Int64($0.misses(member)) }
    default: return nil
    }
  }

  func measure(_ column: MemberColumn, of member: Member.Index) -> ColumnValue {
    guard let value = whole(column, of: member) else { return .unknown }
    if column.kind == .days { return .days(Int(value)) }
    return column.kind == .money ? .money(Money(rawValue: value)) : .count(Int(value))
  }
}
