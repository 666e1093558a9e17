import Community

/// How regularly members got content or benefits: a slot of the programme, period by period.
package struct Cadence: Hashable, Sendable {
  package var slot: CadenceSlot
  /// The newest one last; it isn't over yet.
  package var periods: [Period]

  /// One day, week or month.
  package struct Period: Hashable, Sendable {
    package var first: Day
    /// Touchpoints and hosts' activities that keep the slot.
    package var count: Int
    package var isKept: Bool { count > 0 }
  }

  /// Periods that are over: how many, and how many of them were kept.
  package var over: Int { max(0, periods.count - 1) }
  package var kept: Int { periods.dropLast().count { $0.isKept } }

  /// Days, weeks and months that are looked back upon, the present one included.
  static func length(_ every: CadenceSlot.Period) -> Int {
    switch every {
    case .day: 30
    case .week: 8
    case .month: 6
    }
  }

  /// Every slot of the programme. Periods before the first touchpoint or activity of all are left out.
  ///
  /// - Complexity: O(touchpoints + activities) of segments of the last months.
  static func all(community: Community, moment: Moment) -> [Cadence] {
    let slots = community.program.touchpoints.cadence
    let tallies = slots.map { CadenceTally($0, community, moment.today) }
    guard let earliest = tallies.map(\.first).min() else { return [] }
    let start = moment.zone.instant(of: earliest).rawValue
    var counted = tallies
    var clock = DayClock(zone: moment.zone)
    var oldest = Int64.max
    for feed in [Feed.touchpoints, .activity] {
      let words = feed == .touchpoints ? TouchpointField.kind.slot : ActivityField.type.slot
      let spaces = feed == .touchpoints ? TouchpointField.channel.slot : ActivityField.space.slot
      for segment in community[feed].segments {
        if let first = segment.isOrdered ? segment.at.first : segment.at.min() { oldest = min(oldest, first) }
        guard segment.newest.rawValue >= start || !segment.newest.isKnown else { continue }
        let kinds = segment.symbols[words]
        let places = segment.symbols[spaces]
        guard !kinds.isEmpty else { continue }
        for row in 0..<segment.count where segment.at[row] >= start && segment.at[row] <= moment.now.rawValue
        {
          // Of activities those of hosts count: what the brand does.
          if feed == .activity, segment.party(row).host == nil { continue }
          for number in counted.indices
          where counted[number].isMeant(kinds[row], places.isEmpty ? 0 : places[row]) {
            counted[number].count(clock.day(of: segment.at[row]))
          }
        }
      }
    }
    let first = oldest == .max ? moment.today : moment.zone.day(of: Instant(rawValue: oldest))
    return counted.map { $0.cadence(from: first) }
  }
}

/// Counts what keeps a slot.
private struct CadenceTally {
  private let slot: CadenceSlot
  private let kinds: Set<UInt32>
  /// Nil: any; a word that doesn't occur keeps nothing.
  private let space: UInt32?
  private var periods: [Cadence.Period] = []

  init(_ slot: CadenceSlot, _ community: Community, _ today: Day) {
    self.slot = slot
    kinds = Set(slot.kinds.compactMap { community.symbols.symbol(of: $0)?.rawValue })
    space = slot.space.map { community.symbols.symbol(of: $0)?.rawValue ?? .max }
    var first = CadenceTally.begin(of: today, slot.every)
    for _ in 0..<Cadence.length(slot.every) {
      periods.append(Cadence.Period(first: first, count: 0))
      first = CadenceTally.begin(of: first.adding(days: -1), slot.every)
    }
    periods.reverse()
  }

  var first: Day { periods[0].first }

  private static func begin(of day: Day, _ every: CadenceSlot.Period) -> Day {
    switch every {
    case .day: day
    case .week: day.startOfWeek
    case .month: day.startOfMonth
    }
  }

  func isMeant(_ kind: UInt32, _ space: UInt32) -> Bool {
    kinds.contains(kind) && (self.space.map { $0 == space } ?? true)
  }

  mutating func count(_ day: Day) {
    let begin = CadenceTally.begin(of: day, slot.every)
    // Periods lie evenly, so the place is near; there are thirty at most.
    if let place = periods.lastIndex(where: { $0.first == begin }) { periods[place].count += 1 }
  }

  func cadence(from first: Day) -> Cadence {
    let known = periods.drop { $0.first < CadenceTally.begin(of: first, slot.every) }
    return Cadence(slot: slot, periods: known.isEmpty ? periods.suffix(1) : Array(known))
  }
}
