import Testing

@testable import Loyalty

/// A score is never outside its own interval.
@Suite struct IntervalTests {
  @Test func aSingleAnswersIntervalHoldsItsScore() throws {
    let interval = try #require(NetPromoterScore(promoters: 1, passives: 0, detractors: 0).interval())
    #expect(interval.upperBound == 100)
    #expect(interval.lowerBound.rounded() == -48)
    let other = try #require(NetPromoterScore(promoters: 0, passives: 0, detractors: 1).interval())
    #expect(other.lowerBound == -100 && other.upperBound.rounded() == 48)
  }

  @Test func everyScoreLiesInItsInterval() throws {
    for answers in 1...14 {
      for promoters in 0...answers {
        for detractors in 0...answers - promoters {
          let score = NetPromoterScore(
            promoters: promoters, passives: answers - promoters - detractors, detractors: detractors)
          let (value, interval) = (try #require(score.score), try #require(score.interval()))
          #expect(interval.contains(value))
          // In words of whole points too.
          #expect((interval.lowerBound.rounded()...interval.upperBound.rounded()).contains(value.rounded()))
          let earlier = NetPromoterScore(promoters: 1, passives: 0, detractors: 0)
          let change = try #require(score.change(since: earlier))
          #expect(change.interval().contains(change.score))
        }
      }
    }
  }
}
