import Community

/// The stage of every member by the end of a day, with what it was judged by.
package struct Lifecycle: Sendable {
  package let rules: Program.LifecycleRules
  package let day: Day
  /// The median of all members' own rhythms, in days; nil where nobody has one.
  package let commonRhythm: Double?
  /// How many members have a rhythm of their own.
  package let withRhythm: Int
  let pasts: [EngagementSummary.Past]
  /// Raw values of the stages, 0 for members of whom nothing is known or who aren't listed.
  let stages: [UInt8]
  /// Members by stage; at 0 those of unknown stage.
  private var counts = [Int](repeating: 0, count: LifecycleStage.allCases.count + 1)

  /// - Parameters:
  ///   - place: of the day in `EngagementSummary.daysAgo`.
  /// - Complexity: O(members), with a sort of the rhythms.
  init(_ signs: EngagementSummary, place: Int, figures: MemberFigures, program: Program) {
    rules = program.lifecycle
    day = figures.moment.today.adding(days: -EngagementSummary.daysAgo[place])
    pasts = signs.pasts[place]
    let judge = StageJudge(signs: signs, pasts: pasts, figures: figures, day: day, rules: rules)
    var rhythms: [Float] = []
    for member in pasts.indices where !pasts[member].rhythm.isNaN && judge.isListed(Member.Index(member)) {
      rhythms.append(pasts[member].rhythm)
    }
    withRhythm = rhythms.count
    commonRhythm = Lifecycle.median(&rhythms)
    var stages = [UInt8](repeating: 0, count: pasts.count)
    for member in pasts.indices {
      let index = Member.Index(member)
      guard judge.isListed(index) else { continue }
      let stage = judge.reason(index, commonRhythm)?.stage.rawValue ?? 0
      stages[member] = stage
      counts[Int(stage)] += 1
    }
    self.stages = stages
  }

  private static func median(_ values: inout [Float]) -> Double? {
    guard !values.isEmpty else { return nil }
    values.sort()
    return (Double(values[(values.count - 1) / 2]) + Double(values[values.count / 2])) / 2
  }

  /// Nil where nothing tells, and for whoever isn't listed.
  package func stage(_ member: Member.Index) -> LifecycleStage? {
    member.value < stages.count ? LifecycleStage(rawValue: stages[member.value]) : nil
  }

  /// The rhythm that silence is judged by, in days: nil for whoever was never seen, and where the programme
  /// judges by days alone.
  package func rhythm(_ member: Member.Index) -> Double? {
    guard !rules.isFixed, member.value < pasts.count, pasts[member.value].lastSeen != .min else { return nil }
    return StageJudge.rhythm(pasts[member.value], commonRhythm, rules)
  }

  /// The median gap between the days on which the member was seen, if they were seen on four or more.
  package func ownRhythm(_ member: Member.Index) -> Double? {
    guard member.value < pasts.count, !pasts[member.value].rhythm.isNaN else { return nil }
    return Double(pasts[member.value].rhythm)
  }

  /// Members in a stage; nil: of whom nothing tells.
  package func count(_ stage: LifecycleStage?) -> Int { counts[Int(stage?.rawValue ?? 0)] }

  /// How many members moved from each stage of an earlier day to each of today.
  ///
  /// - Complexity: O(members).
  package func moves(since earlier: Lifecycle) -> StageMoves {
    var moves = StageMoves(days: day.days(since: earlier.day))
    for member in stages.indices {
      moves.count(from: earlier.stage(Member.Index(member)), to: stage(Member.Index(member)))
    }
    return moves
  }
}

