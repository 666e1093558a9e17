import Bytes
import Community
import Synchronization

/// What the events of each member come to, by calendar day, up to one moment: when they were seen, when they bought,
/// what they answered and contributed.
///
/// The past moments are the last instants of earlier days, of which the stages are compared with today's.
struct EngagementSummary: Sendable {
  /// Days before today of which the stages are known, today first.
  static let daysAgo = [0, 30, 90]

  /// Of one member; days are ordinals.
  struct Entry: Sendable {
    /// The day of the second purchase, `Int32.max` without one.
    var secondPurchase = Int32.max
    /// The day of the newest purchase and of the newest refund, `Int32.min` without one.
    var lastPurchase = Int32.min
    var lastRefund = Int32.min
    /// The day of the newest NPS answer, `Int32.min` without one.
    var npsDay = Int32.min
    /// Purchases and distinct days with one, in the window of RFM and in the last 365 days.
    var windowOrders: UInt32 = 0
    var yearDays: UInt32 = 0
    /// Hundredths: all amounts in the window of RFM.
    var windowSpend: Int64 = 0
    /// Contributions in the window of the path, and in that of RFM.
    var contributions: UInt32 = 0
    var windowContributions: UInt32 = 0
    /// The newest scores, -1 without one.
    var nps: Int8 = -1
    var csat: Int8 = -1
  }

  /// What is known of a member by the end of one day.
  struct Past: Sendable {
    /// The newest day on which the member was seen, `Int32.min` without one.
    var lastSeen = Int32.min
    /// The median gap between the days on which the member was seen, NaN with fewer than four such days.
    var rhythm = Float.nan
  }

  private(set) var entries: [Entry] = []
  /// By place in `daysAgo`, then by member.
  private(set) var pasts: [[Past]] = daysAgo.map { _ in [] }
  /// Silences that ended lately and were long enough to change a stage, by member; as far as the calendar needs them.
  private(set) var gaps: [SilentGap] = []

  /// - Complexity: O(members + events), by worker; a pass over the columns for every 262,144 members.
  /// - Returns: nil if cancelled.
  init?(
    community: Community, moment: Moment, on computation: Computation = .serial
  ) {
    let count = community.members.count
    let workers = computation.workers
    let size = min(SignsPart.limit, max(1, (count + workers - 1) / workers))
    let starts = Array(stride(from: 0, to: count, by: size))
    let parts = Mutex<[SignsPart?]>(Array(repeating: nil, count: starts.count))
    computation.forEach(starts.count) { number in
      let members = starts[number]..<min(count, starts[number] + size)
      let part = SignsPart(
        members, community: community, moment: moment, isCancelled: computation.isCancelled)
      parts.withLock { $0[number] = part }
    }
    for part in parts.withLock({ $0 }) {
      guard let part else { return nil }
      entries += part.entries
      for place in pasts.indices { pasts[place] += part.pasts[place] }
      gaps += part.gaps
    }
  }
}

/// The signs of a range of members.
private struct SignsPart: Sendable {
  /// So many members' cursors stay in the cache while days are dealt out.
  static let limit = 1 << 18

  private let members: Range<Int>
  private(set) var entries: [EngagementSummary.Entry]
  private(set) var pasts: [[EngagementSummary.Past]]
  private(set) var gaps: [SilentGap] = []

  init?(
    _ members: Range<Int>, community: Community, moment: Moment, isCancelled: @Sendable () -> Bool
  ) {
    self.members = members
    entries = Array(repeating: EngagementSummary.Entry(), count: members.count)
    pasts = EngagementSummary.daysAgo.map { _ in
      Array(repeating: EngagementSummary.Past(), count: members.count)
    }
    readSeen(community, moment, isCancelled)
    if isCancelled() { return nil }
    readOrders(community, moment)
    if isCancelled() { return nil }
    readContributions(community, moment)
    readAnswers(community, moment)
    if isCancelled() { return nil }
  }

  // MARK: Days seen

