import Community

/// Who would be due by one rule on one day, and why others wouldn't.
package struct TouchpointPreview: Sendable {
  /// Why a member whose occasion is near isn't due; in this order the first that holds.
  package enum Reason: String, CaseIterable, Hashable, Sendable {
    /// The window doesn't hold the day.
    case window
    case done, skipped
    /// What the rule was triggered by is over.
    case lapsed
    case filter
    case consent
    case snoozed
    /// As many contacts as there may be, or earlier rules have what room there is.
    case cap
  }

  /// A member with the occasion that is nearest to the day.
  package struct Entry: Hashable, Sendable {
    package var member: Member.Index
    package var occasion: Day
    /// The window's first and last day.
    package var opens: Day
    package var closes: Day
    /// Nil for whoever is due.
    package var reason: Reason?
  }

  package var place: Int
  package var day: Day
  package var due: [Entry] = []
  package var leftOut: [Entry] = []

  package func count(_ reason: Reason) -> Int { leftOut.count { $0.reason == reason } }
}

extension TouchpointCalendar {
  /// Days around an occasion within which a member outside the window is told of.
  package static let previewDays = 30

  /// Who is due by a rule on a day, today or one of the days to come that the calendar was made for.
  ///
  /// - Complexity: O(members × rules) at worst.
  package func preview(_ place: Int, on day: Day, _ community: Community) -> TouchpointPreview {
    var preview = TouchpointPreview(place: place, day: day)
    for number in 0..<count where flags[number] & Flag.listed != 0 {
      let member = Member.Index(number)
      guard let entry = entry(place, member, on: day.rawValue, community) else { continue }
      if entry.reason == nil { preview.due.append(entry) } else { preview.leftOut.append(entry) }
    }
    preview.due.sort { ($0.closes, $0.member) < ($1.closes, $1.member) }
    return preview
  }

  private func entry(
    _ place: Int, _ member: Member.Index, on day: Int32, _ community: Community
  ) -> TouchpointPreview.Entry? {
    let near = occasions(place, of: member, community).filter { occasion in
      let window = plan.window(place, occasion)
      return window.contains(day) || abs(occasion - day) <= Int32(TouchpointCalendar.previewDays)
    }
    func entry(_ occasion: Int32, _ reason: TouchpointPreview.Reason?) -> TouchpointPreview.Entry {
      let window = plan.window(place, occasion)
      return TouchpointPreview.Entry(
        member: member, occasion: Day(rawValue: occasion), opens: Day(rawValue: window.lowerBound),
        closes: Day(rawValue: window.upperBound), reason: reason)
    }
    if let open = near.first(where: { fate(place, member.rawValue, $0, on: day) == .open }) {
      if let passing = passes[place], !passing[member.value] { return entry(open, .filter) }
      if isRefused(place, member.rawValue) { return entry(open, .consent) }
      if isSnoozed(place, member.rawValue, on: day) { return entry(open, .snoozed) }
      let isDue = dues(of: member, on: day, community).due.contains { $0.place == place }
      return entry(open, isDue ? nil : .cap)
    }
    if let inside = near.first(where: { plan.window(place, $0).contains(day) }) {
      switch fate(place, member.rawValue, inside, on: day) {
      case .done: return entry(inside, .done)
      case .skipped: return entry(inside, .skipped)
      case .lapsed: return entry(inside, .lapsed)
      case .ahead, .open, .missed: break
      }
    }
    return near.min { abs($0 - day) < abs($1 - day) }.map { entry($0, .window) }
  }
}

/// A touchpoint that is due today.
package struct Due: Hashable, Sendable {
  package var member: Member.Index
  /// The place of the rule.
  package var place: Int
  package var occasion: Day
  /// The last day of the window.
  package var closes: Day
  /// Under whose hands a manager put it; nil for nobody's.
  package var handedTo: Symbol?
}

extension TouchpointCalendar {
  /// What is due today, rule by rule, those whose window closes first in front.
  ///
  /// - Parameter limit: members for each rule.
  package func dues(limit: Int = .max) -> [Due] {
    rules.indices.flatMap { place in
      today.byRule[place].prefix(limit).map { due(place, $0) }
    }
  }

  func due(_ place: Int, _ key: DatedKey) -> Due {
    let member = Member.Index(rawValue: key.member)
    let hand = log.knows(member) ? log.state(of: member).ruleHands[plan.symbols[place]] : nil
    let closes = Day(rawValue: key.day)
    return Due(
      member: member, place: place, occasion: closes.adding(days: -rules[place].after), closes: closes,
      handedTo: hand?.host)
  }

  /// What a member is due by today.
  package func dues(of member: Member.Index) -> [Due] {
    today.rules(of: member.rawValue).compactMap { due($0, of: member) }
  }

  /// What a member is due for today by a rule; nil for nothing.
  package func due(_ place: Int, of member: Member.Index) -> Due? {
    let rule = rules[place]
    let days = plan.today.rawValue...plan.today.rawValue + Int32(rule.before + rule.after)
    let keys = today.byRule[place]
    let key = days.lazy.map { DatedKey($0, member.rawValue) }.first { key in
      let index = keys.firstPlace(from: key)
      return index < keys.count && keys[index] == key
    }
    return key.map { due(place, $0) }
  }

  /// Due today by all rules.
  package var dueCount: Int { today.count }
}
