import Community
import Synchronization

/// The calendar of touchpoints as of one moment: who is due today by which rule, what comes in the next days, what was
/// done and missed in the last ones.
///
/// A member is due by a rule when an occasion's window holds the day, nothing was done or skipped for the rule within
/// it, the member passes the rule's filter, contact isn't refused, the rule isn't put off, and the contact cap leaves
/// room; where it leaves less than there are rules, the earlier ones win.
public struct TouchpointCalendar: Sendable {
  public internal(set) var moment: Moment
  var plan: TouchpointPlan
  /// Names of the tiers by which the matrix is divided, the lowest first; at 0 members without one.
  public let tiers: [String?]
  public internal(set) var problems: [TouchpointProblem]
  /// Due today.
  public internal(set) var today = DueList()
  /// The next days, tomorrow first.
  public internal(set) var nextDays: [DayAhead] = []
  /// What was done, missed and is due, by place of the rule, then of the tier.
  public internal(set) var matrix: [[OccasionCounts]] = []
  /// Of windows that closed in the last days, the newest first, up to `samples` for each rule and day.
  public internal(set) var missed: [[MissedOccasion]] = []
  public let cadence: [Cadence]
  /// By member: occasions that were used, and those missed.
  var used: [UInt16] = []
  var unused: [UInt16] = []

  var count = 0
  var joinedDays: [Int32] = []
  /// By member: bits of `Flag`.
  var flags: [UInt16] = []
  /// By place of the rule, the flag by which contact is refused.
  var refusals: [UInt16] = []
  /// By place of the rule, who passes its filter; nil where all do.
  var passes: [[Bool]?] = []
  /// By place of the rule, for rules that come from events.
  var occasions: [[DatedMember]] = []
  var records = TouchRecords()
  var tierOf: [UInt8] = []
  var log: DecisionLog
  var hosts: HostSigns
  /// Members whose records have changed since.
  var changed: [UInt32: MemberTrace] = [:]
  let aDay: Int
  let aMonth: Int

  enum Flag {
    static let listed: UInt16 = 1
    /// Something was done, skipped or put off.
    static let marked: UInt16 = 2
    /// Contact is refused altogether.
    static let refused: UInt16 = 4
    /// Contact by the first of the rules' channels is refused, and so on.
    static let channels: UInt16 = 8
    /// Channels beyond these are refused where contact is refused altogether.
    static let mostChannels = 13
  }

  /// Days to come of which it's told who gets due.
  public static let daysAhead = 7
  /// Members named for each rule and day of the next and of the last days.
  public static let samples = 200

  /// - Parameters:
  ///   - roster: with measures, whose tiers and points are used where they have any.
  ///   - ahead: days to come that can be asked about, `daysAhead` at least.
  ///   - workers, perform: as for `MemberFigures`.
  ///   - isCancelled: asked now and then.
  /// - Complexity: O(members × rules + events of the time looked at).
  /// - Returns: nil without measures, or if cancelled.
  public init?(
    _ roster: Roster, facts: TouchpointFacts = TouchpointFacts(), ahead: Int = daysAhead, workers: Int = 1,
    perform: (Int, @Sendable (Int) -> Void) -> Void = { count, body in (0..<count).forEach(body) },
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    guard let measures = roster.measures else { return nil }
    let community = roster.community
    let moment = roster.moment
    self.moment = moment
    var plan = TouchpointPlan(
      community: community, today: moment.today, ahead: max(ahead, TouchpointCalendar.daysAhead))
    tiers = [nil] + facts.tiers
    count = min(roster.count, measures.signs.entries.count)
    let log = DecisionLog(community: community, moment: moment)
    let waits = plan.rules.indices.compactMap { place -> Int32? in
      if case .hostSilent(let days) = plan.rules[place].trigger {
        plan.span(place).lowerBound - Int32(days)
      } else {
        nil
      }
    }
    let hosts = HostSigns(community: community, moment: moment, from: waits.min() ?? .max - 1)
    if isCancelled() { return nil }
    let records = TouchRecords(community: community, log: log, moment: moment, plan: plan)
    self.log = log
    self.hosts = hosts
    self.records = records
    aDay = community.program.recall.contactsADay
    aMonth = community.program.recall.contactsAMonth
    cadence = Cadence.all(community: community, moment: moment)
    joinedDays = TouchpointCalendar.joinedDays(roster, count: count)
    tierOf = facts.tierOf
    if isCancelled() { return nil }
    let finder = OccasionFinder(
      community: community, figures: roster.figures, moment: moment, measures: measures, plan: plan,
      joinedDays: joinedDays, hostSigns: waits.isEmpty ? [] : hosts.all(community, log, moment))
    let found = Mutex([OccasionFinder.Found?](repeating: nil, count: plan.rules.count))
    let given = facts
    let workers = max(1, workers)
    // Rules differ in what they take, so that whoever is ready takes the next.
    let next = Mutex(0)
    perform(workers) { _ in
      while !isCancelled() {
        let place = next.withLock { place in
          defer { place += 1 }
          return place
        }
        guard place < finder.plan.rules.count else { return }
        let trigger = finder.plan.rules[place].trigger
        let result = given.occasions(trigger, place, finder.plan) ?? finder.find(place)
        found.withLock { $0[place] = result }
      }
    }
    for result in found.withLock({ $0 }) {
      guard let result else { return nil }
      occasions.append(result.occasions)
      self.records.marks += result.marks
    }
    self.records.marks.sort()
    self.records.findStarts(count: count)
    facts.limit(&plan)
    problems = []
    self.plan = plan
    let channels = FlagReader.channels(plan.rules)
    refusals = plan.rules.map { rule in
      let place = rule.channel.flatMap { channels.firstIndex(of: $0) }
      return place.map { Flag.channels << UInt16($0) } ?? Flag.refused
    }
    setFlags(roster, workers: workers, perform)
    if isCancelled() { return nil }
    setFilters(roster)
    noteWhatLacks(community)
    problems = self.plan.problems
    survey(community, workers: workers, perform)
    if isCancelled() { return nil }
  }