  private mutating func readSeen(_ community: Community, _ moment: Moment, _ isCancelled: () -> Bool) {
    let signs = SignsOfLife(community)
    let segments = SignsOfLife.feeds.flatMap { feed in community[feed].segments.map { (feed, $0) } }
    let days = DealtDays(members: members, moment: moment) { scatter in
      for (feed, segment) in segments {
        if isCancelled() { return }
        switch feed {
        case .orders:
          let amounts = segment.integers[OrderField.amount.slot]
          if signs.purchases { scatter(segment) { amounts[$0] >= 0 } }
        case .points:
          let rewards = segment.symbols[PointField.reward.slot]
          if signs.redemptions, !rewards.isEmpty { scatter(segment) { rewards[$0] != 0 } }
        case .activity where !signs.allActivity:
          let types = segment.symbols[ActivityField.type.slot]
          scatter(segment) { signs.counts(activity: types.isEmpty ? 0 : types[$0]) }
        case .surveys:
          let kinds = segment.symbols[SurveyField.kind.slot]
          let scores = segment.integers[SurveyField.score.slot]
          scatter(segment) { signs.counts(answer: kinds.isEmpty ? 0 : kinds[$0], score: scores[$0]) }
        case .complaints: if signs.complaints { scatter(segment) { _ in true } }
        default: scatter(segment) { _ in true }
        }
      }
    }
    let limits = EngagementSummary.daysAgo.map { moment.today.adding(days: -$0).rawValue }
    let program = community.program
    let firstEnd = moment.today.rawValue - Int32(program.touchpoints.stageDays) - 1
    let shortest = Int32(clamping: min(program.lifecycle.activeDays, program.lifecycle.sleepingDays))
    var median = GapMedian()
    for member in entries.indices {
      days.withDays(of: member) { days in
        guard !days.isEmpty else { return }
        var place = 0
        var seen: Int32 = .min
        // From the longest ago to today, so that each day is looked at once.
        for past in limits.indices.reversed() {
          while place < days.count, days[place] <= limits[past] {
            if days[place] != seen {
              // Where the first day seen is late, the silence since joining counts.
              if days[place] >= firstEnd, seen == .min || days[place] - seen > shortest {
                gaps.append(
                  SilentGap(
                    member: UInt32(members.lowerBound + member), from: seen, until: days[place],
                    rhythm: median.value))
              }
              if seen != .min { median.add(days[place] - seen) }
              seen = days[place]
            }
            place += 1
          }
          pasts[past][member] = EngagementSummary.Past(lastSeen: seen, rhythm: median.value)
        }
        median.clear()
      }
    }
  }

  // MARK: Orders

  private mutating func readOrders(_ community: Community, _ moment: Moment) {
    let now = moment.now.rawValue
    let firstOfWindow = moment.today.adding(days: 1 - community.program.rfm.windowDays).rawValue
    let firstOfYear = moment.today.adding(days: -364).rawValue
    let purchases = DealtDays(members: members, moment: moment) { scatter in
      for segment in community[.orders].segments {
        let amounts = segment.integers[OrderField.amount.slot]
        scatter(segment) { amounts[$0] >= 0 }
      }
    }
    for member in entries.indices {
      purchases.withDays(of: member) { days in
        guard let last = days.last else { return }
        entries[member].lastPurchase = last
        if days.count > 1 { entries[member].secondPurchase = days[1] }
        var place = days.count - 1
        var known = Int32.max
        while place >= 0, days[place] >= min(firstOfWindow, firstOfYear) {
          if days[place] >= firstOfWindow { entries[member].windowOrders += 1 }
          if days[place] >= firstOfYear, days[place] != known { entries[member].yearDays += 1 }
          known = days[place]
          place -= 1
        }
      }
    }
    var clock = DayClock(zone: moment.zone)
    for segment in community[.orders].segments {
      let amounts = segment.integers[OrderField.amount.slot]
      for row in 0..<segment.count {
        let member = Int(segment.member[row]) - members.lowerBound
        guard entries.indices.contains(member), segment.at[row] <= now else { continue }
        let day = clock.day(of: segment.at[row]).rawValue
        if day >= firstOfWindow { entries[member].windowSpend &+= amounts[row] }
        if amounts[row] < 0 { entries[member].lastRefund = max(entries[member].lastRefund, day) }
      }
    }
  }

  // MARK: Contributions and answers

  private mutating func readContributions(_ community: Community, _ moment: Moment) {
    let now = moment.now.rawValue
    let program = community.program
    let ofPath = moment.start(ofWindow: program.path.contributionDays).rawValue
    let ofWindow = moment.start(ofWindow: program.rfm.windowDays).rawValue
    let earliest = min(ofPath, ofWindow)
    let bots = Bots(community)
    var isContribution = [Bool](repeating: false, count: community.symbols.count)
    for type in ["post", "reply", "share", "story", "review", "suggestion"] {
      if let symbol = community.symbols.symbol(of: type) { isContribution[Int(symbol.rawValue)] = true }
    }
    for segment in community[.activity].segments {
      let types = segment.symbols[ActivityField.type.slot]
      guard !types.isEmpty, segment.newest.rawValue >= earliest || !segment.newest.isKnown else { continue }
      for row in 0..<segment.count where isContribution[Int(types[row])] {
        let at = segment.at[row]
        let member = Int(segment.member[row]) - members.lowerBound
        guard at <= now, at >= earliest, entries.indices.contains(member) else { continue }
        if bots.contains(segment.member[row]) { continue }
        if at >= ofPath { entries[member].contributions += 1 }
        if at >= ofWindow { entries[member].windowContributions += 1 }
      }
    }
  }

