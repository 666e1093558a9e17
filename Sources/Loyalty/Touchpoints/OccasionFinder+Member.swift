import Community

/// What the calendar knows of one member whose records have changed.
struct MemberTrace: Sendable {
  /// By place of the rule, the days of occasions that come from events.
  var occasions: [[Int32]]
  var records: TouchRecords
}

extension OccasionFinder {
  /// The occasions of one member by all rules that come from the member's own events, told from the records anew.
  ///
  /// - Parameter settled: occasions of rules that come from elsewhere.
  /// - Complexity: O(records of the member).
  func trace(
    _ member: Member.Index, _ reader: TouchReader, _ log: DecisionLog, _ hosts: HostSigns,
    settled: (Int) -> [Int32]
  ) -> MemberTrace {
    var trace = MemberTrace(
      occasions: plan.rules.map { _ in [] },
      records: TouchRecords(of: member, reader, community, log))
    let days = MemberDays(member, community, moment)
    for (place, rule) in plan.rules.enumerated() {
      var found = Found()
      let span = plan.span(place)
      switch rule.trigger {
      case .purchase(let number):
        if days.purchases.count >= number { trace.occasions[place] = [days.purchases[number - 1]] }
      case .afterPurchase(let wait): trace.occasions[place] = days.purchases.map { $0 + Int32(wait) }
      case .complaintResolved(let wait): trace.occasions[place] = days.resolved.map { $0 + Int32(wait) }
      case .stageEntered(let word):
        if let stage = LifecycleStage(id: word) { stages(stage, place, span, member, days, &found) }
      case .hostSilent(let wait):
        if community.members[\.host, member] == .none { break }
        var signs = hosts.all(of: member, community, log, moment)
        let joined = figures.joined(member).map { moment.zone.day(of: $0).rawValue } ?? .min
        if joined >= span.lowerBound - Int32(wait) { signs.append(joined) }
        signs.sortAndUnique()
        for (index, sign) in signs.enumerated() {
          let next = index + 1 < signs.count ? signs[index + 1] : nil
          HostSilence(after: sign, next: next, days: wait).add(member.rawValue, place, span, &found)
        }
      case .birthday, .anniversary, .memberDay, .weather: break
      case .tierGained, .tierAtRisk, .pointsExpiring, .challengeMissed:
        trace.occasions[place] = settled(place)
      }
      trace.occasions[place] += found.occasions.map(\.day)
      trace.occasions[place].removeAll { !span.contains($0) }
      trace.occasions[place].sortAndUnique()
      trace.records.marks += found.marks
    }
    trace.records.marks.sort()
    return trace
  }

  private func stages(
    _ stage: LifecycleStage, _ place: Int, _ span: ClosedRange<Int32>, _ member: Member.Index,
    _ days: MemberDays, _ found: inout Found
  ) {
    let joined = figures.joined(member).map { moment.zone.day(of: $0).rawValue }
    let lifecycle = measures.lifecycle
    let timeline = StageTimeline(
      lifecycle.rules, commonRhythm: lifecycle.commonRhythm, joined: joined,
      secondPurchase: days.purchases.count > 1 ? days.purchases[1] : .max,
      gaps: days.gaps(of: member.rawValue))
    for (day, over) in timeline.entries(into: stage, within: span) {
      found.occasions.append(DatedMember(member.rawValue, day))
      if let over, over <= plan.today.rawValue {
        found.marks.append(TouchMark(member: member.rawValue, rule: place, day: over, kind: .lapsed))
      }
    }
  }
}

/// Days on which something happened to a member, up to now.
private struct MemberDays {
  /// One for each purchase, ascending.
  var purchases: [Int32] = []
  /// Each once, ascending.
  var seen: [Int32] = []
  /// One for each complaint that was resolved.
  var resolved: [Int32] = []

  init(_ member: Member.Index, _ community: Community, _ moment: Moment) {
    let signs = SignsOfLife(community)
    for feed in SignsOfLife.feeds {
      let table = community[feed]
      for row in community.rows(feed, of: member) {
        let (segment, offset) = table[row]
        guard segment.instant(offset) <= moment.now else { continue }
        let day = moment.zone.day(of: segment.instant(offset)).rawValue
        if feed == .orders {
          if segment.integers[OrderField.amount.slot][offset] < 0 { continue }
          purchases.append(day)
        }
        if signs.contains(feed, segment, offset) { seen.append(day) }
      }
    }
    let table = community[.complaints]
    for row in community.rows(.complaints, of: member) {
      let (segment, offset) = table[row]
      guard segment.instant(offset) <= moment.now,
        let time = segment.time(ComplaintField.resolved, offset), time <= moment.now
      else { continue }
      resolved.append(moment.zone.day(of: time).rawValue)
    }
    purchases.sort()
    seen.sortAndUnique()
  }

  /// All silences, the one that lasts included.
  func gaps(of member: UInt32) -> [SilentGap] {
    var gaps: [Int32] = []
    var result: [SilentGap] = []
    var before = Int32.min
    for day in seen {
      result.append(SilentGap(member: member, from: before, until: day, rhythm: MemberDays.median(gaps)))
      if before != .min { gaps.append(day - before) }
      before = day
    }
    result.append(SilentGap(member: member, from: before, until: .max, rhythm: MemberDays.median(gaps)))
    return result
  }

  private static func median(_ gaps: [Int32]) -> Float {
    guard gaps.count >= 3 else { return .nan }
    let sorted = gaps.sorted()
    return (Float(sorted[(sorted.count - 1) / 2]) + Float(sorted[sorted.count / 2])) / 2
  }
}
