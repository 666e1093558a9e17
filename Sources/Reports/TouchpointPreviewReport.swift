import Canvas
import Community
import JSONTape
import Loyalty
import Texts

/// Who is due by one rule on a day, and who is left out and why: what `koxtop report touchpoints --rule` prints.
package struct TouchpointPreviewReport: Sendable {
  var roster: Roster
  var rule: TouchpointRule
  var isKnown: Bool
  var problems: [TouchpointProblem]
  var preview: TouchpointPreview
  var language: Language

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

  /// JSON is one object, CSV a row for each member.
  package func write(_ format: ReportFormat, to sink: ReportSink) rethrows {
    let bytes =
      switch format {
      case .json: json()
      case .csv: csv()
      case .text: text()
      }
    try bytes.withUnsafeBytes { try sink($0) }
  }

  private func id(_ member: Member.Index) -> String { roster.community.members.id(member) }

  private func json() -> [UInt8] {
    let zone = roster.moment.zone
    var writer = JSONWriter(indentation: 2)
    writer.object { writer in
      writer.field("as_of", zone.string(from: roster.moment.now))
      writer.field("time_zone", zone.identifier)
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
      writer.key("left_out_count")
      writer.object { writer in
        for reason in TouchpointPreview.Reason.allCases {
          writer.field(reason.rawValue, preview.count(reason))
        }
      }
      writer.key("due")
      writer.array { writer in
        for entry in preview.due { writer.object { write(entry, to: &$0) } }
      }
      writer.key("left_out")
      writer.array { writer in
        for entry in preview.leftOut { writer.object { write(entry, to: &$0) } }
      }
    }
    writer.newline()
    return writer.bytes
  }

  private func write(_ entry: TouchpointPreview.Entry, to writer: inout JSONWriter) {
    writer.field("member", id(entry.member))
    writer.field("name", roster.name(of: entry.member))
    writer.field("occasion", entry.occasion.description)
    writer.field("opens", entry.opens.description)
    writer.field("closes", entry.closes.description)
    if let reason = entry.reason { writer.field("reason", reason.rawValue) }
  }

  private func csv() -> [UInt8] {
    var writer = CSVWriter()
    writer.row(["member", "due", "reason", "occasion", "opens", "closes"])
    for entry in preview.due + preview.leftOut {
      writer.row([
        id(entry.member), entry.reason == nil ? "true" : "false", entry.reason?.rawValue ?? "",
        entry.occasion.description, entry.opens.description, entry.closes.description,
      ])
    }
    return writer.bytes
  }

  /// Members that text names of those due, and of each reason.
  private static let textRows = (due: 50, leftOut: 8)

  private func text() -> [UInt8] {
    var bytes = ReportText.heading(.touchpointsReportTitle, moment: roster.moment, language: language)
    let title = language.text(
      .touchpointPreviewTitle, ["rule": language.text(rule.name), "day": preview.day.description])
    bytes += Array((title + "\n").utf8)
    for problem in problems { bytes += Array("\(problem.text(in: language).painted)\n".utf8) }
    bytes += Array(("\n" + language.text(.touchpointTodayTitle, ["count": preview.due.count]) + "\n").utf8)
    bytes += table(Array(preview.due.prefix(Self.textRows.due)))
    if preview.due.count > Self.textRows.due { bytes += more(preview.due.count - Self.textRows.due) }
    bytes += Array(("\n" + language.text(.touchpointLeftOut, ["count": preview.leftOut.count]) + "\n").utf8)
    bytes += ReportText.pairs(
      TouchpointPreview.Reason.allCases.map {
        (language.text($0.title), language.number(preview.count($0)))
      })
    let shown = TouchpointPreview.Reason.allCases.flatMap { reason in
      preview.leftOut.lazy.filter { $0.reason == reason }.prefix(Self.textRows.leftOut)
    }
    bytes += table(shown)
    if shown.count < preview.leftOut.count { bytes += more(preview.leftOut.count - shown.count) }
    return bytes
  }

  private func more(_ count: Int) -> [UInt8] {
    Array((language.text(.touchpointMore, ["count": count]) + "\n").utf8)
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
