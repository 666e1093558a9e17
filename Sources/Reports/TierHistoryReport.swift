import Canvas
import Community
import JSONTape
import Loyalty
import Texts

/// The tiers that one member was in, with the reasons for each: what `koxtop report tiers --member ID` prints.
///
/// JSON is one object, CSV a row a move, text has moves and missed quarters.
package struct TierHistoryReport: TierWriting, Report {
  let tiers: Tiers
  package let roster: Roster
  let member: Member.Index
  let history: TierHistory
  package let language: Language

  package init(tiers: Tiers, roster: Roster, member: Member.Index, language: Language = .english) {
    self.tiers = tiers
    self.roster = roster
    self.member = member
    self.language = language
    history = tiers.history(of: member, community: roster.community, figures: roster.figures)
  }

  package func json() -> ReportContent {
    object { writer in
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
      writer.field("next_readings", history.next)
      writer.field("missing_to_next", history.missingToNext)
      writer.field("keep_readings", history.keep)
      writer.field("missing_to_keep", history.missingToKeep)
      writer.field("rank_to_next", history.rankToNext)
      writer.field("rank_to_keep", history.rankToKeep)
      writer.objects("history", history.lines) { write($0, to: &$1) }
      writer.key("quarters")
      writer.array { writer in
        for end in history.quarterEnds {
          writer.object { writer in
            writer.field("quarter_end", end.lastDay.description)
            writer.field("tier", id(end.tier))
            writer.field("kept", end.isKept)
            writer.field("keep_task", end.hadTask)
            writer.field("misses", end.misses)
            writer.field("missing", end.missing)
          }
        }
      }
    }
  }

  private func write(_ line: TierHistory.Line, to writer: inout JSONWriter) {
    writer.field("at", zone.string(from: line.at))
    writer.field("day", zone.day(of: line.at).description)
    writer.field("from", id(line.from))
    writer.field("tier", id(line.tier))
    writer.field("reason", Language.english.text(line.reason, currency: currency))
    writer.field("reason_zh", Language.simplifiedChinese.text(line.reason, currency: currency))
    switch line.reason {
    case .met(let readings): writer.field("met", readings)
    case .missed(let quarters, let readings):
      writer.field("missed_quarters", quarters)
      writer.field("missing", readings)
    case .ranked(let place, let of, let score):
      writer.field("rank", place)
      writer.field("ranked", of)
      writer.field("score", score)
    case .unranked: break
    }
  }

  package func csv() -> ReportContent {
    .csv(["id", "at", "from", "tier", "reason"], history.lines) { line, writer in
      writer.cell(roster.community.members.id(member))
      writer.cell(zone.string(from: line.at))
      writer.cell(id(line.from) ?? "")
      writer.cell(id(line.tier) ?? "")
      writer.cell(language.text(line.reason, currency: currency))
    }
  }

  package func text() -> ReportContent {
    var bytes = heading(.tiersReportTitle)
    var pairs: [(name: String, value: String)] = [
      (language.text(.columnID), roster.community.members.id(member)),
      (
        language.text(.tierTitle),
        name(tiers.tier(member))
          + (tiers.since(member).map { " (\(language.date($0, in: zone)))" } ?? "")
      ),
      (language.text(.tierMisses), language.number(tiers.misses(member))),
    ]
    pairs += timing
    if let next = tiers.nextTier(member), let progress = tiers.next(member) {
      pairs.append(
        (
          name(next),
          "\(language.percent(progress / 100)), \(language.text(.tierMissing)): "
            + language.missing(history.missingToNext, history.rankToNext, currency: currency)
        ))
    }
    if let keep = tiers.keep(member), let tier = tiers.tier(member), tier > 0 {
      var words =
        "\(language.percent(keep / 100)), \(language.text(.tierMissing)): "
        + language.missing(history.missingToKeep, history.rankToKeep, currency: currency)
      if tiers.isGrace(member) { words += " (\(language.text(.tierGrace)))" }
      pairs.append((language.text(.tierKeep), words))
    }
    bytes += ReportText.pairs(pairs)
    bytes += ReportText.table(
      [language.text(.tierDay), language.text(.tierTitle), language.text(.tierReason)],
      rows: lines, alignments: [.left, .left, .left])
    return ReportContent(bytes)
  }

  /// Moves, and quarters that were missed, in order of time.
  private var lines: [[String]] {
    var rows: [(day: Day, isMove: Bool, cells: [String])] = history.lines.map { line in
      let day = zone.day(of: line.at)
      return (
        day, true,
        [day.description, name(line.tier), language.text(line.reason, currency: currency)]
      )
    }
    for end in history.quarterEnds where !end.isKept {
      let words =
        "\(language.text(.tierQuarterMissed)) \(end.misses)/\(rules.misses): "
        + end.missing.map { language.text($0, currency: currency) }.joined(separator: ", ")
      rows.append((end.lastDay, false, [end.lastDay.description, name(end.tier), words]))
    }
    return rows.enumerated().sorted {
      ($0.element.day, $0.element.isMove ? 1 : 0, $0.offset) < (
        $1.element.day, $1.element.isMove ? 1 : 0, $1.offset
      )
    }.map(\.element.cells)
  }
}
