import Community
import Synchronization

/// The calendar of touchpoints as of one moment: who is due today by which rule, what comes in the next days, what was
/// done and missed in the last ones.
///
/// A member is due by a rule when an occasion's window holds the day, nothing was done or skipped for the rule within
/// it, the member passes the rule's filter, contact isn't refused, the rule isn't put off, and the contact cap leaves
/// room; where it leaves less than there are rules, the earlier ones win.
package struct TouchpointCalendar: Sendable {
  package internal(set) var moment: Moment
  var plan: TouchpointPlan
  /// Names of the tiers by which the matrix is divided, the lowest first; at 0 members without one.
  package let tiers: [String?]
  package internal(set) var problems: [TouchpointProblem]
  /// Due today.
  package internal(set) var today = DueList()
  /// The next days, tomorrow first.
  package internal(set) var nextDays: [DayAhead] = []
  /// What was done, missed and is due, by place of the rule, then of the tier.
  package internal(set) var matrix: [[OccasionCounts]] = []
  /// Of windows that closed in the last days, the newest first, up to `samples` for each rule and day.
  package internal(set) var missed: [[MissedOccasion]] = []
  package let cadence: [Cadence]
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
    /// Channels beyond these share the last one's flag: refused where any of them is.
    static let mostChannels = 13

    /// That of contact by the channel of a place among the rules' channels.
    static func channel(_ place: Int) -> UInt16 { channels << UInt16(min(place, mostChannels - 1)) }
  }

  /// Days to come of which it's told who gets due.
  package static let daysAhead = 7
  /// Members named for each rule and day of the next and of the last days.
  package static let samples = 200

  /// - Parameters:
  ///   - roster: with measures, whose tiers and points are used where they have any.
  ///   - ahead: days to come that can be asked about, `daysAhead` at least.
  /// - Complexity: O(members × rules + events of the time looked at).
  /// - Returns: nil without measures, or if cancelled.
  package init?(
    _ roster: Roster, facts: TouchpointFacts = TouchpointFacts(), ahead: Int = daysAhead,
    on computation: Computation = .serial
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
    if computation.isCancelled() { return nil }
    let records = TouchRecords(community: community, log: log, moment: moment, plan: plan)
    self.log = log
    self.hosts = hosts
    self.records = records
    aDay = community.program.recall.contactsADay
    aMonth = community.program.recall.contactsAMonth
    cadence = Cadence.all(community: community, moment: moment)
    joinedDays = TouchpointCalendar.joinedDays(roster, count: count)
    tierOf = facts.tierOf
    if computation.isCancelled() { return nil }
    let finder = OccasionFinder(
      community: community, figures: roster.figures, moment: moment, measures: measures, plan: plan,
      joinedDays: joinedDays, hostSigns: waits.isEmpty ? [] : hosts.all(community, log, moment))
    let found = Mutex([OccasionFinder.Found?](repeating: nil, count: plan.rules.count))
    let given = facts
    let workers = computation.workers
    // Rules differ in what they take, so that whoever is ready takes the next.
    let next = Mutex(0)
    computation.forEach(workers) { _ in
      while !computation.isCancelled() {
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
      return place.map { Flag.channel($0) } ?? Flag.refused
    }
    setFlags(roster, on: computation)
    if computation.isCancelled() { return nil }
    setFilters(roster)
    noteWhatLacks(community)
    problems = self.plan.problems
    survey(community, on: computation)
    if computation.isCancelled() { return nil }
  }

  package var rules: [TouchpointRule] { plan.rules }

  /// Whether it's known to whom a rule applies.
  package func isKnown(_ place: Int) -> Bool {
    if case .unknown = plan.sources[place] { false } else { true }
  }

  /// Whether the day itself brings what a rule is about to many at once.
  package func isOfTheDay(_ place: Int) -> Bool { rules[place].trigger.isOfTheDay }

  /// Whether the filter of a rule asks for what a model of purchases says.
  package var asksForValues: Bool {
    rules.contains { rule in
      guard case .success(let filter?) = TouchpointCalendar.filter(of: rule) else { return false }
      return filter.columns.contains { $0.need == .model || $0.need == .recall }
    }
  }

  /// Days, today included, of which the matrix tells, beside open windows.
  package static let windowDays = TouchpointPlan.pastDays

  /// What became of a rule's occasions, over all tiers.
  package func counts(_ place: Int) -> OccasionCounts {
    var sum = OccasionCounts()
    for counts in matrix[place] { sum += counts }
    return sum
  }

  /// How many of a member's occasions were used, and how many missed, over all rules.
  package func care(of member: Member.Index) -> (done: Int, missed: Int) {
    guard member.value < used.count else { return (0, 0) }
    return (Int(used[member.value]), Int(unused[member.value]))
  }

  /// Places of the rules by which a member is due today.
  package func dueRules(of member: Member.Index) -> [Int] { today.rules(of: member.rawValue) }

  /// Whether the calendar has taken up a decision, by its id.
  package func knows(decision id: String) -> Bool { log.decision(id: id) != nil }

  // MARK: Making

  private static func joinedDays(_ roster: Roster, count: Int) -> [Int32] {
    var clock = DayClock(zone: roster.moment.zone)
    return (0..<count).map { number in
      let joined = roster.figures.entry(Member.Index(number)).joined
      return joined == Instant.unknown.rawValue ? .min : clock.day(of: joined).rawValue
    }
  }

  private mutating func setFlags(
    _ roster: Roster, on computation: Computation
  ) {
    let workers = computation.workers
    let parts = Mutex([[UInt16]](repeating: [], count: workers))
    let reader = FlagReader(roster, plan.rules)
    let count = count
    computation.forEach(workers) { worker in
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
        let passing = (roster.marks(filter) ?? []).prefix(count).map { $0 != 0 }
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
