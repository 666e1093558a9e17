import Community

extension CardFigureSource {
  static let rfm = CardFigureSource { subject in
    subject.figure(.rfmClass, scores(of: subject.member, subject.measures.rfm))
  }

  private static func scores(of member: Member.Index, _ rfm: RFM) -> MemberCard.Reason? {
    let scores = RFM.Measure.allCases.compactMap { rfm.score($0, member) }
    guard scores.count == 3, let days = rfm.value(.recency, member),
      let orders = rfm.value(.frequency, member), let money = rfm.value(.money, member)
    else { return nil }
    return .scores(
      scores, days: Int(days), orders: Int(orders), money: Money(rawValue: money), window: rfm.windowDays)
  }
}
