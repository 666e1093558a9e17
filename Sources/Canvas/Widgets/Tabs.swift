/// The names of panels on one line, each with its key. Where there is no room for all names, only the active
/// one has it.
package struct Tabs: Widget {
  package struct Tab: Hashable, Sendable {
    package var key: String
    package var title: String

    package init(key: String, title: String) {
      self.key = key
      self.title = title
    }
  }

  package var tabs: [Tab]
  package var active: Int

  package init(_ tabs: [Tab], active: Int) {
    self.tabs = tabs
    self.active = active
  }

  /// The columns of each tab, counted from the left of a line of a width; empty for those that don't fit.
  package func columns(in width: Int) -> [Range<Int>] {
    let full = tabs.map { ($0.key.cellWidth, $0.title.cellWidth) }
    let fits = full.reduce(0) { $0 + $1.0 + $1.1 + 3 } <= width
    var column = 0
    return full.enumerated().map { index, widths in
      let columns = 2 + widths.0 + (fits || index == active ? widths.1 + 1 : 0)
      let start = min(column, width)
      column += columns
      return start..<min(column, width)
    }
  }

  package func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
    let line = rect.line(0)
    guard !line.isEmpty else { return }
    for (index, columns) in columns(in: line.columns).enumerated() where !columns.isEmpty {
      let tab = tabs[index]
      let style = look[index == active ? .tabActive : .tab]
      let area = Rect(
        column: line.column + columns.lowerBound, row: line.row, columns: columns.count, rows: 1)
      grid.fill(area, style: style)
      let field = area.inset(left: 1)
      let end = grid.put(tab.key, at: field.origin, style: style, clip: field)
      let (_, title) = field.split(left: end - field.column, gap: 1)
      grid.put(tab.title, in: title, style: style, ellipsis: look.glyphs.ellipsis)
    }
  }
}
