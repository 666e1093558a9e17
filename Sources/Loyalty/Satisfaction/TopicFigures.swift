import Community

/// What members wrote about one topic, beside complaints of it.
package struct TopicFigures: Hashable, Sendable {
  /// The programme's topic, or nil for one that only complaints have.
  package let topic: AnswerTopic?
  /// The topic's id, or the complaints' word.
  package let id: String
  package let name: BilingualText
  /// NPS answers of the window about it, by score. (Each member's last.)
  package let answers: ScoreCounts
  /// NPS answers of the window with words.
  package let withWords: Int
  /// The same of the window before.
  package let earlierAnswers: ScoreCounts
  package let earlierWithWords: Int
  /// Complaints of the window and of the one before.
  package let complaints: Int
  package let earlierComplaints: Int
  /// What was done about it last.
  package let fix: FixFigures?

  package var mentions: Int { answers.total }
  /// The mean score of the answers about it; nil without any.
  package var meanScore: Double? { answers.mean }
  package var score: NetPromoterScore { NetPromoterScore(answers) }
  /// Mentions in the answers with words.
  package var share: Proportion { Proportion(mentions, of: withWords) }
  package var earlierShare: Proportion { Proportion(earlierAnswers.total, of: earlierWithWords) }
  /// The change of the share since the window before, with Newcombe's interval. Nil where one of the two windows has no
  /// answers with words.
  package var change: ProportionTest? { ProportionTest(control: earlierShare, treated: share) }
}

/// Answers before and after something was done about a topic.
package struct FixFigures: Hashable, Sendable {
  /// Each member's last answer on one side.
  package struct Side: Hashable, Sendable {
    package let score: NetPromoterScore
    /// Answers about the topic, of those with words.
    package let share: Proportion
    /// By score.
    package let about: ScoreCounts
  }

  /// The day of the fix; answers of that day are after it.
  package let day: Day
  /// As many days as the window has on each side; after, up to the moment.
  package let before: Side
  package let after: Side

  /// The change of the share of answers about the topic, with Newcombe's interval. Nil where one side has no words.
  package var mentions: ProportionTest? { ProportionTest(control: before.share, treated: after.share) }
  /// The change of the score of all answers, with the interval of two adjusted Wald centres. Nil where one side has no
  /// answers.
  package var score: NetPromoterChange? { after.score.change(since: before.score) }
}

extension TopicFigures {
  static func all(_ tally: SatisfactionTally) -> [TopicFigures] {
    let counts = tally.counts
    var all = tally.matcher.topics.enumerated().map { place, topic in
      TopicFigures(
        topic: topic, id: topic.id, name: topic.name, answers: counts.topics.about[place],
        withWords: counts.topics.withWords.total, earlierAnswers: counts.earlierTopics.about[place],
        earlierWithWords: counts.earlierTopics.withWords.total, complaints: tally.complaints.current[place],
        earlierComplaints: tally.complaints.previous[place], fix: FixFigures(tally, topic: place))
    }
    for (symbol, complaints) in tally.complaints.others {
      let word = tally.community.symbols[Symbol(rawValue: symbol)]
      all.append(
        TopicFigures(
          topic: nil, id: word, name: BilingualText(word), answers: ScoreCounts(),
          withWords: counts.topics.withWords.total, earlierAnswers: ScoreCounts(),
          earlierWithWords: counts.earlierTopics.withWords.total, complaints: complaints.current,
          earlierComplaints: complaints.previous, fix: nil))
    }
    return all.enumerated().sorted { left, right in
      let (one, other) = (left.element, right.element)
      if one.mentions != other.mentions { return one.mentions > other.mentions }
      if one.complaints != other.complaints { return one.complaints > other.complaints }
      if one.topic == nil, other.topic == nil { return one.id < other.id }
      return left.offset < right.offset
    }.map(\.element)
  }
}

extension FixFigures {
  fileprivate init?(_ tally: SatisfactionTally, topic: Int) {
    guard let place = tally.periods.fixes.firstIndex(where: { $0.topic == topic }) else { return nil }
    func side(_ side: AnswerCounts.Side) -> Side {
      Side(
        score: NetPromoterScore(side.all), share: Proportion(side.about.total, of: side.withWords.total),
        about: side.about)
    }
    day = tally.periods.fixes[place].day
    before = side(tally.counts.fixes[2 * place])
    after = side(tally.counts.fixes[2 * place + 1])
  }
}

extension SatisfactionTally {
  /// The newest fix of each topic that stands, by its day: the decision's `until`, else its `at`.
  func fixDays() -> [(topic: Int, day: Day)] {
    var newest: [Int: Instant] = [:]
    let log = actions.log
    for number in log.decisions.indices where log.decisions[number].action == .fix && log.stands(number) {
      let decision = log.decisions[number]
      let date = decision.until ?? decision.at
      guard date <= moment.now else { continue }
      let (segment, offset) = community[.decisions][decision.row]
      let mask = matcher.topics(named: community.symbols[segment.symbol(DecisionField.topic, offset)])
      guard mask != 0 else { continue }
      let topic = mask.trailingZeroBitCount
      if date >= newest[topic] ?? .unknown { newest[topic] = date }
    }
    return newest.sorted { $0.key < $1.key }.map { ($0.key, moment.zone.day(of: $0.value)) }
  }
}

extension SatisfactionFigures {
  /// The answers of the window about a topic of the programme, newest first: each member's last.
  ///
  /// - Complexity: O(answers of the window) where few are about it.
  package func answers(about topic: AnswerTopic, _ community: Community, limit: Int = 200) -> [SurveyAnswer] {
    guard let place = community.program.satisfaction.topics.firstIndex(of: topic) else { return [] }
    let nps = SurveySymbols(community).nps
    var found: [SurveyAnswer] = []
    let blocks = AnswerBlock.all(community[.surveys], since: periods.current, masks)
    for block in blocks.reversed() where found.count < limit {
      block.withView { view in
        for offset in stride(from: view.count - 1, through: 0, by: -1) where found.count < limit {
          guard view.mask(offset) >> UInt32(place) & 1 != 0, view.kinds[offset] == nps,
            view.at[offset] >= periods.current, view.at[offset] <= moment.now.rawValue,
            let answer = SurveyAnswer(view.row(offset), community), isCounted(answer),
            isLast(answer, community)
          else { continue }
          found.append(answer)
        }
      }
    }
    return found
  }

  private func isCounted(_ answer: SurveyAnswer) -> Bool {
    among == nil || answer.member.map { AnswerScan.isAmong(among, $0.rawValue) } ?? false
  }

  /// Whether it's its member's last NPS answer up to now.
  private func isLast(_ answer: SurveyAnswer, _ community: Community) -> Bool {
    let segments = community[.surveys].segments
    guard let member = answer.member else {
      return segments[answer.row.segment].party(answer.row.offset) == .none
    }
    for row in community.rows(.surveys, of: member).reversed() {
      if segments[row.segment].at[row.offset] > moment.now.rawValue { continue }
      guard SurveyAnswer(row, community)?.kind == .nps else { continue }
      return row == answer.row
    }
    return false
  }
}
