import Community
import Synchronization

/// Everything that bears on the tiers of all members, kept to see what other thresholds would do.
///
/// What another threshold makes of a member is what would be so had it been in force from the first event on, which is
/// what happens when it's saved.
package final class TierWhatIf: Sendable {
  /// Who would move, and what that does to the shares of spend.
  package struct Outcome: Sendable {
    package let rules: Program.TierRules
    /// By member the tier, -1 without one.
    let before: [Int8]
    let after: [Int8]
    /// Members by tier before (rows) and after; at 0 those without.
    private let counts: [[Int]]
    /// Spend in the window by tier, before and after; at 0 of those without.
    private let spendBefore: [Int64]
    private let spendAfter: [Int64]
    /// The first who would move, by index: as many as a panel shows.
    package private(set) var firstMovers: [(member: Member.Index, from: Int?, to: Int?)] = []
    private static let firstCount = 20

    init(rules: Program.TierRules, before: [Int8], after: [Int8], spends: [Int64], tiers: Int) {
      self.rules = rules
      self.before = before
      self.after = after
      var counts = Array(repeating: 0, count: (tiers + 1) * (tiers + 1))
      var spendBefore = Array(repeating: Int64(0), count: tiers + 1)
      var spendAfter = spendBefore
      for member in before.indices {
        let (from, to) = (Int(before[member]) + 1, Int(after[member]) + 1)
        counts[from * (tiers + 1) + to] += 1
        guard member < spends.count else { continue }
        spendBefore[from] &+= spends[member]
        spendAfter[to] &+= spends[member]
      }
      self.counts = (0...tiers).map { Array(counts[$0 * (tiers + 1)..<($0 + 1) * (tiers + 1)]) }
      self.spendBefore = spendBefore
      self.spendAfter = spendAfter
      firstMovers = movers(limit: Outcome.firstCount)
    }

    /// Members who go from one tier to another; nil stands for none.
    package func count(from: Int?, to: Int?) -> Int { counts[(from ?? -1) + 1][(to ?? -1) + 1] }

    /// Members of a tier before and after.
    package func members(_ tier: Int?) -> (before: Int, after: Int) {
      let place = (tier ?? -1) + 1
      return (counts[place].reduce(0, +), counts.reduce(0) { $0 + $1[place] })
    }

    /// Members who would be in a higher tier, and in a lower one.
    package var up: Int { moved { $0 < $1 } }
    package var down: Int { moved { $0 > $1 } }

    private func moved(_ isCounted: (Int, Int) -> Bool) -> Int {
      counts.indices.reduce(0) { sum, from in
        sum + counts[from].indices.reduce(0) { isCounted(from, $1) ? $0 + counts[from][$1] : $0 }
      }
    }

    /// A tier's part of all spend in the window, before and after. Nil where nothing was spent.
    package func spendShare(_ tier: Int?) -> (before: Double, after: Double)? {
      let total = spendBefore.reduce(0, &+)
      guard total > 0 else { return nil }
      let place = (tier ?? -1) + 1
      return (Double(spendBefore[place]) / Double(total), Double(spendAfter[place]) / Double(total))
    }

    /// Members who would move, by index, no more than `limit`.
    /// - Complexity: O(members).
    package func movers(limit: Int = .max) -> [(member: Member.Index, from: Int?, to: Int?)] {
      var movers: [(member: Member.Index, from: Int?, to: Int?)] = []
      for member in before.indices where before[member] != after[member] && movers.count < limit {
        movers.append(
          (
            Member.Index(member), before[member] < 0 ? nil : Int(before[member]),
            after[member] < 0 ? nil : Int(after[member])
          ))
      }
      return movers
    }
  }

  private let tiers: Tiers
  private let community: Community
  private let figures: MemberFigures
  private let streams: [TierStream]
  private let before: [Int8]
  private let spends: [Int64]
  /// Where tiers go by share: the ranking of the quarter that ended last, by member the score and all that they ever spent.
  private let ranking: (scores: ShareScores, scored: [UInt8], spends: [Int64])?
  /// Only one outcome is worked out at a time: the streams are changed meanwhile.
  private let turn = Mutex(())

  package var rules: Program.TierRules { tiers.rules }

  /// - Parameter measures: of the same moment, for spend.
  /// - Complexity: O(events), like the replay.
  /// - Returns: nil if cancelled.
  package init?(
    _ tiers: Tiers, community: Community, figures: MemberFigures, measures: MemberMeasures,
    on computation: Computation = .serial
  ) {
    self.tiers = tiers
    self.community = community
    self.figures = figures
    spends = measures.windowSpends
    before = (0..<tiers.count).map { tiers.state(Member.Index($0)).tier }
    if tiers.shares != nil {
      streams = []
      let orders = DatedOrders(community, figures, tiers.calendar).orders
      if computation.isCancelled() { return nil }
      var ranking = ShareRanking(count: tiers.count, windowDays: community.program.rfm.windowDays)
      ranking.advance(orders, through: tiers.calendar.quarters[tiers.comingQuarter - 1].lastDay)
      var scored = [UInt8](repeating: 0, count: tiers.count)
      let scores = ranking.scores(&scored)
      self.ranking = (scores, scored, ranking.sums.map(\.spend))
      return
    }
    ranking = nil
    let ranges = Tiers.ranges(tiers.count, workers: computation.workers)
    let made = Mutex<[TierStream?]>(Array(repeating: nil, count: ranges.count))
    computation.forEach(ranges.count) { number in
      if computation.isCancelled() { return }
      let stream = TierStream(
        ranges[number], reader: tiers.reader, community: community, figures: figures,
        referrals: tiers.referrals, calendar: tiers.calendar)
      made.withLock { $0[number] = stream }
    }
    streams = made.withLock { $0 }.compactMap { $0 }
    if streams.count < ranges.count || computation.isCancelled() { return nil }
  }

  /// What other rules would make of the members. They may differ in numbers alone, not in tiers and metrics.
  ///
  /// - Complexity: O(events that bear on tiers).
  /// - Returns: nil if cancelled, and for rules with other tiers.
  package func outcome(
    _ rules: Program.TierRules, on computation: Computation = .serial
  ) -> Outcome? {
    guard rules.tiers.count == tiers.rules.tiers.count else { return nil }
    let plan = TierPlan(rules)
    let isPrepared =
      tiers.shares == nil && !rules.goesByShare && plan.usedMetrics.isSubset(of: tiers.plan.usedMetrics)
      && (tiers.plan.isOpenToAll || !plan.isOpenToAll)
    let after: [Int8]
    if let ranking, rules.goesByShare {
      after = share(rules, ranking)
    } else if isPrepared {
      guard let judged = judge(plan, on: computation) else { return nil }
      after = judged
    } else {
      let replayed = Tiers(
        rules: rules, community: community, figures: figures, points: tiers.reader.points, on: computation)
      guard let replayed else { return nil }
      after = (0..<replayed.count).map { replayed.state(Member.Index($0)).tier }
    }
    guard after.count == before.count else { return nil }
    return Outcome(
      rules: rules, before: before, after: after, spends: spends, tiers: rules.tiers.count)
  }

  /// The tiers by rank at the last quarter's end. Shares have no part in who is ranked at all.
  private func share(
    _ rules: Program.TierRules, _ ranking: (scores: ShareScores, scored: [UInt8], spends: [Int64])
  ) -> [Int8] {
    let members = community.members
    let id = { (member: UInt32) in members.id(Member.Index(rawValue: member)) }
    let ladder = ShareLadder(ranking.scores, rules, id: id) { wanted in
      ShareRanking.members(ranking.scored, wanted) { ranking.spends[$0] }
    }
    return before.indices.map { member in
      let score = Int(ranking.scored[member])
      guard score > 0 else { return before[member] < 0 ? -1 : 0 }
      return ladder.tier(score, spend: ranking.spends[member]) { id(UInt32(member)) }
    }
  }

  private func judge(
    _ plan: TierPlan, on computation: Computation
  ) -> [Int8]? {
    turn.withLock { _ in
      let reader = TierReader(
        plan, community: community, now: tiers.moment.now, points: tiers.reader.points)
      let parts = Mutex<[[Int8]?]>(Array(repeating: nil, count: streams.count))
      computation.forEach(streams.count) { number in
        if computation.isCancelled() { return }
        let part = TierWhatIf.judge(
          streams[number], plan, tiers.calendar, figures
        ) { member in
          reader.events(
            of: member, community, tiers.calendar, referrals: tiers.referrals.referrals(by: member),
            withAll: true)
        }
        parts.withLock { $0[number] = part }
      }
      var after: [Int8] = []
      after.reserveCapacity(before.count)
      for part in parts.withLock({ $0 }) {
        guard let part else { return nil }
        after += part
      }
      return after
    }
  }

  private static func judge(
    _ stream: TierStream, _ plan: TierPlan, _ calendar: TierCalendar, _ figures: MemberFigures,
    allEvents: (Member.Index) -> [TierEvent]
  ) -> [Int8] {
    var machine = TierMachine(plan, calendar)
    var observer = NoObserver()
    let now = figures.moment.now.rawValue
    let today = figures.moment.today.rawValue
    var tiers = [Int8](repeating: -1, count: stream.members.count)
    for member in stream.members {
      let events = stream.events(of: member)
      if events.isEmpty { continue }
      let joined = figures.entry(Member.Index(member)).joined
      machine.replay(events, joined: joined, now: now, today: today, &observer)
      machine.finish()
      if machine.waitsForEvents {
        var all = allEvents(Member.Index(member))
        all.withMutableView { events in
          machine.replay(events, joined: joined, now: now, today: today, &observer)
          machine.finish()
        }
      }
      tiers[member - stream.members.lowerBound] = Int8(machine.tier)
    }
    return tiers
  }
}

/// Writes nothing down.
private struct NoObserver: TierObserver {
  static var wantsTasks: Bool { false }
  mutating func moved(from: Int, to: Int, at: Int64, _ machine: borrowing TierMachine) {}
  mutating func began(quarter: Int, hasTask: Bool) {}
  mutating func ended(quarter: Int, isKept: Bool, _ machine: borrowing TierMachine) {}
}
