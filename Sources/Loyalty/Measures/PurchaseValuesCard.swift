extension CardFigureSource {
  static let purchaseValues = CardFigureSource { subject in
    var figures: [MemberCard.Figure] = []
    if let problem = subject.measures.model?.absence {
      figures.append(
        MemberCard.Figure(column: .alive, value: .unknown, records: 0, reason: .noModel(problem)))
    }
    let model = MemberCard.Reason.told(
      phrase: "why.model", count: subject.measures.model?.fit?.customers ?? 0)
    figures += [.alive, .lifetimeValue, .segment].flatMap { subject.figure($0, model) }
    if let fit = subject.measures.model?.fit, let spend = fit.spend, spend.model.populationMean == nil,
      subject.roster.value(.alive, of: subject.member) != .unknown,
      subject.roster.value(.lifetimeValue, of: subject.member) == .unknown
    {
      figures.append(
        MemberCard.Figure(
          column: .lifetimeValue, value: .unknown, records: 0, reason: .told(phrase: "why.no_mean")))
    }
    return figures + subject.figure(.stake, .told(phrase: "why.stake"))
  }
}