/// Moves between the stages of two days.
package struct StageMoves: Hashable, Sendable {
  /// Days between the two.
  package let days: Int
  private static let size = LifecycleStage.allCases.count + 1
  private var counts = [Int](repeating: 0, count: size * size)

  init(days: Int) { self.days = days }

  mutating func count(from: LifecycleStage?, to: LifecycleStage?) {
    counts[StageMoves.place(from, to)] += 1
  }

  private static func place(_ from: LifecycleStage?, _ to: LifecycleStage?) -> Int {
    Int(from?.rawValue ?? 0) * size + Int(to?.rawValue ?? 0)
  }

  /// How many members went from one stage to another; nil stands for no member yet, or of no known stage.
  package subscript(from: LifecycleStage?, to: LifecycleStage?) -> Int { counts[StageMoves.place(from, to)] }

  /// How many were in a stage on the earlier day.
  package func before(_ stage: LifecycleStage?) -> Int {
    self[stage, nil] + LifecycleStage.allCases.reduce(0) { $0 + self[stage, $1] }
  }

  /// Members who were active and still are ÷ members who were active. Nil where nobody was.
  package var retention: Double? { share(staying: .active, from: .active) }

  /// Members who slept and are active again ÷ members who slept. Nil where nobody did.
  package var reactivation: Double? { share(staying: .active, from: .sleeping) }

  private func share(staying stage: LifecycleStage, from: LifecycleStage) -> Double? {
    let before = before(from)
    return before == 0 ? nil : Double(self[from, stage]) / Double(before)
  }
}

/// Judges the stages of one day.
struct StageJudge {
  let signs: EngagementSummary
  let pasts: [EngagementSummary.Past]
  let figures: MemberFigures
  let day: Day
  let rules: Program.LifecycleRules

  /// Whether the member counted by the end of the day. Joining and first event are no later than that, or there's
  /// no date of the member at all.
  func isListed(_ member: Member.Index) -> Bool {
    let entry = figures.entry(member)
    guard entry.isListed else { return false }
    guard let joined = Instant(rawValue: entry.joined).known else { return true }
    return figures.moment.zone.day(of: joined) <= day
  }

  static func rhythm(
    _ past: EngagementSummary.Past, _ common: Double?, _ rules: Program.LifecycleRules
  ) -> Double {
    let rhythm = past.rhythm.isNaN ? common ?? Double(rules.defaultRhythm) : Double(past.rhythm)
    return max(rhythm, Double(rules.shortestRhythm))
  }

  /// Nil without any date.
  func reason(_ member: Member.Index, _ common: Double?) -> LifecycleReason? {
    let joined = Instant(rawValue: figures.entry(member).joined).known.map {
      day.days(since: figures.moment.zone.day(of: $0))
    }
    let past = pasts[member.value]
    let silence = past.lastSeen == .min ? joined : Int(day.rawValue) - Int(past.lastSeen)
    var reason = LifecycleReason(
      stage: .new, basis: .fixed, silence: silence, activeUpTo: Double(rules.activeDays),
      sleepingUpTo: Double(rules.sleepingDays))
    if let joined, joined <= rules.newDays, signs.entries[member.value].secondPurchase > day.rawValue {
      let purchases = signs.entries[member.value].lastPurchase == .min ? 0 : 1
      reason.basis = .joined(days: joined, orders: purchases)
      return reason
    }
    guard let silence else { return nil }
    if past.lastSeen == .min {
      reason.basis = .neverSeen
    } else if !rules.isFixed {
      let rhythm = StageJudge.rhythm(past, common, rules)
      reason.activeUpTo = max(rules.activeRhythms * rhythm, reason.activeUpTo)
      reason.sleepingUpTo = max(rules.sleepingRhythms * rhythm, reason.sleepingUpTo)
      if !past.rhythm.isNaN {
        reason.basis = .ownRhythm(Double(past.rhythm))
      } else {
        reason.basis =
          common.map { .commonRhythm($0) } ?? .defaultRhythm(Double(rules.defaultRhythm))
      }
    }
    let days = Double(silence)
    reason.stage = days <= reason.activeUpTo ? .active : days <= reason.sleepingUpTo ? .sleeping : .churned
    return reason
  }
}
