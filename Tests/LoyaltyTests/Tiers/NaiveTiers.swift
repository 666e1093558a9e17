import Community

/// The rules of tiers, member by member and day by day, everything worked out anew each time.
struct NaiveTiers {
  let scene: TierScene
  let rules: Program.TierRules
  let zone: Zone
  let now: Int64
  /// By member, in order of time.
  private let byMember: [[TierScene.Event]]

  init(scene: TierScene, rules: Program.TierRules, zone: Zone, now: Int64) {
    self.scene = scene
    self.rules = rules
    self.zone = zone
    self.now = now
    byMember = (0..<scene.members).map { member in
      scene.events.enumerated().filter { $0.element.member == member }
        .sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }.map(\.element)
    }
  }

  struct Line: Equatable {
    var at: Int64
    var tier: Int
  }

  struct Result: Equatable {
    var tier = -1
    var misses = 0
    var since = Int64.min
    var lines: [Line] = []
  }

  // MARK: Replay

  func result(of member: Int) -> Result {
    var result = Result()
    var grace = Day(rawValue: .min)
    // A member counts from the first event on.
    let own = scene.events.filter { $0.member == member }.map(\.at).min() ?? .min
    if own > now { return result }
    let instants = instants(of: member).filter { $0 >= own }
    guard let first = instants.first else { return result }
    var day = zone.day(of: Instant(rawValue: first))
    let today = zone.day(of: Instant(rawValue: now))
    while day <= today {
      for at in instants where zone.day(of: Instant(rawValue: at)) == day {
        for tier in rules.tiers.indices.reversed() where tier > result.tier {
          let condition = rules.tiers[tier].qualify ?? .any([])
          guard holds(condition, member, by: at, on: day, since: result.since) else { continue }
          result.tier = tier
          result.since = at
          result.misses = 0
          result.lines.append(Line(at: at, tier: tier))
          grace = lastDay(ofQuarter: day)
          for _ in 0..<rules.graceQuarters { grace = lastDay(ofQuarter: grace.adding(days: 1)) }
          break
        }
      }
      let end = zone.end(of: day).rawValue
      if day == lastDay(ofQuarter: day), end <= now, result.tier > 0, day > grace {
        if holds(keep(result.tier), member, by: end, on: day, since: result.since) {
          result.misses = 0
        } else {
          result.misses += 1
          if result.misses == rules.misses {
            result.tier -= 1
            result.misses = 0
            result.since = end
            result.lines.append(Line(at: end, tier: result.tier))
            grace = Day(rawValue: .min)
          }
        }
      }
      day = day.adding(days: 1)
    }
    return result
  }

  private func lastDay(ofQuarter day: Day) -> Day {
    var last = day
    while last.adding(days: 1).startOfQuarter == day.startOfQuarter { last = last.adding(days: 1) }
    return last
  }

  private func keep(_ tier: Int) -> TierCondition {
    if let keep = rules.tiers[tier].keep { return keep }
    return eased(rules.tiers[tier].qualify ?? .any([]))
  }

  /// By the last bits of a product, 0.9 × 200 isn't above 180.
  private func eased(_ condition: TierCondition) -> TierCondition {
    switch condition {
    case .all(let parts): return .all(parts.map(eased))
    case .any(let parts): return .any(parts.map(eased))
    case .least(var minimum):
      if minimum.metric == .spend || minimum.metric == .points {
        var least: Int64 = 0
        while Double(least) < Double(minimum.least) * rules.hysteresis - 1e-6 { least += 1 }
        minimum.least = least
      }
      return .least(minimum)
    }
  }

  /// Whether the tier is kept at the coming quarter's end if nothing happens till then.
  func isKept(_ result: Result, _ member: Int) -> Bool {
    var day = lastDay(ofQuarter: zone.day(of: Instant(rawValue: now)))
    if zone.end(of: day).rawValue <= now { day = lastDay(ofQuarter: day.adding(days: 1)) }
    return holds(keep(result.tier), member, by: now, on: day, since: result.since)
  }

  /// How far the next tier is reached.
  func progress(_ result: Result, _ member: Int) -> Double {
    let day = zone.day(of: Instant(rawValue: now))
    func progress(_ condition: TierCondition) -> Double {
      switch condition {
      case .all(let parts): return parts.map(progress).min() ?? 1
      case .any(let parts): return parts.map(progress).max() ?? 0
      case .least(let minimum):
        let value = value(minimum, member, now, day, result.since)
        return value >= minimum.least ? 1 : max(0, Double(value) / Double(minimum.least))
      }
    }
    return progress(rules.tiers[result.tier + 1].qualify ?? .any([]))
  }

  // MARK: Who did what

  private func events(of member: Int, by at: Int64) -> [TierScene.Event] {
    Array(byMember[member].prefix { $0.at <= at })
  }

  /// From when on those count whom a member referred, as far as that is by an instant.
  private func referrals(by member: Int, by at: Int64) -> [Int64] {
    (0..<scene.members).compactMap { person in
      guard let counted = counted(person, by: member), counted <= at else { return nil }
      return counted
    }
  }

  /// Never, where the person had bought before the other joined, or before the day of the activity that told of it.
  private func counted(_ person: Int, by member: Int) -> Int64? {
    let first = events(of: person, by: now).first {
      if case .order(let amount, _, _) = $0.deed { amount >= 0 } else { false }
    }
    guard let bought = first?.at else { return nil }
    let joined = scene.events.filter { $0.member == member && $0.at <= now }.map(\.at).min()
    if let joined, bought < joined { return nil }
    if let stated = scene.referrers[person], stated != person { return stated == member ? bought : nil }
    let told = scene.events.filter { event in
      guard case .referral(person) = event.deed else { return false }
      return event.at <= now && event.member != person
    }
    guard let earliest = told.map(\.at).min(), told.first(where: { $0.at == earliest })?.member == member
    else {
      return nil
    }
    func day(_ at: Int64) -> Day { zone.day(of: Instant(rawValue: at)) }
    return day(bought) < day(earliest) ? nil : max(bought, earliest)
  }

  /// All times at which something happens to a member: what they do, and that somebody they referred bought.
  private func instants(of member: Int) -> [Int64] {
    var instants = Set(events(of: member, by: now).map(\.at))
    let countsReferrals = rules.tiers.indices.contains { tier in
      ((rules.tiers[tier].qualify?.minimums ?? []) + keep(tier).minimums).contains { $0.metric == .referrals }
    }
    guard countsReferrals else { return instants.sorted() }
    for event in scene.events where event.at <= now {
      if referrals(by: member, by: event.at) != referrals(by: member, by: event.at - 1) {
        instants.insert(event.at)
      }
    }
    return instants.sorted()
  }

  // MARK: Conditions

  private func holds(
    _ condition: TierCondition, _ member: Int, by at: Int64, on day: Day, since: Int64
  ) -> Bool {
    switch condition {
    case .all(let parts): parts.allSatisfy { holds($0, member, by: at, on: day, since: since) }
    case .any(let parts): parts.contains { holds($0, member, by: at, on: day, since: since) }
    case .least(let minimum): value(minimum, member, at, day, since) >= minimum.least
    }
  }

  private func value(_ minimum: TierMinimum, _ member: Int, _ at: Int64, _ day: Day, _ since: Int64) -> Int64
  {
    func isInside(_ time: Int64) -> Bool {
      let timeDay = zone.day(of: Instant(rawValue: time))
      switch minimum.window {
      case .days(let days): return timeDay > day.adding(days: -days)
      case .quarter: return timeDay.startOfQuarter == day.startOfQuarter
      case .sinceTier: return time >= since
      }
    }
    let events = events(of: member, by: at)
    switch minimum.metric {
    case .spend:
      return events.reduce(0) { sum, event in
        guard case .order(let amount, _, let refundOf) = event.deed else { return sum }
        let order = amount < 0 ? refundOf.flatMap { id in purchase(id, events) } : nil
        return isInside(order?.at ?? event.at) ? sum + amount : sum
      }
    case .purchases:
      return Int64(
        events.filter { event in
          guard case .order(let amount, let id, _) = event.deed, amount >= 0, isInside(event.at) else {
            return false
          }
          let refunds = events.compactMap { refund -> Int64? in
            guard let id, case .order(let back, _, let of) = refund.deed, back < 0, of == id else {
              return nil
            }
            return -back
          }
          return refunds.isEmpty || refunds.reduce(0, +) < amount
        }.count)
    case .activeDays:
      let days = events.compactMap { event -> Day? in
        switch event.deed {
        case .activity, .referral: isInside(event.at) ? zone.day(of: Instant(rawValue: event.at)) : nil
        default: nil
        }
      }
      return Int64(Set(days).count)
    case .contributions:
      return Int64(
        events.filter { event in
          guard case .activity(let type) = event.deed, isInside(event.at) else { return false }
          return ["post", "reply", "share", "story", "review", "suggestion"].contains(type)
        }.count)
    case .points:
      return events.reduce(0) { sum, event in
        guard case .points(let delta) = event.deed, delta > 0, isInside(event.at) else { return sum }
        return sum + delta
      }
    case .referrals: return Int64(referrals(by: member, by: at).filter(isInside).count)
    case .lastNPS:
      let last = events.last { if case .answer("nps", _) = $0.deed { true } else { false } }
      guard let last, isInside(last.at), case .answer(_, let score) = last.deed else { return -1 }
      return score
    }
  }

  private func purchase(_ id: String, _ events: [TierScene.Event]) -> TierScene.Event? {
    events.first { event in
      guard case .order(let amount, let own, _) = event.deed else { return false }
      return amount >= 0 && own == id
    }
  }
}
