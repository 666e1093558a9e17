import Community
import Synchronization

extension TouchpointCalendar {
  /// Looks at all members: who is due today, what was done and missed, what comes.
  mutating func survey(
    _ community: Community, on computation: Computation
  ) {
    let result = passes(on: plan.today, community, isCounting: true, computation: computation)
    today = DueList(result.due.map { DatedKey.sorted($0) }, count: count)
    matrix = plan.rules.indices.map { place in tiers.indices.map { result.count(place, $0) } }
    (used, unused) = (result.used, result.unused)
    missed = result.missed.map { days in
      days.indices.reversed().flatMap { offset in
        days[offset].sorted().map {
          MissedOccasion(
            member: Member.Index(rawValue: $0),
            closed: plan.today.adding(days: offset - TouchpointCalendar.windowDays))
        }
      }
    }
    nextDays = (0..<TouchpointCalendar.daysAhead).map { offset in
      DayAhead(
        day: plan.today.adding(days: offset + 1),
        counts: plan.rules.indices.map { result.aheadCount($0, offset) },
        members: result.ahead.map { $0[offset].map { Member.Index(rawValue: $0) } })
    }
  }

  /// Who is due on a day, as far as is known now; `days` to come at most.
  ///
  /// - Complexity: O(members × rules).
  package func list(
    on day: Day, _ community: Community, computation: Computation = .serial
  ) -> DueList {
    if day == plan.today { return today }
    let result = passes(on: day, community, isCounting: false, computation: computation)
    return DueList(result.due.map { DatedKey.sorted($0) }, count: count)
  }

  /// - Parameter isCounting: whether what was done and missed is told too, not only who is due.
  private func passes(
    on day: Day, _ community: Community, isCounting: Bool, computation: Computation
  ) -> SurveyPart {
    let workers = max(1, min(computation.workers, (count + 4095) / 4096))
    let tables = plan.rules.indices.map { place in
      KeyedTable(plan.sources[place]) { isCounting || plan.window(place, $0).contains(day.rawValue) }
    }
    let contacts = ContactsOfDay(records.contacts, count: count, day: day.rawValue)
    let parts = Mutex([SurveyPart?](repeating: nil, count: workers))
    computation.forEach(workers) { worker in
      let members = count * worker / workers..<count * (worker + 1) / workers
      var part = SurveyPart(rules: plan.rules.count, tiers: tiers.count, members: members)
      SurveyPass(
        calendar: self, community: community, tables: tables, contacts: contacts, day: day.rawValue,
        isCounting: isCounting
      ).run(members, &part)
      parts.withLock { $0[worker] = part }
    }
    var whole = SurveyPart(rules: plan.rules.count, tiers: tiers.count, members: 0..<count)
    for part in parts.withLock({ $0 }).compactMap({ $0 }) { whole.add(part) }
    for member in changed.keys.sorted() {
      add(Member.Index(rawValue: member), on: day, community, to: &whole)
    }
    return whole
  }

  /// Adds what one member comes to.
  func add(_ member: Member.Index, on day: Day, _ community: Community, to part: inout SurveyPart) {
    guard member.value < count else { return }
    let (due, _) = dues(of: member, on: day.rawValue, community)
    for (place, occasion) in due {
      let closes = plan.window(place, occasion).upperBound
      part.due[place].append(DatedKey(closes, member.rawValue))
    }
    part.withCounter { counter in
      for place in plan.rules.indices {
        var isOpen = false
        for occasion in occasions(place, of: member, community) {
          counter.count(
            fate(place, member.rawValue, occasion, on: day.rawValue), occasion, place, member.rawValue, self,
            on: day.rawValue, isDue: due.contains { $0.place == place }, isOpen: &isOpen)
        }
      }
    }
  }
}
