import Canvas

/// The Overview: tiles above, charts by month beside or above the lines that can be opened.
///
/// It's painted at the height it needs, and the part with the selected line is shown.
struct OverviewView {
  var content: OverviewContent
  /// The lines that can be selected, in their order.
  var lines: [OverviewLine]
  var selected: OverviewLine?

  func draw(into frame: inout Frame, _ rect: Rect, look: Look) {
    guard !rect.isEmpty else { return }
    var size = rect.size
    var plan = Plan(content, size)
    if plan.rows > rect.rows {
      // The scroll bar takes a column.
      size.columns = max(0, size.columns - 1)
      plan = Plan(content, size)
    }
    var page = Page(grid: Grid(size: Size(columns: size.columns, rows: plan.rows), style: look[.text]))
    drawTiles(into: &page, plan.tiles, look: look)
    for (chart, area) in zip(content.charts, plan.charts) { draw(chart, into: &page, area, look: look) }
    drawSections(into: &page, plan.sections, look: look)

    let overflow = max(0, plan.rows - rect.rows)
    // The selected line comes to the middle as soon as that hides nothing above it needlessly.
    let first = max(0, min(overflow, (page.selectedRow ?? 0) - rect.rows * 2 / 3))
    frame.grid.copy(page.grid, rows: first..<min(plan.rows, first + rect.rows), to: rect.origin)
    for area in page.areas {
      let moved = Rect(
        column: area.rect.column + rect.column, row: area.rect.row - first + rect.row,
        columns: area.rect.columns, rows: area.rect.rows)
      frame.mark(moved.intersection(rect), as: area.target)
    }
    if overflow > 0 {
      Scrollbar(total: plan.rows, visible: rect.rows, offset: first)
        .draw(into: &frame.grid, rect, look: look)
    }
  }

  /// What is painted before it's scrolled.
  private struct Page {
    var grid: Grid
    var areas: [Frame.Area] = []
    var selectedRow: Int?
  }

  /// Where the parts stand on the page.
  private struct Plan {
    var tiles: [Rect]
    var charts: [Rect]
    var sections: Rect
    var rows: Int

    /// A tile's columns, with its border, at least.
    private static let tileColumns = 28

    init(_ content: OverviewContent, _ size: Size) {
      let columns = size.columns
      let page = Rect(column: 0, row: 0, columns: columns, rows: 1 << 20).inset(left: 1, right: 2)
      let breadth = Breadth(columns: columns)
      let lines = content.sections.reduce(-1) { $0 + $1.entries.count + 2 }
      if breadth == .narrow {
        // A line a tile and a line a chart: every row counts.
        let count = content.tiles.count
        tiles = content.tiles.indices.map { page.line($0) }
        charts = content.charts.indices.map { page.line(count + $0) }
        sections = page.inset(top: count + content.charts.count + 1).split(top: max(0, lines)).top
        rows = sections.endRow
        return
      }
      // As many beside each other as have room for their notes, in rows of the same length.
      let most = max(1, columns / Plan.tileColumns)
      let tileRows = (content.tiles.count + most - 1) / most
      let beside = tileRows > 0 ? (content.tiles.count + tileRows - 1) / tileRows : 0
      tiles = (0..<tileRows).flatMap { row in
        Rect(column: 0, row: 4 * row, columns: columns, rows: 4)
          .columns((0..<beside).map { _ in .flexible(weight: 1) })
      }
      let above = 4 * tileRows + 1
      let below = page.inset(top: above)
      let axis = content.charts.map(\.maximumText.cellWidth).max() ?? 0
      let months = content.charts.map(\.items.count).max() ?? 0
      // Room for two columns a month, if that leaves the lines two fifths of the width.
      let parts = below.columns(
        [.fixed(max(below.columns / 2 - 2, min(axis + 1 + 2 * months, below.columns * 3 / 5))), .flexible()],
        gap: 3)
      // As tall as the screen lets them be, within reason.
      let height = max(6, min(16, (size.rows - above) / max(1, content.charts.count) - 1))
      charts = content.charts.indices.map {
        Rect(
          column: parts[0].column, row: below.row + $0 * (height + 1), columns: parts[0].columns,
          rows: height)
      }
      sections = Rect(
        column: parts[1].column, row: below.row, columns: parts[1].columns, rows: max(0, lines))
      rows = max(charts.last?.endRow ?? 0, sections.endRow)
    }
  }

  // MARK: Parts

