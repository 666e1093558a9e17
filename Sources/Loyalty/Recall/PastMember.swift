import Community

/// What was known of a member at an earlier instant, found from the member's own records up to then.
///
/// So a decision is credited to the layer in which the member was when it was made, whatever came of it. Two things
/// are as of today, since they hardly depend on one member: the rhythm of members who have none of their own, and the
/// lifetime values at which the parts of churned members begin. A lifetime value then is what today's model says of
/// the purchases up to then.
struct PastMember {
  let day: Day
  let silence: Int?
  let rhythm: Double?
  let stage: LifecycleStage?
  let hasRefund: Bool
  /// In hundredths; computed for churned members alone.
  let lifetimeValue: Int64?

  /// - Complexity: O(records of the member).
  init(_ member: Member.Index, at instant: Instant, _ judge: PastJudge) {
    let zone = judge.moment.zone
    let day = zone.day(of: instant)
    self.day = day
    var seen: Set<Int32> = []
    var purchases: [(day: Int32, amount: Int64)] = []
    var hasRefund = false
    let firstOfRefunds = day.adding(days: 1 - judge.recall.refundDays)
    judge.forEachSign(of: member) { at, amount, isSeen in
      guard at <= instant else { return }
      let day = zone.day(of: at)
      if let amount, amount < 0 {
        if day >= firstOfRefunds { hasRefund = true }
        return
      }
      if isSeen { seen.insert(day.rawValue) }
      if let amount { purchases.append((day.rawValue, amount)) }
    }
    self.hasRefund = hasRefund
    let rules = judge.lifecycle
    let joined = judge.figures.joined(member).map { day.days(since: zone.day(of: $0)) }
    let lastSeen = seen.max()
    let silence = lastSeen.map { Int(day.rawValue) - Int($0) } ?? joined
    self.silence = silence
    rhythm =
      rules.isFixed || seen.isEmpty
      ? nil
      : max(
        PastMember.medianGap(seen) ?? judge.commonRhythm ?? Double(rules.defaultRhythm),
        Double(rules.shortestRhythm))
    stage = PastMember.stage(silence, joined, purchases.count, rhythm, rules)
    lifetimeValue = stage == .churned ? judge.lifetimeValue(purchases, day) : nil
  }

  /// Of at least four days.
  private static func medianGap(_ days: Set<Int32>) -> Double? {
    guard days.count >= 4 else { return nil }
    let days = days.sorted()
    let gaps = zip(days.dropFirst(), days).map { $0 - $1 }.sorted()
    return Double(gaps[(gaps.count - 1) / 2] + gaps[gaps.count / 2]) / 2
  }

  private static func stage(
    _ silence: Int?, _ joined: Int?, _ purchases: Int, _ rhythm: Double?, _ rules: Program.LifecycleRules
  ) -> LifecycleStage? {
    if let joined, joined <= rules.newDays, purchases < 2 { return .new }
    guard let silence else { return nil }
    let days = Double(silence)
    if days <= max(rules.activeRhythms * (rhythm ?? 0), Double(rules.activeDays)) { return .active }
    return days <= max(rules.sleepingRhythms * (rhythm ?? 0), Double(rules.sleepingDays))
      ? .sleeping : .churned
  }
}

/// What is needed to judge members as they were.
struct PastJudge {
  let community: Community
  let figures: MemberFigures
  let moment: Moment
  let commonRhythm: Double?
  let cuts: ValueCuts
  let fit: ModelFit?
  let lifecycle: Program.LifecycleRules
  let recall: Program.RecallRules
  private let terms: CustomerLifetimeValue
  private let signs: SignsOfLife

  init(
    community: Community, figures: MemberFigures, moment: Moment, commonRhythm: Double?, cuts: ValueCuts,
    fit: ModelFit?
  ) {
    self.community = community
    self.figures = figures
    self.moment = moment
    self.commonRhythm = commonRhythm
    self.cuts = cuts
    self.fit = fit
    let program = community.program
    lifecycle = program.lifecycle
    recall = program.recall
    signs = SignsOfLife(community)
    terms = CustomerLifetimeValue(
      margin: program.lifetimeValue.margin, yearlyDiscount: program.lifetimeValue.discount)
  }

  func layer(of member: Member.Index, at instant: Instant) -> RecallLayer? {
    let past = PastMember(member, at: instant, self)
    return RecallLayer(
      past.stage, silence: past.silence ?? 0, rhythm: past.rhythm, hasRefund: past.hasRefund,
      lifetimeValue: past.lifetimeValue, cuts: cuts, rules: recall)
  }

  /// Calls `body` with the time of everything by which the member was seen up to now, and of all orders; with the
  /// amount where it's an order, and with whether the member was seen by it.
  func forEachSign(of member: Member.Index, _ body: (Instant, Int64?, Bool) -> Void) {
    for feed in SignsOfLife.feeds {
      let table = community[feed]
      for row in community.rows(feed, of: member) {
        let segment = table.segments[row.segment]
        let at = segment.instant(row.offset)
        guard at <= moment.now else { continue }
        let isSeen = signs.contains(feed, segment, row.offset)
        if feed == .orders {
          body(at, segment.integers[OrderField.amount.slot][row.offset], isSeen)
        } else if isSeen {
          body(at, nil, true)
        }
      }
    }
  }

  /// What the model says of some purchases by the end of a day, in hundredths.
  func lifetimeValue(_ purchases: [(day: Int32, amount: Int64)], _ day: Day) -> Int64? {
    guard let fit, let spend = fit.spend, let first = purchases.map(\.day).min(),
      let last = purchases.map(\.day).max()
    else { return nil }
    let days = Set(purchases.map(\.day))
    let valued = purchases.filter { $0.day > first && $0.amount > 0 }
    let valuedDays = Set(valued.map(\.day)).count
    let sum = Double(valued.reduce(0) { $0 &+ $1.amount }) / 100
    let mean = valuedDays == 0 ? 0 : sum / Double(valuedDays)
    guard let value = spend.model.expectedValue(days: valuedDays, mean: mean) else { return nil }
    let worth = terms.value(
      fit.model, frequency: days.count - 1, recency: Double(last - first) / 7,
      age: Double(day.rawValue - first) / 7, value: value)
    return PurchaseValues.money(worth)?.rawValue
  }
}
