import Canvas
import Community
import Loyalty
import Reports
import Texts

extension DashboardState {
  func drawRecall(into frame: inout Frame, _ layout: DashboardLayout, _ context: ViewContext) {
    guard let figures = recall.figures else {
      return NoticeView(lines: [(context.text(.recallNotReady), .heading)])
        .draw(into: &frame, layout.body, context: context)
    }
    if let card = layout.card {
      drawSide(into: &frame, card, figures, context)
      if layout.isCardOver { return }
    }
    frame.mark(layout.queryLine, as: .queryLine)
    (recall.query.isNarrowed ? narrowingLine(figures, context) : layersLine(figures, context)).draw(
      into: &frame.grid, layout.queryLine.inset(left: 2, right: 1), look: look)
    if figures.rows.isEmpty, recall.query.isNarrowed, figures.count > 0 {
      NoticeView(lines: [(context.text(.recallNobodyMatches), .heading)])
        .draw(into: &frame, layout.tableRows, context: context)
    } else if figures.rows.isEmpty {
      NoticeView(
        lines: [
          (context.text(.recallEmpty), .heading), (context.text(.recallEmptyHint), .muted),
        ]
      ).draw(into: &frame, layout.tableRows, context: context)
    } else {
      RecallTableView(figures: figures, recall: recall, pending: decisions.members)
        .draw(into: &frame, header: layout.tableHeader, rows: layout.tableRows, context: context)
    }
    frame.grid.fill(layout.totals, style: look[.total])
    totalsLine(figures, context).draw(
      into: &frame.grid, layout.totals.inset(left: 2, right: 1), look: look.over(.total))
    if overlay == nil, let editor = recall.query.editor {
      frame.grid.fill(layout.queryLine, style: look[.text])
      QueryLineView(
        order: .standard, editor: editor, problem: recall.query.problem, suggestions: suggestions(for: editor)
      ).draw(into: &frame, queryArea(layout), context: context)
    }
  }

  /// What is searched for and filtered by, and how many of the queue that leaves.
  private func narrowingLine(_ figures: RecallFigures, _ context: ViewContext) -> Line {
    var pieces: [Piece] = []
    for (sign, text, isWrong) in [
      (Phrase.membersSearchSign, recall.query.search, false),
      (.membersFilterSign, recall.query.filterText, recall.query.problem != nil),
    ] where !text.isEmpty {
      pieces.append(Piece(context.text(sign) + " ", .label))
      pieces.append(Piece(text + "  ", isWrong ? .inputError : .heading))
    }
    let count = context.text(
      .recallNarrowed, ["count": figures.rows.count, "total": figures.count])
    return Line(pieces, right: [Piece(count, .muted)])
  }

  /// Sleeping and churned members by layer, those in the queue first.
  func layersLine(_ figures: RecallFigures, _ context: ViewContext) -> Line {
    var pieces: [Piece] = []
    for layer in RecallLayer.allCases {
      guard let count = figures.layers[layer], count.members > 0 else { continue }
      pieces.append(Piece(pieces.isEmpty ? "" : "  "))
      pieces.append(Piece(context.text(layer.title) + " ", .label))
      pieces.append(Piece(context.number(count.queued), .number))
      pieces.append(Piece("/" + context.number(count.members), .muted))
    }
    return Line(pieces)
  }

  /// How many are to be called, whom lot holds out, how many of those to call are without a known stake, and what all
  /// members are at risk of; of a narrowed queue, all of it is of the members listed.
  func totalsLine(_ figures: RecallFigures, _ context: ViewContext) -> Line {
    let listed = figures.listed
    let toCall = listed?.toCall ?? figures.toCall
    let heldOut = listed?.heldOut ?? figures.heldOut
    var left = [Piece(context.text(.recallCount, ["count": toCall]), .heading)]
    if case .column(let order) = figures.order { left.append(Piece(" · " + context.words(of: order))) }
    if !recall.marks.isEmpty {
      left.append(Piece(" · " + context.text(.recallMarked, ["count": recall.marks.count]), .mark))
    }
    if heldOut > 0 {
      left.append(Piece(" · " + context.text(.recallHeldOutShort, ["count": heldOut])))
    }
    let unknown = toCall - (listed?.countAtStake ?? figures.countAtStake)
    if unknown > 0 {
      left.append(Piece(" · " + context.text(.recallWithoutStake, ["count": unknown])))
    }
    if figures.order == .layer { left.append(Piece(" · " + context.text(.recallByLayer))) }
    let right: (title: Phrase, sum: Double?) =
      listed.map { (.columnAtStake, $0.countAtStake > 0 ? $0.atStake : nil) }
      ?? (.recallAtRisk, figures.valueAtRisk)
    return Line(
      left,
      right: right.sum.map {
        [Piece(context.text(right.title) + " "), Piece(context.money(units: $0), .money)]
      } ?? [])
  }

