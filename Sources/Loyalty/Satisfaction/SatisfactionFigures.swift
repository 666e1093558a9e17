import Community

/// How satisfied members are, as of one moment: scores with their intervals, by week, group and topic; what members
/// wrote last; and which detractors nobody answered.
///
/// Each member's last answer in a period counts, anonymous ones each count. Copies share their storage.
package struct SatisfactionFigures: Sendable {
  package let moment: Moment
  /// The window's calendar days, today included.
  package let windowDays: Int
  /// With fewer answers a score is of low n.
  package let lowCount: Int
  /// In the window, and in the one before.
  package let nps: NetPromoterScore
  package let previousNPS: NetPromoterScore
  package let csat: SatisfactionScore
  package let previousCSAT: SatisfactionScore
  package let ces: EffortScore
  package let previousCES: EffortScore
  /// Oldest first; the last one is this week so far.
  package let weeks: [Week]
  private let groups: [[AnswerGroup]?]
  /// Topics by how many answers of the window are about them.
  package let topics: [TopicFigures]
  /// Complaints of the window and of the one before.
  package let complaints: (current: Int, previous: Int)
  /// Detractors of the window who can't be answered.
  package let anonymousDetractors: Int
  private let loop: DetractorLoop
  private let streamRows: [Row]
  let masks: TopicMasks
  let periods: AnswerPeriods
  let among: [UInt8]?

  /// The last answer of each member in one week.
  package struct Week: Hashable, Sendable {
    /// A Monday, or the window's first day.
    package var firstDay: Day
    package var score: NetPromoterScore
  }

  init(_ tally: SatisfactionTally) {
    let community = tally.community
    let rules = community.program.satisfaction
    moment = tally.moment
    periods = tally.periods
    windowDays = tally.periods.windowDays
    lowCount = rules.lowCount
    nps = NetPromoterScore(tally.counts.current[0])
    previousNPS = NetPromoterScore(tally.counts.previous[0])
    csat = SatisfactionScore(tally.counts.current[1])
    previousCSAT = SatisfactionScore(tally.counts.previous[1])
    ces = EffortScore(tally.counts.current[2])
    previousCES = EffortScore(tally.counts.previous[2])
    weeks = zip(tally.periods.weekDays, tally.counts.weeks).map {
      Week(firstDay: $0, score: NetPromoterScore($1))
    }
    groups = AnswerDimension.allCases.enumerated().map { place, dimension in
      AnswerGroup.all(
        tally.counts.groups[place], tally.counts.earlierGroups[place], dimension, community, tally.measures)
    }
    topics = TopicFigures.all(tally)
    complaints = tally.complaints.total
    anonymousDetractors = tally.anonymousDetractors
    loop = tally.loop
    streamRows = tally.stream.rows
    masks = tally.masks
    among = tally.among
  }

  /// The change since the window before. Nil where one of the two has no answers.
  package var change: NetPromoterChange? { nps.change(since: previousNPS) }

  /// Whether a count of answers is too low to be firm.
  package func isLow(_ responses: Int) -> Bool { responses < lowCount }

  /// Groups by how many answers they have, those of unknown group last; stages and tiers in their order. Nil where what
  /// tells them apart isn't computed.
  package func groups(by dimension: AnswerDimension) -> [AnswerGroup]? {
    AnswerDimension.allCases.firstIndex(of: dimension).flatMap { groups[$0] }
  }

  /// The newest answers with words, of whatever kind and date, newest first.
  package func stream(_ community: Community, limit: Int = 200) -> [SurveyAnswer] {
    streamRows.prefix(limit).compactMap { SurveyAnswer($0, community) }
  }
}

// MARK: - Closing the loop

extension SatisfactionFigures {
  /// Detractors of the window whom nobody contacted since.
  package var openDetractors: Int { loop.openCount }

  /// Detractors of the window with a `contact`, `touch` or `close` since.
  package var answeredDetractors: Int { loop.answeredCount }

  /// Seconds from answer to first action, the median. Nil where nobody acted.
  package var medianSecondsToAction: Int64? { loop.medianDelay.map { $0 / 1000 } }

  /// Detractors who have waited for so many hours or longer.
  package func openDetractors(waitingHours hours: Int) -> Int {
    loop.count(until: moment.now.rawValue - Int64(hours) * 3_600_000)
  }

  /// Those who have waited longest, first.
  package func waitingDetractors(_ community: Community, limit: Int = 500) -> [SurveyAnswer] {
    loop.oldest(limit).compactMap { SurveyAnswer(Row(rawValue: $0.row), community) }
  }
}

extension SatisfactionTally {
  /// What the tally says just now.
  ///
  /// - Complexity: O(groups + topics + weeks), with a sort of the groups.
  package var figures: SatisfactionFigures { SatisfactionFigures(self) }
}

extension AnswerGroup {
  static func all(
    _ counts: GroupCounts, _ earlier: GroupCounts, _ dimension: AnswerDimension, _ community: Community,
    _ measures: MemberMeasures?
  ) -> [AnswerGroup]? {
    func group(_ key: UInt32, _ word: String?) -> AnswerGroup {
      AnswerGroup(
        key: word, score: NetPromoterScore(counts[key]), previous: NetPromoterScore(earlier[key]))
    }
    let keys = counts.all.map(\.key)
    switch dimension {
    case .tier:
      guard let tiers = measures?.tiers?.rules.tiers else { return nil }
      // Members without a tier, 0, are last.
      return keys.sorted { $0 &- 1 < $1 &- 1 }.map { key in
        let place = Int(key) - 1
        return group(key, tiers.indices.contains(place) ? tiers[place].id : nil)
      }
    case .stage:
      guard measures != nil else { return nil }
      // The unknown stage, 0, is last.
      return keys.sorted { $0 &- 1 < $1 &- 1 }.map {
        group($0, UInt8(exactly: $0).flatMap(LifecycleStage.init)?.id)
      }
    default:
      return keys.map { group($0, $0 == 0 ? nil : community.symbols[Symbol(rawValue: $0)]) }
        .sorted { left, right in
          guard let first = left.key, let second = right.key else { return left.key != nil }
          let (one, other) = (left.score.responses, right.score.responses)
          return one != other ? one > other : first < second
        }
    }
  }
}
