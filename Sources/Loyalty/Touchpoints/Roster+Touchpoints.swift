import Community

extension Roster {
  /// The ids of the rules by which a touchpoint is due.
  func due(_ member: Member.Index) -> ColumnValue {
    guard let calendar = measures?.touchpoints else { return .unknown }
    let rules = calendar.dueRules(of: member)
    return rules.isEmpty ? .unknown : .list(rules.map { calendar.rules[$0].id })
  }

  /// Ascends with the programme's order of the rules; 0 for whoever isn't due.
  func dueKey(of member: Member.Index) -> UInt64 {
    let rules = measures?.touchpoints?.dueRules(of: member) ?? []
    var key: UInt64 = 0
    for place in 0..<4 { key = key << 16 | (place < rules.count ? UInt64(rules[place] + 1) : 0) }
    return key
  }
}
