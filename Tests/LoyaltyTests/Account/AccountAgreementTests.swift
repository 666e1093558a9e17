import Community
import Testing

@testable import Loyalty

/// Random histories, settled by the accounts and once more by hand.
@Suite("Accounts agree with a second computation") struct AccountAgreementTests {
  private static let now = "2026-06-30T15:00"

  /// A history of one member that is written into a community, too.
  private struct History {
    var events: [NaiveAccount.Event] = []

    private static func text(_ at: Int64) -> String {
      let day = CommunityBuilder.zone.day(of: Instant(rawValue: at))
      let second = CommunityBuilder.zone.secondOfDay(of: Instant(rawValue: at))
      let (hour, minute) = (second / 3600, second / 60 % 60)
      return "\(day)T\(hour < 10 ? "0" : "")\(hour):\(minute < 10 ? "0" : "")\(minute)"
    }

    /// Times are few, so that some are the same, and crowd within weeks.
    static func time(_ random: inout SeededGenerator, until now: Int64) -> Int64 {
      let span: Int64 = Bool.random(using: &random) ? 20 : 420
      return now - Int64.random(in: -2...span, using: &random) * 86_400_000
        - Int64.random(in: 0..<6, using: &random) * 4 * 3_600_000
    }

    mutating func add(_ random: inout SeededGenerator, _ id: String, _ builder: inout CommunityBuilder) {
      let now = CommunityBuilder.time(AccountAgreementTests.now).rawValue
      let at = History.time(&random, until: now)
      switch Int.random(in: 0..<12, using: &random) {
      case 0...5:
        let kind =
          (NaiveAccount.kinds.keys.sorted() + ["firework", "rain_care"]).randomElement(using: &random) ?? ""
        let value =
          Int.random(in: 0..<4, using: &random) == 0 ? Double.random(in: -9...9, using: &random) : nil
        let trigger = ["birthday", "first_order", "rain_care", nil, nil].randomElement(using: &random) ?? nil
        builder.touch(id, History.text(at), kind, value: value, trigger: trigger)
        events.append(.touchpoint(at: at, kind: kind, value: value, trigger: trigger))
      case 6:
        let level = Int64.random(in: 1...3, using: &random)
        let delay = [0, 1, 2, 3, 12, 13, 48, 49].randomElement(using: &random) ?? 0
        let resolved = Bool.random(using: &random) ? at + Int64(delay) * 3_600_000 : nil
        builder.complain(id, History.text(at), level: level, resolved: resolved.map(History.text))
        events.append(.complaint(at: at, level: Int(level), resolved: resolved))
      case 7:
        let amount = Double(Int.random(in: -50...50, using: &random))
        builder.order(id, History.text(at), amount)
        events.append(.order(at: at, amount: amount))
      case 8:
        let score = Int.random(in: 0...10, using: &random)
        builder.answer(id, History.text(at), "nps", Int64(score))
        events.append(.answer(at: at, score: score))
      case 9:
        builder.hostActivity(0, History.text(at), to: id)
        events.append(.hostReply(at: at))
      default: decide(&random, id, at, &builder)
      }
    }

    private mutating func decide(
      _ random: inout SeededGenerator, _ id: String, _ at: Int64, _ builder: inout CommunityBuilder
    ) {
      let rule = (NaiveAccount.rules.keys.sorted() + ["nothing"]).randomElement(using: &random) ?? ""
      let number = builder.community[.decisions].count
      builder.decide("d\(number)", History.text(at), .touch, id, rule: rule)
      if Int.random(in: 0..<4, using: &random) == 0 {
        // The undo is dated before now, whenever the decision is.
        builder.decide("u\(number)", "2026-06-30T14:00", .undo, undoes: "d\(number)")
      } else {
        events.append(.touch(at: at, rule: rule))
      }
    }
  }

  private static func near(_ one: Double, _ other: Double) -> Bool {
    abs(one - other) <= 1e-9 * max(1, abs(other))
  }

  /// Touches come behind touchpoints of the same time, and complaints behind surveys.
  private static func inOrderOfFeeds(_ events: [NaiveAccount.Event]) -> [NaiveAccount.Event] {
    func place(_ event: NaiveAccount.Event) -> Int {
      switch event {
      case .order: 0
      case .hostReply: 1
      case .touchpoint: 2
      case .answer: 3
      case .complaint: 4
      case .touch: 5
      }
    }
    return (0...5).flatMap { wanted in events.filter { place($0) == wanted } }
  }

