import Community

extension TouchpointCalendar {
  /// Takes up records and decisions about some members that were added since, on the same day; what a rule takes from
  /// tiers and points stays as it was. On another day, or for a folder read anew, a calendar is made anew.
  ///
  /// - Parameter roster: with the measures the calendar was made of, or newer ones of the same reading.
  /// - Complexity: O(records of these members + decisions and activities appended), and O(those due) for each member
  ///   that gets due or no longer is.
  package mutating func update(_ touched: [Member.Index], _ roster: Roster) {
    guard let measures = roster.measures, roster.moment.today == plan.today else { return }
    let community = roster.community
    moment = roster.moment
    var members = Set(touched)
    members.formUnion(log.update(community: community, moment: moment))
    members.formUnion(hosts.update(community, moment))
    plan.resolve(community)
    let reader = TouchReader(community: community, moment: moment, plan: plan)
    let finder = OccasionFinder(
      community: community, figures: roster.figures, moment: moment, measures: measures, plan: plan,
      joinedDays: joinedDays, hostSigns: [])
    let flagReader = FlagReader(roster, plan.rules)
    let matchers = rules.map { rule -> MemberMatcher? in
      if case .success(let filter) = TouchpointCalendar.filter(of: rule) {
        filter?.matcher(for: roster)
      } else {
        nil
      }
    }
    for member in members.sorted() where member.value < count {
      let alone = member.value..<member.value + 1
      var before = SurveyPart(rules: rules.count, tiers: tiers.count, members: alone)
      add(member, on: plan.today, community, to: &before)
      var flags = flagReader.flags(member)
      joinedDays[member.value] =
        roster.figures.joined(member).map { moment.zone.day(of: $0).rawValue } ?? .min
      let trace = finder.trace(member, reader, log, hosts) { place in
        changed[member.rawValue]?.occasions[place] ?? occasions[place].days(of: member.rawValue)
      }
      if !trace.records.marks.isEmpty || !trace.records.snoozes.isEmpty { flags |= Flag.marked }
      changed[member.rawValue] = trace
      self.flags[member.value] = flags
      for (place, matcher) in matchers.enumerated() {
        if let matcher { passes[place]?[member.value] = matcher.matches(member) }
      }
      var after = SurveyPart(rules: rules.count, tiers: tiers.count, members: alone)
      add(member, on: plan.today, community, to: &after)
      replace(before, after, of: member)
    }
  }

  private mutating func replace(_ before: SurveyPart, _ after: SurveyPart, of member: Member.Index) {
    func keys(_ part: SurveyPart) -> [(place: Int, key: DatedKey)] {
      part.due.enumerated().flatMap { place, keys in keys.map { (place, $0) } }
    }
    today.set(keys(after), of: member.rawValue, before: keys(before))
    (used[member.value], unused[member.value]) = (after.used[0], after.unused[0])
    for place in rules.indices {
      for tier in tiers.indices {
        matrix[place][tier] -= before.count(place, tier)
        matrix[place][tier] += after.count(place, tier)
      }
      for offset in before.missed[place].indices
      where !before.missed[place][offset].isEmpty && after.missed[place][offset].isEmpty {
        let closed = plan.today.adding(days: offset - TouchpointCalendar.windowDays)
        missed[place].removeAll { $0.member == member && $0.closed == closed }
      }
      for offset in nextDays.indices {
        let change = after.aheadCount(place, offset) - before.aheadCount(place, offset)
        nextDays[offset].counts[place] += change
        if change < 0 { nextDays[offset].members[place].removeAll { $0 == member } }
        if change > 0 { nextDays[offset].members[place].append(member) }
      }
    }
  }
}
