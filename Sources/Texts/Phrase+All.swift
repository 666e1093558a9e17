extension Phrase {
  /// Every phrase there is, area by area.
  package static let all: [Phrase] = [
    tierProblemPhrases, tierPhrases, tierColumnPhrases, unitPhrases, commandPhrases, actionPhrases,
    reportPhrases, framePhrases, overviewPhrases, monthPhrases, feedPhrases, setAsidePhrases, columnPhrases,
    columnAboutPhrases, membersPhrases, cardPhrases, wordPhrases, overlayPhrases, stageColumnPhrases,
    stageWordPhrases, stageReasonPhrases, purchasePhrases, recallPhrases, touchpointPhrases, npsPhrases,
    satisfactionReportPhrases, pointsPhrases, communityWordPhrases, communityPhrases, tiersPanelPhrases,
    accountPhrases, accountWordPhrases,
  ].flatMap { $0 }
}
