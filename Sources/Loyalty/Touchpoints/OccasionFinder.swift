import Community

/// Finds the occasions of rules that come from events, over all members: a pass over the feed for each rule, of which
/// only segments that reach into the time looked at cost more than a glance.
struct OccasionFinder: Sendable {
  let community: Community
  let figures: MemberFigures
  let moment: Moment
  let measures: MemberMeasures
  let plan: TouchpointPlan
  /// By member, the day of joining; `Int32.min` where it isn't known.
  let joinedDays: [Int32]
  /// Days on which members' hosts turned to them.
  let hostSigns: [DatedMember]

  /// Occasions of one rule by member, and marks by which some of them are over.
  struct Found: Sendable {
    var occasions: [DatedMember] = []
    var marks: [TouchMark] = []
  }

  private var now: Int64 { moment.now.rawValue }
  private var count: Int { min(joinedDays.count, figures.count) }

  func find(_ place: Int) -> Found {
    var found = Found()
    let span = plan.span(place)
    switch plan.rules[place].trigger {
    case .purchase(let number): found.occasions = purchases(number, span)
    case .afterPurchase(let days): found.occasions = afterPurchases(days, span)
    case .complaintResolved(let days): found.occasions = complaints(days, span)
    case .stageEntered(let word):
      if let stage = LifecycleStage(id: word) { stages(stage, place, span, &found) }
    case .hostSilent(let days): silences(days, place, span, &found)
    case .birthday, .anniversary, .memberDay, .weather, .tierGained, .tierAtRisk, .pointsExpiring,
      .challengeMissed:
      break
    }
    found.occasions.sortAndUnique()
    return found
  }

  private func start(of day: Int32) -> Int64 { moment.zone.instant(of: Day(rawValue: day)).rawValue }

  // MARK: Purchases

  /// Calls `body` with purchases from a day on: member, time, row.
  private func forEachPurchase(from day: Int32, _ body: (UInt32, Int64, UInt32) -> Void) {
    let start = start(of: day)
    for (number, segment) in community[.orders].segments.enumerated()
    where segment.newest.rawValue >= start || !segment.newest.isKnown {
      let amounts = segment.integers[OrderField.amount.slot]
      for row in 0..<segment.count where segment.at[row] >= start && segment.at[row] <= now {
        guard amounts[row] >= 0, Int(segment.member[row]) < count else { continue }
        body(segment.member[row], segment.at[row], Row(segment: number, offset: row).rawValue)
      }
    }
  }

  private func purchases(_ wanted: Int, _ span: ClosedRange<Int32>) -> [DatedMember] {
    var late: [(member: UInt32, at: Int64, row: UInt32)] = []
    forEachPurchase(from: span.lowerBound) { member, at, row in
      // Whoever has bought less often by now hasn't made that purchase.
      if figures.entry(Member.Index(rawValue: member)).orders >= UInt32(clamping: wanted) {
        late.append((member, at, row))
      }
    }
    late.sort { $0 < $1 }
    var clock = DayClock(zone: moment.zone)
    var result: [DatedMember] = []
    var first = 0
    while first < late.count {
      var end = first
      while end < late.count, late[end].member == late[first].member { end += 1 }
      let orders = Int(figures.entry(Member.Index(rawValue: late[first].member)).orders)
      let place = end - 1 - (orders - wanted)
      if place >= first {
        result.append(DatedMember(late[place].member, clock.day(of: late[place].at).rawValue))
      }
      first = end
    }
    return result
  }

  private func afterPurchases(_ days: Int, _ span: ClosedRange<Int32>) -> [DatedMember] {
    var clock = DayClock(zone: moment.zone)
    var result: [DatedMember] = []
    forEachPurchase(from: span.lowerBound - Int32(days)) { member, at, _ in
      let day = clock.day(of: at).rawValue + Int32(days)
      if span.contains(day) { result.append(DatedMember(member, day)) }
    }
    return result
  }

  // MARK: Complaints

