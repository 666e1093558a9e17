import Testing

@testable import Loyalty

/// Scores with their intervals, against published and independently computed numbers.
struct ScoreTests {
  @Test func tenAnswersOfOnePromoterAndSixDetractors() throws {
    let score = NetPromoterScore(promoters: 1, passives: 3, detractors: 6)
    #expect(score.responses == 10)
    #expect(score.score == -50)
    #expect(try abs(#require(score.standardError) - 21.21) < 0.005)
    let adjusted = try #require(score.adjusted)
    #expect(abs(adjusted.centre - -38.46) < 0.005)
    #expect(abs(adjusted.standardError - 19.73) < 0.005)
    let interval = try #require(score.interval())
    #expect(abs(interval.lowerBound - -77.1) < 0.05)
    #expect(abs(interval.upperBound - 0.2) < 0.05)
    #expect(score.share(.detractor) == 0.6)
  }

  @Test func classesFollowFromTheNumberAlone() {
    #expect((0...6).allSatisfy { NetPromoterScore.Class(score: $0) == .detractor })
    #expect((7...8).allSatisfy { NetPromoterScore.Class(score: $0) == .passive })
    #expect((9...10).allSatisfy { NetPromoterScore.Class(score: $0) == .promoter })
  }

  @Test func nobodyAnswered() {
    let score = NetPromoterScore()
    #expect(score.score == nil && score.standardError == nil && score.interval() == nil)
    #expect(score.share(.promoter) == nil)
    #expect(
      NetPromoterChange(from: score, to: NetPromoterScore(promoters: 1, passives: 0, detractors: 0)) == nil)
    #expect(SatisfactionScore().share == nil && EffortScore().mean == nil && EffortScore().interval() == nil)
  }

  @Test func intervalsEndAtAHundred() throws {
    let all = NetPromoterScore(promoters: 5, passives: 0, detractors: 0)
    #expect(all.score == 100)
    #expect(all.standardError == 0)
    #expect(try #require(all.interval()).upperBound == 100)
    let none = NetPromoterScore(promoters: 0, passives: 0, detractors: 5)
    #expect(try #require(none.interval()).lowerBound == -100)
  }

  @Test func changesAreTestedByTheAdjustedVariances() throws {
    let earlier = NetPromoterScore(promoters: 40, passives: 35, detractors: 25)
    let later = NetPromoterScore(promoters: 60, passives: 30, detractors: 20)
    let change = try #require(later.change(since: earlier))
    func variance(_ p: Double, _ d: Double, _ n: Double) -> Double {
      let (up, down) = ((p + 0.75) / (n + 3), (d + 0.75) / (n + 3))
      return (up + down - (up - down) * (up - down)) / (n + 3)
    }
    let score = 100 * (40.0 / 110 - 15.0 / 100)
    let z = score / (100 * (variance(40, 25, 100) + variance(60, 20, 110)).squareRoot())
    #expect(abs(change.score - score) < 1e-9)
    #expect(abs(change.z - z) < 1e-9)
    #expect(abs(change.pValue - NormalDistribution.bothTails(z)) < 1e-12)
    #expect(change.interval().contains(change.score))
  }

  @Test func satisfiedAreThoseOfFourAndFive() throws {
    let score = SatisfactionScore(ScoreCounts([0, 1, 2, 3, 4, 5]))
    #expect(score.responses == 15 && score.satisfied == 9)
    #expect(score.share == 0.6)
    // Wilson's interval of 9 of 15.
    let interval = try #require(score.interval())
    #expect(abs(interval.lowerBound - 0.3575) < 0.0001)
    #expect(abs(interval.upperBound - 0.8018) < 0.0001)
  }

  @Test func effortIsAMeanWithStudentsInterval() throws {
    let score = EffortScore(ScoreCounts([0, 0, 0, 1, 2, 4, 2, 1]))
    #expect(score.mean == 5)
    #expect(score.easy.successes == 7 && score.easy.trials == 10)
    #expect(try abs(#require(score.standardError) - (12.0 / 9 / 10).squareRoot()) < 1e-12)
    // t with 9 degrees of freedom: 2.262157.
    let interval = try #require(score.interval())
    #expect(abs(interval.upperBound - (5 + 2.262157 * (12.0 / 90).squareRoot())) < 1e-5)
    #expect(EffortScore(ScoreCounts([0, 0, 0, 0, 0, 0, 0, 1])).interval() == nil)
  }

  /// Tables of Student's distribution.
  @Test(arguments: [(1, 12.7062), (2, 4.30265), (5, 2.57058), (30, 2.04227), (1000, 1.96234)])
  func studentsQuantiles(degrees: Int, expected: Double) {
    #expect(abs(StudentDistribution.quantile(0.975, degrees: degrees) - expected) < 1e-4)
    #expect(abs(StudentDistribution.quantile(0.025, degrees: degrees) + expected) < 1e-4)
  }
}
