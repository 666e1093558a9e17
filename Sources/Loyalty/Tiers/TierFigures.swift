import Bytes
import Community

/// The tiers as a whole: how many members each has and what they bring, moves of the last quarter, unfair cases, benefits.
package struct TierFigures: Sendable {
  /// One tier, or all members without one.
  package struct Level: Hashable, Sendable {
    /// The place in the rules; nil for no tier.
    package var tier: Int?
    package var members = 0
    /// Members ÷ all listed members.
    package var share = 0.0
    /// All amounts in the window, refunds included.
    package var spend = Money.zero
    /// Spend ÷ that of all. Nil where nothing was spent.
    package var spendShare: Double?
    /// The mean of what members are expected to be worth over a year, in currency units; nil where no model tells.
    package var meanLifetimeValue: Double?
    /// Expected at the coming quarter's end.
    package var up = 0
    package var keep = 0
    package var drop = 0
    /// Members with a keep task, and members to whom falling short is no miss yet.
    package var tasks = 0
    package var grace = 0
  }

  @Boxed package private(set) var tiers: Tiers
  /// From the lowest tier.
  package private(set) var levels: [Level]
  /// Listed members without a tier.
  package private(set) var without = Level()
  /// Listed members.
  package private(set) var members: Int
  /// The window of spend, in days.
  package let spendDays: Int
  package private(set) var moves: TierMoves
  /// By tier and 1, at 0 of those without: what members whose worth is known are expected to be worth, in currency units.
  private var values: [(sum: Double, count: Int)]
  package let fairness: TierFairness
  package let benefits: TierBenefits

  /// - Parameter measures: of the same moment.
  /// - Complexity: O(*n* log *n*) in the number of members.
  package init(_ tiers: Tiers, community: Community, figures: MemberFigures, measures: MemberMeasures) {
    self.tiers = tiers
    members = figures.listedCount
    spendDays = measures.rfm.windowDays
    let spends = measures.windowSpends
    levels = tiers.rules.tiers.indices.map { tier in
      var level = Level()
      level.tier = tier
      return level
    }
    values = Array(repeating: (0, 0), count: levels.count + 1)
    moves = tiers.lastQuarterMoves
    fairness = TierFairness(tiers, spends: spends, community: community)
    benefits = TierBenefits(tiers, community: community)
    for number in 0..<tiers.count {
      let member = Member.Index(number)
      let state = tiers.state(member)
      guard state.isListed else { continue }
      count(
        state, Money(rawValue: number < spends.count ? spends[number] : 0),
        measures.lifetimeValue(member), 1)
    }
    settle()
  }

  /// Adds a member to a level, or takes them out.
  private mutating func count(_ state: Tiers.State, _ spend: Money, _ value: Money?, _ step: Int) {
    if let value {
      values[Int(state.tier) + 1].sum += value.units * Double(step)
      values[Int(state.tier) + 1].count += step
    }
    if state.tier < 0 {
      without.count(state, spend, step)
    } else {
      levels[Int(state.tier)].count(state, spend, step)
    }
  }

  /// Works out shares and means.
  private mutating func settle() {
    let total = spend
    let (members, values) = (members, values)
    func settle(_ level: inout Level, _ value: (sum: Double, count: Int)) {
      level.share = members == 0 ? 0 : Double(level.members) / Double(members)
      level.spendShare = total.rawValue > 0 ? Double(level.spend.rawValue) / Double(total.rawValue) : nil
      level.meanLifetimeValue = value.count > 0 ? value.sum / Double(value.count) : nil
    }
    settle(&without, values[0])
    for place in levels.indices { settle(&levels[place], values[place + 1]) }
  }

  /// Takes up members who were judged anew: counts, shares, means and moves. What takes a look at all, unfair cases and
  /// benefits, stays as it was, and so does what each member spent and is expected to be worth.
  ///
  /// - Complexity: O(members judged).
  mutating func update(
    _ changes: [Tiers.Change], _ tiers: Tiers, figures: MemberFigures, measures: MemberMeasures
  ) {
    self.tiers = tiers
    let spends = measures.signs.entries
    for change in changes {
      let number = change.member.value
      let spend = Money(rawValue: number < spends.count ? spends[number].windowSpend : 0)
      let value = number < spends.count ? measures.lifetimeValue(change.member) : nil
      if change.before.isListed { count(change.before, spend, value, -1) }
      if change.after.isListed { count(change.after, spend, value, 1) }
      if !change.isNew { moves[change.quarterBefore.from, change.quarterBefore.to] -= 1 }
      moves[change.quarterAfter.from, change.quarterAfter.to] += 1
    }
    members = figures.listedCount
    settle()
  }

  /// All spend in the window.
  package var spend: Money { levels.reduce(without.spend) { $0 + $1.spend } }
}

