import Community
import Testing

@testable import Loyalty

/// Tiers by share, against a ranking that works out everything anew at each quarter's end from mid-ranks.
@Suite struct ShareAgreementTests {
  struct Line: Equatable {
    var at: Int64
    var tier: Int
  }

  private struct Case {
    var builder = CommunityBuilder()
    var orders: [(member: Int, at: Int64, amount: Int64)] = []
    var members: Int
    var zone: Zone
    var now: Int64
    var random: SeededGenerator

    init(_ seed: UInt64) {
      random = SeededGenerator(seed: seed)
      zone = TierScene.zones.randomElement(using: &random) ?? .utc
      members = Int.random(in: 1...30, using: &random)
      now = TierScene.time(zone, &random)
      if Bool.random(using: &random) {
        now = zone.instant(of: Day(rawValue: TierScene.days.upperBound)).rawValue
      }
      builder.community.program.rfm.windowDays = [30, 200, 365].randomElement(using: &random) ?? 365
      builder.community.program.tiers.tiers =
        Bool.random(using: &random)
        ? TierProgramme.rfm6.tiers
        : (0..<Int.random(in: 1...4, using: &random)).map { place in
          TierRule(
            id: "t\(place)", name: BilingualText("t\(place)"),
            share: Double(Int.random(in: 0...40, using: &random)) / 100)
        }
      for member in 0..<members { _ = builder.index(TierScene.id(member)) }
      for _ in 0..<Int.random(in: 0...150, using: &random) { addOrder() }
    }

    /// Few amounts, so that many are the same; some days at the ends of quarters; some refunds.
    @discardableResult
    mutating func addOrder(of wanted: Int? = nil) -> Int {
      let amounts: [Int64] = [0, 5_000, 5_000, 10_000, 20_000, 333_333, -3_000]
      let member = wanted ?? Int.random(in: 0..<members, using: &random)
      let at = TierScene.time(zone, &random)
      let amount = amounts.randomElement(using: &random) ?? 0
      orders.append((member, at, amount))
      builder.add(
        TierScene.Event(member: member, at: at, deed: .order(amount: amount, id: nil, refundOf: nil)))
      return member
    }

    var moment: Moment { Moment(now: Instant(rawValue: now), zone: zone) }
    var figures: MemberFigures { MemberFigures(community: builder.community, moment: moment) }
    var rules: Program.TierRules { builder.community.program.tiers }

    func tiers(workers: Int = 1) -> Tiers? {
      Tiers(community: builder.community, figures: figures, on: Computation(workers: workers))
    }

    func day(_ at: Int64) -> Day { zone.day(of: Instant(rawValue: at)) }

    /// By member, the tier by rank at the end of a day; nil for whoever isn't ranked.
    func ranking(on day: Day) -> [Int?] {
      let known = orders.filter { $0.at <= now && self.day($0.at) <= day }
      let first = day.adding(days: 1 - builder.community.program.rfm.windowDays)
      let inWindow = known.filter { self.day($0.at) >= first }
      let ranked = (0..<members).filter { member in
        inWindow.contains { $0.member == member && $0.amount >= 0 }
      }
      func scores(_ value: (Int) -> Int64) -> [Int: Int] {
        var scores: [Int: Int] = [:]
        for member in ranked {
          let below = ranked.count { value($0) < value(member) }
          let same = ranked.count { value($0) == value(member) }
          let rank = Double(below) + (Double(same) + 1) / 2
          scores[member] = 1 + Int((5 * (rank - 0.5) / Double(ranked.count)).rounded(.down))
        }
        return scores
      }
      let recency = scores { member in
        Int64(
          inWindow.filter { $0.member == member && $0.amount >= 0 }.map { self.day($0.at).rawValue }.max()
            ?? 0)
      }
      let frequency = scores { member in
        Int64(inWindow.count { $0.member == member && $0.amount >= 0 })
      }
      let money = scores { member in
        inWindow.filter { $0.member == member }.reduce(0) { $0 + $1.amount }
      }
      func spend(_ member: Int) -> Int64 {
        known.filter { $0.member == member }.reduce(0) { $0 + $1.amount }
      }
      func score(_ member: Int) -> Int {
        (recency[member] ?? 0) + (frequency[member] ?? 0) + (money[member] ?? 0)
      }
      let order = ranked.sorted { one, other in
        if score(one) != score(other) { return score(one) > score(other) }
        if spend(one) != spend(other) { return spend(one) > spend(other) }
        return TierScene.id(one).utf8.lexicographicallyPrecedes(TierScene.id(other).utf8)
      }
      var tiers = [Int?](repeating: nil, count: members)
      for (place, member) in order.enumerated() {
        var sum = 0.0
        tiers[member] = 0
        for tier in rules.tiers.indices.dropFirst().reversed() {
          sum += rules.tiers[tier].share ?? 0
          if place + 1 <= Int(sum * Double(ranked.count) + 1e-9) {
            tiers[member] = tier
            break
          }
        }
      }
      return tiers
    }