  public var rules: [TouchpointRule] { plan.rules }

  /// Whether it's known to whom a rule applies.
  public func isKnown(_ place: Int) -> Bool {
    if case .unknown = plan.sources[place] { false } else { true }
  }

  /// Whether the day itself brings what a rule is about to many at once.
  public func isOfTheDay(_ place: Int) -> Bool { rules[place].trigger.isOfTheDay }

  /// Whether the filter of a rule asks for what a model of purchases says.
  public var asksForValues: Bool {
    let valued: Set<MemberColumn> = [.alive, .lifetimeValue, .segment, .stake, .worth, .mind]
    return rules.contains { rule in
      guard case .success(let filter?) = TouchpointCalendar.filter(of: rule) else { return false }
      return !filter.columns.isDisjoint(with: valued)
    }
  }

  /// Days, today included, of which the matrix tells, beside open windows.
  public static let windowDays = TouchpointPlan.pastDays

  /// What became of a rule's occasions, over all tiers.
  public func counts(_ place: Int) -> OccasionCounts {
    var sum = OccasionCounts()
    for counts in matrix[place] { sum += counts }
    return sum
  }

  /// How many of a member's occasions were used, and how many missed, over all rules.
  public func care(of member: Member.Index) -> (done: Int, missed: Int) {
    guard member.value < used.count else { return (0, 0) }
    return (Int(used[member.value]), Int(unused[member.value]))
  }

  /// Places of the rules by which a member is due today.
  public func dueRules(of member: Member.Index) -> [Int] { today.rules(of: member.rawValue) }

  /// Whether the calendar has taken up a decision, by its id.
  public func knows(decision id: String) -> Bool { log.decision(id: id) != nil }

  // MARK: Making

  private static func joinedDays(_ roster: Roster, count: Int) -> [Int32] {
    var clock = DayClock(zone: roster.moment.zone)
    return (0..<count).map { number in
      let joined = roster.figures.entry(Member.Index(number)).joined
      return joined == Instant.unknown.rawValue ? .min : clock.day(of: joined).rawValue
    }
  }

  private mutating func setFlags(
    _ roster: Roster, workers: Int, _ perform: (Int, @Sendable (Int) -> Void) -> Void
  ) {
    let parts = Mutex([[UInt16]](repeating: [], count: workers))
    let reader = FlagReader(roster, plan.rules)
    let count = count
    perform(workers) { worker in
      let members = count * worker / workers..<count * (worker + 1) / workers
      let part = members.map { reader.flags(Member.Index($0)) }
      parts.withLock { $0[worker] = part }
    }
    flags = parts.withLock { $0 }.flatMap { $0 }
    for mark in records.marks where Int(mark.member) < count { flags[Int(mark.member)] |= Flag.marked }
    for key in records.snoozes.keys where Int(key >> 32) < count { flags[Int(key >> 32)] |= Flag.marked }
  }

