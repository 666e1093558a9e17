import Community

/// Figures of one capability on a member's card, as the capability declares them; `all` lists them in the order of the
/// card.
struct CardFigureSource: Sendable {
  let figures: @Sendable (CardSubject) -> [MemberCard.Figure]

  static let all: [CardFigureSource] = [tier, lifecycle, rfm, purchaseValues, account, persona]
}

/// Whose card is made, and what was gathered of all their records for it.
struct CardSubject {
  let roster: Roster
  let measures: MemberMeasures
  let member: Member.Index
  /// Nil while accounts aren't computed.
  let account: AccountLedger?
  /// Nil while tiers aren't computed.
  let history: TierHistory?

  /// The figure of a column with its reason; none where the value or the reason isn't known.
  func figure(_ column: MemberColumn, _ reason: MemberCard.Reason?) -> [MemberCard.Figure] {
    let value = roster.value(column, of: member)
    guard value != .unknown, let reason else { return [] }
    return [MemberCard.Figure(column: column, value: value, records: 0, reason: reason)]
  }
}

extension Roster {
  /// Stage, path, scores and values of a member, those that are known, each with its reason.
  func measuredFigures(
    of member: Member.Index, _ account: AccountLedger?, _ history: TierHistory?
  ) -> [MemberCard.Figure] {
    guard let measures else { return [] }
    let subject = CardSubject(
      roster: self, measures: measures, member: member, account: account, history: history)
    return CardFigureSource.all.flatMap { $0.figures(subject) }
  }
}
