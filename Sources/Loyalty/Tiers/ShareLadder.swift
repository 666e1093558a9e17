import Community

/// The score of one quarter's ranking: how many points recency, frequency and money give, and how many members have each
/// sum.
struct ShareScores: Sendable {
  /// The least values that get a score of 2 to 5: days from the first of the window to the last purchase, purchases in the
  /// window, amounts in it.
  var recency = [Int64](repeating: .max, count: 4)
  var frequency = [Int64](repeating: .max, count: 4)
  var money = [Int64](repeating: .max, count: 4)
  /// How many members have each sum of the three.
  var tally = [Int](repeating: 0, count: 16)

  var ranked: Int { tally.reduce(0, +) }

  @inline(__always)
  private static func score(_ value: Int64, _ cuts: [Int64]) -> Int {
    var score = 1
    for cut in cuts where value >= cut { score += 1 }
    return score
  }

  /// The sum of the three scores, 3–15.
  @inline(__always)
  func score(_ recency: Int64, _ frequency: Int64, _ money: Int64) -> Int {
    ShareScores.score(recency, self.recency) + ShareScores.score(frequency, self.frequency)
      + ShareScores.score(money, self.money)
  }

  /// Where those with a score stand: the mean place of all of them, from 1.
  func standing(_ score: Int) -> TierShares.Standing? {
    guard score > 0 else { return nil }
    // Whoever came after the ranking stands beside those counted.
    let same = max(1, tally[score])
    let before = tally[(score + 1)...].reduce(0, +)
    return TierShares.Standing(
      score: score, ranked: max(ranked, before + same), place: Double(before) + (Double(same) + 1) / 2)
  }
}

/// Which tier each place of one quarter's ranking has.
struct ShareLadder: Sendable {
  /// Within one score, where a tier ends: the last member who has it.
  struct Step: Sendable {
    var tier: Int8
    /// All amounts ever.
    var spend: Int64
    var id: String

    /// Whether somebody stands at the last member of the tier or above.
    @inline(__always)
    func isReached(spend: Int64, id: () -> String) -> Bool {
      if spend != self.spend { return spend > self.spend }
      let id = id()
      return id == self.id || id.utf8.lexicographicallyPrecedes(self.id.utf8)
    }
  }

  let scores: ShareScores
  /// By tier, up to which place from the top it's taken.
  let limits: [Int]
  /// By score: the tier of the last who has it, and above it where higher ones end, the highest first.
  private var lowest = [Int8](repeating: 0, count: 16)
  private var steps = [[Step]](repeating: [], count: 16)
  private var hasSteps: UInt16 = 0

  /// - Parameter members: those with some scores, by score, with all that they ever spent.
  init(
    _ scores: ShareScores, _ rules: Program.TierRules, id: (UInt32) -> String,
    members: (Set<Int>) -> [Int: [(member: UInt32, spend: Int64)]]
  ) {
    self.scores = scores
    let ranked = scores.ranked
    var limits = [Int](repeating: ranked, count: rules.tiers.count)
    var sum = 0.0
    for tier in rules.tiers.indices.dropFirst().reversed() {
      sum += rules.tiers[tier].share ?? 0
      limits[tier] = min(ranked, Int(sum * Double(ranked) + 1e-9))
    }
    self.limits = limits
    func tier(at place: Int) -> Int {
      for tier in limits.indices.dropFirst().reversed() where place <= limits[tier] { return tier }
      return 0
    }
    var parted: [Int: Int] = [:]
    var before = 0
    for score in (0..<16).reversed() {
      let last = before + scores.tally[score]
      lowest[score] = Int8(tier(at: max(1, min(ranked, max(last, before + 1)))))
      if scores.tally[score] > 1, tier(at: before + 1) != tier(at: last) {
        parted[score] = before
        hasSteps |= 1 << UInt16(score)
      }
      before = last
    }
    guard !parted.isEmpty else { return }
    for (score, members) in members(Set(parted.keys)) {
      guard let before = parted[score] else { continue }
      let last = before + members.count
      let spends = members.map(\.spend)
      var end = Int.max
      for tier in limits.indices.dropFirst().reversed()
      where limits[tier] > before && limits[tier] < last && limits[tier] != end {
        end = limits[tier]
        let spend = ValueHistogram.value(at: end - before - 1, fromTheTopOf: spends)
        let above = spends.count { $0 > spend }
        let ids = members.filter { $0.spend == spend }.map { id($0.member) }.sorted {
          $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
        steps[score].append(Step(tier: Int8(tier), spend: spend, id: ids[end - before - above - 1]))
      }
    }
  }

  /// The tier of whoever has a score.
  @inline(__always)
  func tier(_ score: Int, spend: Int64, id: () -> String) -> Int8 {
    if hasSteps >> UInt16(score) & 1 == 0 { return lowest[score] }
    for step in steps[score] where step.isReached(spend: spend, id: id) { return step.tier }
    return lowest[score]
  }

  /// How near a place is to the last that has a tier, 0–1.
  func progress(to tier: Int, _ standing: TierShares.Standing) -> Double {
    standing.place <= Double(limits[tier]) ? 1 : Double(limits[tier]) / standing.place
  }
}
