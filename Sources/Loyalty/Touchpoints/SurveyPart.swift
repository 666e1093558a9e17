import Bytes

/// What a look at some members found.
struct SurveyPart: Sendable {
  /// By place of the rule.
  var due: [[DatedKey]]
  /// By place of the rule, then of the tier, in one.
  private var counts: [OccasionCounts]
  private let tiers: Int
  /// By place of the rule, then by the last day of the window, from the first that is told of.
  private(set) var missed: [[[UInt32]]]
  /// By place of the rule, then by days from tomorrow on: some of the members.
  private(set) var ahead: [[[UInt32]]]
  /// By place of the rule, then by days from tomorrow on, in one.
  private var aheadCounts: [Int]
  /// By member from `first` on: occasions that were used, and those missed.
  private(set) var used: [UInt16]
  private(set) var unused: [UInt16]
  private let first: Int

  /// - Parameter members: those looked at.
  init(rules: Int, tiers: Int, members: Range<Int>) {
    first = members.lowerBound
    used = Array(repeating: 0, count: members.count)
    unused = used
    due = Array(repeating: [], count: rules)
    self.tiers = tiers
    counts = Array(repeating: OccasionCounts(), count: tiers * rules)
    missed = Array(
      repeating: Array(repeating: [], count: TouchpointCalendar.windowDays), count: rules)
    ahead = Array(repeating: Array(repeating: [], count: TouchpointCalendar.daysAhead), count: rules)
    aheadCounts = Array(repeating: 0, count: rules * TouchpointCalendar.daysAhead)
  }

  /// What became of a rule's occasions with the members of a tier.
  func count(_ place: Int, _ tier: Int) -> OccasionCounts { counts[place * tiers + tier] }

  /// How many of a rule's windows open some days from tomorrow on.
  func aheadCount(_ place: Int, _ offset: Int) -> Int {
    aheadCounts[place * TouchpointCalendar.daysAhead + offset]
  }

  mutating func add(_ other: SurveyPart) {
    for place in other.used.indices {
      used[other.first - first + place] += other.used[place]
      unused[other.first - first + place] += other.unused[place]
    }
    for place in counts.indices { counts[place] += other.counts[place] }
    for place in aheadCounts.indices { aheadCounts[place] += other.aheadCounts[place] }
    for place in due.indices {
      due[place] += other.due[place]
      for offset in missed[place].indices {
        SurveyPart.add(other.missed[place][offset], to: &missed[place][offset])
      }
      for offset in ahead[place].indices {
        SurveyPart.add(other.ahead[place][offset], to: &ahead[place][offset])
      }
    }
  }

  private static func add(_ members: [UInt32], to samples: inout [UInt32]) {
    samples += members.prefix(max(0, TouchpointCalendar.samples - samples.count))
  }

  /// Calls `body` with the counts laid open, so that the loops over all members write to them where they lie.
  mutating func withCounter(_ body: (inout SurveyCounter) -> Void) {
    var (counts, aheadCounts, used, unused) = (counts, aheadCounts, self.used, self.unused)
    var (missed, ahead) = (missed, ahead)
    (self.counts, self.aheadCounts, self.used, self.unused) = ([], [], [], [])
    (self.missed, self.ahead) = ([], [])
    counts.withMutableView { counts in
      aheadCounts.withMutableView { aheadCounts in
        used.withMutableView { used in
          unused.withMutableView { unused in
            var counter = SurveyCounter(
              counts: counts, aheadCounts: aheadCounts, used: used, unused: unused, first: first,
              tiers: tiers, missed: missed, ahead: ahead)
            (missed, ahead) = ([], [])
            body(&counter)
            (missed, ahead) = (counter.missed, counter.ahead)
          }
        }
      }
    }
    (self.counts, self.aheadCounts, self.used, self.unused) = (counts, aheadCounts, used, unused)
    (self.missed, self.ahead) = (missed, ahead)
  }
}

/// Counts of a `SurveyPart`, laid open.
struct SurveyCounter {
  let counts: MutableBufferView<OccasionCounts>
  let aheadCounts: MutableBufferView<Int>
  let used: MutableBufferView<UInt16>
  let unused: MutableBufferView<UInt16>
  let first: Int
  let tiers: Int
  var missed: [[[UInt32]]]
  var ahead: [[[UInt32]]]

  /// Counts an occasion of a listed member.
  ///
  /// - Parameter isOpen: whether an occasion of the member and the rule is counted as open already: open ones count
  ///   once.
  @inline(__always)
  mutating func count(
    _ fate: Fate, _ occasion: Int32, _ place: Int, _ member: UInt32, _ calendar: TouchpointCalendar,
    on day: Int32, isDue: Bool, isOpen: inout Bool
  ) {
    guard calendar.flags[Int(member)] & TouchpointCalendar.Flag.listed != 0 else { return }
    let tier = Int(member) < calendar.tierOf.count ? Int(calendar.tierOf[Int(member)]) : 0
    let cell = place * tiers + tier
    switch fate {
    case .done:
      counts[cell].done += 1
      used[Int(member) - first] += 1
    case .skipped: counts[cell].skipped += 1
    case .lapsed: break
    case .missed:
      guard calendar.isMeant(place, member) else { return }
      counts[cell].missed += 1
      unused[Int(member) - first] += 1
      let closed = calendar.plan.window(place, occasion).upperBound
      let offset = Int(closed - calendar.plan.today.rawValue) + TouchpointCalendar.windowDays
      if missed[place].indices.contains(offset), missed[place][offset].count < TouchpointCalendar.samples {
        missed[place][offset].append(member)
      }
    case .open:
      guard !isOpen, calendar.isMeant(place, member) else { return }
      isOpen = true
      if isDue { counts[cell].due += 1 } else { counts[cell].waiting += 1 }
    case .ahead:
      let opens = calendar.plan.window(place, occasion).lowerBound
      let offset = Int(opens - day) - 1
      guard 0..<TouchpointCalendar.daysAhead ~= offset, calendar.isMeant(place, member),
        !calendar.isSnoozed(place, member, on: opens)
      else { return }
      let index = place * TouchpointCalendar.daysAhead + offset
      aheadCounts[index] += 1
      // The count tells how many samples there are, without a look at the list.
      if aheadCounts[index] <= TouchpointCalendar.samples { ahead[place][offset].append(member) }
    }
  }
}
