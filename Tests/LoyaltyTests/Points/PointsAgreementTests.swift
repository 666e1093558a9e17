import Community
import Testing

@testable import Loyalty

/// Random histories, replayed by the engine and by the naive ledger.
@Suite struct PointsAgreementTests {
  /// A zone with a change of clocks twice a year, so that days have 23 and 25 hours.
  static let uneven = Zone(
    identifier: "uneven", initialOffset: 3600,
    transitions: (0..<200).map { half in
      let day = Day(year: 1990 + half / 2, month: half % 2 == 0 ? 3 : 10, day: 29) ?? Day(rawValue: 0)
      return (Int64(day.rawValue) * 86400 + 3600, half % 2 == 0 ? 7200 : 3600)
    })

  static func random(_ seed: UInt64, isFeed: Bool) -> PointsHistory {
    var random = SeededGenerator(seed: seed)
    var history = PointsHistory()
    if Bool.random(using: &random) { history.zone = uneven }
    if Int.random(in: 0..<4, using: &random) == 0 { history.program.points.expiry = "year_end" }
    history.program.points.months = [1, 2, 12, 36].randomElement(using: &random) ?? 36
    let ids = (0..<Int.random(in: 1...7, using: &random)).map { "p\($0)" }
    let start = PointsHistory.time("2022-12-20T00:00").rawValue
    func time() -> Instant {
      // Coarse, so that events meet at one instant and at lots' ends.
      Instant(rawValue: start + Int64.random(in: 0..<70 * 24, using: &random) * 3_600_000 * 12)
    }
    for id in ids {
      history.people.append(
        PointsHistory.Person(
          id: id, joined: PointsHistory.time("2020-01-0\(Int.random(in: 1...3, using: &random))"),
          household: Bool.random(using: &random) ? ids.randomElement(using: &random) : nil,
          referrer: Int.random(in: 0..<3, using: &random) == 0
            ? (ids + ["nobody"]).randomElement(using: &random) : nil))
    }
    for number in 0..<Int.random(in: 0..<60, using: &random) {
      let member = ids.randomElement(using: &random) ?? "p0"
      if isFeed, number % 2 == 0 || number == 1 {
        let isEarned = Int.random(in: 0..<3, using: &random) > 0
        history.changes.append(
          PointsHistory.Change(
            member: member, at: time(),
            delta: isEarned
              ? Int64.random(in: 0...40, using: &random) : -Int64.random(in: 0...60, using: &random),
            expires: Bool.random(using: &random) ? time() : nil,
            reason: ["order", "gift", nil].randomElement(using: &random) ?? nil,
            reward: isEarned || Bool.random(using: &random) ? nil : "mug"))
        continue
      }
      switch Int.random(in: 0..<5, using: &random) {
      case 0, 1:
        history.orders.append(
          PointsHistory.Order(
            id: Int.random(in: 0..<5, using: &random) == 0 ? nil : "o\(number)", member: member, at: time(),
            amount: Int64.random(in: 0...9000, using: &random)))
      case 2:
        let of = history.orders.filter { $0.amount > 0 }.randomElement(using: &random)
        history.orders.append(
          PointsHistory.Order(
            id: "r\(number)",
            member: Int.random(in: 0..<8, using: &random) == 0 ? member : of?.member ?? member, at: time(),
            amount: -Int64.random(in: 1...max(2, of?.amount ?? 0), using: &random),
            refundOf: Int.random(in: 0..<6, using: &random) == 0 ? "gone" : of?.id))
      default:
        history.activities.append(
          PointsHistory.Activity(
            member: member, at: time(),
            type: ["check_in", "reply", "post", "event", "login", "referral"]
              .randomElement(using: &random) ?? "reply", to: ids.randomElement(using: &random)))
      }
    }
    return history
  }

