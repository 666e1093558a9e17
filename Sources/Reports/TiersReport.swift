import Community
import JSONTape
import Loyalty
import Texts

/// The tiers with what they bring, who is about to move, moves and tasks of the past, and unfair cases: what
/// `koxtop report tiers` prints.
///
/// JSON is one object, CSV a row a member who is about to move, text has tables.
package struct TiersReport: TierWriting, Report {
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

  // MARK: JSON

  package func json() -> ReportContent {
    object { writer in
      writer.field("currency", currency)
      writer.field("programme", rules.programme)
      writer.field("by_share", rules.goesByShare)
      writer.field("members", figures.members)
      writer.field("gmv_days", figures.spendDays)
      writer.field("gmv", hundredths: figures.spend.rawValue)
      writer.objects("tiers", figures.levels) { write($0, to: &$1) }
      writer.object("without_tier") { write(figures.without, to: &$0) }
      writer.object("forecast") { writeForecast(to: &$0) }
      writer.object("moves") { writeMoves(to: &$0) }
      writer.objects("keep_tasks", tiers.pastTasks) { write($0, to: &$1) }
      writer.object("fairness") { writeFairness(to: &$0) }
      writer.key("benefits_days")
      writer.value(.integer(Int64(TierBenefits.days)))
      writer.objects("benefits", figures.benefits.rows) { write($0, to: &$1) }
    }
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
          writer.field("missing", history.missingToNext)
          writer.field("rank", history.rankToNext)
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
          writer.field("missing", history.missingToKeep)
          writer.field("rank", history.rankToKeep)
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
    writer.object("tiers") { writer in
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

  // MARK: CSV

  package func csv() -> ReportContent {
    let moving = tiers.members(.up) + tiers.membersWithTask()
    return .csv(["id", "tier", "outlook", "to", "misses", "next", "keep", "quarter_end", "missing"], moving) {
      member, writer in
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
        language.missing(
          isUp ? history.missingToNext : history.missingToKeep,
          isUp ? history.rankToNext : history.rankToKeep, currency: currency))
    }
  }
}

extension TiersReport: NamedReport {
  package static let name = "tiers"
  package static let about = """
    members and what they bring by tier, who goes up, keeps or drops at the quarter's end with what is missing, moves, \
    keep tasks, unfair cases, benefits; with --member that member's history with its reasons.
    """
  package static let depth = FolderReading.Depth.measures

  package static func made(
    of reading: FolderReading, _ options: ChosenMemberOptions, language: Language
  ) throws -> (any Report)? {
    let roster = reading.roster
    guard let figures = roster.measures?.tierFigures else { return nil }
    guard let member = try options.index(in: roster) else {
      return TiersReport(figures: figures, roster: roster, language: language)
    }
    return TierHistoryReport(tiers: figures.tiers, roster: roster, member: member, language: language)
  }
}
