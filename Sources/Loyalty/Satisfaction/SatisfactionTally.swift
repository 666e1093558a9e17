import Community
import Synchronization

/// Keeps the figures of satisfaction up with a folder: a new answer costs what its member's answers cost, whatever
/// else there is.
///
/// Each member's last answer in a period counts; anonymous ones each count; of answers at the same instant the later
/// line is the last. Answers by hosts, and those dated after the moment, don't count.
package struct SatisfactionTally: Sendable {
  package private(set) var moment: Moment
  private(set) var periods: AnswerPeriods
  private(set) var community: Community
  private(set) var counts: AnswerCounts
  private(set) var loop: DetractorLoop
  private(set) var masks: TopicMasks
  private(set) var stream = AnswerStream()
  private(set) var complaints: ComplaintCounts
  private(set) var matcher: TopicMatcher
  private(set) var measures: MemberMeasures?
  private(set) var actions: DetractorActions
  private(set) var anonymousDetractors = 0
  /// By member, 0 for those whose answers don't count; nil where everybody's do.
  private(set) var among: [UInt8]?
  let windowDays: Int?
  private let trendWeeks: Int?
  /// Answers read, by segment.
  private var read: [Int] = []
  /// Members whose id is a host's too.
  private var hosts: Set<UInt32> = []
  private var upcoming = Upcoming()
  /// Anonymous answers dated after the moment.
  private var waiting: [(at: Int64, row: Row)] = []

  /// - Parameters:
  ///   - measures: for the stages and tiers of members; without them there are no groups by these.
  ///   - windowDays: nil: the programme's.
  ///   - weeks: of the trend; nil: those that the window touches.
  /// - Complexity: O(answers + bytes of their texts).
  package init(
    community: Community, moment: Moment, measures: MemberMeasures? = nil, windowDays: Int? = nil,
    weeks: Weeks = .trend, on computation: Computation = .serial
  ) {
    self.moment = moment
    self.community = community
    self.measures = measures
    self.windowDays = windowDays
    let rules = community.program.satisfaction
    trendWeeks = weeks == .trend ? rules.weeks : nil
    matcher = TopicMatcher(rules.topics)
    masks = TopicMasks(community[.surveys], matcher, on: computation)
    actions = DetractorActions(log: DecisionLog(community: community, moment: moment))
    complaints = ComplaintCounts(matcher)
    periods = AnswerPeriods(moment: moment, windowDays: 1, weeks: 1)
    counts = AnswerCounts(periods, topics: 0)
    loop = DetractorLoop(periods)
    recount(on: computation)
  }

  /// Which weeks the trend has.
  package enum Weeks: Hashable, Sendable {
    /// So many as the programme says, whole ones.
    case trend
    /// Those of the window; the first one begins with it.
    case window
  }

  private var rules: Program.SatisfactionRules { community.program.satisfaction }

  private func makePeriods() -> AnswerPeriods {
    AnswerPeriods(
      moment: moment, windowDays: windowDays ?? rules.windowDays, weeks: trendWeeks, fixes: fixDays())
  }

  /// Counts everything anew; texts that were read stay read.
  private mutating func recount(
    on computation: Computation
  ) {
    periods = makePeriods()
    hosts = SatisfactionTally.hosts(community)
    let scan = AnswerScan(
      blocks: AnswerBlock.all(community[.surveys], since: periods.oldest, masks),
      words: MemberWords(community, measures), symbols: SurveySymbols(community), now: moment.now.rawValue,
      periods: periods, hosts: hosts, actions: actions, topics: matcher.topics.count, among: among)
    let workers = computation.workers
    let parts = Mutex<[AnswerScan.Part?]>(Array(repeating: nil, count: workers))
    let members = community.members.count
    computation.forEach(workers) { worker in
      let range = members * worker / workers..<members * (worker + 1) / workers
      let part = scan.count(members: range, anonymous: (worker, workers))
      parts.withLock { $0[worker] = part }
    }
    counts = AnswerCounts(periods, topics: matcher.topics.count)
    loop = DetractorLoop(periods)
    upcoming = Upcoming()
    waiting = []
    anonymousDetractors = 0
    var open: [DetractorLoop.Open] = []
    var answered: [Int64] = []
    for part in parts.withLock({ $0 }).compactMap({ $0 }) {
      counts += part.counts
      upcoming.add(part.upcoming)
      waiting += part.waiting
      open += part.open
      answered += part.answered
      anonymousDetractors += part.anonymousDetractors
    }
    loop.add(open, answered: answered, moment.zone)
    stream = AnswerStream(community[.surveys], masks, now: moment.now.rawValue, among: among)
    complaints.recount(community, periods, now: moment.now.rawValue, among: among)
    read = community[.surveys].segments.map(\.count)
  }

  /// The figures of some members alone; anonymous answers don't count.
  ///
  /// - Parameter members: by member, 0 for those to leave out.
  /// - Complexity: O(answers).
  package func narrowed(
    to members: [UInt8], on computation: Computation = .serial
  ) -> SatisfactionFigures {
    var tally = self
    tally.among = members
    tally.recount(on: computation)
    return tally.figures
  }

  static func hosts(_ community: Community) -> Set<UInt32> {
    Set(community.hosts.compactMap { community.member(id: $0.id)?.rawValue })
  }
}

