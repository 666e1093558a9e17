extension CardFigureSource {
  static let persona = CardFigureSource { subject in
    let persona = subject.measures.persona
    let rank = MemberCard.Reason.told(phrase: "why.rank")
    var mind = rank
    if let attitude = persona.attitude(subject.member), let behaviour = persona.behaviour(subject.member) {
      mind = .attitude(attitude, behaviour: behaviour)
    }
    return subject.figure(.behaviour, rank) + subject.figure(.mind, mind) + subject.figure(.worth, rank)
  }
}
