/// Points on two axes with a line across each, and words in the four corners.
///
/// A point's name stands beside it where there's room; where there isn't, a letter stands for it, and `letters` says
/// which.
package struct QuadrantPlot: Widget {
  package struct Item: Hashable, Sendable {
    package var label: String
    package var x: Double
    package var y: Double

    package init(_ label: String, x: Double, y: Double) {
      self.label = label
      self.x = x
      self.y = y
    }
  }

  package var items: [Item]
  /// Where the upright line stands; the mean of the points when nil.
  package var x: Double?
  /// Where the level line stands; the mean of the points when nil.
  package var y: Double?
  package var xTitle: String
  package var yTitle: String
  /// Words in the corners: top left, top right, bottom left, bottom right; none where empty.
  package var corners: [String]

  package init(
    items: [Item], x: Double? = nil, y: Double? = nil, xTitle: String = "", yTitle: String = "",
    corners: [String] = []
  ) {
    self.items = items
    self.x = x
    self.y = y
    self.xTitle = xTitle
    self.yTitle = yTitle
    self.corners = corners
  }

  /// The letter of an item: a…z, then A…Z, then `?`.
  package static func letter(_ index: Int) -> Character {
    switch index {
    case 0..<26: Character(Unicode.Scalar(UInt8(97 + index)))
    case 26..<52: Character(Unicode.Scalar(UInt8(65 + index - 26)))
    default: "?"
    }
  }

  package func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
    let (upper, foot) = rect.split(bottom: xTitle.isEmpty || rect.rows < 4 ? 0 : 1)
    let (title, plot) = upper.split(top: yTitle.isEmpty || rect.rows < 4 ? 0 : 1)
    grid.put(yTitle, in: title, style: look[.axis], ellipsis: look.glyphs.ellipsis)
    grid.put(xTitle, in: foot, style: look[.axis], alignment: .right, ellipsis: look.glyphs.ellipsis)
    let known = items.enumerated().filter { $0.element.x.isFinite && $0.element.y.isFinite }
    guard !known.isEmpty, plot.columns >= 3, plot.rows >= 3 else { return }
    let xLine = x ?? known.reduce(0) { $0 + $1.element.x } / Double(known.count)
    let yLine = y ?? known.reduce(0) { $0 + $1.element.y } / Double(known.count)
    let xScale = Self.scale(known.map(\.element.x), around: xLine)
    let yScale = Self.scale(known.map(\.element.y), around: yLine)
    func column(_ value: Double) -> Int {
      plot.column + Int((Self.fraction(value, xScale) * Double(plot.columns - 1)).rounded())
    }
    func row(_ value: Double) -> Int {
      plot.endRow - 1 - Int((Self.fraction(value, yScale) * Double(plot.rows - 1)).rounded())
    }
    drawLines(into: &grid, plot, Point(column: column(xLine), row: row(yLine)), look: look)
    var taken = known.map { Rect(column: column($0.element.x), row: row($0.element.y), columns: 1, rows: 1) }
    for (place, item) in known.enumerated() {
      let point = taken[place].origin
      if let field = Self.field(item.element.label.cellWidth, beside: point, in: plot, avoiding: taken) {
        grid.put(look.glyphs.mark, at: point, style: look[.barFill], clip: plot)
        grid.fill(field, style: look[.text])
        grid.put(item.element.label, in: field, style: look[.text], ellipsis: look.glyphs.ellipsis)
        taken.append(field.inset(left: -1, right: -1))
      } else {
        grid.put(String(Self.letter(item.offset)), at: point, style: look[.barFill], clip: plot)
      }
    }
    let cross = Point(column: column(xLine), row: row(yLine))
    drawCorners(into: &grid, plot, cross, avoiding: taken, look: look)
  }

  private func drawLines(into grid: inout Grid, _ plot: Rect, _ cross: Point, look: Look) {
    let lines = look.glyphs.lines
    let style = look[.axis]
    grid.fill(
      Rect(column: cross.column, row: plot.row, columns: 1, rows: plot.rows), with: lines.vertical,
      style: style)
    grid.fill(
      Rect(column: plot.column, row: cross.row, columns: plot.columns, rows: 1), with: lines.horizontal,
      style: style)
    grid.put(lines.cross, at: cross, style: style, clip: plot)
  }

  /// Points and their names come first: a word in a corner is left out where one of them stands.
  private func drawCorners(
    into grid: inout Grid, _ plot: Rect, _ cross: Point, avoiding taken: [Rect], look: Look
  ) {
    guard plot.rows >= 6 else { return }
    let left = Rect(column: plot.column, row: plot.row, columns: cross.column - plot.column, rows: plot.rows)
    let right = Rect(
      column: cross.column + 1, row: plot.row, columns: plot.endColumn - cross.column - 1, rows: plot.rows)
    for (index, text) in corners.prefix(4).enumerated() {
      let part = index % 2 == 0 ? left : right
      let line = part.line(index < 2 ? 0 : plot.rows - 1)
      let (isLeft, width) = (index % 2 == 0, text.cellWidth)
      let field = isLeft ? line.split(left: width).left : line.split(right: width).right
      guard width <= line.columns, line.row != cross.row,
        taken.allSatisfy({ $0.intersection(field).isEmpty })
      else { continue }
      grid.put(text, in: field, style: look[.muted])
    }
  }

  /// Room for a name to the right of a point or to the left of it.
  private static func field(_ width: Int, beside point: Point, in plot: Rect, avoiding taken: [Rect]) -> Rect?
  {
    let fields = [
      Rect(column: point.column + 2, row: point.row, columns: width, rows: 1),
      Rect(column: point.column - 1 - width, row: point.row, columns: width, rows: 1),
    ]
    return fields.first { field in
      width > 0 && field.column >= plot.column && field.endColumn <= plot.endColumn
        && taken.allSatisfy { $0.intersection(field).isEmpty }
    }
  }

  private static func scale(_ values: [Double], around line: Double) -> ClosedRange<Double> {
    let least = min(values.min() ?? line, line)
    let most = max(values.max() ?? line, line)
    let margin = most > least ? (most - least) * 0.08 : 1
    return least - margin...most + margin
  }

  private static func fraction(_ value: Double, _ scale: ClosedRange<Double>) -> Double {
    clampedFraction((value - scale.lowerBound) / (scale.upperBound - scale.lowerBound))
  }
}
