extension Phrase {
  /// Every phrase there is, area by area.
  public static let all: [Phrase] = unitPhrases + commandPhrases + actionPhrases + reportPhrases
}
