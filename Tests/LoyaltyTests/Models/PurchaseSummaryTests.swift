import Bytes
import Community
import Testing

@testable import Loyalty

/// Communities of orders alone.
enum Orders {
  typealias Order = (member: Int, at: Instant, amount: Double)

  /// A community of members `m0`, `m1`, …, with the orders as they stand in the files.
  static func community(_ count: Int, _ orders: [Order], hosts: [Host] = []) -> Community {
    var community = Community()
    for number in 0..<count {
      "m\(number)".withBytes { bytes in
        community.memberIDs.insert(bytes, index: community.members.append(id: bytes).value)
      }
    }
    community.hosts = hosts
    for start in stride(from: 0, to: orders.count, by: 300) {
      var segment = Segment(feed: .orders)
      for order in orders[start..<min(start + 300, orders.count)] {
        segment.at.append(order.at.rawValue)
        segment.member.append(UInt32(order.member))
        segment.integers[OrderField.amount.slot].append(Int64((order.amount * 100).rounded()))
        segment.count += 1
      }
      segment.newest = segment.at.max().map { Instant(rawValue: $0) } ?? .unknown
      community[.orders].segments.append(segment)
    }
    community[historyOf: .orders] = History(table: community[.orders], memberCount: count)
    return community
  }

  static let shanghai = Zone(identifier: "Asia/Shanghai", offset: 8 * 3600)

  static func moment(_ day: Day) -> Moment { Moment(now: shanghai.end(of: day), zone: shanghai) }

  /// So many days after 2024-01-01, at some hour.
  static func at(_ day: Double) -> Instant {
    shanghai.instant(of: start).adding(milliseconds: Int64(day * 86_400_000))
  }

  static let start = Day(rawValue: 19723)

  /// Members who buy as MBG/NBD has it, in order of time.
  static func simulated(_ count: Int, days: Double, seed: UInt64) -> [Order] {
    var numbers = SeededGenerator(seed: seed)
    var orders: [Order] = []
    for member in 0..<count {
      let rate = numbers.gamma(shape: 1.1) / 60
      let dropOut = numbers.beta(0.8, 2.5)
      let mean = 80 / numbers.gamma(shape: 3)
      var time = Double.random(in: 0..<days * 0.8, using: &numbers)
      while time < days {
        orders.append((member, at(time), mean * numbers.gamma(shape: 6) / 6))
        if numbers.uniform() < dropOut { break }
        time += numbers.exponential(rate: rate)
      }
    }
    return orders.sorted { $0.at < $1.at }
  }
}

@Suite("Purchases by member")
struct PurchaseSummaryTests {
  @Test("a day counts once, refunds and what's to come not at all")
  func oneMember() throws {
    let orders: [Orders.Order] = [
      (0, Orders.at(0.4), 20), (0, Orders.at(0.9), 5), (0, Orders.at(3.2), 10), (0, Orders.at(3.5), 30),
      (0, Orders.at(5.1), -30), (0, Orders.at(8.99), 0), (0, Orders.at(15), 40), (0, Orders.at(22), 1),
    ]
    let community = Orders.community(2, orders)
    let today = Orders.start.adding(days: 20)
    let summary = try #require(PurchaseSummary(community: community, moment: Orders.moment(today)))
    #expect(
      summary.group(of: Member.Index(0)) == .init(frequency: 3, recency: 15, age: 20, count: 1))
    // Days 3 and 15; the free one has no value.
    #expect(summary.spend(of: Member.Index(0)) == (2, 40))
    #expect(!summary.hasPurchase(Member.Index(1)))
    #expect(summary.start == Orders.start)
    #expect(summary.endOfThirdQuarter == Orders.start.adding(days: 15))