    /// By member, the moves at the ends of quarters.
    func lines() -> [[Line]] {
      var lines = [[Line]](repeating: [], count: members)
      guard var day = orders.map({ self.day($0.at) }).min()?.startOfQuarter else { return lines }
      while true {
        day = day.adding(days: 95).startOfQuarter
        let end = zone.instant(of: day).rawValue - 1
        guard end <= now else { return lines }
        for (member, tier) in ranking(on: day.adding(days: -1)).enumerated() {
          let last = lines[member].last?.tier
          let new = tier ?? (last == nil ? nil : 0)
          if let new, new != last { lines[member].append(Line(at: end, tier: new)) }
        }
      }
    }
  }

  @Test(arguments: 0..<4) func anotherRankingAgrees(_ part: Int) {
    for seed in UInt64(part) * 60..<UInt64(part) * 60 + 60 {
      let example = Case(seed)
      guard let tiers = example.tiers(workers: 1 + part % 3) else { continue }
      let wanted = example.lines()
      let today = example.ranking(on: example.day(example.now))
      for number in 0..<example.members {
        let member = Member.Index(number)
        let moves = tiers.moves(member).map { Line(at: $0.at, tier: $0.tier) }
        #expect(moves == wanted[number], "seed \(seed), member \(number)")
        #expect(tiers.tier(member) == wanted[number].last?.tier)
        let tier = tiers.tier(member) ?? -1
        let coming = today[number] ?? (tier < 0 ? -1 : 0)
        let outlook: TierOutlook? = coming > tier ? .up : coming < tier ? .drop : tier < 0 ? nil : .keep
        #expect(tiers.outlook(member) == outlook, "seed \(seed), member \(number)")
        // One member, replayed alone against the cut-offs that were kept, comes to the same.
        let history = tiers.history(
          of: member, community: example.builder.community, figures: example.figures)
        #expect(history.lines.map { Line(at: $0.at.rawValue, tier: $0.tier ?? -1) } == moves)
      }
    }
  }

  /// Whoever has a new order is moved at once, against the cut-offs of the rankings there were; nobody else is.
  @Test func anAppendedOrderMovesItsMember() throws {
    for seed in UInt64(0)..<120 {
      var example = Case(seed)
      guard var tiers = example.tiers(), let known = example.orders.map(\.at).min() else { continue }
      let before = tiers
      let member = Member.Index(example.addOrder())
      guard example.orders.last.map({ $0.at >= known && $0.at <= example.now }) == true else { continue }
      let isUpdated = tiers.update(
        [member], community: example.builder.community, figures: example.figures)
      #expect(isUpdated)
      for number in 0..<example.members where number != member.value {
        #expect(tiers.tier(Member.Index(number)) == before.tier(Member.Index(number)))
      }
      let history = tiers.history(
        of: member, community: example.builder.community, figures: example.figures)
      #expect(history.lines.last?.tier == tiers.tier(member), "seed \(seed)")
      #expect(history.lines.map(\.at.rawValue) == tiers.moves(member).map(\.at))
      let total = (0..<example.members).count { tiers.tier(Member.Index($0)) != nil }
      #expect(total == example.members - tiers.count(nil))
      // Without any change everything stays as the full ranking has it.
      guard let anew = example.tiers() else { continue }
      var again = anew
      let all = (0..<example.members).map { Member.Index($0) }
      let isJudgedAgain = again.update(all, community: example.builder.community, figures: example.figures)
      #expect(isJudgedAgain)
      for member in all {
        #expect(again.moves(member).elementsEqual(anew.moves(member), by: ==), "seed \(seed)")
        #expect(again.next(member) == anew.next(member) && again.keep(member) == anew.keep(member))
        #expect(again.outlook(member) == anew.outlook(member))
      }
    }
  }