  // MARK: Beside the queue

  /// From this inner width on all parts stand beside each other.
  private static let allParts = 84

  /// Whether all parts stand beside each other.
  var showsAllRecallParts: Bool { layout.card.map { $0.columns - 4 >= Self.allParts } ?? false }

  private func drawSide(
    into frame: inout Frame, _ rect: Rect, _ figures: RecallFigures, _ context: ViewContext
  ) {
    guard rect.rows >= 4, rect.columns >= 8 else { return }
    let side = RecallSide(figures: figures, member: recall.selectedMember, context: context)
    frame.mark(rect, as: .card)
    frame.grid.fill(rect, style: look[.text])
    Box(title: "", isFocused: layout.isCardOver).draw(into: &frame.grid, rect, look: look)
    let inside = rect.inset(left: 2, top: 1, right: 2, bottom: 1)
    if showsAllRecallParts {
      let parts = inside.columns([.flexible(weight: 1), .flexible(weight: 1)], gap: 3)
      let member = side.lines(.member, columns: parts[0].columns)
      draw(member, scroll: recall.scroll, into: &frame, parts[0], edge: parts[0].endColumn + 1)
      let plays = side.lines(.plays, columns: parts[1].columns)
      let today = side.lines(.today, columns: parts[1].columns)
      let lines = plays + [.blank, .heading(context.text(.recallTabToday))] + today
      draw(lines, scroll: recall.scroll, into: &frame, parts[1], edge: rect.endColumn - 1)
      frame.cardLines = max(member.count, lines.count)
      return
    }
    drawTabs(into: &frame, inside.line(0), context)
    let body = inside.inset(top: 2)
    let lines = side.lines(recall.tab, columns: body.columns)
    draw(lines, scroll: recall.scroll, into: &frame, body, edge: rect.endColumn - 1)
    frame.cardLines = lines.count + inside.rows - body.rows
  }

  private func drawTabs(into frame: inout Frame, _ rect: Rect, _ context: ViewContext) {
    SectionTabs(
      tabs: RecallTab.allCases.map {
        SectionTab(title: context.text($0.title), isActive: $0 == recall.tab, target: .recallTab($0))
      }
    ).draw(into: &frame, rect, look: look)
  }

  /// - Parameter edge: the column of a scroll bar; nil for none.
  private func draw(
    _ lines: [Line], scroll: Int, into frame: inout Frame, _ rect: Rect, edge: Int? = nil
  ) {
    let first = max(0, min(scroll, lines.count - rect.rows))
    for (index, line) in lines.dropFirst(first).prefix(rect.rows).enumerated() {
      line.draw(into: &frame.grid, rect.line(index), look: look)
    }
    guard let edge else { return }
    Scrollbar(total: lines.count, visible: rect.rows, offset: first).draw(
      into: &frame.grid, Rect(column: edge, row: rect.row, columns: 1, rows: rect.rows), look: look)
  }

  // MARK: Labelled lines

  func recallLines(_ context: ViewContext) -> [String] {
    guard let figures = recall.figures else { return [context.text(.recallNotReady)] }
    let table = RecallTableView(figures: figures, recall: recall, pending: decisions.members)
    var lines = [totalsLine(figures, context).text, layersLine(figures, context).text]
    for position in recall.top..<max(recall.top, min(figures.rows.count, recall.top + layout.page)) {
      guard let row = figures.board.row(of: figures.rows[position]) else { continue }
      let fields = RecallTableView.Column.allCases.compactMap { column -> String? in
        let text = table.cell(column, row, context).text
        return text.isEmpty ? nil : "\(context.text(column.title)) \(text.painted)"
      }
      lines.append("\(context.number(position + 1)). \(fields.joined(separator: "; "))")
    }
    if figures.rows.isEmpty { lines.append(context.text(.recallEmpty)) }
    let side = RecallSide(figures: figures, member: recall.selectedMember, context: context)
    for tab in RecallTab.allCases {
      lines += ["", context.text(tab.title)] + side.lines(tab, columns: 10_000).map(\.text)
    }
    return lines
  }
}

extension RecallTableView.Column {
  var title: Phrase {
    switch self {
    case .name: .columnName
    case .stake: .columnAtStake
    case .gone: .columnGone
    case .value: .columnIfAwake
    case .chance: .columnChance
    case .silence: .columnSilence
    case .layer: .columnLayer
    case .play: .columnPlay
    case .remark: .columnRemark
    case .basis: .columnBasis
    case .stage: .columnStage
    case .id: .columnID
    }
  }
}
