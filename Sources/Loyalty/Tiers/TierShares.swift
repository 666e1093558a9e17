import Community
import Synchronization

/// Tiers by rank: at each quarter's end the members who bought in the window of RFM are ranked by the sum of their three
/// scores, then by what they ever spent, then by id, and each tier takes its share from the top.
///
/// Whoever had a tier and isn't ranked any more has the lowest; whoever never was ranked has none. The cut-offs of every
/// ranking are kept: what is added for a member later moves that member against them, till all are ranked anew.
struct TierShares: Sendable {
  /// Where a member stands among those ranked.
  struct Standing: Hashable, Sendable {
    /// R + F + M, 3–15.
    var score: Int
    /// Members ranked.
    var ranked: Int
    /// The mean place of all with that score, from 1.
    var place: Double
  }

  let windowDays: Int
  /// The first quarter that somebody was ranked in, and the ranking of each from it on to that before the coming one's.
  let first: Int
  private let ladders: [ShareLadder]
  /// The ranking as it would be if the quarter ended now.
  let today: ShareLadder
  private let todayDay: Int32

  /// The last quarter in which members were ranked; nil before the first ended.
  var last: ShareLadder? { ladders.last }

  /// By member and quarter the tier by rank and 1, 0 for who isn't ranked, with the score in the lowest four bits.
  private typealias Rank = UInt16

  @inline(__always)
  private static func rank(_ tier: Int8, _ score: Int) -> Rank { Rank(tier + 1) << 4 | Rank(score) }
  @inline(__always)
  private static func tier(_ rank: Rank) -> Int8 { Int8(truncatingIfNeeded: rank >> 4) - 1 }

  // MARK: All members

  /// Ranks all members at the end of each quarter.
  ///
  /// - Parameter receive: called with the blocks of members in order.
  /// - Complexity: O(orders + quarters × members), by worker.
  /// - Returns: nil if cancelled.
  init?(
    rules: Program.TierRules, community: Community, figures: MemberFigures, calendar: TierCalendar,
    on computation: Computation, receive: ([Tiers.Block]) -> Void
  ) {
    let count = min(figures.count, community.members.count)
    let windowDays = community.program.rfm.windowDays
    let orders = DatedOrders(community, figures, calendar).orders
    if computation.isCancelled() { return nil }
    let coming = calendar.comingQuarter(after: figures.moment)
    let first = min(coming, orders.first.map { calendar.quarter(of: $0.day) } ?? coming)
    // The last of the days is today's.
    let days = (first..<coming).map { calendar.quarters[$0].lastDay } + [figures.moment.today.rawValue]
    let ranked = Mutex<[(ladder: ShareLadder, ranks: [Rank])?]>(Array(repeating: nil, count: days.count))
    let parts = max(1, min(computation.workers, days.count))
    computation.forEach(parts) { part in
      var ranking = ShareRanking(count: count, windowDays: windowDays)
      var scored = [UInt8](repeating: 0, count: count)
      for place in days.count * part / parts..<days.count * (part + 1) / parts {
        if computation.isCancelled() { return }
        ranking.advance(orders, through: days[place])
        let scores = ranking.scores(&scored)
        let ladder = ranking.ladder(scores, scored, rules, community)
        let ranks = scored.indices.map { member in
          let score = Int(scored[member])
          guard score > 0 else { return Rank(0) }
          let tier = ladder.tier(score, spend: ranking.sums[member].spend) {
            community.members.id(Member.Index(member))
          }
          return TierShares.rank(tier, score)
        }
        ranked.withLock { $0[place] = (ladder, ranks) }
      }
    }
    let done = ranked.withLock { $0.compactMap { $0 } }
    guard done.count == days.count, let now = done.last else { return nil }
    self.windowDays = windowDays
    self.first = first
    ladders = done.dropLast().map(\.ladder)
    today = now.ladder
    todayDay = figures.moment.today.rawValue
    let ends = (first..<coming).map { calendar.quarters[$0].end }
    let shares = self
    let all = done.map(\.ranks)
    let ranges = Tiers.ranges(count, workers: computation.workers)
    let blocks = Mutex<[[Tiers.Block]]>(Array(repeating: [], count: ranges.count))
    computation.forEach(ranges.count) { number in
      var made: [Tiers.Block] = []
      for start in stride(from: ranges[number].lowerBound, to: ranges[number].upperBound, by: Tiers.blockSize)
      {
        let members = start..<min(ranges[number].upperBound, start + Tiers.blockSize)
        made.append(shares.block(members, all, ends, rules, figures))
      }
      blocks.withLock { $0[number] = made }
    }
    for blocks in blocks.withLock({ $0 }) { receive(blocks) }
  }

