import Canvas

/// The tabs of a panel's sections, or of a card's parts, on one line.
///
/// The active one is always in sight. Where not all have room, an ellipsis stands where some are left out.
struct SectionTabs {
  var tabs: [SectionTab]

  /// The tabs that fit into so many columns, the active one among them, and the gap between two.
  ///
  /// A column for an ellipsis is kept at each end where tabs are left out.
  func shown(in columns: Int) -> (tabs: Range<Int>, gap: Int) {
    let widths = tabs.map(\.columns)
    func total(_ range: Range<Int>, gap: Int) -> Int {
      range.reduce(gap * max(0, range.count - 1)) { $0 + widths[$1] }
        + (range.lowerBound > 0 ? 1 : 0) + (range.upperBound < tabs.count ? 1 : 0)
    }
    for gap in [1, 0] where total(tabs.indices, gap: gap) <= columns { return (tabs.indices, gap) }
    var range = 0..<tabs.count
    let active = tabs.firstIndex(where: \.isActive) ?? 0
    while range.upperBound > active + 1, total(range, gap: 0) > columns {
      range = range.lowerBound..<range.upperBound - 1
    }
    while range.lowerBound < active, total(range, gap: 0) > columns {
      range = range.lowerBound + 1..<range.upperBound
    }
    return (range, 0)
  }

  /// - Parameter rect: the line of tabs, beyond which nothing is painted.
  /// - Returns: the column behind the last one.
  @discardableResult
  func draw(into frame: inout Frame, _ rect: Rect, look: Look) -> Int {
    let line = rect.line(0)
    guard !line.isEmpty else { return rect.column }
    let (range, gap) = shown(in: line.columns)
    var column = line.column
    func mark() {
      frame.grid.put(
        look.glyphs.ellipsis, at: Point(column: column, row: line.row), style: look[.muted], clip: line)
      column += 1
    }
    if range.lowerBound > 0 { mark() }
    for index in range {
      column = tabs[index].draw(into: &frame, at: column, in: line, look: look)
      if index + 1 < range.upperBound { column += gap }
    }
    if range.upperBound < tabs.count { mark() }
    return column
  }
}