// MARK: - Changes

extension SatisfactionTally {
  /// Takes up what was appended and what isn't in the future any more. Not for a folder read anew.
  ///
  /// - Parameter touched: members with new events or records.
  /// - Complexity: O(answers of these members); that of counting anew where the day or the programme changed, a topic
  ///   was fixed, or the clock went back.
  package mutating func update(
    _ touched: [Member.Index], community: Community, moment: Moment, on computation: Computation = .serial
  ) {
    let old = Past(self)
    let isBack = moment.now < old.moment.now || moment.zone != old.moment.zone
    let decided =
      isBack || actions.log.hasUpcoming
      || community[.decisions].count != old.community[.decisions].count
    let rules = community.program.satisfaction
    self.community = community
    self.moment = moment
    var members = Set(touched.map(\.rawValue))
    if decided {
      var log = actions.log
      members.formUnion(log.update(community: community, moment: moment).map(\.rawValue))
      actions = DetractorActions(log: log)
    }
    if rules.topics != matcher.topics {
      matcher = TopicMatcher(rules.topics)
      complaints = ComplaintCounts(matcher)
      masks = TopicMasks(community[.surveys], matcher, on: computation)
      return recount(on: computation)
    }
    let isOtherwise =
      decided || moment.today != old.moment.today || rules != old.community.program.satisfaction
    let mayHaveHosts =
      community.hosts.count != old.community.hosts.count
      || !community.hosts.isEmpty && community.members.count != old.community.members.count
    let isAnother =
      isBack || isOtherwise && makePeriods() != periods
      || mayHaveHosts && SatisfactionTally.hosts(community) != hosts
    guard !isAnother, let due = upcoming.removeDue(until: moment.now) else {
      readNewTexts()
      return recount(on: computation)
    }
    members.formUnion(due)
    complaints.update(community, periods, now: moment.now.rawValue)
    readNew(&members)
    upcoming.remove(members.map { Member.Index(rawValue: $0) })
    let symbols = SurveySymbols(community)
    for member in members { recount(Member.Index(rawValue: member), old, symbols) }
  }

  /// Takes up stages and tiers of members.
  ///
  /// - Complexity: O(members + answers of those in another group); that of counting anew where they are many.
  package mutating func receive(
    _ measures: MemberMeasures?, on computation: Computation = .serial
  ) {
    let old = self.measures
    self.measures = measures
    guard let old, let measures,
      let moved = measures.members(groupedOtherwiseThan: old, limit: SatisfactionTally.movedLimit)
    else { return recount(on: computation) }
    upcoming.remove(moved)
    let symbols = SurveySymbols(community)
    for member in moved where member.value < community.members.count && !hosts.contains(member.rawValue) {
      for (measures, times) in [(old, Int32(-1)), (measures, 1)] {
        count(
          member, GroupKeySource(community: community, measures: measures), now: moment.now.rawValue, actions,
          symbols, times)
      }
    }
  }

  /// Above so many members it's faster to count anew.
  private static let movedLimit = 5000

  private mutating func readNewTexts() {
    forEachNewSegment { tally, segment, number, first in
      tally.masks.append(segment, number, from: first, tally.matcher)
    }
  }