  @Test(arguments: 0..<8) func thousandsOfHistories(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed) &+ 600)
    var builder = CommunityBuilder()
    builder.host("h1")
    var histories = [History](repeating: History(), count: 500)
    for number in histories.indices { _ = builder.index("m\(number)") }
    for _ in 0..<500 * 14 {
      let number = Int.random(in: 0..<500, using: &random)
      histories[number].add(&random, "m\(number)", &builder)
    }
    let accounts = builder.accounts(Self.now, workers: 3)
    let now = CommunityBuilder.time(Self.now).rawValue
    let zone = CommunityBuilder.zone
    var total = (balance: 0.0, withdrawn: 0.0, credited: 0.0)
    var wrong = 0
    for number in histories.indices {
      let member = Member.Index(number)
      let naive = NaiveAccount(Self.inOrderOfFeeds(histories[number].events), now: now)
      let ledger = accounts.ledger(of: member, builder.community)
      let balance = try #require(accounts.balance(member))
      if !Self.near(balance, naive.balance()) { wrong += 1 }
      if ledger.balance != balance { wrong += 1 }
      for daysAgo in [1, 30, 90, 400] as [Int64] {
        let day = zone.day(of: Instant(rawValue: now)).adding(days: -Int(daysAgo))
        if !Self.near(ledger.balance(on: day), naive.balance(daysAgo: daysAgo)) { wrong += 1 }
      }
      for place in naive.items.indices {
        if !Self.near(ledger.entries[place].worth, naive.worth(place)) { wrong += 1 }
      }
      // A running balance is the balance of that day without what came later on it.
      if let last = ledger.entries.last, !Self.near(last.balance, ledger.balance(on: last.day)) { wrong += 1 }
      let repairs = naive.repairs(days: 90)
      total.balance += balance
      total.withdrawn += repairs.withdrawn
      total.credited += repairs.credited
    }
    #expect(wrong == 0)
    #expect(Self.near(accounts.summary.repairs.withdrawn, total.withdrawn))
    #expect(Self.near(accounts.summary.repairs.credited, total.credited))
    #expect(Self.near(accounts.summary.balance, total.balance))
    let sums = accounts.summary.kinds.reduce(0) { $0 + $1.left }
    #expect(Self.near(sums, total.balance))
    let bands = AccountBand.allCases.reduce(0) { $0 + accounts.summary.members(in: $1) }
    #expect(bands == accounts.summary.members)
  }

  @Test(arguments: 0..<4) func oneByOneAsAllAtOnce(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed) &+ 900)
    var builder = CommunityBuilder()
    builder.host("h1")
    for number in 0..<20 { builder.member("m\(number)", joined: "2024-01-01") }
    var accounts = builder.accounts(Self.now)
    let moment = CommunityBuilder.moment(Self.now)
    for step in 0..<300 {
      var history = History()
      let number = Int.random(in: 0..<24, using: &random)
      let known = builder.community.members.count
      history.add(&random, "m\(number)", &builder)
      let member = builder.index("m\(number)")
      let touched = builder.community.members.count > known ? [] : [member]
      accounts.update(
        touched, community: builder.community, figures: builder.figures(Self.now), moment: moment)
      guard step % 50 == 49 else { continue }
      let anew = builder.accounts(Self.now)
      for place in 0..<builder.community.members.count {
        let member = Member.Index(place)
        #expect(accounts.balance(member) == anew.balance(member))
        #expect(accounts.lastTouch(member) == anew.lastTouch(member))
      }
      #expect(
        AccountBand.allCases.map(accounts.summary.members(in:))
          == AccountBand.allCases.map(anew.summary.members(in:)))
      #expect(Self.near(accounts.summary.balance, anew.summary.balance))
    }
  }

  /// Among pairs of one that bought since and one that didn't, those in which the former's balance is higher; equal
  /// ones half. The variance by DeLong's placements, pair by pair.
  @Test(arguments: 0..<20) func theAreaIsTheShareOfPairsInOrder(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    func values(_ count: Int, _ shift: Int) -> [Double] {
      (0..<count).map { _ in Double(Int.random(in: -5...5, using: &random) + shift) / 2 }
    }
    let positives = values(Int.random(in: 2...40, using: &random), 1)
    let negatives = values(Int.random(in: 2...40, using: &random), 0)
    func order(_ one: Double, _ other: Double) -> Double { one > other ? 1 : one == other ? 0.5 : 0 }
    let above = positives.map { one in
      negatives.reduce(0) { $0 + order(one, $1) } / Double(negatives.count)
    }
    let below = negatives.map { other in
      positives.reduce(0) { $0 + order($1, other) } / Double(positives.count)
    }
    func variance(_ values: [Double]) -> Double {
      let mean = values.reduce(0, +) / Double(values.count)
      return values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(values.count - 1)
    }
    let area = try #require(AreaUnderCurve(positives: positives, negatives: negatives))
    let expected = above.reduce(0, +) / Double(above.count)
    #expect(Self.near(area.value, expected))
    let error = (variance(above) / Double(above.count) + variance(below) / Double(below.count)).squareRoot()
    #expect(Self.near(area.standardError, error))
    #expect(area.interval.contains(area.value))
  }

  @Test func theCheckHoldsBalancesOfThenAgainstPurchasesSince() throws {
    var builder = CommunityBuilder()
    for number in 0..<30 {
      builder.order("m\(number)", "2026-01-05", 100)
      if number < 15 { builder.touch("m\(number)", "2026-03-01", "gift") }
      if number < 12 { builder.order("m\(number)", "2026-05-01", 100) }
      // Given after the day of the check, it tells nothing.
      builder.touch("m\(number)", "2026-05-02", "surprise")
    }
    // Bought for the first time since: not asked.
    builder.order("late", "2026-05-01", 100)
    let check = try #require(builder.accounts(Self.now).summary.check)
    #expect(check.members == 30)
    #expect(check.buyers == 12)
    // All 12 had a gift, as had 3 of the other 18: 180 of 216 pairs are in order, and 36 equal.
    let area = try #require(check.area)
    #expect(Self.near(area.value, 198.0 / 216.0))
    #expect(builder.accounts("2026-02-01").summary.check?.area == nil)
  }
}