    let early = try #require(
      PurchaseSummary(
        community: community, moment: Orders.moment(today), calibrationEnd: Orders.start.adding(days: 4)))
    #expect(early.group(of: Member.Index(0)) == .init(frequency: 1, recency: 3, age: 4, count: 1))
    #expect(early.laterDays(of: Member.Index(0)) == 2)
    #expect(isClose(early.holdOutWeeks, 16.0 / 7, 1e-12))
  }

  @Test("a day ends at midnight in the programme's zone")
  func midnight() throws {
    let orders: [Orders.Order] = [
      (0, Orders.at(1.999), 1), (0, Orders.at(2.0), 1), (1, Orders.at(2.01), 1), (1, Orders.at(2.98), 1),
    ]
    let summary = try #require(
      PurchaseSummary(
        community: Orders.community(2, orders), moment: Orders.moment(Orders.start.adding(days: 9))))
    #expect(summary.group(of: Member.Index(0))?.frequency == 1)
    #expect(summary.group(of: Member.Index(1))?.frequency == 0)
  }

  @Test("an id that is a host's isn't a member's")
  func hosts() throws {
    let community = Orders.community(
      2, [(0, Orders.at(1), 1), (1, Orders.at(1), 1)], hosts: [Host(id: "m1")])
    let summary = try #require(
      PurchaseSummary(community: community, moment: Orders.moment(Orders.start.adding(days: 9))))
    #expect(summary.folded.customers == 1)
    #expect(!summary.hasPurchase(Member.Index(1)))
  }

  @Test("whatever the order in the files, it's what counting by hand yields", arguments: [1, 2, 3])
  func random(_ seed: UInt64) throws {
    var numbers = SeededGenerator(seed: seed)
    var orders: [Orders.Order] = (0..<3000).map { _ in
      (
        Int.random(in: 0..<200, using: &numbers), Orders.at(Double.random(in: 0..<120, using: &numbers)),
        [0, -5, 12, 80].randomElement(using: &numbers) ?? 0
      )
    }
    if seed == 2 { orders.sort { $0.at < $1.at } }
    if seed == 3 { orders.sort { $0.at > $1.at } }
    let today = Orders.start.adding(days: 100)
    let end = Orders.start.adding(days: 70)
    let summary = try #require(
      PurchaseSummary(
        community: Orders.community(210, orders), moment: Orders.moment(today), calibrationEnd: end))
    var customers = 0
    for number in 0..<210 {
      let member = Member.Index(number)
      var values: [Day: Double] = [:]
      for order in orders where order.member == number && order.amount >= 0 {
        let day = Orders.shanghai.day(of: order.at)
        if day <= today { values[day, default: 0] += order.amount }
      }
      let days = values.keys.filter { $0 <= end }.sorted()
      guard let first = days.first, let last = days.last else {
        #expect(summary.group(of: member) == nil)
        continue
      }
      customers += 1
      let group = try #require(summary.group(of: member))
      #expect(
        (group.frequency, group.recency, group.age)
          == (days.count - 1, last.days(since: first), end.days(since: first)))
      #expect(summary.laterDays(of: member) == values.keys.count { $0 > end })
      let valued = days.dropFirst().compactMap { values[$0] }.filter { $0 > 0 }
      let spend = summary.spend(of: member)
      #expect(spend.days == valued.count)
      #expect(abs(spend.mean - (valued.isEmpty ? 0 : valued.reduce(0, +) / Double(valued.count))) < 1e-9)
    }
    #expect(summary.folded.customers == customers)
    #expect(summary.folded.groups.reduce(0) { $0 + $1.count } == customers)
  }
}

@Suite("Models of a community")
struct ModelFitTests {
  static let today = Orders.start.adding(days: 500)
  static let community = Orders.community(4000, Orders.simulated(4000, days: 500, seed: 5))

