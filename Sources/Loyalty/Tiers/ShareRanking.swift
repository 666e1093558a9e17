import Community

/// Recency, frequency and money of members as days go by.
struct ShareRanking: ~Copyable {
  /// What counts of one member.
  struct Sums: Sendable {
    var windowSpend: Int64 = 0
    var spend: Int64 = 0
    var windowOrders: Int32 = 0
    var lastPurchase = Int32.min

    @inline(__always)
    mutating func add(_ order: DatedOrders.Order) {
      windowSpend &+= order.amount
      spend &+= order.amount
      if order.isPurchase {
        windowOrders += 1
        lastPurchase = max(lastPurchase, order.day)
      }
    }

    @inline(__always)
    mutating func remove(_ order: DatedOrders.Order) {
      windowSpend &-= order.amount
      if order.isPurchase { windowOrders -= 1 }
    }

    /// Whoever bought in the window is ranked.
    var isRanked: Bool { windowOrders > 0 }

    /// The sum of the three scores at the end of a window that began on `start`; 0 for who isn't ranked.
    @inline(__always)
    func score(_ scores: ShareScores, from start: Int32) -> Int {
      isRanked
        ? scores.score(Int64(lastPurchase) - Int64(start), Int64(windowOrders), windowSpend) : 0
    }
  }

  /// By member.
  private(set) var sums: [Sums]
  private let windowDays: Int32
  private var start = Int32.min
  private var added = 0
  private var removed = 0
  private var recency = ValueHistogram()
  private var frequency = ValueHistogram()
  private var money = ValueHistogram()

  init(count: Int, windowDays: Int) {
    sums = Array(repeating: Sums(), count: count)
    self.windowDays = Int32(windowDays)
  }

  /// Goes on to a day.
  mutating func advance(_ orders: [DatedOrders.Order], through day: Int32) {
    start = day - windowDays + 1
    while added < orders.count, orders[added].day <= day {
      sums[Int(orders[added].member)].add(orders[added])
      added += 1
    }
    while removed < added, orders[removed].day < start {
      sums[Int(orders[removed].member)].remove(orders[removed])
      removed += 1
    }
  }

  /// The cut-offs of the scores on the day, and by member the sum of the three, 0 for who isn't ranked.
  mutating func scores(_ scored: inout [UInt8]) -> ShareScores {
    recency.removeAll()
    frequency.removeAll()
    money.removeAll()
    let start = start
    return sums.withView { sums in
      for member in sums where member.isRanked {
        recency.add(Int64(member.lastPurchase) - Int64(start))
        frequency.add(Int64(member.windowOrders))
        money.add(member.windowSpend)
      }
      var scores = ShareScores()
      scores.recency = recency.fifths { take in
        for member in sums where member.isRanked { take(Int64(member.lastPurchase) - Int64(start)) }
      }
      scores.frequency = frequency.fifths { take in
        for member in sums where member.isRanked { take(Int64(member.windowOrders)) }
      }
      scores.money = money.fifths { take in
        for member in sums where member.isRanked { take(member.windowSpend) }
      }
      var tally = scores.tally
      for place in sums.indices {
        let score = sums[place].score(scores, from: start)
        scored[place] = UInt8(score)
        tally[score] += 1
      }
      tally[0] = 0
      scores.tally = tally
      return scores
    }
  }

  /// The tiers that the scores lead to.
  func ladder(
    _ scores: ShareScores, _ scored: [UInt8], _ rules: Program.TierRules, _ community: Community
  ) -> ShareLadder {
    ShareLadder(scores, rules, id: { community.members.id(Member.Index(rawValue: $0)) }) { wanted in
      ShareRanking.members(scored, wanted) { sums[$0].spend }
    }
  }

  /// Members with some scores, by score.
  static func members(
    _ scored: [UInt8], _ wanted: Set<Int>, spend: (Int) -> Int64
  ) -> [Int: [(member: UInt32, spend: Int64)]] {
    var isWanted = [Bool](repeating: false, count: 16)
    for score in wanted { isWanted[score] = true }
    var members = [[(member: UInt32, spend: Int64)]](repeating: [], count: 16)
    for place in scored.indices where isWanted[Int(scored[place])] {
      members[Int(scored[place])].append((UInt32(place), spend(place)))
    }
    return Dictionary(uniqueKeysWithValues: wanted.map { ($0, members[$0]) })
  }
}
