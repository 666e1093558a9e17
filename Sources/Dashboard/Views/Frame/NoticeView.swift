import Canvas

/// A few lines in the middle of a panel that has nothing else to show: what is under way, or what would fill it.
struct NoticeView {
  var lines: [(text: String, role: Role)]
  /// How far the work is, 0…1; nil where there is none, or nobody knows.
  var fraction: Double?

  func draw(into frame: inout Frame, _ rect: Rect, context: ViewContext) {
    let width = min(64, rect.columns - 4)
    guard width > 0 else { return }
    var wrapped: [(String, Role)] = []
    for line in lines { wrapped += line.text.lines(of: width).map { ($0, line.role) } }
    let count = wrapped.count + (fraction == nil ? 0 : 2)
    let area = rect.centred(Size(columns: width, rows: count))
    var row = 0
    for (index, line) in wrapped.enumerated() {
      frame.grid.put(line.0, in: area.line(row), style: context.look[line.1], alignment: .centre)
      row += 1
      // The bar stands below the first line, which says what is done.
      if index == 0, let fraction {
        Bar(fraction).draw(into: &frame.grid, area.line(row), look: context.look)
        row += 2
      }
    }
  }
}