  private mutating func setFilters(_ roster: Roster) {
    passes = []
    for place in plan.rules.indices {
      switch TouchpointCalendar.filter(of: plan.rules[place]) {
      case .success(nil): passes.append(nil)
      case .success(let filter?):
        let matcher = filter.matcher(for: roster)
        let passing = (0..<count).map { matcher.matches(Member.Index($0)) }
        if !passing.contains(true) { plan.note(place, .nobodyPasses) }
        passes.append(passing)
      case .failure(let problem):
        plan.setUnknown(place, problem.reason)
        passes.append([Bool](repeating: false, count: count))
      }
    }
  }

  struct UnusableFilter: Error {
    var reason: TouchpointProblem.Reason
  }

  /// The filter of a rule; nil where all members pass.
  static func filter(of rule: TouchpointRule) -> Result<MemberFilter?, UnusableFilter> {
    do throws(FilterProblem) {
      let filter = try MemberFilter(parsing: rule.who)
      if filter.columns.contains(.due) { return .failure(UnusableFilter(reason: .filterAsksForDue)) }
      return .success(filter.isEmpty ? nil : filter)
    } catch {
      return .failure(UnusableFilter(reason: .badFilter(error)))
    }
  }

  private mutating func noteWhatLacks(_ community: Community) {
    let blocks = community.members.blocks
    for (place, rule) in plan.rules.enumerated() {
      switch rule.trigger {
      case .birthday where !blocks.contains { $0.birthday.contains { $0 != 0 } }:
        plan.note(place, .noBirthdays)
      case .hostSilent where !blocks.contains { $0.host.contains { $0 != 0 } }: plan.note(place, .noHosts)
      default: break
      }
    }
  }
}

/// Tells who is listed and by which channels contact is refused.
struct FlagReader: Sendable {
  private let roster: Roster
  private let consents: Consents
  private let channels: [UInt32]

  /// Channels of rules that have a flag of their own.
  static func channels(_ rules: [TouchpointRule]) -> [String] {
    Array(Set(rules.compactMap(\.channel)).sorted().prefix(TouchpointCalendar.Flag.mostChannels))
  }

  init(_ roster: Roster, _ rules: [TouchpointRule]) {
    self.roster = roster
    consents = Consents(roster.community)
    channels = FlagReader.channels(rules).map { roster.community.symbols.symbol(of: $0)?.rawValue ?? .max }
  }

  func flags(_ member: Member.Index) -> UInt16 {
    typealias Flag = TouchpointCalendar.Flag
    var flags: UInt16 = 0
    if member.value < roster.figures.count, roster.figures.entry(member).isListed { flags |= Flag.listed }
    let (block, row) = roster.community.members.place(member)
    let words = roster.community.members.blocks[block].consents[row]
    guard !words.isEmpty else { return flags }
    let refusal = consents.refusal(member, roster.community)
    if refusal != nil { flags |= Flag.refused }
    for (place, channel) in channels.enumerated() {
      var isRefused = refusal == .stopped
      for index in stride(from: words.startIndex, to: words.endIndex - 1, by: 2) where words[index] == channel
      {
        isRefused = isRefused || words[index + 1] == 0
      }
      if isRefused { flags |= Flag.channels << UInt16(place) }
    }
    return flags
  }
}

/// Who is due on a day, by rule.
public struct DueList: Sendable {
  /// By place of the rule: the last day of the window and the member, those whose window closes first in front.
  var byRule: [[DatedKey]] = []
  /// By member, where the member's rules begin in `placesByMember`.
  private var starts: [UInt32] = []
  private var placesByMember: [UInt16] = []
  private var changed: [UInt32: [UInt16]] = [:]

  init() {}

  init(_ byRule: [[DatedKey]], count: Int) {
    self.byRule = byRule
    starts = [UInt32](repeating: 0, count: count + 1)
    for keys in byRule {
      for key in keys { starts[Int(key.member) + 1] += 1 }
    }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var next = starts
    placesByMember = [UInt16](repeating: 0, count: Int(starts[count]))
    for (place, keys) in byRule.enumerated() {
      for key in keys {
        placesByMember[Int(next[Int(key.member)])] = UInt16(place)
        next[Int(key.member)] += 1
      }
    }
  }

  /// How many touches are due in all.
  public var count: Int { byRule.reduce(0) { $0 + $1.count } }

