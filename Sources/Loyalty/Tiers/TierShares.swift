import Community

/// Tiers by rank: at each quarter's end the members who bought in the window of RFM are ranked by the sum of their three
/// scores, then by what they ever spent, then by id, and each tier takes its share from the top.
///
/// Whoever had a tier and isn't ranked any more has the lowest; whoever never was ranked has none.
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

  private let states: [Tiers.State]
  private let starts: [UInt32]
  private let moves: [Int64]
  /// By move, the score that led to it; 0 for who wasn't ranked.
  private let moveScores: [UInt8]
  /// By quarter, how many had each score.
  private let tallies: [[Int]]
  /// What today's ranking would make of the members.
  private let todayScores: [UInt8]
  private let todayTally: [Int]

  /// - Complexity: O(orders + quarters × *n* log *n*) for *n* members who bought.
  /// - Returns: nil if cancelled.
  init?(
    rules: Program.TierRules, community: Community, figures: MemberFigures, calendar: TierCalendar,
    workers: Int, perform: (Int, @Sendable (Int) -> Void) -> Void, isCancelled: @Sendable () -> Bool
  ) {
    let moment = figures.moment
    let count = min(figures.count, community.members.count)
    var purchases = DatedOrders(community, figures, calendar)
    var ranking = Ranking(count: count, windowDays: community.program.rfm.windowDays, rules: rules)
    var tiers = [Int8](repeating: -1, count: count)
    var since = [Int64](repeating: .min, count: count)
    var log: [(member: UInt32, move: Int64, score: UInt8)] = []
    var tallies = Array(repeating: [Int](), count: calendar.quarters.count)
    let coming = calendar.comingQuarter(after: moment)
    let first = purchases.firstDay.map { calendar.quarter(of: $0) } ?? coming
    for quarter in first..<max(first, coming) {
      if isCancelled() { return nil }
      let end = calendar.quarters[quarter]
      ranking.take(&purchases, through: end.lastDay)
      ranking.rank(community)
      tallies[quarter] = ranking.tally
      for member in 0..<count {
        var tier = ranking.tiers[member]
        if tier < 0, tiers[member] >= 0 { tier = 0 }
        guard tier != tiers[member] else { continue }
        tiers[member] = tier
        since[member] = end.end
        log.append((UInt32(member), end.end << 8 | Int64(tier + 1), ranking.scores[member]))
      }
    }
    if isCancelled() { return nil }
    ranking.take(&purchases, through: moment.today.rawValue)
    ranking.rank(community)
    todayScores = ranking.scores
    todayTally = ranking.tally
    self.tallies = tallies
    var starts = [UInt32](repeating: 0, count: count + 1)
    for entry in log { starts[Int(entry.member) + 1] += 1 }
    for member in 0..<count { starts[member + 1] += starts[member] }
    var cursors = starts
    var moves = [Int64](repeating: 0, count: log.count)
    var moveScores = [UInt8](repeating: 0, count: log.count)
    for entry in log {
      let place = Int(cursors[Int(entry.member)])
      moves[place] = entry.move
      moveScores[place] = entry.score
      cursors[Int(entry.member)] += 1
    }
    self.starts = starts
    self.moves = moves
    self.moveScores = moveScores
    states = (0..<count).map { member in
      var state = Tiers.State()
      state.tier = tiers[member]
      state.since = since[member]
      let standing = TierShares.standing(ranking.scores[member], ranking.tally)
      let ranked = ranking.tiers[member]
      let today = ranked < 0 && tiers[member] >= 0 ? 0 : ranked
      if Int(state.tier) + 1 < rules.tiers.count {
        state.next = Float(standing.map { ranking.progress(to: Int(state.tier) + 1, $0) } ?? 0)
      }
      if state.tier == 0 {
        state.keep = 1
      } else if state.tier > 0 {
        state.keep = Float(standing.map { ranking.progress(to: Int(state.tier), $0) } ?? 0)
      }
      if today > state.tier {
        state.outlook = TierOutlook.up.rawValue
        state.reached = today
      } else if state.tier >= 0 {
        let outlook = today < state.tier ? TierOutlook.drop : .keep
        state.outlook = outlook.rawValue
        state.isShort = outlook == .drop
      }
      return state
    }
  }

  private static func standing(_ score: UInt8, _ tally: [Int]) -> Standing? {
    guard score > 0 else { return nil }
    let before = tally[(Int(score) + 1)...].reduce(0, +)
    return Standing(
      score: Int(score), ranked: tally.reduce(0, +),
      place: Double(before) + (Double(tally[Int(score)]) + 1) / 2)
  }

  func block(_ members: Range<Int>) -> Tiers.Block {
    var block = Tiers.Block()
    block.states = Array(states[members])
    let first = starts[members.lowerBound]
    block.starts = starts[members.lowerBound...members.upperBound].map { $0 - first }
    block.moves = Array(moves[Int(first)..<Int(starts[members.upperBound])])
    return block
  }

  /// Where the member would stand if the quarter ended now; nil for who isn't ranked.
  func standing(_ member: Member.Index) -> Standing? {
    TierShares.standing(todayScores[member.value], todayTally)
  }

  /// Where the member stood at each of their moves; nil where they weren't ranked.
  func pastStandings(_ member: Member.Index, _ calendar: TierCalendar) -> [Standing?] {
    (Int(starts[member.value])..<Int(starts[member.value + 1])).map { place in
      let quarter = calendar.quarter(of: calendar.day(of: moves[place] >> 8))
      return TierShares.standing(moveScores[place], tallies[quarter])
    }
  }
}

