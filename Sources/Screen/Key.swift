/// One key press as the terminal tells it.
///
/// The form is canonical, so equal presses are equal values: a shifted letter is the upper-case letter without
/// `shift`, a control letter is lower-case with `ctrl`, other characters have no `shift`, and the control
/// characters that have a key of their own (tab, enter, escape) are that key. A terminal can't tell `ctrl+i`
/// from tab.
package struct Key: Hashable, Sendable {
  /// What was pressed, without modifiers.
  package enum Code: Hashable, Sendable {
    case character(Unicode.Scalar)
    case enter, escape, tab, backspace, delete, insert
    case up, down, left, right, home, end, pageUp, pageDown
    /// 1…63.
    case function(Int)
  }

  /// Modifiers as far as the terminal tells them.
  package struct Modifiers: OptionSet, Hashable, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    package static let shift = Modifiers(rawValue: 1)
    package static let alt = Modifiers(rawValue: 2)
    package static let ctrl = Modifiers(rawValue: 4)
  }

  package let code: Code
  package let modifiers: Modifiers

  package init(_ code: Code, _ modifiers: Modifiers = []) {
    (self.code, self.modifiers) = Key.canonical(code, modifiers)
  }

  /// The key that types this character.
  package init(_ character: Unicode.Scalar, _ modifiers: Modifiers = []) {
    self.init(.character(character), modifiers)
  }

  package static let backTab = Key(.tab, .shift)

  /// The character to insert when this key is pressed in a text field; nil for every other key.
  package var text: Unicode.Scalar? {
    guard case .character(let scalar) = code, modifiers.isEmpty else { return nil }
    return scalar
  }

  private static func canonical(_ code: Code, _ modifiers: Modifiers) -> (Code, Modifiers) {
    guard case .character(var scalar) = code else { return (code, modifiers) }
    var modifiers = modifiers
    if modifiers.contains(.ctrl) {
      if ("A"..."Z").contains(scalar) { scalar = Unicode.Scalar(UInt8(scalar.value) + 32) }
      switch scalar {
      case "i": return (.tab, modifiers.subtracting(.ctrl))
      case "m": return (.enter, modifiers.subtracting(.ctrl))
      case "[": return (.escape, modifiers.subtracting(.ctrl))
      case "?": return (.backspace, modifiers.subtracting(.ctrl))
      case "@": scalar = " "
      default: break
      }
      if !("a"..."z").contains(scalar) { modifiers.remove(.shift) }
    } else if modifiers.contains(.shift) {
      let upper = scalar.properties.uppercaseMapping.unicodeScalars
      if upper.count == 1, let first = upper.first { scalar = first }
      modifiers.remove(.shift)
    }
    return (.character(scalar), modifiers)
  }
}
