import Canvas

/// A line being typed: a sign that says what for, the text scrolled so that the cursor is in sight.
struct InputLine {
  /// Shown before the text, such as `/` or a word.
  var sign: String
  /// What stands before the cursor, and what behind it.
  var before: String
  var after: String
  /// Shown while nothing is typed.
  var placeholder = ""
  var isWrong = false

  init(sign: String, line: LineEditor, placeholder: String = "", isWrong: Bool = false) {
    self.sign = sign
    before = line.textBeforeCursor
    after = String(line.text.dropFirst(line.cursor))
    self.placeholder = placeholder
    self.isWrong = isWrong
  }

  /// Paints the line and puts the frame's cursor into it.
  ///
  /// - Returns: the column where the text's first character stands, which lies left of the rectangle when the
  ///   line is scrolled.
  @discardableResult
  func draw(into frame: inout Frame, _ rect: Rect, look: Look) -> Int {
    let rect = rect.line(0)
    guard !rect.isEmpty else { return rect.column }
    let (label, field) = rect.split(left: sign.cellWidth, gap: 1)
    frame.grid.put(sign, in: label, style: look[.title])
    guard !field.isEmpty else { return rect.column }
    let style = look[isWrong ? .inputError : .input]
    frame.grid.fill(field, style: look[.input])
    if before.isEmpty, after.isEmpty {
      frame.grid.put(placeholder, in: field, style: look[.placeholder], ellipsis: look.glyphs.ellipsis)
    }
    let reach = before.cellWidth
    // The cursor takes a cell of its own at the end of the text.
    let scroll = max(0, reach - field.columns + 1)
    let start = field.column - scroll
    let end = frame.grid.put(before, at: Point(column: start, row: field.row), style: style, clip: field)
    frame.grid.put(after, at: Point(column: end, row: field.row), style: style, clip: field)
    frame.cursor = Point(column: min(start + reach, field.endColumn - 1), row: field.row)
    return start
  }
}