  /// How many members are due by a rule.
  public func count(_ place: Int) -> Int { byRule.indices.contains(place) ? byRule[place].count : 0 }

  /// Who is due by a rule, those whose window closes first in front.
  public func members(_ place: Int) -> [Member.Index] {
    byRule.indices.contains(place) ? byRule[place].map { Member.Index(rawValue: $0.member) } : []
  }

  /// Places of the rules by which a member is due, in order.
  func rules(of member: UInt32) -> [Int] {
    if let places = changed[member] { return places.map(Int.init) }
    guard Int(member) + 1 < starts.count else { return [] }
    return placesByMember[Int(starts[Int(member)])..<Int(starts[Int(member) + 1])].map(Int.init)
  }

  /// Replaces what a member is due by.
  mutating func set(
    _ dues: [(place: Int, key: DatedKey)], of member: UInt32, before: [(place: Int, key: DatedKey)]
  ) {
    for (place, key) in before {
      let index = byRule[place].firstPlace(from: key)
      if index < byRule[place].count, byRule[place][index] == key { byRule[place].remove(at: index) }
    }
    for (place, key) in dues { byRule[place].insert(key, at: byRule[place].firstPlace(from: key)) }
    changed[member] = dues.map { UInt16($0.place) }
  }
}

/// A day and a member in one number; sorted by day, then member.
struct DatedKey: RawRepresentable, Hashable, Comparable, Sendable {
  var rawValue: UInt64
  init(rawValue: UInt64) { self.rawValue = rawValue }
  init(_ day: Int32, _ member: UInt32) { rawValue = UInt64(UInt32(max(0, day))) << 32 | UInt64(member) }
  var day: Int32 { Int32(truncatingIfNeeded: rawValue >> 32) }
  var member: UInt32 { UInt32(truncatingIfNeeded: rawValue) }
  static func < (left: DatedKey, right: DatedKey) -> Bool { left.rawValue < right.rawValue }

  /// In order.
  ///
  /// - Complexity: O(*n*) where members ascend and days lie close together, else O(*n* log *n*).
  static func sorted(_ keys: [DatedKey]) -> [DatedKey] {
    guard var first = keys.first?.day, var last = keys.first?.day else { return [] }
    var isAscending = true
    var before: UInt32 = 0
    for key in keys {
      first = min(first, key.day)
      last = max(last, key.day)
      isAscending = isAscending && key.member >= before
      before = key.member
    }
    guard isAscending, last - first < 1024 else { return keys.sorted() }
    var starts = [Int](repeating: 0, count: Int(last - first) + 2)
    for key in keys { starts[Int(key.day - first) + 1] += 1 }
    for place in 1..<starts.count { starts[place] += starts[place - 1] }
    var sorted = keys
    for key in keys {
      sorted[starts[Int(key.day - first)]] = key
      starts[Int(key.day - first)] += 1
    }
    return sorted
  }
}

/// What became of the occasions of a rule.
public struct OccasionCounts: Hashable, Sendable {
  /// Due today.
  public var due = 0
  public var done = 0
  /// The window closed and nothing was done or skipped.
  public var missed = 0
  public var skipped = 0
  /// The window is open, but the member is put off or over the contact cap.
  public var waiting = 0

  public init(due: Int = 0, done: Int = 0, missed: Int = 0, skipped: Int = 0, waiting: Int = 0) {
    self.due = due
    self.done = done
    self.missed = missed
    self.skipped = skipped
    self.waiting = waiting
  }

  public static func += (left: inout OccasionCounts, right: OccasionCounts) {
    left.due += right.due
    left.done += right.done
    left.missed += right.missed
    left.skipped += right.skipped
    left.waiting += right.waiting
  }

  static func -= (left: inout OccasionCounts, right: OccasionCounts) {
    left.due -= right.due
    left.done -= right.done
    left.missed -= right.missed
    left.skipped -= right.skipped
    left.waiting -= right.waiting
  }
}

/// An occasion whose window closed unused.
public struct MissedOccasion: Hashable, Sendable {
  public var member: Member.Index
  /// The last day of the window.
  public var closed: Day
}

/// Whose windows open on a day to come, as far as is known today.
public struct DayAhead: Hashable, Sendable {
  public var day: Day
  /// By place of the rule: how many, and the first of them.
  public var counts: [Int]
  public var members: [[Member.Index]]

  public var count: Int { counts.reduce(0, +) }
}
