import Community

/// What a member has of a metric, beside what is asked.
package struct TierReading: Hashable, Sendable {
  package var minimum: TierMinimum
  /// Hundredths for spend; nil for NPS without an answer in the window.
  package var value: Int64?

  package var isMet: Bool { (value ?? -1) >= minimum.least }
  /// How much there is to go; 0 where nothing is. For NPS the score that the next answer has to have.
  package var missing: Int64 {
    if isMet { return 0 }
    return minimum.metric == .lastNPS ? minimum.least : minimum.least - (value ?? 0)
  }
}

/// All that happened to a member's tier, with its reasons, and what is to come.
package struct TierHistory: Sendable {
  /// Why a member moved.
  package enum Reason: Hashable, Sendable {
    /// What led into the tier was met, by these.
    case met([TierReading])
    /// So many quarters in a row ended below what keeps the tier; at the last of them this was missing.
    case missed(quarters: Int, [TierReading])
    /// By rank at the quarter's end.
    case ranked(place: Double, of: Int, score: Int)
    /// Not ranked any more, for want of a purchase.
    case unranked
  }

  /// A move to another tier.
  package struct Line: Hashable, Sendable {
    package var at: Instant
    /// Places in the rules; nil stands for no tier.
    package var from: Int?
    package var tier: Int?
    package var reason: Reason
  }

  /// The end of a quarter at which the member could have been below what keeps the tier.
  package struct QuarterEnd: Hashable, Sendable {
    package var lastDay: Day
    /// The tier before it.
    package var tier: Int
    package var isKept: Bool
    /// Whether the quarter, when it began, wasn't going to be kept without anything happening.
    package var hadTask: Bool
    /// Quarters in a row that ended below, with this one; 0 where it was kept.
    package var misses: Int
    /// What was missing.
    package var missing: [TierReading]
  }

  /// Oldest first. Today's tier is that of the last.
  package internal(set) var lines: [Line] = []
  package internal(set) var quarterEnds: [QuarterEnd] = []
  /// What leads to the next tier: everything that counts for it, and the nearest way there as far as it isn't met.
  package internal(set) var next: [TierReading] = []
  package internal(set) var missingToNext: [TierReading] = []
  /// The same for keeping the tier at the coming quarter's end, with what will be in the windows then.
  package internal(set) var keep: [TierReading] = []
  package internal(set) var missingToKeep: [TierReading] = []
  /// Where tiers go by rank, what lies between the member and the next tier, and between the member and keeping this one;
  /// nil where nothing does.
  package internal(set) var rankToNext: RankGap?
  package internal(set) var rankToKeep: RankGap?
}

extension Tiers {
  /// The history of one member, replayed anew.
  ///
  /// - Parameters:
  ///   - community, figures: what the tiers were made of.
  /// - Complexity: O(events of the member).
  package func history(
    of member: Member.Index, community: Community, figures: MemberFigures
  ) -> TierHistory {
    guard member.value < count else { return TierHistory() }
    if let shares { return history(of: member, shares, community, figures) }
    var history = TierHistory()
    for withAll in [false, true] {
      var machine = TierMachine(plan, calendar)
      var observer = HistoryObserver()
      var events: [TierEvent] = []
      if figures.isListed(member) {
        events = reader.events(
          of: member, community, calendar, referrals: referrals.referrals(by: member), withAll: withAll)
      }
      events.withMutableView { events in
        machine.replay(
          events, joined: figures.entry(member).joined, now: moment.now.rawValue,
          today: moment.today.rawValue, &observer)
        history = observer.history
        if let next = nextTier(machine.tier), let condition = rules.tiers[next].qualify {
          history.next = condition.minimums.map { machine.reading($0) }
          history.missingToNext = condition.gaps { machine.reading($0) }
        }
        if machine.tier > 0 {
          let condition = rules.keep(machine.tier)
          let last = calendar.quarters[comingQuarter].lastDay
          history.keep = condition.minimums.map { machine.reading($0, on: last) }
          history.missingToKeep = condition.gaps { machine.reading($0, on: last) }
        }
        machine.finish()
      }
      if !machine.waitsForEvents { break }
    }
    return history
  }

  private func nextTier(_ tier: Int) -> Int? { tier + 1 < rules.tiers.count ? tier + 1 : nil }

