import Testing

@testable import Loyalty

@Suite("Comparing groups")
struct ProportionTestTests {
  static let example = ProportionTest(control: Proportion(78, of: 1000), treated: Proportion(112, of: 1000))

  @Test("78 and 112 of 1,000")
  func golden() throws {
    let test = try #require(Self.example)
    #expect(abs(test.z - 2.5929) < 0.00005)
    #expect(abs(test.pValue - 0.009518) < 0.0000005)
    #expect(abs(test.difference - 0.034) < 1e-12)
    let interval = test.waldInterval()
    #expect(abs(interval.lowerBound - 0.0083) < 0.00005)
    #expect(abs(interval.upperBound - 0.0597) < 0.00005)
    #expect(abs(test.probabilityOfGain - 0.99523) < 0.000005)
    #expect(ProportionTest.plannedTrials(from: 0.078, to: 0.112) == 1167)
  }

  @Test("Newcombe's own example, 56 of 70 and 48 of 80: 0.0524 to 0.3339")
  func newcombe() throws {
    let test = try #require(
      ProportionTest(control: Proportion(48, of: 80), treated: Proportion(56, of: 70)))
    let interval = test.interval()
    #expect(abs(interval.lowerBound - 0.0524) < 0.00005)
    #expect(abs(interval.upperBound - 0.3339) < 0.00005)
  }

  @Test("groups that are empty, or in which nobody or everybody succeeded")
  func extremes() throws {
    #expect(ProportionTest(control: Proportion(0, of: 0), treated: Proportion(1, of: 2)) == nil)
    let nobody = try #require(ProportionTest(control: Proportion(0, of: 5), treated: Proportion(0, of: 9)))
    #expect(nobody.z == 0 && nobody.pValue == 1)
    let interval = nobody.interval()
    #expect(interval.lowerBound < -0.3 && interval.upperBound > 0.2)
    let opposite = try #require(ProportionTest(control: Proportion(0, of: 3), treated: Proportion(3, of: 3)))
    #expect(opposite.interval().upperBound == 1)
    #expect(ProportionTest.plannedTrials(from: 0.1, to: 0.1) == nil)
  }

  @Test("which rate is higher: the sum, its mirrors, and integrals agree")
  func probabilities() {
    for (a, b) in [((3, 10), (5, 12)), ((0, 4), (30, 31)), ((25, 30), (2, 2)), ((7, 9), (700, 900))] {
      let first = BetaDistribution(successes: a.0, trials: a.1)
      let second = BetaDistribution(successes: b.0, trials: b.1)
      let exceeds = second.probability(exceeding: first)
      #expect(abs(exceeds + first.probability(exceeding: second) - 1) < 1e-10)
      let integrated = integral(0...1, steps: 4000) { rate in
        let density =
          power(rate, second.alpha - 1) * power(1 - rate, second.beta - 1)
          / exponential(BetaFunction.log(second.alpha, second.beta))
        return density * first.lowerTail(rate)
      }
      #expect(abs(exceeds - integrated) < 1e-7)
    }
  }

  @Test("a rate never seen is as likely as any other, and the mean is pulled to the middle")
  func belief() {
    let unseen = BetaDistribution(successes: 0, trials: 0)
    #expect(unseen.mean == 0.5)
    #expect(abs(unseen.quantile(0.3) - 0.3) < 1e-12)
    let seen = Proportion(3, of: 8).belief
    #expect(seen.mean == 0.4)
    let interval = seen.interval()
    #expect(abs(seen.lowerTail(interval.lowerBound) - 0.025) < 1e-9)
    #expect(abs(seen.lowerTail(interval.upperBound) - 0.975) < 1e-9)
  }

  @Test("Wilson's interval: 0.0552 to 0.1742 for 10 of 100")
  func wilson() throws {
    let interval = try #require(Proportion(10, of: 100).interval())
    #expect(abs(interval.lowerBound - 0.05523) < 0.00001)
    #expect(abs(interval.upperBound - 0.17437) < 0.00001)
    #expect(Proportion(0, of: 0).interval() == nil)
    #expect(try #require(Proportion(0, of: 3).interval()).lowerBound == 0)
  }

  @Test("groups of other sizes than planned raise an alarm, small ones don't")
  func sampleRatio() throws {
    let planned = try #require(SampleRatio(counts: [899, 101], shares: [0.9, 0.1]))
    #expect(!planned.isAlarming)
    let broken = try #require(SampleRatio(counts: [850, 150], shares: [9, 1]))
    #expect(abs(broken.chiSquared - 2500.0 / 900 - 2500.0 / 100) < 1e-9)
    #expect(broken.isAlarming)
    #expect(try !#require(SampleRatio(counts: [10, 80], shares: [1, 1])).isAlarming)
    #expect(SampleRatio(counts: [1, 2], shares: [1]) == nil)
    #expect(SampleRatio(counts: [0, 0], shares: [1, 1]) == nil)
    #expect(SampleRatio(counts: [1, 2], shares: [1, 0]) == nil)
  }
}
