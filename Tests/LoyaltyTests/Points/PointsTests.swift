import Community
import Testing

@testable import Loyalty

/// The rules of points, one example each.
@Suite struct PointsTests {
  private func points(_ fill: (inout PointsHistory) -> Void) -> PointsHistory {
    var history = PointsHistory()
    fill(&history)
    return history
  }

  private func balance(_ history: PointsHistory, _ id: String, _ now: String) throws -> Int64? {
    let points = history.points(now)
    return points.balance(try #require(points.source.community.member(id: id)))
  }

  private func ledger(_ history: PointsHistory, _ id: String, _ now: String) throws -> PointsLedger {
    let points = history.points(now)
    return points.ledger(of: try #require(points.source.community.member(id: id)))
  }

  // MARK: Earning

  @Test func aPurchaseEarnsOneAUnitRoundedDown() throws {
    let history = points {
      $0.person("a")
      $0.order("a", "2026-01-01", 128.99)
    }
    #expect(try balance(history, "a", "2026-02-01") == 128)
  }

  @Test func ratesWithDecimalsAreExact() throws {
    var history = points {
      $0.person("a")
      $0.order("a", "2026-01-01", 100)
    }
    // 0.29 has no exact binary form: 100 × 0.29 falls short of 29 in floating point.
    history.program.points.perUnit = 0.29
    #expect(try balance(history, "a", "2026-02-01") == 29)
  }

  @Test func activitiesEarnUpToTheirPointsADay() throws {
    let history = points {
      $0.person("a")
      for hour in 10...19 { $0.activity("a", "2026-01-01T\(hour):00", "reply") }
      for hour in 10...19 { $0.activity("a", "2026-01-01T\(hour):30", "check_in") }
      for hour in 10...13 { $0.activity("a", "2026-01-01T\(hour):40", "share") }
      $0.activity("a", "2026-01-02T10:00", "reply")
      $0.activity("a", "2026-01-02T10:00", "login")
    }
    // 10 of replies, 1 check-in, 9 of shares; the next day 2.
    #expect(try balance(history, "a", "2026-02-01") == 10 + 1 + 9 + 2)
  }

  @Test func theLimitEndsAtLocalMidnight() throws {
    let history = points {
      $0.person("a")
      $0.activity("a", "2026-01-01T23:59", "check_in")
      $0.activity("a", "2026-01-02T00:00", "check_in")
    }
    #expect(try balance(history, "a", "2026-02-01") == 2)
  }

  @Test func aBotEarnsNothingByActivity() throws {
    var history = points {
      $0.person("bot")
      $0.activity("bot", "2026-01-01", "post")
    }
    #expect(try balance(history, "bot", "2026-02-01") == 5)
    history.program.bots = ["bot"]
    #expect(try balance(history, "bot", "2026-02-01") == 0)
  }

  @Test func aReferralThatBuysEarnsFiftyAndATenthMore() throws {
    let history = points {
      $0.person("a")
      $0.person("b", referrer: "a")
      $0.order("b", "2026-01-01", 10)
      $0.order("b", "2026-01-05", 10)
    }
    // The person's own first purchase counts up to and including that instant: 50 and ⌊50 × 0.1⌋.
    #expect(try balance(history, "a", "2026-02-01") == 55)
    let lines = try ledger(history, "a", "2026-02-01").lines
    #expect(lines.map(\.kind) == [.earned, .social])
    #expect(lines.map(\.reason) == ["referral", "social"])
    #expect(lines[1].referrals == 1)
  }

  @Test func theSocialCoefficientIsALineOfItsOwnAndAtMostTwo() throws {
    let history = points {
      $0.person("a")
      for number in 0..<12 {
        $0.person("b\(number)", referrer: "a")
        $0.order("b\(number)", "2026-01-01", 0)
      }
      $0.order("a", "2026-01-02", 99)
    }
    let lines = try ledger(history, "a", "2026-02-01").lines
    #expect(lines.suffix(2).map(\.delta) == [99, 99])
    #expect(lines.last?.kind == .social)
  }

  @Test func aReferralCountsForThreeHundredAndSixtyFiveDays() throws {
    let history = points {
      $0.person("a")
      $0.person("b", referrer: "a")
      $0.order("b", "2025-01-01T12:00", 0)
      $0.order("a", "2025-12-31T09:00", 100)
      $0.order("a", "2026-01-01T09:00", 100)
    }
    // Day 365 of the window is 2025-12-31.
    let lines = try ledger(history, "a", "2026-02-01").lines
    #expect(lines.map(\.delta) == [50, 5, 100, 10, 100])
  }

  // MARK: Refunds

  @Test func refundsTakeBackTheirShareInAll() throws {
    // 100 units earn 100 points; three refunds of a third each take 33, 33 and 34 with what rounding left.
    let history = points {
      $0.person("a")
      $0.order("a", "2026-01-01", 100, id: "o")
      for (day, amount) in [(2, 33.33), (3, 33.33), (4, 33.34)] {
        $0.order("a", "2026-01-0\(day)", -amount, refundOf: "o")
      }
    }
    let lines = try ledger(history, "a", "2026-02-01").lines
    #expect(lines.map(\.delta) == [100, -33, -33, -34])
    #expect(lines.last?.kind == .takenBack)
  }

  @Test func aRefundTakesBackTheExtraToo() throws {
    let history = points {
      $0.person("a")
      $0.person("b", referrer: "a")
      $0.order("b", "2025-12-01", 0)
      $0.order("a", "2026-01-01", 100, id: "o")
      $0.order("a", "2026-01-02", -50, refundOf: "o")
    }
    // 110 in all, half of it.
    #expect(try ledger(history, "a", "2026-02-01").lines.last?.delta == -55)
  }

  @Test func aRefundTakesTheNewestLotsFirst() throws {
    let history = points {
      $0.person("a")
      $0.order("a", "2026-01-01", 100, id: "o")
      $0.order("a", "2026-01-02", 30)
      $0.order("a", "2026-01-03", -40, refundOf: "o")
    }
    let ledger = try ledger(history, "a", "2026-02-01")
    #expect(ledger.lots.map(\.open) == [90, 0])
    #expect(ledger.lines[2].parts.map(\.lot) == [1, 0])
    #expect(ledger.lines[2].parts.map(\.points) == [30, 10])
  }

  @Test func aRefundWithoutAKnownOrderTakesOneAUnit() throws {
    let history = points {
      $0.person("a")
      $0.order("a", "2026-01-01", 100)
      $0.order("a", "2026-01-02", -20.5)
      $0.order("a", "2026-01-03", -20.5, refundOf: "nowhere")
    }
    #expect(try balance(history, "a", "2026-02-01") == 60)
  }

  @Test func whatOpenLotsCantCoverIsDroppedAndReported() throws {
    var history = points {
      $0.person("a")
      $0.order("a", "2020-01-01", 100, id: "o")
      $0.order("a", "2026-01-02", 5)
      $0.order("a", "2026-01-03", -100, refundOf: "o")
    }
    // The points of the first order expired in 2023.
    let last = try #require(try ledger(history, "a", "2026-02-01").lines.last)
    #expect(last.delta == -5)
    #expect(last.dropped == 95)
    #expect(last.balance == 0)
    let points = history.points("2026-02-01")
    #expect(points.shortMembers == [Member.Index(0)])
    #expect(points.droppedSums.map(\.points) == [95])
    history.order("a", "2026-01-04", 7)
    #expect(try balance(history, "a", "2026-02-01") == 7)
  }

  // MARK: Life

  @Test func pointsLiveThirtySixMonthsToTheSameLocalTime() throws {
    let history = points {
      $0.person("a")
      $0.order("a", "2020-02-29T09:30", 10)
    }
    // 2023 has no 29 February: the month's last day, at the same time; gone at that instant.
    #expect(try balance(history, "a", "2023-02-28T09:29") == 10)
    #expect(try balance(history, "a", "2023-02-28T09:30") == 0)
    let line = try #require(try ledger(history, "a", "2023-03-01").lines.last)
    #expect(line.kind == .expired)
    #expect(line.at == PointsHistory.time("2023-02-28T09:30"))
  }

  @Test func pointsAreClearedAtTheYearsLastInstant() throws {
    var history = points {
      $0.person("a")
      $0.order("a", "2026-03-01", 10)
    }
    history.program.points.expiry = "year_end"
    #expect(try balance(history, "a", "2026-12-31T23:59") == 10)
    #expect(try balance(history, "a", "2027-01-01") == 0)
    let last = history.points(
      PointsHistory.time("2027-01-01").adding(milliseconds: -1))
    #expect(last.balance(Member.Index(0)) == 0)
  }

  // MARK: The feed

  @Test func anyRecordMakesTheFeedTheLedger() throws {
    let history = points {
      $0.person("a")
      $0.order("a", "2026-01-01", 100)
      $0.points("b", "2031-01-01", 5)
    }
    // The only record is somebody else's and of the future; still nothing is earned by rules.
    #expect(history.points("2026-02-01").isLedger)
    #expect(try balance(history, "a", "2026-02-01") == 0)
  }

  @Test func pointsAreSpentOldestExpiryFirst() throws {
    let history = points {
      $0.person("a")
      $0.points("a", "2026-01-01", 100, expires: "2027-01-01")
      $0.points("a", "2026-01-02", 50, expires: "2026-06-01")
      $0.points("a", "2026-01-03", -70, reason: "redemption", reward: "mug")
    }
    let ledger = try ledger(history, "a", "2026-02-01")
    #expect(ledger.lots.map(\.open) == [80, 0])
    #expect(ledger.lines.last?.kind == .redeemed)
    #expect(ledger.lines.last?.reward == "mug")
  }

  /// Never the sum of unexpired credits less debits: what was spent went out of the lot that has expired since.
  @Test func aBalanceIsTheSumOfOpenLots() throws {
    let history = points {
      $0.person("a")
      $0.points("a", "2026-01-01", 100, expires: "2026-02-01")
      $0.points("a", "2026-01-02", 40, expires: "2027-01-01")
      $0.points("a", "2026-01-10", -90)
    }
    #expect(try balance(history, "a", "2026-03-01") == 40)
  }

  @Test func aRewardThatCostsMoreThanTheBalanceTakesWhatThereIs() throws {
    let history = points {
      $0.person("a")
      $0.points("a", "2026-01-01", 30)
      $0.points("a", "2026-01-02", -100, reason: "redemption", reward: "mug")
      $0.points("a", "2026-01-03", 8)
    }
    let ledger = try ledger(history, "a", "2026-02-01")
    #expect(ledger.lines.map(\.balance) == [30, 0, 8])
    #expect(ledger.lines[1].dropped == 70)
    #expect(history.points("2026-02-01").shortAccounts == 1)
  }

  /// A record that takes points and says when they expire would be a lot below zero: it takes points like any other.
  @Test func thereIsNoNegativeLot() throws {
    let history = points {
      $0.person("a")
      $0.points("a", "2026-01-01", 30)
      $0.points("a", "2026-01-02", -10, expires: "2026-01-05")
      $0.points("b", "2026-01-02", -10, expires: "2026-01-05")
    }
    #expect(try balance(history, "a", "2026-02-01") == 20)
    #expect(try balance(history, "b", "2026-02-01") == 0)
    let points = history.points("2026-02-01")
    #expect(points.negativeLots == 2)
    #expect(try ledger(history, "a", "2026-02-01").lines[1].isNegativeLot)
  }

  @Test func aLotThatExpiresBeforeItComesIsGoneAtOnce() throws {
    let history = points {
      $0.person("a")
      $0.points("a", "2026-01-02", 30, expires: "2026-01-01")
    }
    let ledger = try ledger(history, "a", "2026-02-01")
    #expect(ledger.lines.map(\.delta) == [30, -30])
    #expect(ledger.lines.map(\.balance) == [30, 0])
  }

  // MARK: Households

  @Test func aHouseholdSharesOnePoolOfFour() throws {
    let history = points {
      $0.person("main", joined: "2025-01-01")
      for (id, day) in [("e", 5), ("d", 4), ("c", 3), ("b", 3)] {
        $0.person(id, joined: "2025-02-0\(day)", household: "main")
      }
      for id in ["main", "b", "c", "d", "e"] { $0.points(id, "2026-01-01", 10) }
      $0.points("b", "2026-01-02", -35)
    }
    // b and c joined on the same day; e came last and is on their own.
    for id in ["main", "b", "c", "d"] { #expect(try balance(history, id, "2026-02-01") == 5) }
    #expect(try balance(history, "e", "2026-02-01") == 10)
    let points = history.points("2026-02-01")
    #expect(points.balance == 15)
    #expect(points.holders == 2)
    let lines = try ledger(history, "d", "2026-02-01").lines
    #expect(lines.last?.delta == -35)
  }

  @Test func aMainMemberWhoNamesAnotherHasNoHousehold() throws {
    let history = points {
      $0.person("a", household: "b")
      $0.person("b", household: "c")
      $0.person("c")
      for id in ["a", "b", "c"] { $0.points(id, "2026-01-01", 10) }
    }
    #expect(try balance(history, "a", "2026-02-01") == 10)
    #expect(try balance(history, "b", "2026-02-01") == 20)
    #expect(try balance(history, "c", "2026-02-01") == 20)
  }

  @Test func circlesOfHouseholdsHaveNoPool() throws {
    let history = points {
      $0.person("a", household: "b")
      $0.person("b", household: "a")
      $0.person("c", household: "c")
      $0.person("d", household: "nobody")
      for id in ["a", "b", "c", "d"] { $0.points(id, "2026-01-01", 10) }
    }
    #expect(history.points("2026-02-01").pools.isEmpty)
    for id in ["a", "b", "c", "d"] { #expect(try balance(history, id, "2026-02-01") == 10) }
    // It's said of each, and in the sums.
    let points = history.points("2026-02-01")
    let community = points.source.community
    let faults = (0..<4).map { points.pools.fault(of: Member.Index($0), community) }
    #expect(faults == [.namesAnother, .namesAnother, nil, .unknown])
    let sums = points.pools.faults(community)
    #expect(sums.namesAnother == 2 && sums.unknown == 1)
  }

  // MARK: Sums

  @Test func breakageIsWhatExpiredOfWhatWasIssuedByCohort() throws {
    let history = points {
      $0.person("a")
      $0.points("a", "2025-01-01", 100, expires: "2025-07-01", reason: "order")
      $0.points("a", "2025-02-01", -40, reason: "redemption", reward: "mug")
      $0.points("a", "2025-08-01", 60, expires: "2026-08-01", reason: "gift")
    }
    let points = history.points("2026-02-01")
    #expect(points.cohorts.map(\.id) == ["2025Q1", "2025Q3"])
    #expect(points.cohorts.map(\.breakage) == [0.6, 0])
    #expect(points.breakage == 60.0 / 160)
    #expect(points.balance == 60)
    #expect(abs(points.liability - 60 * 0.01 * 0.7) < 1e-12)
    #expect(points.earned.map(\.reason) == ["order", "gift"])
    #expect(points.burnt.map(\.points) == [40])
  }

  @Test func expiringPointsAreCountedByCalendarDays() throws {
    let history = points {
      $0.person("a")
      for (day, delta) in [("2026-02-07", 1), ("2026-02-08", 2), ("2026-03-02", 4), ("2026-05-01", 8)] {
        $0.points("a", "2026-01-01", Int64(delta), expires: "\(day)T23:00")
      }
    }
    let points = history.points("2026-02-01T23:30")
    #expect(Points.windows.map { points.expiring(within: $0)?.points } == [1, 7, 15])
    #expect(points.expiring(within: 7)?.accounts == 1)
    #expect(points.nextExpiry(Member.Index(0)) == PointsHistory.time("2026-02-07T23:00"))
  }

  // MARK: Golden numbers

  /// IFRS 15, Example 52: 100,000 of sales with 10,000 points of 1 each, 9,500 expected to be redeemed.
  @Test func aPriceIsAllottedToGoodsAndPoints() {
    let revenue = DeferredRevenue(sales: 100_000, pointsValue: 9_500)
    #expect(revenue.goods.rounded() == 91_324)
    #expect(revenue.points.rounded() == 8_676)
    let first = revenue.recognised(redeemed: 4_500, expected: 9_500)
    #expect(first.rounded() == 4_110)
    #expect((revenue.recognised(redeemed: 8_500, expected: 9_700) - first).rounded() == 3_493)
    #expect(revenue.recognised(redeemed: 12_000, expected: 9_700) == revenue.points)
  }

  /// The amounts of KPMG, Revenue handbook, Examples 10A and 10B: of 9,000 that belong to the points, 4,175 for 4,500 of
  /// 9,700 expected points, then 3,552, and 4,140. The points of the last two are the round numbers that yield these.
  @Test func revenueFollowsRedemptions() {
    let revenue = DeferredRevenue(sales: 9_000 * 10, pointsValue: 10_000)
    #expect(revenue.points.rounded() == 9_000)
    let first = revenue.recognised(redeemed: 4_500, expected: 9_700)
    #expect(first.rounded() == 4_175)
    #expect((revenue.recognised(redeemed: 8_500, expected: 9_900) - first).rounded() == 3_552)
    #expect(revenue.recognised(redeemed: 4_600, expected: 10_000).rounded() == 4_140)
  }
}
