extension Key: LosslessStringConvertible {
  /// The key in the form used in config files and help: `ctrl+l`, `f5`, `shift+tab`, `space`, `G`, `alt+x`.
  ///
  /// Modifiers come in the order ctrl, alt, shift. `Key(key.description) == key` for every key.
  package var description: String {
    var text = ""
    if modifiers.contains(.ctrl) { text += "ctrl+" }
    if modifiers.contains(.alt) { text += "alt+" }
    if modifiers.contains(.shift) { text += "shift+" }
    switch code {
    case .character(" "): return text + "space"
    case .character(let scalar): return text + String(Character(scalar))
    case .function(let number): return text + "f\(number)"
    default: return text + (Key.names.first { $0.code == code }?.name ?? "")
    }
  }

  /// Reads a key from its textual form; names and modifiers in any case, single characters as they stand.
  ///
  /// nil for what no key is called, and for what no terminal tells, such as `shift+5`.
  package init?(_ description: String) {
    var rest = Substring(description)
    var modifiers: Modifiers = []
    while let separator = rest.dropFirst().firstIndex(of: "+"), rest.index(after: separator) < rest.endIndex {
      guard let modifier = Key.modifierNames[rest[..<separator].lowercased()] else { return nil }
      guard !modifiers.contains(modifier) else { return nil }
      modifiers.insert(modifier)
      rest = rest[rest.index(after: separator)...]
    }
    guard let code = Key.code(named: rest) else { return nil }
    if case .character(let scalar) = code, modifiers.contains(.shift) {
      let isLetter = scalar.properties.uppercaseMapping != String(Character(scalar))
      guard isLetter || scalar.properties.isUppercase else { return nil }
    }
    self.init(code, modifiers)
  }

  private static func code(named name: Substring) -> Code? {
    let scalars = name.unicodeScalars
    if scalars.count == 1, let scalar = scalars.first {
      let isControl = scalar.properties.generalCategory == .control
      return isControl ? nil : .character(scalar)
    }
    let lowered = name.lowercased()
    if lowered == "space" { return .character(" ") }
    if lowered.first == "f", let number = Int(lowered.dropFirst()), (1...63).contains(number),
      lowered == "f\(number)"
    {
      return .function(number)
    }
    return names.first { $0.name == lowered || $0.alias == lowered }?.code
  }

  private static let modifierNames: [String: Modifiers] = [
    "ctrl": .ctrl, "control": .ctrl, "alt": .alt, "meta": .alt, "shift": .shift,
  ]

  private static let names: [(name: String, alias: String, code: Code)] = [
    ("enter", "return", .enter), ("esc", "escape", .escape), ("tab", "tab", .tab),
    ("backspace", "bs", .backspace), ("delete", "del", .delete), ("insert", "ins", .insert),
    ("up", "up", .up), ("down", "down", .down), ("left", "left", .left), ("right", "right", .right),
    ("home", "home", .home), ("end", "end", .end),
    ("pageup", "pgup", .pageUp), ("pagedown", "pgdn", .pageDown),
  ]
}
