import Community
import Loyalty

/// What the panel shows of the answers of one state of the folder: values at hand, made once a change.
package struct NPSFigures: Sendable {
  package var satisfaction: SatisfactionFigures
  /// Answers with words, newest first.
  package var answers: [SurveyAnswer]
  /// Detractors whom nobody contacted since, those who have waited longest first.
  package var open: [SurveyAnswer]

  /// How many answers and detractors are at hand at most.
  static let limit = 200

  /// - Complexity: O(`limit`).
  init(_ satisfaction: SatisfactionFigures, _ community: Community) {
    self.satisfaction = satisfaction
    answers = satisfaction.stream(community, limit: Self.limit)
    open = satisfaction.waitingDetractors(community, limit: Self.limit)
  }

  /// Whether a score is too unsure to be coloured.
  func isLow(_ score: NetPromoterScore) -> Bool { satisfaction.isLow(score.responses) }

  /// How many answers came since another was the newest; nil where more than are at hand.
  func count(since answer: SurveyAnswer) -> Int? { answers.firstIndex { $0.row == answer.row } }

  var isEmpty: Bool {
    answers.isEmpty && satisfaction.nps.responses == 0 && satisfaction.csat.responses == 0
      && satisfaction.ces.responses == 0 && satisfaction.weeks.allSatisfy { $0.score.responses == 0 }
  }
}
