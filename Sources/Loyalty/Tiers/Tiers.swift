import Community
import Synchronization

/// What is expected of a member's tier at the coming quarter's end.
package enum TierOutlook: UInt8, CaseIterable, Hashable, Sendable {
  /// At the pace of the last 90 days a higher tier is reached by then.
  case up = 1
  case keep
  /// If nothing happens till then, the member goes down.
  case drop

  /// The word in JSON and CSV.
  package var id: String { "\(self)" }
}

/// The tier of every member as of one moment, replayed from the first event.
///
/// Of each member the state and the moves are kept; reasons are worked out for whom they are asked.
package struct Tiers: Sendable {
  /// What is kept of a member.
  struct State: Sendable {
    /// When the tier began, in milliseconds since 1970.
    var since = Int64.min
    /// How far the next tier is reached now, and how far this one is kept by the coming quarter's end, 0–1; below 0 where
    /// there's nothing to reach.
    var next: Float = -1
    var keep: Float = -1
    /// The place of the tier, -1 without one.
    var tier: Int8 = -1
    var misses: UInt8 = 0
    /// `TierOutlook.rawValue`, 0 without a tier and nothing to expect.
    var outlook: UInt8 = 0
    /// Whether the quarter is still one of grace; and whether the tier isn't kept by the coming quarter's end if nothing
    /// happens till then.
    var isGrace = false
    var isShort = false
    /// The tier that is reached by the coming quarter's end at the member's pace, -1 for none.
    var reached: Int8 = -1
    /// Whether the member counts by now.
    var isListed = false
  }

  /// States of members with their moves.
  struct Block: Sendable {
    var states: [State] = []
    /// Where each member's moves begin among `moves`; one more than members.
    var starts: [UInt32] = [0]
    /// When, in milliseconds since 1970, and in the lowest eight bits the place of the tier and 1.
    var moves: [Int64] = []
  }

  static let blockShift = 12
  static let blockSize = 1 << blockShift
  /// The days of which the pace of the forecast is taken.
  package static let paceDays = 90

  package let rules: Program.TierRules
  package internal(set) var moment: Moment
  /// The last day of the coming quarter's end, and how many days are left to it.
  package private(set) var comingDay: Day
  package var daysLeft: Int { comingDay.days(since: moment.today) }
  package internal(set) var count = 0
  /// Members by place of the tier and 1; at 0 those without.
  var counts: [Int]
  /// Keep tasks of the quarters that are over, oldest first.
  package private(set) var pastTasks: [TierTaskCount] = []
  var blocks: [Block] = []
  let plan: TierPlan
  let calendar: TierCalendar
  let comingQuarter: Int
  var reader: TierReader
  var referrals: TierReferrals
  let shares: TierShares?

  /// Replays the events of all members.
  ///
  /// - Parameters:
  ///   - points: of the same data, for conditions on points earned; nil: what the feed of points adds counts.
  /// - Complexity: O(*e*) for *e* events, with a sort of each member's.
  /// - Returns: nil if cancelled.
  package init?(
    community: Community, figures: MemberFigures, points: Points? = nil, on computation: Computation = .serial
  ) {
    self.init(
      rules: community.program.tiers, community: community, figures: figures,
      points: points.map { EarnedPoints($0) },
      on: computation)
  }

  init?(
    rules: Program.TierRules, community: Community, figures: MemberFigures, points: EarnedPoints?,
    on computation: Computation
  ) {
    self.rules = rules
    moment = figures.moment
    let plan = TierPlan(rules)
    let first = min(moment.now, Instant(rawValue: figures.earliestEvent))
    let calendar = TierCalendar(
      zone: moment.zone, from: moment.zone.day(of: first), through: moment.today)
    self.plan = plan
    self.calendar = calendar
    comingQuarter = calendar.comingQuarter(after: moment)
    comingDay = Day(rawValue: calendar.quarters[comingQuarter].lastDay)
    counts = [Int](repeating: 0, count: rules.tiers.count + 1)
    count = min(figures.count, community.members.count)
    let reader = TierReader(plan, community: community, now: moment.now, points: points)
    self.reader = reader
    if rules.goesByShare {
      referrals = TierReferrals()
      var made: [Block] = []
      shares = TierShares(
        rules: rules, community: community, figures: figures, calendar: calendar, on: computation
      ) { made += $0 }
      guard shares != nil else { return nil }
      blocks = made
      for block in blocks {
        for state in block.states { counts[Int(state.tier) + 1] += 1 }
      }
      return
    }
    shares = nil
    let referrals =
      reader.readsReferrals
      ? TierReferrals(community: community, figures: figures, on: computation)
      : TierReferrals()
    self.referrals = referrals
    if computation.isCancelled() { return nil }
    let ranges = Tiers.ranges(count, workers: computation.workers)
    let parts = Mutex<[TierPart?]>(Array(repeating: nil, count: ranges.count))
    computation.forEach(ranges.count) { number in
      if computation.isCancelled() { return }
      let stream = TierStream(
        ranges[number], reader: reader, community: community, figures: figures, referrals: referrals,
        calendar: calendar)
      if computation.isCancelled() { return }
      let part = TierPart(stream, plan: plan, calendar: calendar, figures: figures) { member in
        reader.events(
          of: member, community, calendar, referrals: referrals.referrals(by: member), withAll: true)
      }
      parts.withLock { $0[number] = part }
    }
    for part in parts.withLock({ $0 }) {
      guard let part else { return nil }
      blocks += part.blocks
      for place in counts.indices { counts[place] += part.counts[place] }
      pastTasks = TierTaskCount.sum(pastTasks, part.tasks)
    }
    nameQuarters(of: &pastTasks)
  }

  /// Parts of whole blocks, few enough members each for cursors to stay in the cache.
  static func ranges(_ count: Int, workers: Int) -> [Range<Int>] {
    let allBlocks = (count + blockSize - 1) >> blockShift
    let parts = max(1, workers, (count + 1 << 18 - 1) >> 18)
    return (0..<parts).map { part in
      (allBlocks * part / parts) << blockShift..<min(count, (allBlocks * (part + 1) / parts) << blockShift)
    }.filter { !$0.isEmpty }
  }

  private func nameQuarters(of tasks: inout [TierTaskCount]) {
    for place in tasks.indices {
      tasks[place].lastDay = Day(rawValue: calendar.quarters[place].lastDay)
    }
    tasks.removeAll { $0.judged == 0 }
  }

  // MARK: Reading

  @inline(__always)
  func state(_ member: Member.Index) -> State {
    guard member.value < count else { return State() }
    return blocks[member.value >> Tiers.blockShift].states[member.value & (Tiers.blockSize - 1)]
  }

  /// A member's moves, oldest first: when, in milliseconds since 1970, and to which tier.
  func moves(_ member: Member.Index) -> [(at: Int64, tier: Int)] {
    guard member.value < count else { return [] }
    let block = blocks[member.value >> Tiers.blockShift]
    let place = member.value & (Tiers.blockSize - 1)
    return block.moves[Int(block.starts[place])..<Int(block.starts[place + 1])].map {
      ($0 >> 8, Int($0 & 255) - 1)
    }
  }

  /// The place of the member's tier in the rules; nil without one.
  package func tier(_ member: Member.Index) -> Int? {
    let tier = state(member).tier
    return tier < 0 ? nil : Int(tier)
  }

  /// When the tier began.
  package func since(_ member: Member.Index) -> Instant? {
    let state = state(member)
    return state.tier < 0 ? nil : Instant(rawValue: state.since)
  }

  /// Quarters in a row that ended below what keeps the tier.
  package func misses(_ member: Member.Index) -> Int { Int(state(member).misses) }

  /// The tier above the member's; nil at the top.
  package func nextTier(_ member: Member.Index) -> Int? {
    let next = Int(state(member).tier) + 1
    return next < rules.tiers.count ? next : nil
  }

  /// How far the next tier is reached now, 0–100; nil at the top.
  package func next(_ member: Member.Index) -> Double? {
    let next = state(member).next
    return next < 0 ? nil : Tiers.percent(next)
  }

  /// How far the tier is kept at the coming quarter's end if nothing happens till then, 0–100; nil without a tier.
  package func keep(_ member: Member.Index) -> Double? {
    let keep = state(member).keep
    return keep < 0 ? nil : Tiers.percent(keep)
  }

  /// Without the last bits, which a part of a whole doesn't have: a fifth is 20 %.
  private static func percent(_ part: Float) -> Double { (Double(part) * 1e6).rounded() / 1e4 }

  /// What is expected at the coming quarter's end; nil without a tier in sight.
  package func outlook(_ member: Member.Index) -> TierOutlook? {
    TierOutlook(rawValue: state(member).outlook)
  }

  /// Whether the member has a keep task: the tier isn't kept at the coming quarter's end if nothing happens till then,
  /// and that would be a miss.
  package func hasTask(_ member: Member.Index) -> Bool {
    let state = state(member)
    return state.isShort && !state.isGrace
  }

  /// Whether falling short at the coming quarter's end is no miss.
  package func isGrace(_ member: Member.Index) -> Bool { state(member).isGrace }

  /// The tier that the pace of the last days leads to; nil where it's none above the member's.
  package func reached(_ member: Member.Index) -> Int? {
    let reached = state(member).reached
    return reached < 0 ? nil : Int(reached)
  }

  /// How many members have a tier; nil: none.
  package func count(_ tier: Int?) -> Int { counts[(tier ?? -1) + 1] }
}

extension TierCalendar {
  /// The first quarter whose end isn't over.
  func comingQuarter(after moment: Moment) -> Int {
    let quarter = quarter(of: moment.today.rawValue)
    return moment.now.rawValue >= quarters[quarter].end ? quarter + 1 : quarter
  }
}
