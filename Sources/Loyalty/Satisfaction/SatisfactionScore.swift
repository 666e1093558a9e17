/// CSAT: the share of answers of 4 or 5 on a scale of 1 to 5.
package struct SatisfactionScore: Hashable, Sendable {
  package let counts: ScoreCounts

  package init(_ counts: ScoreCounts = ScoreCounts()) { self.counts = counts }

  package var responses: Int { counts.total }
  /// Answers of 4 or 5.
  package var satisfied: Int { counts.count(4...5) }
  /// How many answers gave each score of 1 to 5.
  package var distribution: [Int] { (1...5).map { counts[$0] } }
  package var proportion: Proportion { Proportion(satisfied, of: responses) }
  /// 0–1. Nil without answers.
  package var share: Double? { proportion.rate }

  /// Wilson's score interval of the share. Nil without answers.
  package func interval(confidence: Double = 0.95) -> ClosedRange<Double>? {
    proportion.interval(confidence: confidence)
  }

  /// The name of that interval in reports.
  package static let intervalMethod = "wilson"
}

/// CES: how easy it was made, the mean on a scale of 1 to 7, and the share of answers of 5 or more.
///
/// (Dixon, Freeman and Toman, *Harvard Business Review*, July 2010.)
package struct EffortScore: Hashable, Sendable {
  package let counts: ScoreCounts

  package init(_ counts: ScoreCounts = ScoreCounts()) { self.counts = counts }

  package var responses: Int { counts.total }
  /// How many answers gave each score of 1 to 7.
  package var distribution: [Int] { (1...7).map { counts[$0] } }
  /// 1–7. Nil without answers.
  package var mean: Double? { counts.mean }
  /// Answers of 5 or more, of all.
  package var easy: Proportion { Proportion(counts.count(5...7), of: responses) }

  /// Of the mean: the sample's standard deviation (divisor n − 1) ÷ √n. Nil with fewer than two answers.
  package var standardError: Double? {
    let n = Double(responses)
    guard responses > 1, let mean else { return nil }
    let squares = (1...7).reduce(0) {
      $0 + Double(counts[$1]) * (Double($1) - mean) * (Double($1) - mean)
    }
    return (squares / (n - 1) / n).squareRoot()
  }

  /// Student's interval of the mean, clipped to 1 … 7. Nil with fewer than two answers.
  package func interval(confidence: Double = 0.95) -> ClosedRange<Double>? {
    guard let mean, let standardError else { return nil }
    let width =
      StudentDistribution.quantile((1 + confidence) / 2, degrees: responses - 1) * standardError
    return max(1, mean - width)...min(7, mean + width)
  }

  /// The name of that interval in reports.
  package static let intervalMethod = "student_t"
}
