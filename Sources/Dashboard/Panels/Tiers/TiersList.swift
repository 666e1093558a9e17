import Canvas
import Community

/// A list in the panel of tiers: rows with a name to follow them by, and the member that each is about.
struct TiersList {
  /// Above the heads of the columns.
  var title: Line?
  var specs: [ColumnSpec]
  var count: Int
  /// What stands in place of rows when there are none.
  var empty: String
  var key: (Int) -> String
  var member: (Int) -> Member.Index?
  /// Cells of a row, one a column.
  var row: (Int) -> [ListCell]

  func draw(
    into frame: inout Frame, _ rect: Rect, section: TiersSection, selected: Int?, top: Int,
    context: ViewContext
  ) {
    let (above, below) = rect.split(top: title == nil ? 0 : 1)
    title?.draw(into: &frame.grid, above.inset(left: 1, right: 1), look: context.look)
    let (head, rows) = below.split(top: 1)
    ListRows(specs: specs, count: count, selected: selected, top: top, row: row)
      .draw(into: &frame, head: head, rows: rows, context: context) { .tiersRow(section, $0) }
    for position in max(0, top)..<max(0, min(count, top + rows.rows)) {
      if let member = member(position) { frame.want(DetailWish(member: member)) }
    }
    if count == 0 {
      let lines = Line.paragraph(empty, .muted, columns: max(10, rows.columns - 4))
      for (index, line) in lines.fitting(rows.rows, context).enumerated() {
        line.draw(into: &frame.grid, rows.line(index).inset(left: 2, right: 1), look: context.look)
      }
    }
  }

  /// Rows as labelled lines.
  func plain(limit: Int) -> [String] {
    if count == 0 { return [empty] }
    return (title.map { [$0.text] } ?? [])
      + (0..<min(count, limit)).map { position in
        let fields = zip(specs, row(position)).compactMap { spec, cell -> String? in
          guard case .text(let text, _) = cell, !text.isEmpty else { return nil }
          return spec.title.isEmpty ? text.painted : "\(spec.title) \(text.painted)"
        }
        return "\(position + 1). " + fields.joined(separator: "; ")
      }
  }
}

/// What sections are made of, from the top down.
enum TiersBlock {
  case line(Line)
  /// With the rows it takes, and what it says as labelled lines.
  case widget(any Widget, rows: Int, plain: [String])

  var rows: Int {
    switch self {
    case .line: 1
    case .widget(_, let rows, _): rows
    }
  }

  var plain: [String] {
    switch self {
    case .line(let line): [line.text]
    case .widget(_, _, let plain): plain
    }
  }
}