  private mutating func forEachNewSegment(
    _ body: (inout SatisfactionTally, Segment, Int, Int) -> Void
  ) {
    let segments = community[.surveys].segments
    for number in 0..<segments.count {
      if read.count <= number { read.append(0) }
      guard read[number] < segments[number].count else { continue }
      body(&self, segments[number], number, read[number])
      read[number] = segments[number].count
    }
  }

  /// Reads what was appended: texts, anonymous answers, and whose answers the others are.
  private mutating func readNew(_ members: inout Set<UInt32>) {
    let symbols = SurveySymbols(community)
    let now = moment.now.rawValue
    var anonymous: [Row] = waiting.filter { $0.at <= now }.map(\.row)
    waiting.removeAll { $0.at <= now }
    var touched: [UInt32] = []
    forEachNewSegment { tally, segment, number, first in
      tally.masks.append(segment, number, from: first, tally.matcher)
      for offset in first..<segment.count {
        let row = Row(segment: number, offset: offset)
        let at = segment.at[offset]
        let party = segment.party(offset)
        if let member = party.member {
          touched.append(member.rawValue)
        } else if party == .none {
          if at > now { tally.waiting.append((at, row)) } else { anonymous.append(row) }
        }
        if tally.masks[row] != 0, party.host == nil {
          tally.stream.add(row, at: at, now: now)
        }
      }
    }
    members.formUnion(touched)
    stream.release(now: now)
    let keys = GroupKeySource(community: community, measures: measures)
    for row in anonymous { countAnonymous(row, symbols, keys) }
  }

  private mutating func countAnonymous(_ row: Row, _ symbols: SurveySymbols, _ keys: GroupKeySource) {
    let segment = community[.surveys].segments[row.segment]
    guard let kind = symbols.kind(segment.symbols[SurveyField.kind.slot][row.offset]) else { return }
    let score = Int(segment.integers[SurveyField.score.slot][row.offset])
    var filled = FilledPeriods()
    var hint = periods.weekStarts.count - 1
    let periods = periods
    periods.withBounds { bounds in
      let roles = AnswerRoles(segment.at[row.offset], kind, bounds, &filled, weekHint: &hint)
      counts.count(kind, score, roles, mask: masks[row], keys.keys(row, nil), bounds, 1)
      if kind == .nps, roles.isCurrent, score <= 6 { anonymousDetractors += 1 }
    }
  }

  /// What the counts were made of.
  private struct Past {
    let community: Community
    let moment: Moment
    let actions: DetractorActions

    init(_ tally: SatisfactionTally) {
      community = tally.community
      moment = tally.moment
      actions = tally.actions
    }
  }

  /// Takes a member's answers back as they were, and counts them as they are.
  private mutating func recount(_ member: Member.Index, _ old: Past, _ symbols: SurveySymbols) {
    if hosts.contains(member.rawValue) { return }
    if member.value < old.community.members.count {
      count(
        member, GroupKeySource(community: old.community, measures: measures),
        now: old.moment.now.rawValue, old.actions, symbols, -1)
    }
    count(
      member, GroupKeySource(community: community, measures: measures), now: moment.now.rawValue, actions,
      symbols, 1)
  }

  private mutating func count(
    _ member: Member.Index, _ keys: GroupKeySource, now: Int64, _ actions: DetractorActions,
    _ symbols: SurveySymbols, _ times: Int32
  ) {
    let community = keys.community
    let rows = community.rows(.surveys, of: member)
    if rows.isEmpty { return }
    var filled = FilledPeriods()
    var hint = periods.weekStarts.count - 1
    let segments = community[.surveys].segments
    let periods = periods
    periods.withBounds { bounds in
      for row in rows.reversed() {
        let at = segments[row.segment].at[row.offset]
        if at > now {
          if times > 0 { upcoming.add(at: at, member: member.rawValue) }
          continue
        }
        if at < bounds.oldest { return }
        let word = segments[row.segment].symbols[SurveyField.kind.slot][row.offset]
        guard let kind = symbols.kind(word) else { continue }
        let roles = AnswerRoles(at, kind, bounds, &filled, weekHint: &hint)
        if roles.isEmpty { continue }
        let score = Int(segments[row.segment].integers[SurveyField.score.slot][row.offset])
        counts.count(kind, score, roles, mask: masks[row], keys.keys(row, member), bounds, times)
        if kind == .nps, roles.isCurrent, score <= 6 {
          loop.count(actions.state(of: member, row, at: at), times, moment.zone)
        }
      }
    }
  }
}