  private func drawTiles(into page: inout Page, _ rects: [Rect], look: Look) {
    for (tile, rect) in zip(content.tiles, rects) {
      if rect.rows > 1 {
        Box(title: tile.title).draw(into: &page.grid, rect, look: look)
        let inside = rect.inset(left: 2, top: 1, right: 2, bottom: 1)
        Line(tile.value, tile.role).draw(into: &page.grid, inside.line(0), look: look)
        Line(tile.note, .muted).draw(into: &page.grid, inside.line(1), look: look)
      } else {
        let values = content.tiles.map(\.value.cellWidth).max() ?? 0
        Line([
          Piece(tile.title, .label, width: labelColumns), Piece(tile.value, tile.role, width: values, .right),
          Piece("  " + tile.note, .muted),
        ]).draw(into: &page.grid, rect, look: look)
      }
      if let index = tile.line.flatMap(lines.firstIndex) {
        page.areas.append(Frame.Area(rect: rect, target: .overviewLine(index)))
      }
    }
  }

  private func draw(
    _ chart: OverviewContent.Chart, into page: inout Page, _ rect: Rect, look: Look
  ) {
    guard rect.rows > 1 else { return drawLine(chart, into: &page, rect, look: look) }
    var heading = Line.heading(chart.title, right: chart.remarks)
    if heading.columns + 2 > rect.columns { heading.right = Array(chart.remarks.suffix(1)) }
    heading.draw(into: &page.grid, rect.line(0), look: look)
    let axis = content.charts.map(\.maximumText.cellWidth).max() ?? 0
    let maximum =
      String(repeating: " ", count: max(0, axis - chart.maximumText.cellWidth)) + chart.maximumText
    let plot = rect.columns - axis - 1
    // Two columns a month are a bar and a gap; more are laid out by the chart itself.
    let isTight = plot >= 2 * chart.items.count && plot < 3 * chart.items.count
    let items = isTight ? chart.items.flatMap { [$0, ChartItem(label: "", value: 0)] } : chart.items
    ColumnChart(items: items, maximumText: maximum).draw(
      into: &page.grid, rect.inset(top: 1), look: look)
  }

  /// A chart in one line: its title, a small bar a month, and the largest.
  private func drawLine(
    _ chart: OverviewContent.Chart, into page: inout Page, _ rect: Rect, look: Look
  ) {
    let (label, rest) = rect.split(left: labelColumns)
    Line(chart.title, .label).draw(into: &page.grid, label.inset(right: 1), look: look)
    let (bars, remarks) = rest.split(left: chart.items.count, gap: 2)
    let steps = look.glyphs.verticalSteps
    let most = chart.items.map(\.value).max() ?? 0
    for (index, item) in chart.items.enumerated() where index < bars.columns {
      let part = most > 0 ? max(0, item.value / most) * Double(steps.count - 1) : 0
      let step = item.value > 0 ? max(1, Int(part.rounded())) : 0
      page.grid.put(
        steps[min(step, steps.count - 1)], at: Point(column: bars.column + index, row: bars.row),
        style: look[item.role], clip: bars)
    }
    Line(Array(chart.remarks.prefix(1))).draw(into: &page.grid, remarks, look: look)
  }

  /// Where values begin in the narrow form.
  private var labelColumns: Int {
    ((content.tiles.map(\.title) + content.charts.map(\.title)).map(\.cellWidth).max() ?? 0) + 2
  }

  private func drawSections(into page: inout Page, _ rect: Rect, look: Look) {
    var row = 0
    for section in content.sections {
      section.heading.draw(into: &page.grid, rect.line(row), look: look)
      row += 1
      for entry in section.entries {
        let line = rect.line(row)
        let isSelected = entry.id != nil && entry.id == selected
        let wide = Rect(
          column: line.column - 1, row: line.row, columns: line.columns + 2, rows: line.rows)
        if isSelected {
          page.selectedRow = line.row
          page.grid.fill(wide, style: look[.selection])
          page.grid.put(
            look.glyphs.selected, at: Point(column: line.column - 1, row: line.row),
            style: look[.selection])
        }
        if let parts = entry.parts {
          PartsBar(parts).draw(into: &page.grid, line, look: look)
        } else {
          let words = if case .today = entry.id { entry.line.fitted(line.columns) } else { entry.line }
          words.draw(into: &page.grid, line, look: isSelected ? look.over(.selection) : look)
        }
        if let index = entry.id.flatMap(lines.firstIndex) {
          page.areas.append(Frame.Area(rect: wide, target: .overviewLine(index)))
        }
        row += 1
      }
      row += 1
    }
  }
}

extension Grid {
  /// Copies rows of another grid, clipped.
  mutating func copy(_ other: Grid, rows: Range<Int>, to origin: Point) {
    for row in rows {
      for (column, cell) in other.row(row).enumerated() where !cell.isContinuation {
        put(
          cell.glyph, at: Point(column: origin.column + column, row: origin.row + row - rows.lowerBound),
          style: cell.style)
      }
    }
  }
}
