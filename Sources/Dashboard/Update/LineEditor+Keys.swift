import Screen

extension LineEditor {
  /// Does what a key means in a line of text; false for keys that mean nothing there.
  mutating func press(_ key: Key) -> Bool {
    if let scalar = key.text {
      insert(String(Character(scalar)))
      return true
    }
    switch (key.code, key.modifiers) {
    case (.backspace, []): deleteBackward()
    case (.delete, []), (.character("d"), .ctrl): deleteForward()
    case (.left, []), (.character("b"), .ctrl): moveLeft()
    case (.right, []), (.character("f"), .ctrl): moveRight()
    case (.home, []), (.character("a"), .ctrl): moveToStart()
    case (.end, []), (.character("e"), .ctrl): moveToEnd()
    case (.left, .ctrl), (.left, .alt), (.character("b"), .alt): moveWordLeft()
    case (.right, .ctrl), (.right, .alt), (.character("f"), .alt): moveWordRight()
    case (.character("w"), .ctrl), (.backspace, .alt): deleteWordBackward()
    case (.character("u"), .ctrl): deleteToStart()
    case (.character("k"), .ctrl): deleteToEnd()
    default: return false
    }
    return true
  }
}