  static func agree(_ history: PointsHistory, _ points: Points, at now: Instant, _ note: Comment) {
    let naive = NaivePoints(history, now)
    let community = points.source.community
    var (earned, burnt) = ([String: Int64](), [String: Int64]())
    let earnings = EarnedPoints(points)
    for account in naive.accounts {
      earned.merge(account.earned, uniquingKeysWith: +)
      burnt.merge(account.burnt, uniquingKeysWith: +)
      for id in account.members {
        guard let member = community.member(id: id) else { continue }
        #expect(points.balance(member) == account.balance(now), note)
        #expect(points.dropped(member) == account.dropped, note)
        #expect(
          Set(points.pools.sharers(of: member).map(community.members.id)) == Set(account.members), note)
        let ledger = points.ledger(of: member)
        #expect(ledger.balance == account.balance(now), note)
        #expect(ledger.lines.last?.balance ?? 0 == account.balance(now), note)
        #expect(ledger.lots.map(\.open).reduce(0, +) == points.balance(member), note)
        #expect(ledger.lots.map(\.issued) == account.lots.map(\.issued), note)
        #expect(ledger.lots.map { $0.open + $0.expired } == account.lots.map(\.open), note)
        #expect(ledger.lots.map(\.expires) == account.lots.map(\.expires), note)
        let open = account.lots.filter { $0.open > 0 && $0.expires > now }
        for days in Points.windows {
          let limit = points.moment.zone.end(of: points.moment.today.adding(days: days - 1))
          let expiring = open.filter { $0.expires <= limit }.reduce(0) { $0 + $1.open }
          #expect(points.expiring(within: days, member) == expiring, note)
        }
        #expect(points.nextExpiry(member) == open.map(\.expires).min(), note)
        #expect(ledger.explains, note)
        #expect(earnings.of(member) == account.items[id] ?? [], note)
      }
    }
    let balances = naive.accounts.map { $0.balance(now) }
    let tally = points.tally
    #expect(tally.balance == balances.reduce(0, +), note)
    #expect(tally.holders == balances.count { $0 > 0 }, note)
    #expect(
      tally.holdingMembers
        == naive.accounts.filter { $0.balance(now) > 0 }.reduce(0) { $0 + $1.members.count }, note)
    let lots = naive.accounts.flatMap(\.lots)
    #expect(tally.cohorts.map(\.issued).reduce(0, +) == lots.map(\.issued).reduce(0, +), note)
    let expired = lots.filter { $0.expires <= now }.map(\.open).reduce(0, +)
    #expect(tally.cohorts.map(\.expired).reduce(0, +) == expired, note)
    var words: (earned: [String: Int64], burnt: [String: Int64]) = ([:], [:])
    for reason in tally.reasons {
      let word = PointsWord.text(reason.word, community) ?? "-"
      if reason.earned.points > 0 { words.earned[word, default: 0] += reason.earned.points }
      if reason.burnt.points > 0 { words.burnt[word, default: 0] += reason.burnt.points }
    }
    #expect(words.earned == earned, note)
    #expect(words.burnt == burnt.filter { $0.value > 0 }, note)
  }

  @Test(arguments: [true, false])
  func replaysAgreeWithTheNaiveLedger(isFeed: Bool) {
    for seed in 1...900 {
      let history = Self.random(UInt64(seed), isFeed: isFeed)
      for day in ["2023-01-10T11:00", "2024-02-29T12:00", "2026-03-20T00:00"] {
        let now = PointsHistory.time(day)
        Self.agree(history, history.points(now), at: now, "seed \(seed) at \(day)")
      }
    }
  }
}

extension PointsLedger {
  /// Whether every point is accounted for: each line's parts add up to it, and each lot's parts to what it was.
  var explains: Bool {
    var balance: Int64 = 0
    var taken = [Int64](repeating: 0, count: lots.count)
    var expired = taken
    for line in lines {
      balance += line.delta
      guard balance == line.balance, balance >= 0 else { return false }
      guard line.parts.map(\.points).reduce(0, +) == abs(line.delta) else { return false }
      for part in line.parts where line.delta < 0 {
        if line.kind == .expired { expired[part.lot] += part.points } else { taken[part.lot] += part.points }
      }
      if line.delta > 0, lots[line.parts[0].lot].issued != line.delta { return false }
    }
    return lots.indices.allSatisfy { lot in
      let own = lots[lot]
      return own.taken == taken[lot] && own.expired == expired[lot]
        && own.issued == own.taken + own.expired + own.open
        && lines[own.line].parts == [Part(lot: lot, points: own.issued)]
    }
  }
}
