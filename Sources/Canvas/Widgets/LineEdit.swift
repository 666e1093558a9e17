/// One line of text that a person edits, with a cursor between its characters.
public struct LineEdit: Hashable, Sendable {
  public private(set) var text: String
  /// Characters before the cursor.
  public private(set) var cursor: Int

  /// A line with the cursor at its end.
  public init(_ text: String = "") {
    self.text = text
    cursor = text.count
  }

  public var isEmpty: Bool { text.isEmpty }

  /// Puts text in at the cursor. Line ends become spaces.
  public mutating func insert(_ new: String) {
    let line = String(new.map { $0.isNewline ? " " : $0 })
    let tail = text.distance(from: place(cursor), to: text.endIndex)
    text.insert(contentsOf: line, at: place(cursor))
    // A mark may have joined the character before it, so the cursor is found again from the end.
    cursor = max(0, text.count - tail)
  }

  /// Replaces everything and puts the cursor at the end.
  public mutating func set(_ new: String) { self = LineEdit(new) }

  public mutating func deleteBackward() {
    guard cursor > 0 else { return }
    cursor -= 1
    text.remove(at: place(cursor))
  }

  public mutating func deleteForward() {
    guard cursor < text.count else { return }
    text.remove(at: place(cursor))
  }

  /// Deletes from the cursor back to the start of a word.
  public mutating func deleteWordBackward() {
    let start = wordStart()
    text.removeSubrange(place(start)..<place(cursor))
    cursor = start
  }

  public mutating func deleteToStart() {
    text.removeSubrange(text.startIndex..<place(cursor))
    cursor = 0
  }

  public mutating func deleteToEnd() { text.removeSubrange(place(cursor)...) }

  public mutating func moveLeft() { cursor = max(0, cursor - 1) }

  public mutating func moveRight() { cursor = min(text.count, cursor + 1) }

  public mutating func moveToStart() { cursor = 0 }

  public mutating func moveToEnd() { cursor = text.count }

  public mutating func moveWordLeft() { cursor = wordStart() }

  public mutating func moveWordRight() {
    let characters = Array(text)
    while cursor < characters.count, characters[cursor].isWhitespace { cursor += 1 }
    while cursor < characters.count, !characters[cursor].isWhitespace { cursor += 1 }
  }

  private func wordStart() -> Int {
    let characters = Array(text)
    var start = min(cursor, characters.count)
    while start > 0, characters[start - 1].isWhitespace { start -= 1 }
    while start > 0, !characters[start - 1].isWhitespace { start -= 1 }
    return start
  }

  private func place(_ count: Int) -> String.Index {
    text.index(text.startIndex, offsetBy: count, limitedBy: text.endIndex) ?? text.endIndex
  }
}

/// A field that shows a `LineEdit`, scrolled so that the cursor is seen. With the focus it sets the grid's cursor.
public struct LineField: Widget {
  public var line: LineEdit
  /// Shown while the line is empty.
  public var placeholder: String
  public var isFocused: Bool
  public var isWrong: Bool

  public init(_ line: LineEdit, placeholder: String = "", isFocused: Bool = true, isWrong: Bool = false) {
    self.line = line
    self.placeholder = placeholder
    self.isFocused = isFocused
    self.isWrong = isWrong
  }

  public func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
    let field = rect.line(0)
    guard !field.isEmpty else { return }
    let style = look[isWrong ? .inputError : .input]
    grid.fill(field, style: style)
    if line.isEmpty, !placeholder.isEmpty {
      grid.put(placeholder, in: field, style: look[.placeholder], ellipsis: look.glyphs.ellipsis)
    }
    let before = line.text.prefix(line.cursor).cellWidth
    let under = max(1, line.text.dropFirst(line.cursor).prefix(1).cellWidth)
    // Scrolled just so far that the whole character under the cursor is in the field.
    let scroll = isFocused ? max(0, before + under - field.columns) : 0
    grid.put(line.text, at: field.origin.offset(columns: -scroll), style: style, clip: field)
    guard isFocused else { return }
    let cursor = Rect(column: field.column + before - scroll, row: field.row, columns: under, rows: 1)
    grid.restyle(cursor.intersection(field), style: look[.cursor])
    grid.cursor = cursor.origin
  }
}
