import Community
import Loyalty
import Testing

@Suite struct RFMTests {
  @Test func equalValuesShareTheMeanOfTheirRanks() {
    let ranks = MidRanks([10, 20, 20, 40, 50])
    #expect(ranks.percentile(10) == 10)
    #expect(ranks.percentile(20) == 40)
    #expect(ranks.percentile(50) == 90)
    #expect(ranks.percentile(30) == nil)
    #expect([10, 20, 40, 50].map { ranks.quintile($0) } == [1, 3, 4, 5])
  }

  @Test func tenDifferentValuesFillFiveBins() {
    var builder = CommunityBuilder()
    for number in 1...10 { builder.order("m\(number)", "2026-01-\(10 + number)", Double(number * 10)) }
    let rfm = builder.measures("2026-02-01").rfm
    #expect(rfm.scored == 10)
    #expect((1...10).map { rfm.score(.recency, builder.index("m\($0)")) } == [1, 1, 2, 2, 3, 3, 4, 4, 5, 5])
    #expect(rfm.bins(.money).map(\.size) == [2, 2, 2, 2, 2])
    #expect(
      rfm.bins(.money).map(\.values) == [1000...2000, 3000...4000, 5000...6000, 7000...8000, 9000...10000])
    #expect(rfm.bins(.recency)[4].values == 12...13)
    #expect(rfm.filledBins(.frequency) == 1)
    #expect(rfm.bins(.frequency)[2].size == 10)
    #expect(rfm.rfmClass(builder.index("m10")) == .develop)
    #expect(rfm.rfmClass(builder.index("m1")) == .lost)
  }

  @Test func theWindowHoldsThreeHundredAndSixtyFiveDays() {
    var builder = CommunityBuilder()
    builder.order("in", "2025-02-02T00:10", 10)
    builder.order("out", "2025-02-01T23:50", 10)
    builder.order("refunded", "2026-01-01", 10)
    builder.order("refunded", "2026-01-02", -30)
    builder.order("refunded", "2024-01-02", 500)
    let rfm = builder.measures("2026-02-01T12:00").rfm
    #expect(rfm.scored == 2)
    #expect(rfm.score(.recency, builder.index("out")) == nil)
    #expect(rfm.value(.recency, builder.index("in")) == 364)
    #expect(rfm.value(.money, builder.index("refunded")) == -2000)
    #expect(rfm.value(.frequency, builder.index("refunded")) == 1)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func scoresAgreeWithRankingMemberByMember(seed: UInt64) {
    let builder = CommunityBuilder.random(seed: seed, members: 150, events: 600)
    let moment = CommunityBuilder.moment("2026-03-10T12:00")
    let rfm = builder.measures("2026-03-10T12:00").rfm
    let figures = builder.figures("2026-03-10T12:00")
    var values: [Member.Index: [Double]] = [:]
    for member in (0..<figures.count).map({ Member.Index($0) }) {
      var last: Instant?
      var count = 0.0
      var money = 0.0
      for row in builder.community.rows(.orders, of: member) {
        let (segment, offset) = builder.community[.orders][row]
        guard segment.instant(offset) <= moment.now, let amount = segment.money(OrderField.amount, offset)
        else {
          continue
        }
        money += Double(amount.rawValue)
        if amount >= .zero {
          count += 1
          last = max(last ?? segment.instant(offset), segment.instant(offset))
        }
      }
      if let last { values[member] = [-Double(moment.days(since: last)), count, money] }
    }
    #expect(rfm.scored == values.count)
    var scores: [Member.Index: [Int]] = [:]
    for (member, own) in values {
      scores[member] = (0..<3).map { place in
        let below = values.values.count { $0[place] < own[place] }
        let equal = values.values.count { $0[place] == own[place] }
        let rank = Double(below) + Double(equal + 1) / 2
        return 1 + Int((5 * (rank - 0.5) / Double(values.count)).rounded(.down))
      }
    }
    let means = (0..<3).map { place in
      Double(scores.values.reduce(0) { $0 + $1[place] }) / Double(max(1, scores.count))
    }
    for (member, expected) in scores {
      #expect(RFM.Measure.allCases.map { rfm.score($0, member) } == expected.map { $0 })
      let digits = zip(expected, means).map { Double($0) > $1 ? "1" : "0" }.joined()
      #expect(rfm.rfmClass(member)?.id == digits)
    }
  }
}