/// All orders in the order of their days.
private struct DatedOrders {
  private(set) var days: [Int32] = []
  private(set) var members: [UInt32] = []
  private(set) var amounts: [Int64] = []
  var firstDay: Int32? { days.first }

  init(_ community: Community, _ figures: MemberFigures, _ calendar: TierCalendar) {
    let now = figures.moment.now.rawValue
    let segments = community[.orders].segments
    var found: [(day: Int32, segment: Int32, row: Int32)] = []
    for (number, segment) in segments.enumerated() {
      for row in 0..<segment.count where segment.at[row] <= now && Int(segment.member[row]) < figures.count {
        guard figures.isListed(Member.Index(rawValue: segment.member[row])) else { continue }
        found.append((calendar.day(of: segment.at[row]), Int32(number), Int32(row)))
      }
    }
    guard let low = found.lazy.map(\.day).min(), let high = found.lazy.map(\.day).max() else { return }
    var starts = [Int](repeating: 0, count: Int(high - low) + 2)
    for entry in found { starts[Int(entry.day - low) + 1] += 1 }
    for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
    days = Array(repeating: 0, count: found.count)
    members = Array(repeating: 0, count: found.count)
    amounts = Array(repeating: 0, count: found.count)
    for entry in found {
      let place = starts[Int(entry.day - low)]
      starts[Int(entry.day - low)] += 1
      let segment = segments[Int(entry.segment)]
      days[place] = entry.day
      members[place] = segment.member[Int(entry.row)]
      amounts[place] = segment.integers[OrderField.amount.slot][Int(entry.row)]
    }
  }
}

/// Recency, frequency and money of the members as days go by, and their rank.
private struct Ranking {
  /// By member: the tier by rank, -1 for who isn't ranked, and the sum of the scores, 0 for them.
  private(set) var tiers: [Int8]
  private(set) var scores: [UInt8]
  /// How many have each score.
  private(set) var tally = [Int](repeating: 0, count: 16)
  private let windowDays: Int
  private let rules: Program.TierRules
  private var windowOrders: [Int32]
  private var windowSpend: [Int64]
  private var spend: [Int64]
  private var lastPurchase: [Int32]
  private var added = 0
  private var removed = 0
  private var day = Int32.min

  init(count: Int, windowDays: Int, rules: Program.TierRules) {
    self.windowDays = windowDays
    self.rules = rules
    tiers = Array(repeating: -1, count: count)
    scores = Array(repeating: 0, count: count)
    windowOrders = Array(repeating: 0, count: count)
    windowSpend = Array(repeating: 0, count: count)
    spend = Array(repeating: 0, count: count)
    lastPurchase = Array(repeating: .min, count: count)
  }

  mutating func take(_ orders: inout DatedOrders, through day: Int32) {
    self.day = day
    while added < orders.days.count, orders.days[added] <= day {
      let member = Int(orders.members[added])
      let amount = orders.amounts[added]
      windowSpend[member] &+= amount
      spend[member] &+= amount
      if amount >= 0 {
        windowOrders[member] += 1
        lastPurchase[member] = orders.days[added]
      }
      added += 1
    }
    let start = day - Int32(windowDays) + 1
    while removed < added, orders.days[removed] < start {
      let member = Int(orders.members[removed])
      windowSpend[member] &-= orders.amounts[removed]
      if orders.amounts[removed] >= 0 { windowOrders[member] -= 1 }
      removed += 1
    }
  }