  /// - Parameter ranks: by day, then by member.
  private func block(
    _ members: Range<Int>, _ ranks: [[Rank]], _ ends: [Int64], _ rules: Program.TierRules,
    _ figures: MemberFigures
  ) -> Tiers.Block {
    var block = Tiers.Block()
    block.states.reserveCapacity(members.count)
    block.starts.reserveCapacity(members.count + 1)
    // Quarter by quarter, so that what is read lies together.
    var tiers = [Int8](repeating: -1, count: members.count)
    var log: [(place: Int32, move: Int64)] = []
    for (quarter, end) in ends.enumerated() {
      let ranking = ranks[quarter]
      let ranks = ranking.span
      for (place, member) in members.enumerated() {
        var tier = TierShares.tier(ranks[member])
        if tier < 0, tiers[place] >= 0 { tier = 0 }
        guard tier != tiers[place] else { continue }
        tiers[place] = tier
        log.append((Int32(place), end << 8 | Int64(tier + 1)))
      }
    }
    var cursors = [Int](repeating: 0, count: members.count + 1)
    for entry in log { cursors[Int(entry.place) + 1] += 1 }
    for place in 0..<members.count { cursors[place + 1] += cursors[place] }
    block.starts = cursors.map { UInt32($0) }
    block.moves = Array(repeating: 0, count: log.count)
    for entry in log {
      block.moves[cursors[Int(entry.place)]] = entry.move
      cursors[Int(entry.place)] += 1
    }
    let now = ranks[ranks.count - 1]
    for (place, member) in members.enumerated() {
      let last = Int(block.starts[place + 1]) - 1
      let since = last >= Int(block.starts[place]) ? block.moves[last] >> 8 : .min
      var state = state(
        tier: tiers[place], since: since, today: TierShares.tier(now[member]), score: Int(now[member] & 15),
        rules)
      state.isListed = figures.isListed(Member.Index(member))
      block.states.append(state)
    }
    return block
  }

  /// - Parameters:
  ///   - today: the tier by rank now, -1 for who isn't ranked.
  ///   - score: the sum of the three scores now, 0 for them.
  private func state(
    tier: Int8, since: Int64, today: Int8, score: Int, _ rules: Program.TierRules
  ) -> Tiers.State {
    var state = Tiers.State()
    state.tier = tier
    state.since = since
    let standing = self.today.scores.standing(score)
    let reached = today < 0 && tier >= 0 ? 0 : today
    if Int(tier) + 1 < rules.tiers.count {
      state.next = Float(standing.map { self.today.progress(to: Int(tier) + 1, $0) } ?? 0)
    }
    if tier == 0 {
      state.keep = 1
    } else if tier > 0 {
      state.keep = Float(standing.map { self.today.progress(to: Int(tier), $0) } ?? 0)
    }
    if reached > tier {
      state.outlook = TierOutlook.up.rawValue
      state.reached = reached
    } else if tier >= 0 {
      let outlook = reached < tier ? TierOutlook.drop : .keep
      state.outlook = outlook.rawValue
      state.isShort = outlook == .drop
    }
    return state
  }

  // MARK: One member

  /// What became of a member, with the tier by today's ranking, -1 for who isn't ranked, and today's score.
  struct Replay {
    var state: Tiers.State
    var moves: [Int64]
    var standings: [Standing?]
    var reached: Int8
    var score: Int
  }

  /// What a member's orders come to against the cut-offs that are kept: the state, the moves, and where the member stood at
  /// each of them, nil where they weren't ranked.
  ///
  /// - Complexity: O(orders of the member + quarters).
  func replay(
    _ member: Member.Index, _ community: Community, _ figures: MemberFigures, _ calendar: TierCalendar,
    _ rules: Program.TierRules
  ) -> Replay {
    let orders = DatedOrders(of: member, community, figures, calendar).orders
    var sums = ShareRanking.Sums()
    var added = 0
    var removed = 0
    /// The tier by rank on a day, -1 without one, and the score.
    func rank(_ ladder: ShareLadder, on day: Int32) -> (tier: Int8, score: Int) {
      let start = day - Int32(windowDays) + 1
      while added < orders.count, orders[added].day <= day {
        sums.add(orders[added])
        added += 1
      }
      while removed < added, orders[removed].day < start {
        sums.remove(orders[removed])
        removed += 1
      }
      let score = sums.score(ladder.scores, from: start)
      guard score > 0 else { return (-1, 0) }
      return (ladder.tier(score, spend: sums.spend) { community.members.id(member) }, score)
    }
    var tier: Int8 = -1
    var moves: [Int64] = []
    var standings: [Standing?] = []
    for (place, ladder) in ladders.enumerated() {
      let quarter = calendar.quarters[first + place]
      var (ranked, score) = rank(ladder, on: quarter.lastDay)
      if ranked < 0, tier >= 0 { ranked = 0 }
      guard ranked != tier else { continue }
      tier = ranked
      moves.append(quarter.end << 8 | Int64(tier + 1))
      standings.append(ladder.scores.standing(score))
    }
    let now = rank(today, on: todayDay)
    let state = state(
      tier: tier, since: moves.last.map { $0 >> 8 } ?? .min, today: now.tier, score: now.score, rules)
    return Replay(state: state, moves: moves, standings: standings, reached: now.tier, score: now.score)
  }
}
