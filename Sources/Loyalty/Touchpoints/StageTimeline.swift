import Community

/// A long silence of a member between two days on which they were seen.
struct SilentGap: Hashable, Sendable {
  var member: UInt32
  /// The last day seen before it; `Int32.min` where the member was never seen before.
  var from: Int32
  /// The first day seen after it; `Int32.max` while it lasts.
  var until: Int32
  /// The median gap up to its beginning, NaN with fewer than four days seen.
  var rhythm: Float
}

/// The stages of one member over the days that are looked at, told from the silences long enough to change them.
struct StageTimeline {
  private let rules: Program.LifecycleRules
  private let commonRhythm: Double?
  private var joined: Int32?
  private var secondPurchase: Int32
  private var silences: [Silence] = []
  private var turns: [Int32] = []

  private struct Silence {
    var from: Int32
    var until: Int32
    /// Days of silence up to which the member is active, and sleeping.
    var active: Int32
    var sleeping: Int32
  }

  /// - Parameters:
  ///   - joined: nil where it isn't known.
  ///   - secondPurchase: its day, `Int32.max` without one.
  ///   - gaps: of the member, in order; the last one is the silence that lasts.
  init(
    _ rules: Program.LifecycleRules, commonRhythm: Double?, joined: Int32?, secondPurchase: Int32,
    gaps: some Sequence<SilentGap>
  ) {
    self.rules = rules
    self.commonRhythm = commonRhythm
    self.joined = joined
    self.secondPurchase = secondPurchase
    add(gaps)
    findTurns()
  }

  /// Without a member yet.
  init(_ rules: Program.LifecycleRules, commonRhythm: Double?) {
    self.rules = rules
    self.commonRhythm = commonRhythm
    secondPurchase = .max
  }

  /// The same for another member, in the same storage.
  ///
  /// - Parameters:
  ///   - gaps: of the member, in order, without the last one.
  ///   - last: the silence that lasts.
  mutating func set(
    joined: Int32?, secondPurchase: Int32, gaps: ArraySlice<SilentGap>, last: SilentGap
  ) {
    self.joined = joined
    self.secondPurchase = secondPurchase
    silences.removeAll(keepingCapacity: true)
    add(gaps)
    add(CollectionOfOne(last))
    findTurns()
  }

  private mutating func add(_ gaps: some Sequence<SilentGap>) {
    for gap in gaps {
      let isUnseen = gap.from == .min
      guard let from = isUnseen ? joined : gap.from, from < gap.until else { continue }
      var active = Double(rules.activeDays)
      var sleeping = Double(rules.sleepingDays)
      if !isUnseen, !rules.isFixed {
        let past = EngagementSummary.Past(lastSeen: gap.from, rhythm: gap.rhythm)
        let rhythm = StageJudge.rhythm(past, commonRhythm, rules)
        active = max(rules.activeRhythms * rhythm, active)
        sleeping = max(rules.sleepingRhythms * rhythm, sleeping)
      }
      silences.append(
        Silence(
          from: from, until: gap.until, active: Int32(min(active, 1e6)), sleeping: Int32(min(sleeping, 1e6))))
    }
  }

  /// The stage by the end of a day, as far as nothing is seen after today.
  func stage(on day: Int32) -> LifecycleStage? {
    if let joined {
      if day < joined { return nil }
      if day - joined <= Int32(clamping: rules.newDays), secondPurchase > day { return .new }
    }
    guard let silence = silences.last(where: { $0.from <= day }) else {
      return joined == nil && silences.isEmpty ? nil : .active
    }
    if day >= silence.until { return .active }
    let days = day - silence.from
    return days <= silence.active ? .active : days <= silence.sleeping ? .sleeping : .churned
  }

  /// Finds the days on which the stage can change, in order, each once.
  private mutating func findTurns() {
    turns.removeAll(keepingCapacity: true)
    for silence in silences {
      for days in [silence.active, silence.sleeping] {
        let day = silence.from + days + 1
        if day <= silence.until { turns.append(day) }
      }
      if silence.until != .max { turns.append(silence.until) }
    }
    if let joined {
      turns.append(joined)
      turns.append(min(joined + Int32(clamping: rules.newDays) + 1, secondPurchase))
    }
    turns.sort()
    var kept = 0
    for place in turns.indices where place == 0 || turns[place] != turns[kept - 1] {
      turns[kept] = turns[place]
      kept += 1
    }
    turns.removeLast(turns.count - kept)
  }

  /// Days within a range on which a stage begins, each with the first day on which it's over; nil where that isn't
  /// within sight.
  func entries(into stage: LifecycleStage, within days: ClosedRange<Int32>) -> [(day: Int32, over: Int32?)] {
    var entries: [(day: Int32, over: Int32?)] = []
    for place in turns.indices {
      let day = turns[place]
      guard days.contains(day), self.stage(on: day) == stage, self.stage(on: day - 1) != stage else {
        continue
      }
      entries.append((day, turns[(place + 1)...].first { self.stage(on: $0) != stage }))
    }
    return entries
  }
}
