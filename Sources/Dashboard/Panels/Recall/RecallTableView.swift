import Canvas
import Community
import Journal
import Loyalty
import Reports
import Texts

/// The queue of recalls: one row a member, with what is at stake and its factors.
struct RecallTableView {
  var figures: RecallFigures
  var recall: RecallState
  /// What was decided and isn't in the figures yet, by the member's id.
  var pending: [String: PendingDecision]

  enum Column: CaseIterable {
    case name, stake, gone, value, chance, silence, layer, play, remark, basis, stage, id
  }

  func draw(into frame: inout Frame, header: Rect, rows: Rect, context: ViewContext) {
    var specs = Column.allCases.map { spec($0, context) }
    let layout = TableLayout.solve(columns: specs, width: max(0, rows.columns - 4), gap: 2)
    let columns = layout.columns.map { Column.allCases[$0.index] }
    if !columns.contains(.remark), let place = Column.allCases.firstIndex(of: .layer) {
      specs[place].title = context.text(.columnLayerOrRemark)
    }
    frame.grid.fill(header, style: context.look[.tableHeader])
    TableHeader(specs: specs, layout: layout)
      .draw(into: &frame.grid, header.inset(left: 2, right: 1), look: context.look)
    var position = recall.top
    var hasRule = false
    for offset in 0..<rows.rows where position < figures.rows.count {
      let line = rows.line(offset).split(right: 1).rest
      if !hasRule, position == figures.boundary, offset > 0 {
        Rule(context.text(.recallWithoutStakeRule)).draw(into: &frame.grid, line, look: context.look)
        hasRule = true
        continue
      }
      draw(position, into: &frame, line, specs, layout, context)
      frame.mark(line, as: .recallRow(position))
      position += 1
    }
    Scrollbar(total: figures.rows.count, visible: rows.rows, offset: recall.top)
      .draw(into: &frame.grid, rows, look: context.look)
  }

  private func draw(
    _ position: Int, into frame: inout Frame, _ line: Rect, _ specs: [ColumnSpec], _ layout: TableLayout,
    _ context: ViewContext
  ) {
    let member = figures.rows[position]
    let isSelected = position == recall.selected
    let look = isSelected ? context.look.over(.selection) : context.look
    if isSelected { frame.grid.fill(line, style: look[.selection]) }
    if recall.marks.contains(figures.id(member)) {
      frame.grid.put(look.glyphs.mark, at: line.origin, style: look[.mark], clip: line)
    } else if isSelected {
      frame.grid.put(look.glyphs.selected, at: line.origin, style: look[.text], clip: line)
    }
    guard let row = figures.board.row(of: member) else { return }
    let pending = self.pending[figures.id(member)]
    let columns = layout.columns.map { Column.allCases[$0.index] }
    // Without a column for remarks one takes the layer's place; without that, too, it stands behind the name.
    let remark = columns.contains(.remark) ? nil : shortRemark(row, context)
    for (place, column) in zip(layout.columns, columns) {
      var cell = column == .layer ? remark ?? cell(column, row, context) : cell(column, row, context)
      if column == .name, let remark, !columns.contains(.layer) {
        cell = ("\(cell.text) · \(remark.text)", remark.role)
      }
      frame.grid.put(
        cell.text, in: layout.cell(place, in: line.inset(left: 2)),
        style: look[pending == nil || column == .remark ? cell.role : .muted],
        alignment: specs[place.index].alignment, ellipsis: look.glyphs.ellipsis)
    }
    // What was decided stands at the end of the row, whatever columns there is room for.
    guard let pending else { return }
    let sign =
      pending.writtenID == nil ? "\(Character(look.glyphs.ellipsis.base))" : context.text(.recallTick)
    let text = " \(context.text(pending.action.title)) \(sign)"
    let role: Role = pending.writtenID == nil ? .message : .success
    draw(text, role, atEndOf: line, into: &frame, look, isSelected: isSelected)
  }

  private func draw(
    _ text: String, _ role: Role, atEndOf line: Rect, into frame: inout Frame, _ look: Look, isSelected: Bool
  ) {
    let end = line.split(right: min(line.columns, text.cellWidth)).right
    // The text begins with a space: where it covers the middle of a cell, an ellipsis says so there.
    let cuts = !end.isEmpty && !frame.grid[end.column, end.row].glyph.isSpace
    frame.grid.fill(end, style: look[isSelected ? .selection : .text])
    frame.grid.put(text, in: end, style: look[role], ellipsis: look.glyphs.ellipsis)
    if cuts {
      frame.grid.put(
        look.glyphs.ellipsis, at: Point(column: end.column, row: end.row),
        style: look[isSelected ? .selection : .text])
    }
  }

