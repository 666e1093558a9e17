import Community
import Testing

@testable import Loyalty

@Suite("How often members wake") struct RecallRatesTests {
  private func close(_ value: Double, _ other: Double) -> Bool { abs(value - other) < 1e-6 }

  @Test func aPlayNobodyTriedIsAsGoodAsItsLayersOthers() throws {
    let cells: [RecallLayer: [String: Proportion]] = [
      .lightSleep: ["coupon": Proportion(30, of: 60), "news": Proportion(3, of: 4)],
      .deepSleep: ["coupon": Proportion(40, of: 120), "survey": Proportion(5, of: 30)],
      .returner: ["try_on": Proportion(0, of: 3)],
    ]
    let rates = RecallRates(cells, expected: 0.1)
    let fitted = try #require(BetaBinomial.fitted(to: cells.values.flatMap(\.values)))
    #expect(close(rates.common.mean, fitted.mean) && abs(rates.common.trials - fitted.trials) < 0.01)
    let light = fitted.rate(Proportion(33, of: 64))
    #expect(close(rates.rate(.lightSleep, "survey"), light))
    #expect(rates.basis(.lightSleep, "survey") == .layer)
    #expect(close(rates.rate(.lightSleep, "news"), (fitted.trials * light + 3) / (fitted.trials + 4)))
    #expect(rates.basis(.lightSleep, "news") == .play)
    #expect(close(rates.rate(.churned, "news"), fitted.mean))
    #expect(rates.basis(.churned, "news") == .overall)
    // Between the layer's and its own.
    #expect(rates.rate(.lightSleep, "news") > light && rates.rate(.lightSleep, "news") < 0.75)
  }

  @Test func withoutAnyOutcomeWhatTheProgrammeExpects() {
    let rates = RecallRates([:], expected: 0.1)
    #expect(rates.rate(.deepSleep, "coupon") == 0.1)
    #expect(rates.basis(.deepSleep, "coupon") == .expected)
  }

  @Test func oneRecallIsNoCertainty() {
    let won = RecallRates([.deepSleep: ["coupon": Proportion(1, of: 1)]], expected: 0.1)
    let lost = RecallRates([.deepSleep: ["coupon": Proportion(0, of: 1)]], expected: 0.1)
    #expect((0.1..<0.4).contains(won.rate(.deepSleep, "coupon")))
    #expect((0.05..<0.1).contains(lost.rate(.deepSleep, "coupon")))
    #expect(won.rate(.churned, "news") > 0.1 && won.rate(.churned, "news") < 0.5)
  }

  @Test func playsAreRankedByTheirUplift() {
    var builder = CommunityBuilder()
    // Seventy days after their last purchase of three they sleep deeply.
    func recall(_ play: String, _ count: Int, woken: Int, heldOut: Int, woken others: Int) {
      for (kind, count, woken) in [(DecisionAction.recall, count, woken), (.holdOut, heldOut, others)] {
        for number in 0..<count {
          let id = "\(play)-\(kind)-\(number)"
          for day in ["2025-06-01", "2025-06-08", "2025-06-15"] { builder.order(id, day, 100) }
          if number < woken { builder.order(id, "2025-09-10", 100) }
          builder.decide(id, "2025-09-01", kind, id, play: play)
        }
      }
    }
    // Of coupons more wake, but as many do without one.
    recall("coupon", 100, woken: 60, heldOut: 100, woken: 58)
    recall("host_word", 100, woken: 40, heldOut: 100, woken: 5)
    let outcomes = builder.board("2025-12-01").outcomes
    #expect(outcomes.chance(.deepSleep, "coupon") > outcomes.chance(.deepSleep, "host_word"))
    #expect(outcomes.uplift(.deepSleep, "coupon") < 0.1)
    #expect(outcomes.uplift(.deepSleep, "host_word") > 0.25)
    #expect(outcomes.bestPlay(.deepSleep)?.id == "host_word")
    let board = builder.board("2025-12-01")
    // A play nobody tried has the layer's uplift.
    #expect(board.choices(.deepSleep).compactMap { $0.play?.id }.prefix(2) == ["host_word", "coupon"])
    #expect(board.choices(.deepSleep).first?.basis == .play)
    let layer = board.outcomes.layers.first { $0.layer == .deepSleep }
    #expect(layer?.recalled == Proportion(100, of: 200) && layer?.heldOut == Proportion(63, of: 200))
    // A hundred coupons at 20 and as many words at 2, for a hundred woken.
    #expect(layer?.cost == 2200 && layer?.costPerWoken == 22)
  }
}