  private mutating func readAnswers(_ community: Community, _ moment: Moment) {
    let now = moment.now.rawValue
    for (word, score) in [("nps", \EngagementSummary.Entry.nps), ("csat", \EngagementSummary.Entry.csat)] {
      guard let kind = community.symbols.symbol(of: word)?.rawValue else { continue }
      var newest = [Int64](repeating: .min, count: entries.count)
      for segment in community[.surveys].segments {
        let kinds = segment.symbols[SurveyField.kind.slot]
        let scores = segment.integers[SurveyField.score.slot]
        guard !kinds.isEmpty else { continue }
        for row in 0..<segment.count where kinds[row] == kind {
          let member = Int(segment.member[row]) - members.lowerBound
          guard entries.indices.contains(member), segment.at[row] <= now else { continue }
          // Of answers at the same time the later one of the file counts.
          guard segment.at[row] >= newest[member], (0...10).contains(scores[row]) else { continue }
          newest[member] = segment.at[row]
          entries[member][keyPath: score] = Int8(scores[row])
        }
      }
      if word == "nps" {
        for member in entries.indices where newest[member] != .min {
          entries[member].npsDay = moment.zone.day(of: Instant(rawValue: newest[member])).rawValue
        }
      }
    }
  }
}

/// Calendar days of some events by member, ascending.
private struct DealtDays {
  /// Where each member's days begin; one more than members.
  private var offsets: [Int] = []
  private var days: [Int32] = []

  typealias Deal = (Segment, (Int) -> Bool) -> Void

  /// - Parameter each: calls what it's given with each segment and which of its rows count. It's called twice, and
  ///   has to do the same.
  init(members: Range<Int>, moment: Moment, each: (Deal) -> Void) {
    let now = moment.now.rawValue
    var counts = [Int](repeating: 0, count: members.count + 1)
    func forEachRow(_ segment: Segment, _ counts: (Int) -> Bool, _ body: (Int, Int64) -> Void) {
      let column = segment.member.span
      let times = segment.at.span
      for row in 0..<min(column.count, times.count) {
        let member = Int(column[row]) - members.lowerBound
        guard member >= 0, member < members.count, times[row] <= now, counts(row) else { continue }
        body(member, times[row])
      }
    }
    each { segment, isCounted in forEachRow(segment, isCounted) { member, _ in counts[member + 1] += 1 } }
    for member in members.indices {
      counts[member - members.lowerBound + 1] += counts[member - members.lowerBound]
    }
    offsets = counts
    var clock = DayClock(zone: moment.zone)
    var dealt = [Int32](repeating: .max, count: counts[members.count])
    each { segment, isCounted in
      forEachRow(segment, isCounted) { member, at in
        guard counts[member] < offsets[member + 1] else { return }
        dealt[counts[member]] = clock.day(of: at).rawValue
        counts[member] += 1
      }
    }
    days = dealt
    for member in 0..<members.count { sort(offsets[member]..<offsets[member + 1]) }
  }

  /// Days come nearly in order.
  private mutating func sort(_ range: Range<Int>) {
    guard range.count > 1 else { return }
    if range.count > 24 {
      if (range.lowerBound + 1..<range.upperBound).contains(where: { days[$0 - 1] > days[$0] }) {
        days[range].sort()
      }
      return
    }
    for index in range.dropFirst() {
      let day = days[index]
      var place = index
      while place > range.lowerBound, days[place - 1] > day {
        days[place] = days[place - 1]
        place -= 1
      }
      days[place] = day
    }
  }

  func withDays(of member: Int, _ body: (BufferView<Int32>) -> Void) {
    days.withView {
      body($0.extracting(offsets[member]..<offsets[member + 1]))
    }
  }
}

/// The median of gaps that are added one after the other.
private struct GapMedian {
  /// How many gaps there are by their length in days.
  private var counts: [UInt32] = []
  private var gaps: [Int] = []

  mutating func add(_ gap: Int32) {
    let gap = Int(gap)
    if gap >= counts.count { counts += repeatElement(0, count: gap + 1 - counts.count) }
    counts[gap] += 1
    gaps.append(gap)
  }

  /// NaN for fewer than three gaps, which is fewer than four days.
  var value: Float {
    guard gaps.count >= 3 else { return .nan }
    let low = (gaps.count - 1) / 2
    var passed = 0
    var gap = 0
    while passed + Int(counts[gap]) <= low {
      passed += Int(counts[gap])
      gap += 1
    }
    if gaps.count % 2 == 1 || passed + Int(counts[gap]) > low + 1 { return Float(gap) }
    var next = gap + 1
    while counts[next] == 0 { next += 1 }
    return Float(gap + next) / 2
  }

  mutating func clear() {
    for gap in gaps { counts[gap] = 0 }
    gaps.removeAll(keepingCapacity: true)
  }
}

/// Members whose activity counts in no figure, by id or tag.
struct Bots {
  private var members: Set<UInt32> = []

  init(_ community: Community) {
    guard !community.program.bots.isEmpty else { return }
    var tags: Set<UInt32> = []
    for word in community.program.bots {
      if let member = community.member(id: word) { members.insert(member.rawValue) }
      if let symbol = community.symbols.symbol(of: word) { tags.insert(symbol.rawValue) }
    }
    guard !tags.isEmpty else { return }
    for (number, block) in community.members.blocks.enumerated() where !block.tags.isEmpty {
      block.tags.withReader { lists in
        for row in 0..<block.count where lists[row].contains(where: tags.contains) {
          members.insert(UInt32(number << Members.blockShift + row))
        }
      }
    }
  }

  @inline(__always)
  func contains(_ member: UInt32) -> Bool { !members.isEmpty && members.contains(member) }
}