  /// The least values that get a score of 2 to 5.
  private static func cuts(_ sorted: [Int64]) -> [Int64] {
    var cuts = [Int64](repeating: .max, count: 4)
    var place = 0
    while place < sorted.count {
      var end = place + 1
      while end < sorted.count, sorted[end] == sorted[place] { end += 1 }
      // Twice the mid-rank is `place + end + 1`.
      let score = 1 + 5 * (place + end) / (2 * sorted.count)
      if score > 1 {
        for cut in 0..<score - 1 where cuts[cut] == .max { cuts[cut] = sorted[place] }
      }
      place = end
    }
    return cuts
  }

  /// The same for whole numbers of a small range, which are counted instead of sorted.
  private static func cuts(counting values: [Int32], upTo limit: Int) -> [Int64]? {
    guard let low = values.min(), let high = values.max(), Int(high) - Int(low) <= limit else { return nil }
    var counts = [Int](repeating: 0, count: Int(high - low) + 1)
    for value in values { counts[Int(value - low)] += 1 }
    var cuts = [Int64](repeating: .max, count: 4)
    var place = 0
    for (step, count) in counts.enumerated() where count > 0 {
      let score = 1 + 5 * (2 * place + count) / (2 * values.count)
      if score > 1 {
        for cut in 0..<score - 1 where cuts[cut] == .max { cuts[cut] = Int64(low) + Int64(step) }
      }
      place += count
    }
    return cuts
  }

  @inline(__always)
  private static func score(_ value: Int64, _ cuts: [Int64]) -> Int {
    var score = 1
    for cut in cuts where value >= cut { score += 1 }
    return score
  }

  private static func cuts(_ values: [Int32]) -> [Int64] {
    cuts(counting: values, upTo: 1 << 16) ?? cuts(values.map { Int64($0) }.sorted())
  }

  mutating func rank(_ community: Community) {
    let ranked = windowOrders.indices.filter { windowOrders[$0] > 0 }
    let recency = Ranking.cuts(ranked.map { lastPurchase[$0] })
    let frequency = Ranking.cuts(ranked.map { windowOrders[$0] })
    let money = Ranking.cuts(ranked.map { windowSpend[$0] }.sorted())
    for member in tiers.indices {
      tiers[member] = -1
      scores[member] = 0
    }
    tally = Array(repeating: 0, count: 16)
    for member in ranked {
      let score =
        Ranking.score(Int64(lastPurchase[member]), recency)
        + Ranking.score(Int64(windowOrders[member]), frequency)
        + Ranking.score(windowSpend[member], money)
      scores[member] = UInt8(score)
      tally[score] += 1
    }
    let limits = limits(ranked.count)
    var whole = [Int8](repeating: -1, count: 16)
    var parted: [Int: [Int]] = [:]
    var before = 0
    for score in (0..<16).reversed() where tally[score] > 0 {
      let first = Ranking.tier(at: before + 1, limits)
      if first == Ranking.tier(at: before + tally[score], limits) {
        whole[score] = Int8(first)
      } else {
        parted[score] = []
      }
      before += tally[score]
    }
    for member in ranked {
      let score = Int(scores[member])
      tiers[member] = whole[score]
      if whole[score] < 0 { parted[score]?.append(member) }
    }
    for (score, members) in parted {
      let before = tally[(score + 1)...].reduce(0, +)
      let ids = members.map { community.members.id(Member.Index($0)) }
      let order = members.indices.sorted { one, other in
        let (left, right) = (spend[members[one]], spend[members[other]])
        return left != right ? left > right : ids[one].utf8.lexicographicallyPrecedes(ids[other].utf8)
      }
      for (place, index) in order.enumerated() {
        tiers[members[index]] = Int8(Ranking.tier(at: before + place + 1, limits))
      }
    }
  }

  /// By tier, up to which place from the top it's taken.
  private func limits(_ ranked: Int) -> [Int] {
    var limits = [Int](repeating: ranked, count: rules.tiers.count)
    var sum = 0.0
    for tier in rules.tiers.indices.dropFirst().reversed() {
      sum += rules.tiers[tier].share ?? 0
      limits[tier] = min(ranked, Int(sum * Double(ranked) + 1e-9))
    }
    return limits
  }

  private static func tier(at place: Int, _ limits: [Int]) -> Int {
    for tier in limits.indices.dropFirst().reversed() where place <= limits[tier] { return tier }
    return 0
  }

  /// How near the place is to the last that has the tier, 0–1.
  func progress(to tier: Int, _ standing: TierShares.Standing) -> Double {
    let limit = limits(standing.ranked)[tier]
    return standing.place <= Double(limit) ? 1 : Double(limit) / standing.place
  }
}