extension TierFigures.Level {
  /// - Parameter step: 1 for a member who is added, -1 for one who is taken out.
  fileprivate mutating func count(_ state: Tiers.State, _ spend: Money, _ step: Int) {
    members += step
    self.spend += Money(rawValue: spend.rawValue &* Int64(step))
    switch TierOutlook(rawValue: state.outlook) {
    case .up: up += step
    case .keep: keep += step
    case .drop: drop += step
    case nil: break
    }
    if state.isShort, !state.isGrace { tasks += step }
    if state.isGrace, tier ?? 0 > 0 { grace += step }
  }
}

/// Members who spent the same and are in different tiers.
package struct TierFairness: Sendable {
  /// A member with somebody who spent about the same and has a higher tier.
  package struct Pair: Hashable, Sendable {
    package var lower: Member.Index
    package var higher: Member.Index
    package var lowerSpend: Money
    package var higherSpend: Money
    /// Tiers between the two, from 1.
    package var distance: Int
  }

  /// By which part two spends may differ.
  package let tolerance: Double
  /// Members compared: those with a tier who spent something.
  package let compared: Int
  /// One for each member with such a counterpart: the farthest apart first, then those who spent most.
  package let pairs: [Pair]

  /// - Parameter spends: by member, in hundredths.
  /// - Complexity: O(*n* log *n*).
  init(_ tiers: Tiers, spends: [Int64], community: Community) {
    tolerance = tiers.rules.fairness
    var members: [(spend: Int64, member: UInt32, tier: Int8)] = []
    for number in 0..<min(tiers.count, spends.count) where spends[number] > 0 {
      let tier = tiers.state(Member.Index(number)).tier
      if tier >= 0 { members.append((spends[number], UInt32(number), tier)) }
    }
    members.sort { ($0.spend, $0.member) < ($1.spend, $1.member) }
    compared = members.count
    // The nearest in spend with each tier, from below and then from above.
    var best = [(place: Int, gap: Int64)?](repeating: nil, count: members.count)
    let tierCount = tiers.rules.tiers.count
    func sweep(_ places: [Int]) {
      var last = [Int](repeating: -1, count: tierCount)
      for place in places {
        let member = members[place]
        for tier in Int(member.tier) + 1..<max(tierCount, Int(member.tier) + 1) where last[tier] >= 0 {
          let other = members[last[tier]]
          let gap = abs(member.spend - other.spend)
          guard Double(gap) <= tiers.rules.fairness * Double(max(member.spend, other.spend)) else { continue }
          if let known = best[place] {
            let knownTier = Int(members[known.place].tier)
            guard tier > knownTier || (tier == knownTier && gap < known.gap) else { continue }
          }
          best[place] = (last[tier], gap)
        }
        last[Int(member.tier)] = place
      }
    }
    sweep(Array(members.indices))
    sweep(members.indices.reversed())
    var pairs: [Pair] = []
    for (place, found) in best.enumerated() {
      guard let found else { continue }
      let lower = members[place]
      let higher = members[found.place]
      pairs.append(
        Pair(
          lower: Member.Index(rawValue: lower.member), higher: Member.Index(rawValue: higher.member),
          lowerSpend: Money(rawValue: lower.spend), higherSpend: Money(rawValue: higher.spend),
          distance: Int(higher.tier - lower.tier)))
    }
    self.pairs = pairs.sorted {
      ($1.distance, $1.lowerSpend.rawValue, $0.lower) < ($0.distance, $0.lowerSpend.rawValue, $1.lower)
    }
  }
}

