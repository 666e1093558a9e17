import Canvas
import Community
import Loyalty
import Reports
import Texts

/// One of the lists of the panel: rows with heads above, marks, a selected one, and a scroll bar.
struct TouchpointTable {
  var section: TouchpointSection
  var rows: [TouchpointRow]
  var figures: TouchpointFigures
  var selected: Int?
  var top: Int
  var marks: Set<String>
  var pending: [TouchKey: PendingDecision]
  /// Who has taken whom up; nil while decisions are being read.
  var board: RecallBoard?
  var context: ViewContext

  enum Column: Hashable {
    case closes, day, name, rule, what, balance, host, remark, worth, touched
  }

  var columns: [Column] {
    switch section {
    case .today: [.closes, .name, .rule, .balance, .host, .remark]
    case .ahead, .missed: [.day, .name, .rule, .balance, .host]
    case .overdrawn: [.name, .balance, .touched, .host, .remark]
    default: [.day, .name, .what, .worth, .balance]
    }
  }

  private var roster: Roster { figures.roster }
  private var words: AccountWords { AccountWords(language: context.language, zone: context.zone) }

  func draw(into frame: inout Frame, head: Rect, rows area: Rect) {
    let specs = columns.map(spec)
    let layout = TableLayout.solve(columns: specs, width: max(0, area.columns - 4), gap: 1)
    frame.grid.fill(head, style: context.look[.tableHeader])
    TableHeader(specs: specs, layout: layout)
      .draw(into: &frame.grid, head.inset(left: 2, right: 1), look: context.look)
    let first = max(0, min(top, rows.count - area.rows))
    for offset in 0..<area.rows where first + offset < rows.count {
      let position = first + offset
      let line = area.line(offset).inset(right: 1)
      let row = rows[position]
      let isSelected = position == selected
      let look = isSelected ? context.look.over(.selection) : context.look
      if isSelected { frame.grid.fill(line, style: look[.selection]) }
      if marks.contains(row.key) {
        frame.grid.put(look.glyphs.mark, at: line.origin, style: look[.mark], clip: line)
      } else if isSelected {
        frame.grid.put(look.glyphs.selected, at: line.origin, style: look[.text], clip: line)
      }
      let cells = cells(row)
      for place in layout.columns {
        frame.grid.put(
          cells[place.index].text, in: layout.cell(place, in: line.inset(left: 2)),
          style: look[cells[place.index].role], alignment: specs[place.index].alignment,
          ellipsis: look.glyphs.ellipsis)
      }
      frame.mark(line, as: .touchpointRow(position))
    }
    Scrollbar(total: rows.count, visible: area.rows, offset: first)
      .draw(into: &frame.grid, area, look: context.look)
  }

  private func spec(_ column: Column) -> ColumnSpec {
    let (minimum, ideal, importance): (Int, Int, Int) =
      switch column {
      case .closes: (6, 8, 99)
      case .day: (5, 6, 99)
      case .name: (8, 12, 100)
      case .rule, .what: (10, 19, 98)
      case .balance: (7, 8, 97)
      case .worth: (6, 10, 96)
      case .touched: (6, 10, 96)
      case .host: (6, 8, 90)
      case .remark: (6, 10, 95)
      }
    let isNumber = column == .balance || column == .worth
    return ColumnSpec(
      context.text(column.title), alignment: isNumber ? .right : .left, minimum: minimum, ideal: ideal,
      weight: column == .name || column == .remark ? 1 : 0, importance: importance)
  }

  // MARK: Cells

  func cells(_ row: TouchpointRow) -> [(text: String, role: Role)] { columns.map { cell($0, row) } }

  private func cell(_ column: Column, _ row: TouchpointRow) -> (text: String, role: Role) {
    if row.isFolded {
      switch column {
      case .name:
        let count = context.text(.touchpointsMembers, ["count": row.members])
        return (row.isAtLeast ? "≥ \(count)" : count, .heading)
      case .balance, .host, .touched, .worth: return ("", .text)
      default: break
      }
    }
    switch column {
    case .closes: return closes(row)
    case .day: return (short(row.day), .date)
    case .name:
      return roster.name(of: row.member).map { ($0, .text) } ?? (figures.id(row.member), .link)
    case .rule:
      return (row.rule.map { context.language.text(figures.calendar.rules[$0].name) } ?? "", .text)
    case .what:
      return (row.kind.map { context.language.text($0) } ?? context.text(.accountOtherKinds), .text)
    case .balance:
      guard let balance = figures.account?.balance(row.member) else { return ("–", .muted) }
      return (words.signed(balance), balance < 0 ? .negative : .number)
    case .worth: return (row.worth.map(words.signed) ?? "", .positive)
    case .touched:
      return figures.account?.lastTouch(row.member).map { (context.ago($0), .muted) } ?? ("–", .muted)
    case .host: return (host(row), .muted)
    case .remark: return remark(row)
    }
  }

  /// Month and day.
  private func short(_ day: Day) -> String { String(day.description.dropFirst(5)) }

  private func closes(_ row: TouchpointRow) -> (text: String, role: Role) {
    guard let closes = row.closes else { return ("", .text) }
    let days = closes.days(since: roster.moment.today)
    if days <= 0 { return (context.text(.touchpointsLastDay), .warning) }
    return (context.text(.touchpointsDaysLeft, ["days": days]), .muted)
  }

  private func host(_ row: TouchpointRow) -> String {
    if let host = roster.host(of: row.member) { return host.name ?? host.id }
    if case .text(let id) = roster.value(.host, of: row.member) { return id }
    return ""
  }

  /// What is being decided, who has it in hand, or who has taken the member up.
  private func remark(_ row: TouchpointRow) -> (text: String, role: Role) {
    if let pending = row.touch.flatMap({ pending[$0] }) {
      let glyphs = context.look.glyphs
      let sign = Character((pending.writtenID == nil ? glyphs.ellipsis : glyphs.tick).base)
      return ("\(context.text(pending.action.title)) \(sign)", pending.writtenID == nil ? .message : .success)
    }
    if row.isFolded {
      guard let rule = row.rule.map({ figures.calendar.rules[$0].id }) else { return ("", .text) }
      let deciding = pending.count { $0.key.rule == rule }
      if deciding == 0 { return ("", .text) }
      let isWritten = !pending.contains { $0.key.rule == rule && $0.value.writtenID == nil }
      let sign = Character((isWritten ? context.look.glyphs.tick : context.look.glyphs.ellipsis).base)
      return ("\(context.number(deciding)) \(sign)", isWritten ? .success : .message)
    }
    let flags = roster.answersFirst(row.member, board?.log.state(of: row.member) ?? DecisionState())
    if !flags.isEmpty { return (context.text(.answerFirst), .warning) }
    let community = roster.community
    if let host = row.host, host != .none {
      let id = community.symbols[host]
      return (context.text(.touchpointsWith, ["host": community.host(id: id)?.name ?? id]), .text)
    }
    if let claim = board?.log.state(of: row.member).claim {
      return (context.text(.touchpointsClaimed, ["manager": community.symbols[claim.manager]]), .warning)
    }
    return ("", .text)
  }
}

extension TouchpointTable.Column {
  var title: Phrase {
    switch self {
    case .closes: .touchpointCloses
    case .day: .touchpointDay
    case .name: .touchpointWho
    case .rule: .touchpointRule
    case .what: .accountWhat
    case .balance: .accountBalance
    case .host: .touchpointHost
    case .remark: .touchpointsRemark
    case .worth: .accountWorth
    case .touched: .accountTouched
    }
  }
}
