import Canvas
import Community
import JSONTape
import Loyalty
import Texts

/// Who is due by one rule on a day, and who is left out and why: what `koxtop report touchpoints --rule` prints.
///
/// JSON is one object, CSV a row for each member.
package struct TouchpointPreviewReport: Report {
  var roster: Roster
  var rule: TouchpointRule
  var isKnown: Bool
  var problems: [TouchpointProblem]
  var preview: TouchpointPreview
  package var language: Language

  package var moment: Moment { roster.moment }

  /// - Parameter calendar: made for the day at least.
  package init(
    roster: Roster, calendar: TouchpointCalendar, place: Int, day: Day, language: Language = .english
  ) {
    self.roster = roster
    rule = calendar.rules[place]
    isKnown = calendar.isKnown(place)
    problems = calendar.problems.filter { $0.rule == calendar.rules[place].id }
    preview = calendar.preview(place, on: day, roster.community)
    self.language = language
  }

  private func id(_ member: Member.Index) -> String { roster.community.members.id(member) }

  package func json() -> ReportContent {
    object { writer in
      writer.field("rule", rule.id)
      writer.field("name", language.text(rule.name))
      writer.field("on", preview.day.description)
      writer.field("before", rule.before)
      writer.field("after", rule.after)
      writer.field("who", rule.who)
      writer.field("channel", rule.channel)
      writer.field("known", isKnown)
      writer.key("problems")
      writer.array { writer in
        for problem in problems {
          writer.object { writer in
            writer.field("problem", problem.code)
            writer.field("text", problem.text(in: language))
          }
        }
      }
      writer.field("due_count", isKnown ? preview.due.count : nil)
      writer.object("left_out_count") { writer in
        for reason in TouchpointPreview.Reason.allCases {
          writer.field(reason.rawValue, preview.count(reason))
        }
      }
      writer.objects("due", preview.due) { write($0, to: &$1) }
      writer.objects("left_out", preview.leftOut) { write($0, to: &$1) }
    }
  }

  private func write(_ entry: TouchpointPreview.Entry, to writer: inout JSONWriter) {
    writer.field("member", id(entry.member))
    writer.field("name", roster.name(of: entry.member))
    writer.field("occasion", entry.occasion.description)
    writer.field("opens", entry.opens.description)
    writer.field("closes", entry.closes.description)
    if let reason = entry.reason { writer.field("reason", reason.rawValue) }
  }

  package func csv() -> ReportContent {
    .csv(["member", "due", "reason", "occasion", "opens", "closes"], preview.due + preview.leftOut) {
      entry, writer in
      for cell in [
        id(entry.member), entry.reason == nil ? "true" : "false", entry.reason?.rawValue ?? "",
        entry.occasion.description, entry.opens.description, entry.closes.description,
      ] { writer.cell(cell) }
    }
  }

  /// Members that text names of those due, and of each reason.
  private static let textRows = (due: 50, leftOut: 8)

  package func text() -> ReportContent {
    var bytes = heading(.touchpointsReportTitle)
    let title = language.text(
      .touchpointPreviewTitle, ["rule": language.text(rule.name), "day": preview.day.description])
    bytes += ReportText.line(title)
    for problem in problems { bytes += ReportText.line("\(problem.text(in: language).painted)") }
    bytes += [0x0A] + line(.touchpointTodayTitle, ["count": preview.due.count])
    bytes += table(Array(preview.due.prefix(Self.textRows.due)))
    if preview.due.count > Self.textRows.due { bytes += more(preview.due.count - Self.textRows.due) }
    bytes += [0x0A] + line(.touchpointLeftOut, ["count": preview.leftOut.count])
    bytes += ReportText.pairs(
      TouchpointPreview.Reason.allCases.map {
        (language.text($0.title), language.number(preview.count($0)))
      })
    let shown = TouchpointPreview.Reason.allCases.flatMap { reason in
      preview.leftOut.lazy.filter { $0.reason == reason }.prefix(Self.textRows.leftOut)
    }
    bytes += table(shown)
    if shown.count < preview.leftOut.count { bytes += more(preview.leftOut.count - shown.count) }
    return ReportContent(bytes)
  }

  private func more(_ count: Int) -> [UInt8] {
    line(.touchpointMore, ["count": count])
  }

  private func table(_ entries: [TouchpointPreview.Entry]) -> [UInt8] {
    if entries.isEmpty { return [] }
    return ReportText.table(
      [
        language.text(.touchpointWho), language.text(.touchpointOccasion), language.text(.touchpointCloses),
        language.text(.touchpointWhy),
      ],
      rows: entries.map { entry in
        [
          (id(entry.member) + (roster.name(of: entry.member).map { " \($0)" } ?? "")).painted,
          entry.occasion.description, entry.closes.description,
          entry.reason.map { language.text($0.title) } ?? "",
        ]
      }, alignments: [.left, .left, .left, .left])
  }
}
