import Community
import JSONTape
import Loyalty
import Texts

/// The tiers with what they bring, who is about to move, moves and tasks of the past, and unfair cases: what
/// `koxtop report tiers` prints.
package struct TiersReport: Sendable {
  package var figures: TierFigures
  package var roster: Roster
  package var language: Language
  /// Members of each list that JSON and CSV have at most; the lists say how many there are.
  package static let limit = 10_000

  package init(figures: TierFigures, roster: Roster, language: Language = .english) {
    self.figures = figures
    self.roster = roster
    self.language = language
  }

  var tiers: Tiers { figures.tiers }
  var rules: Program.TierRules { tiers.rules }
  var zone: Zone { tiers.moment.zone }
  var currency: String { roster.community.program.currency }

  /// JSON is one object, CSV a row a member who is about to move, text has tables.
  package func write(_ format: ReportFormat, to sink: ReportSink) rethrows {
    let bytes =
      switch format {
      case .json: json()
      case .csv: csv()
      case .text: text()
      }
    try bytes.withUnsafeBytes { try sink($0) }
  }

  func id(_ tier: Int?) -> String? { tier.map { rules.tiers[$0].id } }

  func history(of member: Member.Index) -> TierHistory {
    tiers.history(of: member, community: roster.community, figures: roster.figures)
  }

  // MARK: JSON

  private func json() -> [UInt8] {
    var writer = JSONWriter(indentation: 2)
    writer.object { writer in
      writer.field("as_of", zone.string(from: tiers.moment.now))
      writer.field("time_zone", zone.identifier)
      writer.field("currency", currency)
      writer.field("programme", rules.programme)
      writer.field("by_share", rules.goesByShare)
      writer.field("members", figures.members)
      writer.field("gmv_days", figures.spendDays)
      writer.field("gmv", hundredths: figures.spend.rawValue)
      writer.key("tiers")
      writer.array { writer in
        for level in figures.levels { writer.object { write(level, to: &$0) } }
      }
      writer.key("without_tier")
      writer.object { write(figures.without, to: &$0) }
      writer.key("forecast")
      writer.object { writeForecast(to: &$0) }
      writer.key("moves")
      writer.object { writeMoves(to: &$0) }
      writer.key("keep_tasks")
      writer.array { writer in
        for count in tiers.pastTasks { writer.object { write(count, to: &$0) } }
      }
      writer.key("fairness")
      writer.object { writeFairness(to: &$0) }
      writer.key("benefits_days")
      writer.value(.integer(Int64(TierBenefits.days)))
      writer.key("benefits")
      writer.array { writer in
        for row in figures.benefits.rows { writer.object { write(row, to: &$0) } }
      }
    }
    writer.newline()
    return writer.bytes
  }

  private func write(_ level: TierFigures.Level, to writer: inout JSONWriter) {
    writer.field("tier", id(level.tier))
    if let tier = level.tier {
      writer.field("name", rules.tiers[tier].name.english)
      writer.field("name_zh", rules.tiers[tier].name.chinese)
    }
    writer.field("members", level.members)
    writer.field("share", level.share)
    if let tier = level.tier, rules.goesByShare { writer.field("target_share", rules.tiers[tier].share) }
    writer.field("gmv", hundredths: level.spend.rawValue)
    writer.field("gmv_share", level.spendShare)
    writer.field("mean_clv", level.meanLifetimeValue)
    writer.field("up", level.up)
    writer.field("keep", level.keep)
    writer.field("drop", level.drop)
    writer.field("keep_tasks", level.tasks)
    writer.field("grace", level.grace)
  }

  private func writeForecast(to writer: inout JSONWriter) {
    writer.field("quarter_end", tiers.comingDay.description)
    writer.field("days_left", tiers.daysLeft)
    writer.field("pace_days", Tiers.paceDays)
    let levels = figures.levels + [figures.without]
    writer.field("up", levels.reduce(0) { $0 + $1.up })
    writer.field("keep", levels.reduce(0) { $0 + $1.keep })
    writer.field("drop", levels.reduce(0) { $0 + $1.drop })
    writer.field("keep_tasks", levels.reduce(0) { $0 + $1.tasks })
    writer.key("members_up")
    writer.array { writer in
      for member in tiers.members(.up).prefix(TiersReport.limit) {
        let history = history(of: member)
        writer.object { writer in
          writer.field("id", roster.community.members.id(member))
          writer.field("tier", id(tiers.tier(member)))
          writer.field("to", id(tiers.reached(member)))
          writer.field("next", tiers.next(member))
          write(history.missingToNext, "missing", to: &writer)
        }
      }
    }
    writer.key("members_with_keep_task")
    writer.array { writer in
      for member in tiers.membersWithTask().prefix(TiersReport.limit) {
        let history = history(of: member)
        writer.object { writer in
          writer.field("id", roster.community.members.id(member))
          writer.field("tier", id(tiers.tier(member)))
          writer.field("outlook", tiers.outlook(member)?.id)
          writer.field("misses", tiers.misses(member))
          writer.field("keep", tiers.keep(member))
          write(history.missingToKeep, "missing", to: &writer)
        }
      }
    }
  }

  private func write(_ readings: [TierReading], _ key: String, to writer: inout JSONWriter) {
    writer.key(key)
    writer.array { writer in
      for reading in readings {
        writer.object { writer in
          let minimum = reading.minimum
          writer.field("metric", minimum.metric.rawValue)
          switch minimum.window {
          case .days(let days): writer.field("window", days)
          case .quarter: writer.field("window", "quarter")
          case .sinceTier: writer.field("window", "since_tier")
          }
          if minimum.metric == .spend {
            writer.field("value", hundredths: reading.value)
            writer.field("min", hundredths: minimum.least)
            writer.field("missing", hundredths: reading.missing)
          } else {
            writer.field("value", reading.value)
            writer.field("min", minimum.least)
            writer.field("missing", reading.missing)
          }
        }
      }
    }
  }

  private func writeMoves(to writer: inout JSONWriter) {
    let moves = figures.moves
    writer.field("from", zone.day(of: moves.from).adding(days: 1).description)
    writer.field("to", zone.day(of: moves.to).description)
    writer.field("up", moves.up)
    writer.field("down", moves.down)
    writer.field("stayed", moves.stayed)
    writer.key("matrix")
    let places = [nil] + rules.tiers.indices.map { Optional($0) }
    writer.object { writer in
      for from in places {
        writer.key(id(from) ?? "none")
        writer.object { writer in
          for to in places { writer.field(id(to) ?? "none", moves[from, to]) }
        }
      }
    }
  }

  private func write(_ count: TierTaskCount, to writer: inout JSONWriter) {
    writer.field("quarter_end", count.lastDay.description)
    writer.field("judged", count.judged)
    writer.field("kept", count.kept)
    writer.field("tasks", count.tasks)
    writer.field("completed", count.completed)
    writer.field("completion", count.completion)
    writer.field("went_down", count.dropped)
  }

  private func writeFairness(to writer: inout JSONWriter) {
    writer.field("tolerance", figures.fairness.tolerance)
    writer.field("gmv_days", figures.spendDays)
    writer.field("compared", figures.fairness.compared)
    writer.field("members", figures.fairness.pairs.count)
    writer.key("pairs")
    writer.array { writer in
      for pair in figures.fairness.pairs.prefix(TiersReport.limit) {
        writer.object { writer in
          writer.field("id", roster.community.members.id(pair.lower))
          writer.field("tier", id(tiers.tier(pair.lower)))
          writer.field("spend", hundredths: pair.lowerSpend.rawValue)
          writer.field("like", roster.community.members.id(pair.higher))
          writer.field("like_tier", id(tiers.tier(pair.higher)))
          writer.field("like_spend", hundredths: pair.higherSpend.rawValue)
        }
      }
    }
  }

  private func write(_ row: TierBenefits.Row, to writer: inout JSONWriter) {
    writer.field("benefit", row.text?.english)
    writer.field("benefit_zh", row.text?.chinese)
    writer.field("reward", row.reward)
    writer.field("unused", row.isUnused)
    writer.key("tiers")
    writer.object { writer in
      for tier in rules.tiers.indices {
        writer.key(rules.tiers[tier].id)
        writer.object { writer in
          writer.field("given", row.isGiven[tier])
          guard row.reward != nil else { return }
          writer.field("redemptions", row.redemptions[tier])
          writer.field("members", row.members[tier])
          let all = figures.levels[tier].members
          writer.field("take_up", all == 0 ? nil : Double(row.members[tier]) / Double(all))
        }
      }
    }
  }

  // MARK: One member

  /// The history of one member with its reasons, in place of the whole.
  package func write(_ member: Member.Index, _ format: ReportFormat, to sink: ReportSink) rethrows {
    let bytes =
      switch format {
      case .json: json(member)
      case .csv: csv(member)
      case .text: text(member)
      }
    try bytes.withUnsafeBytes { try sink($0) }
  }

  private func json(_ member: Member.Index) -> [UInt8] {
    let history = history(of: member)
    var writer = JSONWriter(indentation: 2)
    writer.object { writer in
      writer.field("as_of", zone.string(from: tiers.moment.now))
      writer.field("time_zone", zone.identifier)
      writer.field("currency", currency)
      writer.field("id", roster.community.members.id(member))
      writer.field("tier", id(tiers.tier(member)))
      writer.field("tier_since", tiers.since(member).map { zone.string(from: $0) })
      writer.field("misses", tiers.misses(member))
      writer.field("next_tier", id(tiers.nextTier(member)))
      writer.field("next", tiers.next(member))
      writer.field("keep", tiers.keep(member))
      writer.field("outlook", tiers.outlook(member)?.id)
      writer.field("grace", tiers.isGrace(member))
      writer.field("keep_task", tiers.hasTask(member))
      writer.field("quarter_end", tiers.comingDay.description)
      writer.field("days_left", tiers.daysLeft)
      write(history.next, "next_readings", to: &writer)
      write(history.missingToNext, "missing_to_next", to: &writer)
      write(history.keep, "keep_readings", to: &writer)
      write(history.missingToKeep, "missing_to_keep", to: &writer)
      writer.key("history")
      writer.array { writer in
        for line in history.lines { writer.object { write(line, to: &$0) } }
      }
      writer.key("quarters")
      writer.array { writer in
        for end in history.quarterEnds {
          writer.object { writer in
            writer.field("quarter_end", end.lastDay.description)
            writer.field("tier", id(end.tier))
            writer.field("kept", end.isKept)
            writer.field("keep_task", end.hadTask)
            writer.field("misses", end.misses)
            write(end.missing, "missing", to: &writer)
          }
        }
      }
    }
    writer.newline()
    return writer.bytes
  }

  private func write(_ line: TierHistory.Line, to writer: inout JSONWriter) {
    writer.field("at", zone.string(from: line.at))
    writer.field("day", zone.day(of: line.at).description)
    writer.field("from", id(line.from))
    writer.field("tier", id(line.tier))
    writer.field("reason", Language.english.text(line.reason, currency: currency))
    writer.field("reason_zh", Language.simplifiedChinese.text(line.reason, currency: currency))
    switch line.reason {
    case .met(let readings): write(readings, "met", to: &writer)
    case .missed(let quarters, let readings):
      writer.field("missed_quarters", quarters)
      write(readings, "missing", to: &writer)
    case .ranked(let place, let of, let score):
      writer.field("rank", place)
      writer.field("ranked", of)
      writer.field("score", score)
    case .unranked: break
    }
  }

  private func csv(_ member: Member.Index) -> [UInt8] {
    var writer = CSVWriter()
    writer.row(["id", "at", "from", "tier", "reason"])
    for line in history(of: member).lines {
      writer.cell(roster.community.members.id(member))
      writer.cell(zone.string(from: line.at))
      writer.cell(id(line.from) ?? "")
      writer.cell(id(line.tier) ?? "")
      writer.cell(language.text(line.reason, currency: currency))
      writer.endRow()
    }
    return writer.bytes
  }

  private func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(["id", "tier", "outlook", "to", "misses", "next", "keep", "quarter_end", "missing"])
    let moving = tiers.members(.up) + tiers.membersWithTask()
    for member in moving {
      let history = history(of: member)
      let isUp = tiers.outlook(member) == .up
      writer.cell(roster.community.members.id(member))
      writer.cell(id(tiers.tier(member)) ?? "")
      writer.cell(tiers.outlook(member)?.id ?? "")
      writer.cell(id(tiers.reached(member)) ?? "")
      writer.cell(tiers.misses(member))
      writer.cell(tiers.next(member) ?? .nan)
      writer.cell(tiers.keep(member) ?? .nan)
      writer.cell(tiers.comingDay.description)
      writer.cell(
        language.missing(isUp ? history.missingToNext : history.missingToKeep, currency: currency))
      writer.endRow()
    }
    return writer.bytes
  }
}
