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
    return figures + subject.figure(.stake, .told(phrase: "why.stake"))
  }
}
