/// A line over time within its band, on a scale with a head to the left and labels below.
///
/// The band is shaded and the line drawn, so that both are seen without colour. More points than columns: the last
/// ones are shown.
package struct BandChart: Widget {
  /// One point with its interval.
  package struct Point: Hashable, Sendable {
    /// Nil where there is none.
    package var value: Double?
    package var interval: ClosedRange<Double>?
    /// What stands below it, where there's room.
    package var label: String

    package init(_ value: Double?, interval: ClosedRange<Double>? = nil, label: String = "") {
      self.value = value
      self.interval = interval
      self.label = label
    }
  }

  package var points: [Point]
  /// The values at the bottom and at the top; as the intervals need when nil.
  package var scale: ClosedRange<Double>?
  /// A value with a thin line across, such as zero.
  package var origin: Double?
  package var role: Role
  /// A value of the scale in words.
  package var text: @Sendable (Double) -> String

  package init(
    _ points: [Point], scale: ClosedRange<Double>? = nil, origin: Double? = nil, role: Role = .sparkline,
    text: @escaping @Sendable (Double) -> String = { String(Int($0.rounded())) }
  ) {
    self.points = points
    self.scale = scale
    self.origin = origin
    self.role = role
    self.text = text
  }

  package func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
    guard rect.rows >= 2, !points.isEmpty, let scale = scale ?? fitted else { return }
    let heads = [text(scale.upperBound), text(scale.lowerBound)]
    let axis = min(heads.map(\.cellWidth).max() ?? 0, rect.columns / 3)
    let (head, plot) = rect.split(left: axis, gap: axis > 0 ? 1 : 0)
    guard plot.columns > 0 else { return }
    let (area, labels) = plot.split(bottom: labelled ? 1 : 0)
    guard area.rows > 0 else { return }
    grid.put(heads[0], in: head.line(0), style: look[.axis], alignment: .right)
    grid.put(heads[1], in: head.line(area.rows - 1), style: look[.axis], alignment: .right)
    let shown = Array(points.suffix(area.columns))
    let used = min(area.columns, shown.count * BandChart.widest)
    let slots = shown.indices.map { used * $0 / shown.count..<used * ($0 + 1) / shown.count }
    if let origin, scale.contains(origin) {
      let row = self.row(of: origin, in: area, scale)
      grid.fill(area.line(row), with: look.glyphs.lines.horizontal, style: look[.axis])
      if row > 0, row < area.rows - 1 {
        grid.put(text(origin), in: head.line(row), style: look[.axis], alignment: .right)
      }
    }
    for (index, point) in shown.enumerated() {
      guard let interval = point.interval else { continue }
      let top = row(of: interval.upperBound, in: area, scale)
      let bottom = row(of: interval.lowerBound, in: area, scale)
      let band = Rect(
        column: area.column + slots[index].lowerBound, row: area.row + top, columns: slots[index].count,
        rows: bottom - top + 1)
      grid.fill(band.intersection(area), with: look.glyphs.shades[2], style: look[.barEmpty])
    }
    if look.glyphs.kind == .braille {
      drawDots(of: shown, into: &grid, area, slots, scale, look: look)
    } else {
      for (index, point) in shown.enumerated() {
        guard let value = point.value else { continue }
        let place = Canvas.Point(
          column: area.column + (slots[index].lowerBound + slots[index].upperBound) / 2,
          row: area.row + row(of: value, in: area, scale))
        grid.put(look.glyphs.mark, at: place, style: look[role], clip: area)
      }
    }
    drawLabels(of: shown, into: &grid, labels, slots, look: look)
  }

  /// The most columns that a point gets.
  private static let widest = 8

  private var labelled: Bool { points.contains { !$0.label.isEmpty } }

  private var fitted: ClosedRange<Double>? {
    let values =
      points.flatMap { [$0.value, $0.interval?.lowerBound, $0.interval?.upperBound] }
      .compactMap { $0 }.filter(\.isFinite) + [origin].compactMap { $0 }
    guard let least = values.min(), let most = values.max() else { return nil }
    return least...(most > least ? most : least + 1)
  }

  private func fraction(_ value: Double, _ scale: ClosedRange<Double>) -> Double {
    let span = scale.upperBound - scale.lowerBound
    return span > 0 ? clampedFraction((value - scale.lowerBound) / span) : 0
  }

  private func row(of value: Double, in area: Rect, _ scale: ClosedRange<Double>) -> Int {
    Int(((1 - fraction(value, scale)) * Double(area.rows - 1)).rounded())
  }

  private func drawLabels(
    of shown: [Point], into grid: inout Grid, _ line: Rect, _ slots: [Range<Int>], look: Look
  ) {
    var end = line.column
    for (index, point) in shown.enumerated() where !point.label.isEmpty {
      let width = point.label.cellWidth
      let column = line.column + slots[index].lowerBound + max(0, (slots[index].count - width) / 2)
      guard column >= end, column + width <= line.endColumn else { continue }
      grid.put(
        point.label, at: Canvas.Point(column: column, row: line.row), style: look[.axis], clip: line)
      end = column + width + 1
    }
  }

  /// The line in braille dots, from point to point; it breaks where a value is missing.
  private func drawDots(
    of shown: [Point], into grid: inout Grid, _ area: Rect, _ slots: [Range<Int>],
    _ scale: ClosedRange<Double>, look: Look
  ) {
    let (width, height) = (area.columns * 2, area.rows * 4)
    var dots = [UInt32](repeating: 0, count: area.columns * area.rows)
    func set(_ x: Int, _ y: Int) {
      guard x >= 0, x < width, y >= 0, y < height else { return }
      let bits: [UInt32] = [0x01, 0x02, 0x04, 0x40, 0x08, 0x10, 0x20, 0x80]
      dots[y / 4 * area.columns + x / 2] |= bits[x % 2 * 4 + y % 4]
    }
    var last: (x: Int, y: Int)?
    for (index, point) in shown.enumerated() {
      guard let value = point.value, value.isFinite else {
        last = nil
        continue
      }
      let x = slots[index].lowerBound + slots[index].upperBound
      let y = Int(((1 - fraction(value, scale)) * Double(height - 1)).rounded())
      let from = last ?? (x, y)
      let steps = max(1, max(abs(x - from.x), abs(y - from.y)))
      for step in 0...steps {
        set(from.x + (x - from.x) * step / steps, from.y + (y - from.y) * step / steps)
      }
      last = (x, y)
    }
    for (index, bits) in dots.enumerated() where bits > 0 {
      guard let scalar = Unicode.Scalar(0x2800 + bits) else { continue }
      let place = Canvas.Point(
        column: area.column + index % area.columns, row: area.row + index / area.columns)
      grid.put(Glyph(scalar), at: place, style: look[role])
    }
  }
}