  /// Another share moves whom it moves when all is ranked with it.
  @Test func whatIfIsWhatWouldBe() throws {
    for seed in UInt64(0)..<150 {
      var example = Case(seed)
      let community = example.builder.community
      let figures = example.figures
      guard let tiers = example.tiers(), example.rules.tiers.count > 1,
        let measures = MemberMeasures(community: community, figures: figures),
        let whatIf = TierWhatIf(tiers, community: community, figures: figures, measures: measures),
        let threshold = example.rules.thresholds.randomElement(using: &example.random)
      else { continue }
      let rules = example.rules.setting(threshold, to: Int64.random(in: 0...9_000, using: &example.random))
      let outcome = try #require(whatIf.outcome(rules))
      example.builder.community.program.tiers = rules
      let wanted = try #require(example.tiers())
      let movers = (0..<example.members).filter {
        wanted.tier(Member.Index($0)) != tiers.tier(Member.Index($0))
      }
      #expect(outcome.movers().map(\.member.value) == movers, "seed \(seed)")
    }
  }

  /// What is counted in buckets is what sorting finds.
  @Test func cutOffsAreThoseOfAllNumbersSorted() {
    for seed in UInt64(0)..<120 {
      var random = SeededGenerator(seed: seed)
      let spread: Int64 = [3, 3_000, 1 << 20, 1 << 60].randomElement(using: &random) ?? 3
      let values = (0..<Int.random(in: 1...400, using: &random)).map { _ in
        Int64.random(in: (seed % 3 == 0 ? -spread : 0)...spread, using: &random)
      }
      var histogram = ValueHistogram()
      for value in values { histogram.add(value) }
      let cuts = histogram.fifths { take in values.forEach { take($0) } }
      for value in values {
        let below = values.count { $0 < value }
        let upTo = values.count { $0 <= value }
        let wanted = 1 + 5 * (below + upTo) / (2 * values.count)
        #expect(1 + cuts.count { value >= $0 } == wanted, "seed \(seed), \(value)")
      }
      let sorted = values.sorted(by: >)
      let rank = Int.random(in: values.indices, using: &random)
      #expect(ValueHistogram.value(at: rank, fromTheTopOf: values) == sorted[rank])
    }
  }

  /// Members are many, and so are those who rank them.
  @Test func workersDontMatter() throws {
    var builder = CommunityBuilder()
    builder.community.program.tiers.tiers = TierProgramme.rfm6.tiers
    for number in 0..<9_000 {
      let id = "m\(number)"
      builder.order(id, "2025-0\(1 + number % 9)-1\(number % 7)", Double(number % 97))
      if number % 3 == 0 { builder.order(id, "2025-11-1\(number % 7)", Double(number % 31)) }
    }
    let figures = builder.figures("2026-03-01")
    let alone = try #require(Tiers(community: builder.community, figures: figures))
    let together = try #require(
      Tiers(community: builder.community, figures: figures, on: Computation(workers: 3)))
    #expect([0, 1, 2, 3, 4, 5].map { alone.count($0) } == [3150, 1350, 1350, 1350, 900, 900])
    for number in 0..<9_000 {
      let member = Member.Index(number)
      #expect(alone.tier(member) == together.tier(member))
      #expect(alone.since(member) == together.since(member))
      #expect(alone.moves(member).elementsEqual(together.moves(member), by: ==))
    }
  }
}
