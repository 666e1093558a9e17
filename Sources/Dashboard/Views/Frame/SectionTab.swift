import Canvas

/// The tab of one of a panel's sections.
struct SectionTab {
  var title: String
  var isActive: Bool
  var target: Target

  var columns: Int { title.cellWidth + 2 }

  /// - Parameter rect: the line of tabs, beyond which nothing is painted.
  /// - Returns: the column behind it.
  @discardableResult
  func draw(into frame: inout Frame, at column: Int, in rect: Rect, look: Look) -> Int {
    let area = Rect(column: column, row: rect.row, columns: columns, rows: 1).intersection(rect)
    let style = look[isActive ? .tabActive : .tab]
    frame.grid.fill(area, style: style)
    frame.grid.put(title, in: area.inset(left: 1), style: style, ellipsis: look.glyphs.ellipsis)
    frame.mark(area, as: target)
    return column + columns
  }
}