  private func history(
    of member: Member.Index, _ shares: TierShares, _ community: Community, _ figures: MemberFigures
  ) -> TierHistory {
    var history = TierHistory()
    var from: Int?
    let replay = shares.replay(member, community, figures, calendar, rules)
    let tier = Int(replay.state.tier)
    history.rankToNext = shares.gap(
      to: tier + 1, reached: replay.reached, score: replay.score, rules)
    if tier > 0 {
      history.rankToKeep = shares.gap(to: tier, reached: replay.reached, score: replay.score, rules)
    }
    for (move, standing) in zip(replay.moves, replay.standings) {
      let reason: TierHistory.Reason =
        standing.map { .ranked(place: $0.place, of: $0.ranked, score: $0.score) } ?? .unranked
      let place = Int(move & 255) - 1
      let tier = place < 0 ? nil : place
      history.lines.append(
        TierHistory.Line(at: Instant(rawValue: move >> 8), from: from, tier: tier, reason: reason))
      from = tier
    }
    return history
  }
}

extension TierMachine {
  borrowing func reading(_ minimum: TierMinimum) -> TierReading {
    let value = value(minimum)
    return TierReading(minimum: minimum, value: minimum.metric == .lastNPS && value < 0 ? nil : value)
  }

  borrowing func reading(_ minimum: TierMinimum, on day: Int32) -> TierReading {
    let value = value(minimum, on: day)
    return TierReading(minimum: minimum, value: minimum.metric == .lastNPS && value < 0 ? nil : value)
  }
}

extension TierCondition {
  func isMet(_ reading: (TierMinimum) -> TierReading) -> Bool {
    switch self {
    case .least(let minimum): reading(minimum).isMet
    case .all(let parts): parts.allSatisfy { $0.isMet(reading) }
    case .any(let parts): parts.contains { $0.isMet(reading) }
    }
  }

  /// How far it's met, 0–1.
  private func progress(_ reading: (TierMinimum) -> TierReading) -> Double {
    switch self {
    case .least(let minimum):
      let reading = reading(minimum)
      return reading.isMet ? 1 : max(0, Double(reading.value ?? 0) / Double(minimum.least))
    case .all(let parts): return parts.map { $0.progress(reading) }.min() ?? 1
    case .any(let parts): return parts.map { $0.progress(reading) }.max() ?? 0
    }
  }

  /// What is missing; of alternatives the one that is nearest.
  func gaps(_ reading: (TierMinimum) -> TierReading) -> [TierReading] {
    switch self {
    case .least(let minimum):
      let reading = reading(minimum)
      return reading.isMet ? [] : [reading]
    case .all(let parts): return parts.flatMap { $0.gaps(reading) }
    case .any(let parts):
      var nearest: (part: TierCondition, progress: Double)?
      for part in parts {
        let progress = part.progress(reading)
        if progress > nearest?.progress ?? -1 { nearest = (part, progress) }
      }
      return isMet(reading) ? [] : nearest?.part.gaps(reading) ?? []
    }
  }

  /// What it's met by; of alternatives the first that is.
  func grounds(_ reading: (TierMinimum) -> TierReading) -> [TierReading] {
    switch self {
    case .least(let minimum): [reading(minimum)]
    case .all(let parts): parts.flatMap { $0.grounds(reading) }
    case .any(let parts): parts.first { $0.isMet(reading) }?.grounds(reading) ?? []
    }
  }
}

/// Writes down a member's history.
private struct HistoryObserver: TierObserver {
  var history = TierHistory()
  private var hasTask = false

  mutating func moved(from: Int, to: Int, at: Int64, _ machine: borrowing TierMachine) {
    let rules = machine.plan.rules
    let reason: TierHistory.Reason =
      if to > from {
        .met((rules.tiers[to].qualify ?? .never).grounds { machine.reading($0) })
      } else {
        .missed(quarters: rules.misses, rules.keep(from).gaps { machine.reading($0) })
      }
    history.lines.append(
      TierHistory.Line(
        at: Instant(rawValue: at), from: from < 0 ? nil : from, tier: to < 0 ? nil : to, reason: reason))
  }

  mutating func began(quarter: Int, hasTask: Bool) { self.hasTask = hasTask }

  mutating func ended(quarter: Int, isKept: Bool, _ machine: borrowing TierMachine) {
    history.quarterEnds.append(
      TierHistory.QuarterEnd(
        lastDay: Day(rawValue: machine.calendar.quarters[quarter].lastDay), tier: machine.tier,
        isKept: isKept, hadTask: hasTask, misses: machine.misses,
        missing: isKept ? [] : machine.plan.rules.keep(machine.tier).gaps { machine.reading($0) }))
  }
}
