extension CardFigureSource {
  static let complaints = CardFigureSource { $0.figure(.complaintAge, .told(phrase: "why.complaint_age")) }
}
