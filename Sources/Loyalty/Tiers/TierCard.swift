extension CardFigureSource {
  static let tier = CardFigureSource { subject in
    guard let history = subject.history,
      let standing = subject.roster.tierStanding(subject.member, history)
    else { return [] }
    return [
      MemberCard.Figure(
        column: .tier, value: subject.roster.value(.tier, of: subject.member), records: 0,
        reason: .tier(standing))
    ]
  }
}
