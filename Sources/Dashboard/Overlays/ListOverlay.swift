import Canvas

/// A pop-up with a list to choose from: palette, columns, order, saved views, problems, help.
///
/// Only the rows that fit on the screen are asked for, so that a list may be as long as it likes.
struct ListOverlay {
  /// A row to choose, or a heading between rows.
  struct Row {
    var line: Line
    var isHeading = false
    /// Whether choosing it does nothing just now.
    var isDisabled = false
    /// For lists of things to switch on and off.
    var isMarked: Bool?
    /// What a click on it does; choosing the row where nil.
    var target: Target?
  }

  var title: String
  /// What is being typed to narrow the list.
  var input: InputLine?
  var count: Int
  var row: (Int) -> Row
  /// Which row is selected, and which is the first on screen.
  var scroll = ScrollState()
  /// Whether a row is selected at all: help and problems only scroll.
  var hasSelection = true
  /// Shown in place of rows where there are none.
  var empty: String = ""
  /// The keys that work here.
  var hints: [FooterView.Hint] = []
  /// Columns the rows want; the frame comes on top.
  var columns = 60
  /// Whether the list takes all the height there is.
  var isTall = false

  /// Rows besides those of the list: the frame, the input with its rule, the hints.
  private var fixedRows: Int { 2 + (input == nil ? 0 : 2) + (hints.isEmpty ? 0 : 2) }

  private var popup: Popup {
    let lines = count > 0 ? count : empty.lines(of: columns).count
    let rows = isTall ? Int.max / 2 : fixedRows + max(1, lines)
    return Popup(title: title, note: note, size: Size(columns: columns + 4, rows: rows))
  }

  /// Where one is in a long list.
  private var note: String {
    hasSelection && count > 9 ? "\(scroll.selected + 1)/\(count)" : ""
  }

  func draw(into frame: inout Frame, _ bounds: Rect, look: Look) {
    let room = bounds.inset(left: 2, top: 1, right: 2, bottom: 1)
    let popup = popup
    let box = popup.frame(in: room)
    guard box.columns > 6, box.rows > 2 else { return }
    popup.draw(into: &frame.grid, room, look: look)
    frame.mark(box, as: .overlay)
    let look = look.over(.popup)
    var inside = popup.inner(in: room)
    if let input {
      let (line, rest) = inside.split(top: 2)
      input.draw(into: &frame, line.line(0), look: look)
      frame.grid.fill(line.line(1), with: look.glyphs.lines.horizontal, style: look[.border])
      inside = rest
    }
    if !hints.isEmpty {
      let (rest, foot) = inside.split(bottom: 1)
      drawHints(into: &frame, foot, look: look)
      inside = rest.split(bottom: 1).rest
    }
    drawRows(into: &frame, inside, box: box, look: look)
  }

  private func drawRows(into frame: inout Frame, _ rect: Rect, box: Rect, look: Look) {
    if count == 0 {
      TextBlock(empty, role: .muted).draw(into: &frame.grid, rect, look: look)
      return
    }
    var scroll = scroll
    if hasSelection {
      scroll.reveal(count: count, height: rect.rows)
    } else {
      scroll.scroll(by: 0, count: count, height: rect.rows)
    }
    let first = scroll.top
    for offset in 0..<rect.rows where first + offset < count {
      let index = first + offset
      let row = row(index)
      let wide = Rect(column: box.column + 1, row: rect.row + offset, columns: box.columns - 2, rows: 1)
      let isSelected = hasSelection && index == scroll.selected
      let rowLook = isSelected ? look.over(.selection) : look
      if isSelected {
        frame.grid.fill(wide, style: look[.selection])
        frame.grid.put(look.glyphs.selected, at: wide.origin, style: rowLook[.text])
      }
      var area = rect.line(offset)
      if let isMarked = row.isMarked {
        frame.grid.put(isMarked ? "[x]" : "[ ]", in: area, style: rowLook[isMarked ? .mark : .muted])
        area = area.inset(left: 4)
      }
      row.line.draw(into: &frame.grid, area, look: rowLook)
      if row.isDisabled, !isSelected { frame.grid.restyle(area, style: look[.disabled]) }
      if !row.isHeading { frame.mark(wide, as: row.target ?? .overlayLine(index)) }
    }
    Scrollbar(total: count, visible: rect.rows, offset: first).draw(
      into: &frame.grid, Rect(column: box.endColumn - 1, row: rect.row, columns: 1, rows: rect.rows),
      look: look)
  }

  private func drawHints(into frame: inout Frame, _ rect: Rect, look: Look) {
    var column = rect.column
    for hint in hints where column + hint.columns - 2 <= rect.endColumn {
      let area = Rect(column: column, row: rect.row, columns: hint.columns - 2, rows: 1)
      let end = frame.grid.put(hint.keys, at: area.origin, style: look[.popupTitle], clip: area)
      frame.grid.put(
        hint.title, at: Point(column: end + 1, row: rect.row), style: look[.muted], clip: area)
      if let target = hint.target { frame.mark(area, as: target) }
      column += hint.columns
    }
  }
}
