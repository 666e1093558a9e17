import Screen

extension Key {
  /// The key as people read it: `Ctrl-L`, `Space`, `F5`, `↑`, `G`.
  ///
  /// - Parameter isASCII: whether arrows are spelt out.
  package func label(isASCII: Bool = false) -> String {
    var text = ""
    if modifiers.contains(.ctrl) { text += "Ctrl-" }
    if modifiers.contains(.alt) { text += "Alt-" }
    if modifiers.contains(.shift) { text += "Shift-" }
    switch code {
    case .character(" "): return text + "Space"
    case .character(let scalar):
      return text
        + (modifiers.contains(.ctrl) ? String(Character(scalar)).uppercased() : String(Character(scalar)))
    case .function(let number): return text + "F\(number)"
    case .up: return text + (isASCII ? "Up" : "↑")
    case .down: return text + (isASCII ? "Down" : "↓")
    case .left: return text + (isASCII ? "Left" : "←")
    case .right: return text + (isASCII ? "Right" : "→")
    case .pageUp: return text + "PgUp"
    case .pageDown: return text + "PgDn"
    case .enter: return text + "Enter"
    case .escape: return text + "Esc"
    case .tab: return text + "Tab"
    case .backspace: return text + "Backspace"
    case .delete: return text + "Del"
    case .insert: return text + "Ins"
    case .home: return text + "Home"
    case .end: return text + "End"
    }
  }
}
