/// One line of text that a person edits, with a cursor between its characters.
package struct LineEdit: Hashable, Sendable {
  package private(set) var text: String
  /// Characters before the cursor.
  package private(set) var cursor: Int

  /// A line with the cursor at its end.
  package init(_ text: String = "") {
    self.text = text
    cursor = text.count
  }

  package var isEmpty: Bool { text.isEmpty }

  /// Puts text in at the cursor. Line ends become spaces.
  package mutating func insert(_ new: String) {
    let line = String(new.map { $0.isNewline ? " " : $0 })
    let tail = text.distance(from: place(cursor), to: text.endIndex)
    text.insert(contentsOf: line, at: place(cursor))
    // A mark may have joined the character before it, so the cursor is found again from the end.
    cursor = max(0, text.count - tail)
  }

  /// Replaces everything and puts the cursor at the end.
  package mutating func set(_ new: String) { self = LineEdit(new) }

  package mutating func deleteBackward() {
    guard cursor > 0 else { return }
    cursor -= 1
    text.remove(at: place(cursor))
  }

  package mutating func deleteForward() {
    guard cursor < text.count else { return }
    text.remove(at: place(cursor))
  }

  /// Deletes from the cursor back to the start of a word.
  package mutating func deleteWordBackward() {
    let start = wordStart()
    text.removeSubrange(place(start)..<place(cursor))
    cursor = start
  }

  package mutating func deleteToStart() {
    text.removeSubrange(text.startIndex..<place(cursor))
    cursor = 0
  }

  package mutating func deleteToEnd() { text.removeSubrange(place(cursor)...) }

  package mutating func moveLeft() { cursor = max(0, cursor - 1) }

  package mutating func moveRight() { cursor = min(text.count, cursor + 1) }

  package mutating func moveToStart() { cursor = 0 }

  package mutating func moveToEnd() { cursor = text.count }

  package mutating func moveWordLeft() { cursor = wordStart() }

  package mutating func moveWordRight() {
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
package struct LineField: Widget {
  package var line: LineEdit
  /// Shown while the line is empty.
  package var placeholder: String
  package var isFocused: Bool
  package var isWrong: Bool

  package init(_ line: LineEdit, placeholder: String = "", isFocused: Bool = true, isWrong: Bool = false) {
    self.line = line
    self.placeholder = placeholder
    self.isFocused = isFocused
    self.isWrong = isWrong
  }

  package func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
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
