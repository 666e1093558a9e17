import Community

@testable import Loyalty

extension CommunityBuilder {
  /// Appends a touchpoint with all its fields.
  mutating func touched(
    _ member: String, _ at: String, _ kind: String = "care", trigger: String? = nil, host: String? = nil,
    channel: String? = nil
  ) {
    record(.touchpoints, member, at) { segment, symbols in
      let words = [kind, trigger, host, channel, nil]
      for (slot, word) in words.enumerated() {
        segment.symbols[slot].append(word.map { symbols.intern($0).rawValue } ?? 0)
      }
    }
  }

  mutating func complaint(_ member: String, _ at: String, resolved: String?) {
    record(.complaints, member, at) { segment, _ in
      segment.times[ComplaintField.resolved.slot].append(
        (resolved.map { Self.time($0) } ?? .unknown).rawValue)
    }
  }

  mutating func weather(
    _ city: String, _ date: String, _ condition: String? = nil, high: Double? = nil, low: Double? = nil
  ) {
    let words = [city, condition].map { $0.map { community.symbols.intern($0).rawValue } ?? 0 }
    if community[.weather].segments.isEmpty { community[.weather].segments.append(Segment(feed: .weather)) }
    var segment = community[.weather].segments[0]
    segment.symbols[WeatherField.city.slot].append(words[0])
    segment.symbols[WeatherField.condition.slot].append(words[1])
    let day = Self.zone.day(of: Self.time(date))
    segment.integers[WeatherField.date.slot].append(Int64(day.rawValue))
    for (field, number) in [(WeatherField.high, high), (WeatherField.low, low)] {
      let bits = number.map { Int64(bitPattern: $0.bitPattern) } ?? Segment.unknownInteger
      segment.integers[field.slot].append(bits)
    }
    segment.count += 1
    community[.weather].segments[0] = segment
  }

  /// An activity of a host; `to` a member, or in answer to an activity.
  mutating func hostActivity(
    _ host: String, _ at: String, _ type: String, to: String? = nil, replyTo: String? = nil,
    space: String? = nil
  ) {
    let place = community.hostIDs.index(of: host) ?? 0
    let to = to.map { Participant.member(index($0)) } ?? .none
    if community[.activity].segments.isEmpty {
      community[.activity].segments.append(Segment(feed: .activity))
    }
    let type = community.symbols.intern(type).rawValue
    var segment = community[.activity].segments[0]
    segment.at.append(Self.time(at).rawValue)
    segment.member.append(Participant.host(place).rawValue)
    segment.to.append(to.rawValue)
    segment.symbols[ActivityField.type.slot].append(type)
    if let space {
      var spaces = segment.symbols[ActivityField.space.slot]
      spaces += repeatElement(0, count: segment.count - spaces.count)
      segment.symbols[ActivityField.space.slot] = spaces + [community.symbols.intern(space).rawValue]
    } else if !segment.symbols[ActivityField.space.slot].isEmpty {
      segment.symbols[ActivityField.space.slot].append(0)
    }
    if let replyTo { segment.texts[ActivityField.replyTo.slot].set(replyTo, row: segment.count) }
    segment.count += 1
    community[.activity].segments[0] = segment
  }

  func calendar(
    _ moment: String, facts: TouchpointFacts = TouchpointFacts(), ahead: Int = TouchpointCalendar.daysAhead,
    workers: Int = 1
  ) -> TouchpointCalendar {
    let roster = roster(moment).with(measures(moment))
    guard
      let calendar = TouchpointCalendar(roster, facts: facts, ahead: ahead, on: Computation(workers: workers))
    else {
      preconditionFailure("there are measures, and nobody cancels")
    }
    return calendar
  }

  /// Ids of the rules by which a member is due at a moment.
  func due(_ member: String, _ moment: String, facts: TouchpointFacts = TouchpointFacts()) -> [String] {
    let calendar = calendar(moment, facts: facts)
    return calendar.dueRules(of: community.member(id: member) ?? Member.Index(0)).map {
      calendar.rules[$0].id
    }
  }

  /// A programme with these rules of the default ones alone.
  mutating func keepRules(_ ids: String...) {
    community.program.touchpoints.rules = TouchpointRule.defaults.filter { ids.contains($0.id) }
  }
}

extension TouchpointCalendar {
  /// What became of a rule's occasions, over all tiers.
  func counts(_ rule: String) -> OccasionCounts {
    var sum = OccasionCounts()
    if let place = rules.firstIndex(where: { $0.id == rule }) {
      for counts in matrix[place] { sum += counts }
    }
    return sum
  }
}
