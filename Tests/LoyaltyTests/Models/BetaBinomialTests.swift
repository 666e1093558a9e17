import Testing

@testable import Loyalty

@Suite("Rates of groups that are alike") struct BetaBinomialTests {
  /// The groups of the golden numbers: successes and trials.
  private static let groups = [
    (2, 2), (9, 12), (30, 60), (40, 120), (0, 3), (12, 40), (3, 4), (22, 80), (5, 30), (16, 50),
  ].map { Proportion($0.0, of: $0.1) }

  @Test func parametersOfLargestLikelihood() throws {
    let fitted = try #require(BetaBinomial.fitted(to: Self.groups))
    #expect(abs(fitted.alpha - 5.592) < 0.001)
    #expect(abs(fitted.beta - 9.255) < 0.001)
    #expect(abs(fitted.mean - 0.3767) < 0.0001)
  }

  @Test(arguments: [(9, 12, 0.5435), (30, 60, 0.4755), (3, 4, 0.4559), (2, 2, 0.4507), (0, 3, 0.3133)])
  func fewTrialsAreDrawnTowardsTheMean(successes: Int, trials: Int, rate: Double) throws {
    let fitted = try #require(BetaBinomial.fitted(to: Self.groups))
    #expect(abs(fitted.rate(Proportion(successes, of: trials)) - rate) < 0.0001)
  }

  @Test func alikeGroupsHaveTheirPooledRate() throws {
    let fitted = try #require(BetaBinomial.fitted(to: (0..<6).map { _ in Proportion(20, of: 100) }))
    #expect(abs(fitted.mean - 0.2) < 0.0001)
    #expect(fitted.trials > 1000)
  }

  @Test func nothingTellsOfOneGroupOrOfGroupsWithoutADifference() {
    #expect(BetaBinomial.fitted(to: [Proportion(3, of: 5)]) == nil)
    #expect(BetaBinomial.fitted(to: [Proportion(0, of: 5), Proportion(0, of: 9)]) == nil)
    #expect(BetaBinomial.fitted(to: [Proportion(5, of: 5), Proportion(9, of: 9)]) == nil)
    #expect(BetaBinomial.fitted(to: [Proportion(3, of: 5), Proportion(0, of: 0)]) == nil)
  }
}