  private func complaints(_ days: Int, _ span: ClosedRange<Int32>) -> [DatedMember] {
    var clock = DayClock(zone: moment.zone)
    var result: [DatedMember] = []
    for segment in community[.complaints].segments {
      let resolved = segment.times[ComplaintField.resolved.slot]
      guard !resolved.isEmpty else { continue }
      for row in 0..<segment.count where resolved[row] != Instant.unknown.rawValue {
        guard segment.at[row] <= now, resolved[row] <= now, Int(segment.member[row]) < count else { continue }
        let day = clock.day(of: resolved[row]).rawValue + Int32(days)
        if span.contains(day) { result.append(DatedMember(segment.member[row], day)) }
      }
    }
    return result
  }

  // MARK: Stages

  private func stages(_ stage: LifecycleStage, _ place: Int, _ span: ClosedRange<Int32>, _ found: inout Found)
  {
    let gaps = measures.signs.gaps
    let lifecycle = measures.lifecycle
    var next = 0
    var timeline = StageTimeline(lifecycle.rules, commonRhythm: lifecycle.commonRhythm)
    for number in 0..<min(count, measures.signs.entries.count) {
      let first = next
      while next < gaps.count, gaps[next].member == number { next += 1 }
      guard figures.entry(Member.Index(number)).isListed else { continue }
      let past = measures.signs.pasts[0][number]
      let joined = joinedDays[number]
      // A silence that began too lately or too long ago changes nothing within sight, and most do.
      if first == next, !mayTurn(past.lastSeen, joined, past.rhythm, span) { continue }
      let last = SilentGap(member: UInt32(number), from: past.lastSeen, until: .max, rhythm: past.rhythm)
      timeline.set(
        joined: joined == .min ? nil : joined,
        secondPurchase: measures.signs.entries[number].secondPurchase, gaps: gaps[first..<next], last: last)
      for (day, over) in timeline.entries(into: stage, within: span) {
        found.occasions.append(DatedMember(UInt32(number), day))
        if let over, over <= plan.today.rawValue {
          found.marks.append(TouchMark(member: UInt32(number), rule: place, day: over, kind: .lapsed))
        }
      }
    }
  }

  /// Whether a member without long gaps may have entered a stage within a range of days. Says yes too often rather
  /// than too seldom.
  @inline(__always)
  private func mayTurn(_ lastSeen: Int32, _ joined: Int32, _ rhythm: Float, _ span: ClosedRange<Int32>)
    -> Bool
  {
    let rules = measures.lifecycle.rules
    let end = Int(joined == .min ? 0 : joined) + rules.newDays + 1
    if joined != .min, end >= Int(span.lowerBound) { return true }
    let from = lastSeen == .min ? joined : lastSeen
    guard from != .min else { return false }
    let shortest = min(rules.activeDays, rules.sleepingDays)
    return Int(from) + shortest + 1 <= Int(span.upperBound)
  }

  // MARK: Hosts

  private func silences(_ days: Int, _ place: Int, _ span: ClosedRange<Int32>, _ found: inout Found) {
    var signs = hostSigns
    for (number, block) in community.members.blocks.enumerated() {
      let base = number << Members.blockShift
      for row in 0..<min(block.count, count - base) where block.host[row] != 0 {
        // Before that nothing counts that isn't a sign.
        let joined = joinedDays[base + row]
        if joined >= span.lowerBound - Int32(days) { signs.append(DatedMember(UInt32(base + row), joined)) }
      }
    }
    signs.sortAndUnique()
    for (index, sign) in signs.enumerated() {
      let next =
        index + 1 < signs.count && signs[index + 1].member == sign.member ? signs[index + 1].day : nil
      HostSilence(after: sign.day, next: next, days: days).add(sign.member, place, span, &found)
    }
  }
}

/// What a host's silence from one sign to the next comes to.
struct HostSilence {
  var after: Int32
  /// The day of the next sign; nil while there's none.
  var next: Int32?
  var days: Int

  /// A sign on the very day on which the silence grows long enough is what the rule asks for.
  func add(_ member: UInt32, _ place: Int, _ span: ClosedRange<Int32>, _ found: inout OccasionFinder.Found) {
    let occasion = after + Int32(days)
    guard span.contains(occasion), next ?? .max >= occasion else { return }
    found.occasions.append(DatedMember(member, occasion))
    if let next { found.marks.append(TouchMark(member: member, rule: place, day: next, kind: .answered)) }
  }
}
