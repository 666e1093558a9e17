/// One line of text being edited: characters as people see them, and a cursor between them.
package struct LineEditor: Hashable, Sendable {
  package private(set) var characters: [Character]
  /// 0…`characters.count`.
  package private(set) var cursor: Int

  /// A line with the cursor at its end.
  package init(_ text: String = "") {
    characters = Array(text)
    cursor = characters.count
  }

  package var text: String { String(characters) }
  package var isEmpty: Bool { characters.isEmpty }
  /// What stands before the cursor.
  package var textBeforeCursor: String { String(characters[..<cursor]) }

  /// Puts text in at the cursor; line breaks and tabs become spaces.
  package mutating func insert(_ text: String) {
    let before =
      String(characters[..<cursor]) + text.map { $0.isNewline || $0 == "\t" ? " " : String($0) }.joined()
    let after = String(characters[cursor...])
    // What is typed may combine with the character before it, so count anew.
    characters = Array(before + after)
    cursor = min(Array(before).count, characters.count)
  }

  package mutating func deleteBackward() {
    guard cursor > 0 else { return }
    cursor -= 1
    characters.remove(at: cursor)
  }

  package mutating func deleteForward() {
    guard cursor < characters.count else { return }
    characters.remove(at: cursor)
  }

  /// Deletes from the cursor back to the begin of the word before it.
  package mutating func deleteWordBackward() {
    let start = startOfWord
    characters.removeSubrange(start..<cursor)
    cursor = start
  }

  package mutating func deleteToStart() {
    characters.removeSubrange(..<cursor)
    cursor = 0
  }

  package mutating func deleteToEnd() { characters.removeSubrange(cursor...) }

  package mutating func moveLeft() { cursor = max(0, cursor - 1) }
  package mutating func moveRight() { cursor = min(characters.count, cursor + 1) }
  package mutating func moveToStart() { cursor = 0 }
  package mutating func moveToEnd() { cursor = characters.count }
  package mutating func moveWordLeft() { cursor = startOfWord }

  package mutating func moveWordRight() {
    while cursor < characters.count, characters[cursor] == " " { cursor += 1 }
    while cursor < characters.count, characters[cursor] != " " { cursor += 1 }
  }

  private var startOfWord: Int {
    var start = cursor
    while start > 0, characters[start - 1] == " " { start -= 1 }
    while start > 0, characters[start - 1] != " " { start -= 1 }
    return start
  }
}

extension LineEditor {
  /// Moves the cursor to a place, in characters.
  package mutating func place(at place: Int) { cursor = max(0, min(place, characters.count)) }
}
