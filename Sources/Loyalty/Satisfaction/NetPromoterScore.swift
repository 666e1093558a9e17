/// Promoters (9–10) less detractors (0–6) in a hundred answers to 'would you recommend us'.
///
/// A class follows from the number alone. (Reichheld, *Harvard Business Review*, December 2003.)
package struct NetPromoterScore: Hashable, Sendable {
  /// Answers by score.
  package let counts: ScoreCounts

  package init(_ counts: ScoreCounts = ScoreCounts()) { self.counts = counts }

  package init(promoters: Int, passives: Int, detractors: Int) {
    self.init(ScoreCounts([detractors, 0, 0, 0, 0, 0, 0, passives, 0, promoters]))
  }

  /// Where an answer belongs.
  package enum Class: Int, CaseIterable, Hashable, Sendable {
    case detractor, passive, promoter

    package init(score: Int) { self = score >= 9 ? .promoter : score >= 7 ? .passive : .detractor }

    /// The word in JSON and CSV.
    package var id: String { "\(self)" }
  }

  package var responses: Int { counts.total }
  package var promoters: Int { counts.count(9...10) }
  package var passives: Int { counts.count(7...8) }
  package var detractors: Int { counts.count(0...6) }

  /// How many answers gave each score of 0 to 10.
  package var distribution: [Int] { (0...10).map { counts[$0] } }

  /// The part of a class in all answers. Nil without answers.
  package func share(_ part: Class) -> Double? {
    let responses = responses
    guard responses > 0 else { return nil }
    let count =
      switch part {
      case .promoter: promoters
      case .passive: passives
      case .detractor: detractors
      }
    return Double(count) / Double(responses)
  }

  /// −100 … 100. Nil without answers.
  package var score: Double? {
    let responses = responses
    return responses == 0 ? nil : 100 * Double(promoters - detractors) / Double(responses)
  }

  /// Of the score, in points: 100 √((p + d − (p − d)²) ÷ n). Nil without answers.
  package var standardError: Double? {
    let responses = responses
    guard responses > 0 else { return nil }
    return NetPromoterScore.error(Double(promoters), Double(detractors), Double(responses))
  }

  /// Centre and standard error of the adjusted Wald interval, in points: ¾ of an answer is added to each end of the
  /// scale, and 3 to n. (Rocks, *The American Statistician* 70(4), 2016.) Nil without answers.
  package var adjusted: (centre: Double, standardError: Double)? {
    let responses = responses
    guard responses > 0 else { return nil }
    let (up, down, all) = (Double(promoters) + 0.75, Double(detractors) + 0.75, Double(responses) + 3)
    return (100 * (up - down) / all, NetPromoterScore.error(up, down, all))
  }

  private static func error(_ promoters: Double, _ detractors: Double, _ all: Double) -> Double {
    let (up, down) = (promoters / all, detractors / all)
    return 100 * (max(0, up + down - (up - down) * (up - down)) / all).squareRoot()
  }

  /// The adjusted Wald interval, clipped to −100 … 100, and never without the score: that of a single promoter would
  /// end at 98. Nil without answers.
  ///
  /// It isn't symmetric about the score, so that no ± may stand between the two.
  package func interval(confidence: Double = 0.95) -> ClosedRange<Double>? {
    guard let (centre, error) = adjusted, let score else { return nil }
    let width = NormalDistribution.quantile((1 + confidence) / 2) * error
    return min(score, max(-100, centre - width))...max(score, min(100, centre + width))
  }

  /// The name of that interval in reports.
  package static let intervalMethod = "adjusted_wald"

  /// What changed since earlier answers by other members, or by the same ones at another time.
  package func change(since earlier: NetPromoterScore) -> NetPromoterChange? {
    NetPromoterChange(from: earlier, to: self)
  }
}

/// The difference of two scores, and whether chance alone makes one as large.
package struct NetPromoterChange: Hashable, Sendable {
  /// Points, later less earlier.
  package let score: Double
  /// The difference ÷ the root of the summed adjusted Wald variances.
  package let z: Double
  private let centre: Double
  private let error: Double

  /// Nil where one of the two has no answers.
  package init?(from earlier: NetPromoterScore, to later: NetPromoterScore) {
    guard let before = earlier.score, let after = later.score, let first = earlier.adjusted,
      let second = later.adjusted
    else { return nil }
    score = after - before
    error =
      (first.standardError * first.standardError + second.standardError * second.standardError).squareRoot()
    z = score / error
    centre = second.centre - first.centre
  }

  /// How often chance alone makes a difference at least as large, either way.
  package var pValue: Double { NormalDistribution.bothTails(z) }

  /// The interval of the difference: the adjusted Wald centres' difference with the root of their summed variances,
  /// clipped to ±200 points, and never without the difference.
  package func interval(confidence: Double = 0.95) -> ClosedRange<Double> {
    let width = NormalDistribution.quantile((1 + confidence) / 2) * error
    return min(score, max(-200, centre - width))...max(score, min(200, centre + width))
  }
}
