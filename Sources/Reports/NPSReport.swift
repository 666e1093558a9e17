import Canvas
import JSONTape
import Loyalty
import Texts

/// Scores of satisfaction with their sureness, by group if asked: what `koxtop report nps` prints.
package struct NPSReport: Sendable {
  /// By what answers are told apart.
  package enum Grouping: String, CaseIterable, Hashable, Sendable {
    case tier, stage
    case surveyStage = "survey_stage"
    case channel, store, region, host, week

    /// Whether the stages and tiers of members are needed.
    package var isMeasured: Bool { self == .tier || self == .stage }

    fileprivate var dimension: AnswerDimension? { AnswerDimension(rawValue: rawValue) }
  }

  package var figures: SatisfactionFigures
  package var grouping: Grouping?
  package var language: Language

  /// - Parameter figures: with the weeks of the window, for groups by week.
  package init(
    figures: SatisfactionFigures, grouping: Grouping? = nil, language: Language = .english
  ) {
    self.figures = figures
    self.grouping = grouping
    self.language = language
  }

  /// JSON is one object, CSV a row for all answers and one a group, text has bars.
  package func write(_ format: ReportFormat, to sink: ReportSink) rethrows {
    let bytes =
      switch format {
      case .json: json()
      case .csv: csv()
      case .text: text()
      }
    try bytes.withUnsafeBytes { try sink($0) }
  }

  /// Groups in the order of the report; a week's key is its Monday, and what was before it is the week before.
  var groups: [AnswerGroup] {
    if let dimension = grouping?.dimension { return figures.groups(by: dimension) ?? [] }
    guard grouping == .week else { return [] }
    return figures.weeks.indices.map { place in
      let week = figures.weeks[place]
      return AnswerGroup(
        key: week.firstDay.startOfWeek.description, score: week.score,
        previous: place > 0 ? figures.weeks[place - 1].score : NetPromoterScore())
    }
  }

  // MARK: JSON

  private func json() -> [UInt8] {
    let moment = figures.moment
    var writer = JSONWriter(indentation: 2)
    writer.object { writer in
      writer.field("as_of", moment.zone.string(from: moment.now))
      writer.field("time_zone", moment.zone.identifier)
      writer.field("window_days", figures.windowDays)
      writer.field("window_start", moment.today.adding(days: 1 - figures.windowDays).description)
      writer.field("policy", "last_answer_per_member")
      write(figures.nps, to: &writer)
      write(figures.previousNPS, figures.change, to: &writer)
      if let grouping {
        writer.field("by", grouping.rawValue)
        writer.key("groups")
        writer.array { writer in
          for group in groups {
            writer.object { writer in
              writer.field("key", group.key)
              write(group.score, to: &writer)
              write(group.previous, group.change, to: &writer)
            }
          }
        }
      }
      writer.key("csat")
      writer.object { writer in
        write(figures.csat, to: &writer)
        writer.key("previous")
        writer.object { write(figures.previousCSAT, to: &$0) }
      }
      writer.key("ces")
      writer.object { writer in
        write(figures.ces, to: &writer)
        writer.key("previous")
        writer.object { write(figures.previousCES, to: &$0) }
      }
      writer.key("topics")
      writer.array { writer in
        for topic in figures.topics { writer.object { write(topic, to: &$0) } }
      }
      writer.key("loop")
      writer.object { writer in
        writer.field("open", figures.openDetractors)
        writer.field("open_over_24h", figures.openDetractors(waitingHours: 24))
        writer.field("answered", figures.answeredDetractors)
        writer.field("anonymous", figures.anonymousDetractors)
        writer.field("median_seconds_to_action", figures.medianSecondsToAction)
      }
    }
    writer.newline()
    return writer.bytes
  }

  private func write(_ score: NetPromoterScore, to writer: inout JSONWriter) {
    writer.field("responses", score.responses)
    writer.field("promoters", score.promoters)
    writer.field("passives", score.passives)
    writer.field("detractors", score.detractors)
    writer.field("score", score.score)
    writer.field("standard_error", score.standardError)
    write(score.interval(), NetPromoterScore.intervalMethod, to: &writer)
    writer.field("low_n", figures.isLow(score.responses))
    write(score.distribution, to: &writer)
  }

  private func write(
    _ previous: NetPromoterScore, _ change: NetPromoterChange?, to writer: inout JSONWriter
  ) {
    writer.key("previous")
    writer.object { write(previous, to: &$0) }
    writer.key("change")
    writer.object { writer in
      writer.field("score", change?.score)
      writer.field("z", change?.z)
      writer.field("p", change?.pValue)
    }
  }

  private func write(_ interval: ClosedRange<Double>?, _ method: String, to writer: inout JSONWriter) {
    writer.key("interval")
    writer.object { writer in
      writer.field("low", interval?.lowerBound)
      writer.field("high", interval?.upperBound)
      writer.field("level", 0.95)
      writer.field("method", method)
    }
  }

  private func write(_ distribution: [Int], to writer: inout JSONWriter) {
    writer.key("distribution")
    writer.array { writer in
      for count in distribution { writer.value(count) }
    }
  }

  private func write(_ score: SatisfactionScore, to writer: inout JSONWriter) {
    writer.field("responses", score.responses)
    writer.field("satisfied", score.satisfied)
    writer.field("score", score.share)
    write(score.interval(), SatisfactionScore.intervalMethod, to: &writer)
    writer.field("low_n", figures.isLow(score.responses))
    write(score.distribution, to: &writer)
  }

  private func write(_ score: EffortScore, to writer: inout JSONWriter) {
    writer.field("responses", score.responses)
    writer.field("score", score.mean)
    writer.field("standard_error", score.standardError)
    write(score.interval(), EffortScore.intervalMethod, to: &writer)
    writer.field("easy", score.easy.successes)
    writer.field("easy_share", score.easy.rate)
    writer.field("low_n", figures.isLow(score.responses))
    write(score.distribution, to: &writer)
  }

  private func write(_ topic: TopicFigures, to writer: inout JSONWriter) {
    writer.field("id", topic.id)
    writer.field("name", topic.name.english)
    writer.field("name_zh", topic.name.chinese)
    writer.field("mentions", topic.mentions)
    writer.field("with_words", topic.withWords)
    writer.field("share", topic.share.rate)
    writer.field("mean_score", topic.meanScore)
    writer.field("previous_mentions", topic.earlierAnswers.total)
    writer.field("previous_share", topic.earlierShare.rate)
    write(topic.change, "share_change", to: &writer)
    writer.field("complaints", topic.complaints)
    writer.field("previous_complaints", topic.earlierComplaints)
    writer.key("fix")
    guard let fix = topic.fix else { return writer.value(JSONValue.null) }
    writer.object { writer in
      writer.field("day", fix.day.description)
      for (name, side) in [("before", fix.before), ("after", fix.after)] {
        writer.key(name)
        writer.object { writer in
          writer.field("responses", side.score.responses)
          writer.field("score", side.score.score)
          writer.field("mentions", side.share.successes)
          writer.field("with_words", side.share.trials)
          writer.field("share", side.share.rate)
          writer.field("mean_score", side.about.mean)
        }
      }
      write(fix.mentions, "share_change", to: &writer)
      writer.key("score_change")
      writer.object { writer in
        let interval = fix.score?.interval()
        writer.field("score", fix.score?.score)
        writer.field("low", interval?.lowerBound)
        writer.field("high", interval?.upperBound)
        writer.field("p", fix.score?.pValue)
      }
    }
  }

  private func write(_ test: ProportionTest?, _ key: String, to writer: inout JSONWriter) {
    writer.key(key)
    writer.object { writer in
      let interval = test?.interval()
      writer.field("share", test?.difference)
      writer.field("low", interval?.lowerBound)
      writer.field("high", interval?.upperBound)
      writer.field("p", test?.pValue)
    }
  }

  // MARK: CSV

  private func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.row([
      "key", "responses", "promoters", "passives", "detractors", "score", "standard_error", "low", "high",
      "low_n", "previous_responses", "previous_score", "change", "z", "p",
    ])
    let all = AnswerGroup(key: "all", score: figures.nps, previous: figures.previousNPS)
    for group in [all] + groups {
      let score = group.score
      if let key = group.key { writer.cell(key) } else { writer.cell() }
      writer.cell(score.responses)
      writer.cell(score.promoters)
      writer.cell(score.passives)
      writer.cell(score.detractors)
      writer.cell(score.score ?? .nan)
      writer.cell(score.standardError ?? .nan)
      writer.cell(score.interval()?.lowerBound ?? .nan)
      writer.cell(score.interval()?.upperBound ?? .nan)
      writer.cell(figures.isLow(score.responses))
      writer.cell(group.previous.responses)
      writer.cell(group.previous.score ?? .nan)
      writer.cell(group.change?.score ?? .nan)
      writer.cell(group.change?.z ?? .nan)
      writer.cell(group.change?.pValue ?? .nan)
      writer.endRow()
    }
    return writer.bytes
  }
}
