import Canvas
import Loyalty

/// Something below something else in a column of the community's panel.
struct CommunityBlock {
  /// What Enter on it opens.
  enum Opens: Hashable {
    /// The table of members with a filter.
    case filter(String)
    /// One member.
    case member(String)
  }

  /// The words, which plain output prints.
  var line: Line
  /// Rows of what is drawn in place of the words.
  var rows = 1
  var chart: ((inout Grid, Rect, Look) -> Void)?
  /// By what the selection finds it again; nil where it can't be selected.
  var key: String?
  var opens: Opens?

  static func text(_ line: Line) -> CommunityBlock { CommunityBlock(line: line) }

  static func choice(_ line: Line, key: String, opens: Opens) -> CommunityBlock {
    CommunityBlock(line: line, key: key, opens: opens)
  }

  /// - Parameter words: what it says, for plain output.
  static func chart(_ widget: some Widget, rows: Int, words: String) -> CommunityBlock {
    CommunityBlock(line: Line(words), rows: rows) { grid, rect, look in
      widget.draw(into: &grid, rect, look: look)
    }
  }
}

/// Blocks below each other, scrolled so that the selected one is in sight.
struct CommunityColumn {
  var blocks: [CommunityBlock]
  /// The key of the selected block.
  var selected: String?
  var section: CommunitySection
  var isFocused: Bool

  /// Rows to leave out at the top so that the selected block, and what stands above the first or below the last that
  /// can be selected, is in sight.
  func offset(rows: Int) -> Int {
    let total = blocks.reduce(0) { $0 + $1.rows }
    guard total > rows, let place = blocks.firstIndex(where: { $0.key != nil && $0.key == selected }) else {
      return 0
    }
    if blocks[..<place].allSatisfy({ $0.key == nil }) { return 0 }
    if blocks[(place + 1)...].allSatisfy({ $0.key == nil }) { return total - rows }
    let end = blocks[...place].reduce(0) { $0 + $1.rows }
    return max(0, min(end + rows / 3, total) - rows)
  }

  func draw(into frame: inout Frame, _ rect: Rect, look: Look) {
    guard rect.rows > 0, rect.columns > 0 else { return }
    let offset = offset(rows: rect.rows)
    let total = blocks.reduce(0) { $0 + $1.rows }
    var row = -offset
    for block in blocks {
      defer { row += block.rows }
      guard row + block.rows > 0, row < rect.rows else { continue }
      // A chart that is cut at the top isn't drawn: half a chart says something else.
      guard row >= 0 else { continue }
      let area = Rect(
        column: rect.column, row: rect.row + row, columns: rect.columns,
        rows: min(block.rows, rect.rows - row))
      if let chart = block.chart {
        if area.rows == block.rows { chart(&frame.grid, area, look) }
        continue
      }
      let isSelected = isFocused && block.key != nil && block.key == selected
      if isSelected {
        frame.grid.fill(area, style: look[.selection])
        frame.grid.put(
          look.glyphs.selected, at: Point(column: area.column - 1, row: area.row), style: look[.selection])
      }
      block.line.draw(into: &frame.grid, area, look: isSelected ? look.over(.selection) : look)
      if let key = block.key { frame.mark(area, as: .communityLine(section, key)) }
    }
    Scrollbar(total: total, visible: rect.rows, offset: offset).draw(
      into: &frame.grid,
      Rect(column: rect.endColumn + 1, row: rect.row, columns: 1, rows: rect.rows), look: look)
  }
}
