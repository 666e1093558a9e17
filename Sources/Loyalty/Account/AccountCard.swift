extension CardFigureSource {
  static let account = CardFigureSource { subject in
    guard let account = subject.account else { return [] }
    return [
      MemberCard.Figure(
        column: .balance, value: .number(account.balance), records: account.entries.count,
        first: account.entries.first?.at, last: account.entries.last?.at,
        reason: .account(entries: account.entries.count, account.band))
    ]
  }
}