/// How many members take up what their tier gives them, as far as redemptions tell.
package struct TierBenefits: Sendable {
  package struct Row: Hashable, Sendable {
    /// The reward's id; nil for a benefit that no redemption tells of.
    package var reward: String?
    /// The benefit's words; nil for a reward that no tier lists.
    package var text: BilingualText?
    /// By tier, whether it's among the tier's benefits.
    package var isGiven: [Bool]
    /// By tier, redemptions, and members who redeemed it.
    package var redemptions: [Int]
    package var members: [Int]

    package var isUnused: Bool { reward != nil && text != nil && members.allSatisfy { $0 == 0 } }
  }

  /// The window of redemptions, in days.
  package static let days = 365
  /// Benefits in the order of the tiers, then other rewards by id.
  package private(set) var rows: [Row] = []

  /// - Complexity: O(records of points), with a sort of redemptions.
  init(_ tiers: Tiers, community: Community) {
    let count = tiers.rules.tiers.count
    for (place, tier) in tiers.rules.tiers.enumerated() {
      for benefit in tier.benefits {
        let known = rows.firstIndex {
          benefit.reward == nil ? $0.reward == nil && $0.text == benefit.text : $0.reward == benefit.reward
        }
        if let known {
          rows[known].isGiven[place] = true
        } else {
          var row = Row(
            reward: benefit.reward, text: benefit.text, isGiven: Array(repeating: false, count: count),
            redemptions: Array(repeating: 0, count: count), members: Array(repeating: 0, count: count))
          row.isGiven[place] = true
          rows.append(row)
        }
      }
    }
    let from = tiers.moment.start(ofWindow: TierBenefits.days).rawValue
    var redeemed: [UInt64] = []
    for segment in community[.points].segments {
      let rewards = segment.symbols[PointField.reward.slot]
      guard !rewards.isEmpty else { continue }
      for row in 0..<segment.count where rewards[row] != 0 {
        guard segment.at[row] >= from, segment.at[row] <= tiers.moment.now.rawValue else { continue }
        redeemed.append(UInt64(rewards[row]) << 32 | UInt64(segment.member[row]))
      }
    }
    redeemed.sort()
    var others: [String: Row] = [:]
    var last: UInt64?
    for entry in redeemed {
      let member = Member.Index(rawValue: UInt32(truncatingIfNeeded: entry))
      let isNew = entry != last
      last = entry
      guard member.value < tiers.count, let tier = tiers.tier(member) else { continue }
      let reward = community.symbols[Symbol(rawValue: UInt32(entry >> 32))]
      func note(_ row: inout Row) {
        row.redemptions[tier] += 1
        if isNew { row.members[tier] += 1 }
      }
      if let place = rows.firstIndex(where: { $0.reward == reward }) {
        note(&rows[place])
      } else {
        let zeros = Array(repeating: 0, count: count)
        note(
          &others[
            reward,
            default: Row(
              reward: reward, text: nil, isGiven: Array(repeating: false, count: count), redemptions: zeros,
              members: zeros)])
      }
    }
    rows += others.values.sorted {
      ($0.reward ?? "").utf8.lexicographicallyPrecedes(($1.reward ?? "").utf8)
    }
  }
}

extension MemberMeasures {
  /// By member, all amounts in the window of RFM, in hundredths.
  var windowSpends: [Int64] { signs.entries.map(\.windowSpend) }
}
