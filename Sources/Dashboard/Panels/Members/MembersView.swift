import Canvas
import Community
import Loyalty
import Texts

extension DashboardState {
  func drawMembers(into frame: inout Frame, _ layout: DashboardLayout, _ context: ViewContext) {
    guard let shown = data.shown else { return }
    if let card = layout.card {
      drawCard(into: &frame, card, context)
      if layout.isCardOver { return }
    }
    let roster = shown.roster
    let rows = members.list.rows
    if rows.isEmpty, members.list.isComplete {
      emptyList(context).draw(into: &frame, layout.tableRows, context: context)
    } else {
      MembersTableView(
        columns: members.shownColumns, columnOffset: members.columnOffset, order: members.order,
        rowCount: rows.count, top: members.top, selected: members.revealing == nil ? members.selected : nil,
        value: { columnValue($1, of: rows[$0], roster) },
        isMarked: { members.marks.contains(rows[$0]) },
        search: members.query.editor?.kind == .search
          ? members.query.editor?.line.text ?? "" : members.query.search
      ).draw(into: &frame, header: layout.tableHeader, rows: layout.tableRows, context: context)
    }
    totals(shown, context).draw(into: &frame, layout.totals, context: context)
    QueryLineView(
      search: members.query.search, filter: members.query.filterText, viewName: members.viewName,
      order: members.order,
      editor: overlay == nil ? members.query.editor : nil, problem: members.query.problem,
      suggestions: overlay == nil ? members.query.editor.map(suggestions) ?? .none : .none
    ).draw(into: &frame, queryArea(layout), context: context)
  }

  /// The value of a column as the table shows it: hosts by their names, channels in words.
  func columnValue(_ column: MemberColumn, of member: Member.Index, _ roster: Roster) -> ColumnValue {
    let value = roster[column, member]
    switch (column, value) {
    case (.host, .text): return roster.host(of: member)?.name.map { .text($0) } ?? value
    case (.consent, .list(let channels)): return .list(language.channels(channels))
    default: return value
    }
  }

  /// The query line with the rows below it that its problems may cover.
  func queryArea(_ layout: DashboardLayout) -> Rect {
    var area = layout.queryLine
    area.rows = layout.queryLine.isEmpty ? 0 : min(1 + SuggestionsView.rows, layout.body.rows)
    return area
  }

  func totals(_ shown: DashboardData, _ context: ViewContext) -> MembersTotalsView {
    let list = members.list
    let totals = members.marks.isEmpty ? list.totals : members.markedTotals
    return MembersTotalsView(
      count: list.total ?? (list.isComplete ? list.rows.count : nil),
      everyone: shown.roster.figures.listedCount,
      figures: totals.map {
        MembersTotalsView.Figures($0)
      }, markedCount: members.marks.count,
      row: list.rows.isEmpty || members.isGuest ? nil : members.selected + 1,
      isBusy: members.isSlow, spinnerStep: spinnerStep, stopKey: keyLabel(.appBack))
  }

  func emptyList(_ context: ViewContext) -> NoticeView {
    if members.query.isNarrowed {
      let query = [members.query.search, members.query.filterText].filter { !$0.isEmpty }.joined(
        separator: " ")
      return NoticeView(
        lines: [
          (context.text(.membersNoMatch, ["query": query]), .heading),
          (context.text(.membersNoMatchHint, ["key": keyLabel(.membersClear)]), .muted),
        ])
    }
    return NoticeView(
      lines: [
        (context.text(.membersNone), .heading), (context.text(.membersNoneHint, ["folder": folder]), .muted),
      ])
  }
}
