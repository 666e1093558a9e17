/// Numbers in rows and columns with heads to both: what went where, what stands how often.
///
/// Where it's narrow the gaps give way, then the heads of the rows; columns that have no room even so are left out from the
/// right, and an ellipsis in the heads says so, as one in the last row does for rows without room.
package struct NumberMatrix: Widget {
  package struct Entry: Hashable, Sendable {
    package var text: String
    package var role: Role

    package init(_ text: String, role: Role = .number) {
      self.text = text
      self.role = role
    }
  }

  package var rowHeads: [String]
  package var columnHeads: [String]
  /// Row by row; what is missing stays empty.
  package var entries: [[Entry]]
  /// What stands above the heads of the rows.
  package var corner: String
  /// The row that stands out because of what is looked at beside it; it isn't selected. Nil for none.
  package var marked: Int?

  package init(
    rowHeads: [String], columnHeads: [String], entries: [[Entry]], corner: String = "", marked: Int? = nil
  ) {
    self.rowHeads = rowHeads
    self.columnHeads = columnHeads
    self.entries = entries
    self.corner = corner
    self.marked = marked
  }

  /// Columns that the heads of the rows keep, where they take so many.
  private static let leastHeads = 10

  package func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
    guard !rect.isEmpty else { return }
    let ellipsis = look.glyphs.ellipsis
    let widths = columnHeads.indices.map { column in
      max(
        columnHeads[column].cellWidth,
        entries.map { $0.indices.contains(column) ? $0[column].text.cellWidth : 0 }.max() ?? 0)
    }
    // Where it's narrow the gaps give way first, then the heads of the rows.
    let wanted = max(corner.cellWidth, rowHeads.map(\.cellWidth).max() ?? 0)
    let numbers = widths.reduce(0, +)
    let gap = wanted + numbers + 2 * widths.count <= rect.columns ? 2 : 1
    let heads = max(
      min(wanted, Self.leastHeads), min(wanted, rect.columns - numbers - gap * widths.count))
    var ends: [Int] = []
    var end = heads
    for width in widths {
      guard end + gap + width <= rect.columns else { break }
      end += gap + width
      ends.append(end)
    }
    grid.fill(rect.line(0), style: look[.tableHeader])
    grid.put(corner, in: rect.line(0).split(left: heads).left, style: look[.tableHeader], ellipsis: ellipsis)
    for (column, end) in ends.enumerated() {
      grid.put(
        columnHeads[column], in: field(rect.line(0), end, widths[column]), style: look[.tableHeader],
        alignment: .right)
    }
    if ends.count < columnHeads.count {
      grid.put(
        ellipsis, at: Point(column: rect.endColumn - 1, row: rect.row), style: look[.tableHeader], clip: rect)
    }
    let rows = min(rowHeads.count, rect.rows - 1)
    // A single row says more than a sign in its place.
    let isCut = rows < rowHeads.count && rows > 1
    if isCut {
      grid.put(ellipsis, at: rect.line(rows).origin, style: look[.muted], clip: rect)
    }
    for row in 0..<max(0, isCut ? rows - 1 : rows) {
      let line = rect.line(row + 1)
      grid.put(
        rowHeads[row], in: line.split(left: heads).left, style: look[row == marked ? .heading : .label],
        ellipsis: ellipsis)
      guard entries.indices.contains(row) else { continue }
      for (column, end) in ends.enumerated() where entries[row].indices.contains(column) {
        let entry = entries[row][column]
        grid.put(entry.text, in: field(line, end, widths[column]), style: look[entry.role], alignment: .right)
      }
    }
  }

  private func field(_ line: Rect, _ end: Int, _ width: Int) -> Rect {
    Rect(column: line.column + end - width, row: line.row, columns: width, rows: line.rows)
  }
}