  private func spec(_ column: Column, _ context: ViewContext) -> ColumnSpec {
    let (isNumber, minimum, ideal, importance): (Bool, Int, Int, Int) =
      switch column {
      case .name: (false, 10, 16, 100)
      case .stake: (true, 8, 9, 99)
      case .gone: (true, 5, 6, 95)
      case .value: (true, 7, 8, 94)
      case .chance: (true, 5, 6, 93)
      case .silence: (true, 6, 7, 96)
      case .layer: (false, longestLayer(context), 14, 92)
      case .play: (false, 10, 26, 90)
      case .remark: (false, 12, 24, 91)
      case .basis: (false, 8, 10, 85)
      case .stage: (false, 8, 8, 80)
      case .id: (false, 8, 10, 70)
      }
    let text = context.text(column.title)
    return ColumnSpec(
      text, alignment: isNumber ? .right : .left, minimum: max(minimum, text.cellWidth),
      ideal: max(ideal, text.cellWidth),
      weight: column == .play ? 3 : column == .name || column == .remark ? 1 : 0,
      importance: importance)
  }

  private func longestLayer(_ context: ViewContext) -> Int {
    RecallLayer.allCases.map { context.text($0.title).cellWidth }.max() ?? 0
  }

  func cell(_ column: Column, _ row: RecallBoard.Row, _ context: ViewContext) -> (text: String, role: Role) {
    let unknown = ("–", Role.muted)
    let language = context.language
    switch column {
    case .name:
      let name = figures.board.roster.name(of: row.member)
      return (name ?? figures.id(row.member), name == nil ? .muted : .text)
    case .id: return (figures.id(row.member), .link)
    case .stake: return row.stake.map { (context.money(units: $0), .money) } ?? unknown
    case .gone: return row.alive.map { (language.percent(1 - $0), .number) } ?? unknown
    case .value: return row.valueIfAwake.map { (context.money(units: $0), .money) } ?? unknown
    case .chance:
      let suggestion = row.suggestion
      return (suggestion.basis.sign + language.percent(suggestion.chance), .number)
    case .basis: return (context.text(row.suggestion.basis.word), .muted)
    case .silence: return (language.days(row.silence), .number)
    case .stage:
      let stage = figures.board.measures.lifecycle.stage(row.member)
      return stage.map { (language.word($0.id, of: .stage), .text) } ?? unknown
    case .layer: return (context.text(row.layer.title), .text)
    case .play: return row.suggestion.play.map { (language.text($0.name), .text) } ?? unknown
    case .remark: return remark(row, context)
    }
  }

  /// What is to be known first, whether they are held out by their lot, or claimed.
  private func remark(_ row: RecallBoard.Row, _ context: ViewContext) -> (text: String, role: Role) {
    let flags = figures.board.flags(of: row.member)
    let first = flags.filter(\.isAnsweredFirst)
    var remarks: [String] = []
    if !first.isEmpty {
      let words = first.map { context.text($0.word) }.joined(separator: ", ")
      remarks.append(context.text(.answerFirstCell, ["what": words]))
    }
    if let claim = figures.board.log.state(of: row.member).claim {
      remarks.append(context.text(.recallClaimedBy, ["manager": figures.community.symbols[claim.manager]]))
    }
    if row.assignment == .heldOut { remarks.append(context.text(.recallHeldOut)) }
    remarks += flags.filter { !$0.isAnsweredFirst }.map { context.text($0.word) }
    return (remarks.joined(separator: " · "), first.isEmpty ? .badge : .warning)
  }

  /// The remark where there's little room: whose the member is, else that they are owed an answer, else that they are
  /// held out, else what else is to be known; nil without any.
  private func shortRemark(_ row: RecallBoard.Row, _ context: ViewContext) -> (text: String, role: Role)? {
    if let claim = figures.board.log.state(of: row.member).claim {
      return ("@" + figures.community.symbols[claim.manager], .badge)
    }
    let flags = figures.board.flags(of: row.member)
    if flags.contains(where: \.isAnsweredFirst) { return (context.text(.answerFirst), .warning) }
    if row.assignment == .heldOut { return (context.text(.recallHeldOut), .badge) }
    return flags.first.map { (context.text($0.word), .badge) }
  }
}
