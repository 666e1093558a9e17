import Canvas
import Community
import Loyalty

/// The table of members: header, the rows on screen, scroll bar. Only those rows are asked for.
struct MembersTableView {
  var columns: [MemberColumn]
  /// Columns scrolled away at the left, those that stay not counted.
  var columnOffset = 0
  var order: MemberOrder
  var rowCount: Int
  /// The position of the first row on screen.
  var top: Int
  var selected: Int?
  /// The value of a column in the row at a position.
  var value: (Int, MemberColumn) -> ColumnValue
  var isMarked: (Int) -> Bool
  /// Words that are searched for, shown where they occur.
  var search = ""

  func draw(into frame: inout Frame, header: Rect, rows: Rect, context: ViewContext) {
    let table = MembersTableLayout(
      columns: columns, offset: columnOffset, sorted: order.column, width: rows.columns,
      language: context.language)
    drawHeader(into: &frame, header, table, context: context)
    let words = search.split(separator: " ").map { $0.lowercased() }
    for offset in 0..<rows.rows where top + offset < rowCount {
      let line = rows.line(offset).split(right: 1).rest
      drawRow(top + offset, into: &frame, line, table, words: words, context: context)
      frame.mark(line, as: .memberRow(top + offset))
    }
    Scrollbar(total: rowCount, visible: rows.rows, offset: top)
      .draw(into: &frame.grid, rows, look: context.look)
  }

  private func drawHeader(
    into frame: inout Frame, _ rect: Rect, _ table: MembersTableLayout, context: ViewContext
  ) {
    let look = context.look
    frame.grid.fill(rect, style: look[.tableHeader])
    let line = rect.inset(left: MembersTableLayout.margin, right: 1)
    TableHeader(
      specs: table.specs, layout: table.layout,
      sorted: table.columns.firstIndex(of: order.column),
      isAscending: order.direction == .ascending
    ).draw(into: &frame.grid, line, look: look)
    if table.hiddenLeft > 0 {
      frame.grid.put(look.glyphs.arrowLeft, at: rect.origin, style: look[.tableHeader], clip: rect)
    }
    if table.hiddenRight > 0 {
      frame.grid.put(
        look.glyphs.arrowRight, at: Point(column: rect.endColumn - 1, row: rect.row),
        style: look[.tableHeader], clip: rect)
    }
    for column in table.layout.columns {
      frame.mark(table.layout.cell(column, in: line), as: .memberColumn(table.columns[column.index]))
    }
  }

  private func drawRow(
    _ position: Int, into frame: inout Frame, _ line: Rect, _ table: MembersTableLayout, words: [String],
    context: ViewContext
  ) {
    let isSelected = position == selected
    let look = isSelected ? context.look.over(.selection) : context.look
    let glyphs = look.glyphs
    if isSelected { frame.grid.fill(line, style: look[.selection]) }
    if isMarked(position) {
      frame.grid.put(glyphs.mark, at: line.origin, style: look[.mark], clip: line)
    } else if isSelected {
      frame.grid.put(glyphs.selected, at: line.origin, style: look[.text], clip: line)
    }
    let cells = line.inset(left: MembersTableLayout.margin)
    for place in table.layout.columns {
      let column = table.columns[place.index]
      let value = value(position, column)
      let text = context.shortText(value)
      let cell = table.layout.cell(place, in: cells)
      let painted = frame.grid.put(
        text, in: cell, style: look[value.role], alignment: table.specs[place.index].alignment,
        ellipsis: glyphs.ellipsis)
      if !words.isEmpty, column.isSearched {
        for match in Self.matches(of: words, in: text) {
          let part = Rect(
            column: painted.lowerBound + match.lowerBound, row: cell.row, columns: match.count, rows: 1)
          frame.grid.restyle(part.intersection(cell), style: look[.match])
        }
      }
    }
  }

  /// Where words occur in a text, in columns from its start.
  static func matches(of words: [String], in text: String) -> [Range<Int>] {
    let characters = Array(text)
    let folded = characters.map { $0.lowercased() }
    var ranges: [Range<Int>] = []
    for word in words {
      let wanted = word.map { String($0) }
      guard !wanted.isEmpty, wanted.count <= folded.count else { continue }
      for start in 0...(folded.count - wanted.count)
      where folded[start..<start + wanted.count].elementsEqual(wanted) {
        let column = String(characters[..<start]).cellWidth
        ranges.append(column..<column + String(characters[start..<start + wanted.count]).cellWidth)
      }
    }
    return ranges
  }
}
