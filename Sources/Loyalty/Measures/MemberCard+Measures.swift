import Community

extension Roster {
  /// Stage, path, scores and values of a member, those that are known, each with its reason.
  func measuredFigures(
    of member: Member.Index, _ account: AccountLedger?, _ history: TierHistory?
  ) -> [MemberCard.Figure] {
    guard let measures else { return [] }
    var figures: [MemberCard.Figure] = []
    func add(_ column: MemberColumn, _ reason: MemberCard.Reason?) {
      let value = value(column, of: member)
      guard value != .unknown, let reason else { return }
      figures.append(MemberCard.Figure(column: column, value: value, records: 0, reason: reason))
    }
    if let history, let standing = tierStanding(member, history) {
      figures.append(
        MemberCard.Figure(
          column: .tier, value: value(.tier, of: member), records: 0, reason: .tier(standing)))
    }
    add(.stage, measures.lifecycleReason(member).map { .stage($0) })
    add(.path, measures.pathReason(member).map { .path($0) })
    add(.rfmClass, scores(of: member, measures.rfm))
    if let absence = measures.model?.absence {
      figures.append(
        MemberCard.Figure(column: .alive, value: .unknown, records: 0, reason: .noModel(absence)))
    }
    let model = MemberCard.Reason.model(customers: measures.model?.fit?.customers ?? 0)
    add(.alive, model)
    add(.lifetimeValue, model)
    add(.segment, model)
    add(.stake, .stake)
    if let account {
      figures.append(
        MemberCard.Figure(
          column: .balance, value: .number(account.balance), records: account.entries.count,
          first: account.entries.first?.at, last: account.entries.last?.at,
          reason: .account(entries: account.entries.count, account.band)))
    }
    add(.behaviour, .rank)
    if let attitude = measures.persona.attitude(member), let behaviour = measures.persona.behaviour(member) {
      add(.mind, .attitude(attitude, behaviour: behaviour))
    } else {
      add(.mind, .rank)
    }
    add(.worth, .rank)
    return figures
  }

  private func scores(of member: Member.Index, _ rfm: RFM) -> MemberCard.Reason? {
    let scores = RFM.Measure.allCases.compactMap { rfm.score($0, member) }
    guard scores.count == 3, let days = rfm.value(.recency, member),
      let orders = rfm.value(.frequency, member), let money = rfm.value(.money, member)
    else { return nil }
    return .scores(
      scores, days: Int(days), orders: Int(orders), money: Money(rawValue: money), window: rfm.windowDays)
  }
}