  static func summary(_ calibrationEnd: Day? = nil) throws -> PurchaseSummary {
    try #require(
      PurchaseSummary(community: community, moment: Orders.moment(today), calibrationEnd: calibrationEnd))
  }

  @Test("too few who came back: no model, and how many there were")
  func tooFew() throws {
    let moment = Orders.moment(Self.today)
    let none = try #require(PurchaseSummary(community: Orders.community(3, []), moment: moment))
    #expect(throws: ModelProblem.noPurchases) { try ModelFit(.mbgNBD, to: none) }
    let orders: [Orders.Order] = (0..<99).flatMap { [($0, Orders.at(1), 5), ($0, Orders.at(9), 5)] }
    let few = try #require(PurchaseSummary(community: Orders.community(120, orders), moment: moment))
    #expect(throws: ModelProblem.tooFewRepeaters(99, needed: 100)) { try ModelFit(.mbgNBD, to: few) }
    let lonely: [Orders.Order] = (0..<200).map { (7, Orders.at(Double($0)), 5) }
    let one = try #require(PurchaseSummary(community: Orders.community(120, lonely), moment: moment))
    #expect(throws: ModelProblem.tooFewRepeaters(1, needed: 100)) { try ModelFit(.mbgNBD, to: one) }
    // All on one day: nobody came back.
    let once: [Orders.Order] = (0..<500).map { ($0, Orders.at(1), 5) }
    let oneDay = try #require(PurchaseSummary(community: Orders.community(500, once), moment: moment))
    #expect(throws: ModelProblem.tooFewRepeaters(0, needed: 100)) { try ModelFit(.bgNBD, to: oneDay) }
  }

  @Test("too short a time for the gaps in it: no model, and how long it was")
  func tooShort() throws {
    // Everybody buys on days 0 and 10.
    let orders: [Orders.Order] = [0.0, 10].flatMap { day in (0..<150).map { ($0, Orders.at(day), 5) } }
    func fit(_ days: Int) throws -> ModelFit {
      let moment = Orders.moment(Orders.start.adding(days: days - 1))
      let summary = try #require(PurchaseSummary(community: Orders.community(150, orders), moment: moment))
      #expect(summary.folded.medianGap == 10)
      return try ModelFit(.mbgNBD, to: summary)
    }
    #expect(throws: ModelProblem.windowTooShort(days: 29, medianGap: 10)) { try fit(29) }
    #expect(throws: Never.self) { try fit(30) }
  }

  @Test("the median gap is that of all gaps, a member's taken as equally long")
  func medianGap() {
    func median(_ groups: [(frequency: Int, recency: Int, count: Int)]) -> Double? {
      FoldedPurchases(
        groups.map { .init(frequency: $0.frequency, recency: $0.recency, age: 99, count: $0.count) }
      ).medianGap
    }
    #expect(median([]) == nil)
    #expect(median([(0, 0, 5)]) == nil)
    #expect(median([(0, 0, 5), (2, 14, 1)]) == 7)
    // Gaps 4, 4, 20.
    #expect(median([(2, 8, 1), (1, 20, 1)]) == 4)
    // Gaps 4, 20: the mean of the two in the middle.
    #expect(median([(1, 4, 1), (1, 20, 1)]) == 12)
    var random = SystemRandomNumberGenerator()
    for _ in 0..<100 {
      let groups = (0..<8).map { index in
        (frequency: Int.random(in: 0...4, using: &random), recency: 10 + index, count: Int.random(in: 1...3))
      }
      let gaps = groups.flatMap { group in
        (0..<group.frequency * group.count).map { _ in Double(group.recency) / Double(group.frequency) }
      }.sorted()
      let naive = gaps.isEmpty ? nil : (gaps[(gaps.count - 1) / 2] + gaps[gaps.count / 2]) / 2
      #expect(median(groups) == naive)
    }
  }

  @Test("a hundred who came back for nothing: a model of purchases, none of spend")
  func freeOfCharge() throws {
    let orders: [Orders.Order] = (0..<150).flatMap {
      [($0, Orders.at(Double($0)), 0), ($0, Orders.at(Double($0) + 20), 0)]
    }
    let summary = try #require(
      PurchaseSummary(community: Orders.community(150, orders), moment: Orders.moment(Self.today)))
    let fit = try ModelFit(.mbgNBD, to: summary)
    #expect(fit.spend == nil)
    let scores = try #require(Scores(summary, fit: fit))
    #expect(scores.probabilityAlive(Member.Index(0)) != nil)
    #expect(scores.expectedValue(Member.Index(0)) == nil)
    #expect(scores.lifetimeValue(Member.Index(0)) == nil)
  }

  @Test("scores are what the formulas yield for each member", arguments: PurchaseModel.Kind.allCases)
  func scores(_ kind: PurchaseModel.Kind) throws {
    let summary = try Self.summary()
    let fit = try ModelFit(kind, to: summary)
    #expect(fit.purchases.isConverged && fit.holdOut == nil)
    let spend = try #require(fit.spend)
    #expect(spend.isConverged && !spend.isCorrelated)
    let terms = CustomerLifetimeValue(margin: 0.4)
    let scores = try #require(Scores(summary, fit: fit, terms: terms, horizonWeeks: 26))
    for number in stride(from: 0, to: 4000, by: 97) {
      let member = Member.Index(number)
      let group = try #require(summary.group(of: member))
      let (x, recency, age) = (group.frequency, Double(group.recency) / 7, Double(group.age) / 7)
      let alive = fit.model.probabilityAlive(frequency: x, recency: recency, age: age)
      let orders = fit.model.expectedOrders(within: 26, frequency: x, recency: recency, age: age)
      let year = fit.model.expectedOrders(within: 365.0 / 7, frequency: x, recency: recency, age: age)
      let (days, mean) = summary.spend(of: member)
      let value = try #require(spend.model.expectedValue(days: days, mean: mean))
      #expect(isClose(try #require(scores.probabilityAlive(member)), alive, 1e-10))
      #expect(isClose(try #require(scores.expectedOrders(member)), orders, 1e-9))
      #expect(isClose(try #require(scores.expectedValue(member)), value, 1e-12))
      #expect(isClose(try #require(scores.valueIfAwake(member)), year / alive * value * 0.4, 1e-9))
      let lifetime = terms.value(fit.model, frequency: x, recency: recency, age: age, value: value)
      #expect(isClose(try #require(scores.lifetimeValue(member)), lifetime, 1e-9))
      var byHand = 0.0
      var before = 0.0
      for period in 1...12 {
        let until = fit.model.expectedOrders(
          within: Double(period) * 365 / 84, frequency: x, recency: recency, age: age)
        byHand += 0.4 * value * (until - before) / power(1.1, Double(period) / 12)
        before = until
      }
      #expect(isClose(lifetime, byHand, 1e-9))
    }
  }

  @Test("days after the calibration are its hold-out")
  func holdOut() throws {
    let fit = try ModelFit(.mbgNBD, to: Self.summary(Self.today.adding(days: -91)))
    let holdOut = try #require(fit.holdOut)
    #expect(holdOut.weeks == 13)
    #expect(abs(holdOut.predicted / Double(holdOut.actual) - 1) < 0.15)
    #expect(holdOut.meanAbsoluteError > 0 && holdOut.meanAbsoluteError < 1)
  }

  @Test("the last quarter is foretold by a second fit to what came before")
  func lastQuarter() throws {
    let moment = Orders.moment(Self.today)
    let holdOut = try #require(ModelFit.holdOut(.mbgNBD, community: Self.community, moment: moment))
    let end = try #require(try Self.summary().endOfThirdQuarter)
    #expect(Self.today.days(since: end) == 125)
    #expect(holdOut == (try ModelFit(.mbgNBD, to: Self.summary(end)).holdOut))
  }

  @Test("who cancels gets nothing")
  func cancelled() throws {
    let moment = Orders.moment(Self.today)
    #expect(PurchaseSummary(community: Self.community, moment: moment) { true } == nil)
    let summary = try Self.summary()
    #expect(throws: ModelProblem.cancelled) { try ModelFit(.bgNBD, to: summary) { true } }
    let fit = try ModelFit(.bgNBD, to: summary)
    #expect(Scores(summary, fit: fit) { true } == nil)
    #expect(ModelFit.holdOut(.bgNBD, community: Self.community, moment: moment) { true } == nil)
  }
}
