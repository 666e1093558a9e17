import Canvas
import Community
import Loyalty
import Reports
import Texts

extension DashboardState {
  func drawTouchpoints(into frame: inout Frame, _ layout: DashboardLayout, _ context: ViewContext) {
    guard let figures = touchpoints.figures else {
      return NoticeView(lines: [(context.text(.touchpointsNotReady), .heading)])
        .draw(into: &frame, layout.body, context: context)
    }
    let places = TouchpointsLayout(self)
    for rule in places.rules {
      frame.grid.fill(rule, with: look.glyphs.lines.vertical, style: look[.border])
    }
    drawTouchpointTabs(into: &frame, places.tabs, figures)
    let side = TouchpointsSide(figures: figures, state: self, context: context)
    switch touchpointSection {
    case .calendar:
      side.drawCalendar(
        into: &frame, places.section.inset(left: 1, right: 1), isBeside: false)
    case .accounts: side.drawAccounts(into: &frame, places.section.inset(left: 1, right: 1))
    default: drawTouchpointList(into: &frame, places, figures, context)
    }
    drawTouchpointQuery(into: &frame, places, context)
    if let rect = places.calendar { side.drawCalendar(into: &frame, rect, isBeside: true) }
    if let rect = places.accounts { side.drawAccounts(into: &frame, rect) }
    if let rect = places.member, let row = touchpointRow, !row.isFolded {
      side.drawMember(row.member, into: &frame, rect)
    }
  }

  /// What is searched for and filtered by; while it's typed, an input line with what is wrong below it.
  private func drawTouchpointQuery(
    into frame: inout Frame, _ places: TouchpointsLayout, _ context: ViewContext
  ) {
    guard !places.query.isEmpty else { return }
    frame.mark(places.query, as: .queryLine)
    if overlay == nil, let editor = touchpoints.query.editor {
      frame.grid.fill(places.query, style: look[.text])
      var area = places.query
      area.rows = min(1 + SuggestionsView.rows, layout.body.rows)
      return QueryLineView(
        order: .standard, editor: editor, problem: touchpoints.query.problem,
        suggestions: suggestions(for: editor)
      ).draw(into: &frame, area, context: context)
    }
    var pieces: [Piece] = []
    for (sign, text, isWrong) in [
      (Phrase.membersSearchSign, touchpoints.query.search, false),
      (.membersFilterSign, touchpoints.query.filterText, touchpoints.query.problem != nil),
    ] where !text.isEmpty {
      pieces.append(Piece(context.text(sign) + " ", .label))
      pieces.append(Piece(text + "  ", isWrong ? .inputError : .heading))
    }
    let order = touchpoints.order.map { [Piece(context.words(of: $0), .muted)] } ?? []
    Line(pieces, right: order).draw(into: &frame.grid, places.query.inset(left: 2, right: 1), look: look)
  }

  private func drawTouchpointTabs(into frame: inout Frame, _ rect: Rect, _ figures: TouchpointFigures) {
    SectionTabs(
      tabs: TouchpointSection.allCases.map { section in
        var title = language.text(section.title)
        if section == .today { title += " \(language.number(figures.dueCount))" }
        if section == .overdrawn { title += " \(language.number(figures.overdrawnCount))" }
        return SectionTab(
          title: title, isActive: section == touchpointSection, target: .touchpointSection(section))
      }
    ).draw(into: &frame, rect.inset(left: 1), look: look)
  }

  private func drawTouchpointList(
    into frame: inout Frame, _ places: TouchpointsLayout, _ figures: TouchpointFigures, _ context: ViewContext
  ) {
    let rows = touchpointRows
    if rows.isEmpty, touchpoints.query.isNarrowed {
      return NoticeView(
        lines: [
          (context.text(.touchpointsNobodyMatches), .heading),
          (context.text(.membersNoMatchHint, ["key": keyLabel(.appBack)]), .muted),
        ]
      ).draw(into: &frame, places.section, context: context)
    }
    if rows.isEmpty {
      var lines: [(text: String, role: Role)] = [(context.text(touchpointSection.empty), .heading)]
      for problem in figures.calendar.problems.prefix(4) {
        lines.append((problem.text(in: language).painted, .muted))
      }
      return NoticeView(lines: lines).draw(into: &frame, places.section, context: context)
    }
    let table = TouchpointTable(
      section: touchpointSection, rows: rows, figures: figures, selected: touchpointSelected,
      top: touchpoints.places[touchpointSection]?.scroll.top ?? 0, marks: touchpoints.marks,
      pending: decisions.touches, board: recall.figures?.board, context: context)
    table.draw(into: &frame, head: places.section.line(0), rows: places.rows)
    guard !places.detail.isEmpty, let row = touchpointRow else { return }
    let side = TouchpointsSide(figures: figures, state: self, context: context)
    frame.grid.fill(
      places.detail.line(0), with: look.glyphs.lines.horizontal, style: look[.border])
    let inside = places.detail.inset(left: 2, top: 1, right: 2)
    for (index, line) in side.detail(row, columns: inside.columns).prefix(inside.rows).enumerated() {
      line.draw(into: &frame.grid, inside.line(index), look: look)
    }
  }

  // MARK: Labelled lines

  func touchpointLines(_ context: ViewContext) -> [String] {
    guard let figures = touchpoints.figures else { return [context.text(.touchpointsNotReady)] }
    var lines: [String] = []
    for section in TouchpointSection.allCases where section.isList {
      let rows = figures.rows(section)
      lines += ["", context.text(section.title)]
      if rows.isEmpty { lines.append(context.text(section.empty)) }
      let table = TouchpointTable(
        section: section, rows: rows, figures: figures, selected: nil, top: 0, marks: [], pending: [:],
        board: recall.figures?.board, context: context)
      for row in rows.prefix(section == touchpointSection ? 60 : 20) {
        let fields = zip(table.columns, table.cells(row)).compactMap { column, cell -> String? in
          cell.text.isEmpty ? nil : "\(context.text(column.title)) \(cell.text.painted)"
        }
        lines.append(fields.joined(separator: "; "))
      }
    }
    let side = TouchpointsSide(figures: figures, state: self, context: context)
    lines.append("")
    lines += side.calendarLines.map(\.text)
    lines.append("")
    lines += side.accountLines(columns: 10_000).map(\.text)
    return Array(lines.dropFirst())
  }
}

extension TouchpointSection {
  var title: Phrase {
    switch self {
    case .today: .touchpointsToday
    case .ahead: .touchpointsAhead
    case .missed: .touchpointsMissed
    case .overdrawn: .touchpointsOverdrawn
    case .delights: .touchpointsDelights
    case .calendar: .touchpointsCalendar
    case .accounts: .touchpointsAccounts
    }
  }

  /// What is said of an empty list.
  var empty: Phrase {
    switch self {
    case .today: .touchpointsNothingDue
    case .ahead: .touchpointsNothingAhead
    case .missed: .touchpointsNothingMissed
    case .overdrawn: .touchpointsNobodyOverdrawn
    default: .touchpointsNoDelights
    }
  }
}
