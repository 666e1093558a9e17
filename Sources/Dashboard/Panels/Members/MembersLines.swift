import Canvas
import Loyalty
import Texts

extension DashboardState {
  /// The table and the card as labelled lines.
  func membersLines(_ context: ViewContext) -> [String] {
    guard let shown = data.shown else { return [] }
    return tableLines(shown, context) + cardLines(context)
  }

  private func tableLines(_ shown: DashboardData, _ context: ViewContext) -> [String] {
    var lines: [String] = []
    if !members.query.search.isEmpty {
      lines.append("\(context.text(.membersSearchSign)): \(members.query.search.painted)")
    }
    if !members.query.filterText.isEmpty {
      lines.append("\(context.text(.membersFilterSign)): \(members.query.filterText.painted)")
    }
    lines.append(totals(shown, context).line(context).text)
    let rows = members.list.rows
    for position in members.top..<min(rows.count, members.top + layout.page) where position < rows.count {
      let fields = members.shownColumns.compactMap { column -> String? in
        let value = columnValue(column, of: rows[position], shown.roster)
        guard value != .unknown else { return nil }
        return "\(context.text(column.title)) \(context.shortText(value).painted)"
      }
      lines.append("\(context.number(position + 1)). \(fields.joined(separator: "; "))")
    }
    if rows.isEmpty { lines += emptyList(context).lines.map(\.text.painted) }
    return lines
  }

  private func cardLines(_ context: ViewContext) -> [String] {
    guard members.card.isOpen, let member = members.selectedMember,
      let content = cardContent(of: member, context)
    else { return [] }
    return ["", "\(content.title.painted) (\(content.card.id.painted))"]
      + CardPart.all.flatMap { $0.plain(content) }
  }
}
