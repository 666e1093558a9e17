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
  private let joined: Int32?
  private let secondPurchase: Int32
  private var silences: [Silence] = []

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
    for gap in gaps {
      let isUnseen = gap.from == .min
      guard let from = isUnseen ? joined : gap.from, from < gap.until else { continue }
      var active = Double(rules.activeDays)
      var sleeping = Double(rules.sleepingDays)
      if !isUnseen, !rules.isFixed {
        let past = MemberSigns.Past(lastSeen: gap.from, rhythm: gap.rhythm)
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

  /// Days on which the stage can change, in order.
  private var turns: [Int32] {
    var days = silences.flatMap { silence in
      [silence.from + silence.active + 1, silence.from + silence.sleeping + 1, silence.until].filter {
        $0 <= silence.until && $0 != .max
      }
    }
    if let joined { days += [joined, min(joined + Int32(clamping: rules.newDays) + 1, secondPurchase)] }
    return Set(days).sorted()
  }

  /// Days within a range on which a stage begins, each with the first day on which it's over; nil where that isn't
  /// within sight.
  func entries(into stage: LifecycleStage, within days: ClosedRange<Int32>) -> [(day: Int32, over: Int32?)] {
    let turns = turns
    return turns.indices.compactMap { place in
      let day = turns[place]
      guard days.contains(day), self.stage(on: day) == stage, self.stage(on: day - 1) != stage else {
        return nil
      }
      return (day, turns[(place + 1)...].first { self.stage(on: $0) != stage })
    }
  }
}
