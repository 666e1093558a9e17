extension CardFigureSource {
  static let lifecycle = CardFigureSource { subject in
    subject.figure(.stage, subject.measures.lifecycleReason(subject.member).map { .stage($0) })
      + subject.figure(.path, subject.measures.pathReason(subject.member).map { .path($0) })
  }
}
