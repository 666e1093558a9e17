import Canvas
import Loyalty
import Reports
import Texts

/// A panel as labelled lines, for screen readers, pipes and terminals that can't do more.
package func plainText(_ state: DashboardState) -> String {
  state.plainLines.map { $0 + "\n" }.joined()
}

extension DashboardState {
  fileprivate var plainLines: [String] {
    let context = viewContext
    guard let shown = data.shown else {
      return [programName.painted] + (data.progress?.lines(context) ?? [context.text(.frameNoData)])
    }
    let age = shown.overview.newestEvent.map { context.ago($0) } ?? context.text(.overviewNoEvents)
    let head = [
      "\(programName.painted): \(context.text(panel.title))", "\(context.text(.overviewNewest)): \(age)", "",
    ]
    switch panel {
    case .overview:
      let content = OverviewContent(shown: shown, today: today(context), context: context)
      return head + content.plainLines
    case .members:
      return head + tableLines(shown, context) + cardLines(shown, context)
    case .tiers: return head + tiersLines(context)
    case .community: return head + communityLines(context)
    case .recall: return head + recallLines(context)
    case .nps: return head + npsLines(context)
    case .touchpoints: return head + touchpointLines(context)
    }
  }

  private func tableLines(_ shown: DashboardData, _ context: ViewContext) -> [String] {
    var lines: [String] = []
    if !members.search.isEmpty {
      lines.append("\(context.text(.membersSearchSign)): \(members.search.painted)")
    }
    if !members.filterText.isEmpty {
      lines.append("\(context.text(.membersFilterSign)): \(members.filterText.painted)")
    }
    lines.append(totals(shown, context).line(context).text)
    let rows = members.list.rows
    for position in members.top..<min(rows.count, members.top + layout.page) where position < rows.count {
      let fields = members.columns.compactMap { column -> String? in
        let value = shown.roster[column, rows[position]]
        guard value != .unknown else { return nil }
        return "\(context.text(column.title)) \(context.shortText(value).painted)"
      }
      lines.append("\(context.number(position + 1)). \(fields.joined(separator: "; "))")
    }
    if rows.isEmpty { lines += emptyList(context).lines.map(\.text.painted) }
    return lines
  }

  private func cardLines(_ shown: DashboardData, _ context: ViewContext) -> [String] {
    guard members.card.isOpen, let content = cardContent(shown, context) else { return [] }
    let wide = 10_000
    return ["", "\(content.title.painted) (\(content.card.id.painted))"]
      + content.profile(columns: wide, latest: 0).map(\.text)
      + ["", context.text(.accountTitle)]
      + content.account(columns: wide, hasCurve: false).map(\.text).filter { !$0.isEmpty }
      + ["", context.text(.cardTies)] + content.tieLines(columns: wide).map(\.text)
      + ["", context.text(.cardTimeline)]
      + content.timeline.map { content.writer.sentence($0).painted }
      + ["", context.text(.cardSources)] + content.sources(columns: wide).map(\.text)
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

extension OverviewContent {
  /// Tiles, months and lines, each with its label.
  var plainLines: [String] {
    var lines = tiles.map { "\($0.title): \($0.value) (\($0.note))" }
    lines.append("")
    lines += charts.map { "\($0.title): \($0.summary)" }
    for section in sections {
      lines += ["", section.heading.left.map(\.text).joined()]
      for entry in section.entries where entry.parts == nil {
        let label = entry.line.left.map(\.text).filter { !$0.isEmpty && $0 != "  " }.joined(separator: " ")
        let value = entry.line.right.map { $0.text.trimmed }.joined(separator: ", ")
        lines.append(value.isEmpty ? label.painted : "\(label.painted): \(value.painted)")
      }
    }
    return lines
  }
}
