/// One control sequence taken apart: `ESC [`, parameters, final character.
struct ControlSequence: Equatable {
  /// `<`, `=`, `>` or `?` before the parameters.
  var prefix: UInt8?
  /// Missing parameters are 0.
  var parameters: [Int]
  var final: UInt8

  enum Scan: Equatable {
    case sequence(ControlSequence, length: Int)
    case incomplete
    /// So many bytes belong to something that isn't a sequence.
    case malformed(length: Int)
  }

  /// The longest sequence looked at; no key or mouse report comes near.
  static let lengthLimit = 64

  /// Reads a sequence that begins with `ESC [`.
  static func scan(_ bytes: ArraySlice<UInt8>) -> Scan {
    var prefix: UInt8?
    var parameters: [Int] = []
    var value = 0
    var hasValue = false
    var inSubparameter = false
    var index = bytes.startIndex + 2
    while index < bytes.endIndex {
      let length = index - bytes.startIndex + 1
      if length > lengthLimit { return .malformed(length: length) }
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        hasValue = true
        if !inSubparameter { value = min(value * 10 + Int(byte) - 0x30, 0x10_FFFF) }
      case UInt8(ascii: ":"):
        inSubparameter = true
      case UInt8(ascii: ";"):
        parameters.append(value)
        (value, hasValue, inSubparameter) = (0, true, false)
      case UInt8(ascii: "<")...UInt8(ascii: "?"):
        if length == 3 { prefix = byte }
      case UInt8(ascii: "$") where hasValue && prefix == nil:
        parameters.append(value)
        return .sequence(ControlSequence(parameters: parameters, final: byte), length: length)
      case 0x20...0x2F:
        break
      case 0x40...0x7E:
        if hasValue { parameters.append(value) }
        let sequence = ControlSequence(prefix: prefix, parameters: parameters, final: byte)
        return .sequence(sequence, length: length)
      default:
        return .malformed(length: length - 1)
      }
      index += 1
    }
    return .incomplete
  }

  /// The key that the sequence stands for on nearly all terminals.
  var key: Key? {
    guard prefix == nil else { return nil }
    let modifiers = Key.Modifiers(parameter: parameters.count > 1 ? parameters[1] : 1)
    switch final {
    case UInt8(ascii: "~"):
      if parameters.first == 27, parameters.count == 3 { return Self.key(scalar: parameters[2], modifiers) }
      return Self.code(number: parameters.first ?? 0).map { Key($0, modifiers) }
    case UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "@"):
      guard parameters.count == 1, let code = Self.code(number: parameters[0]) else { return nil }
      let modifiers: Key.Modifiers =
        final == UInt8(ascii: "^") ? .ctrl : final == UInt8(ascii: "$") ? .shift : [.ctrl, .shift]
      return Key(code, modifiers)
    case UInt8(ascii: "u"):
      return Self.key(scalar: parameters.first ?? 0, modifiers)
    case UInt8(ascii: "Z"):
      return Key(.tab, modifiers.union(.shift))
    case UInt8(ascii: "a")...UInt8(ascii: "d"):
      return Self.code(letter: final - 0x20).map { Key($0, .shift) }
    default:
      return Self.code(letter: final).map { Key($0, modifiers) }
    }
  }

  /// The key of `ESC O` and a letter, with or without a modifier between.
  static func applicationKey(_ final: UInt8, modifier: Int) -> Key? {
    let modifiers = Key.Modifiers(parameter: modifier)
    switch final {
    case UInt8(ascii: "M"): return Key(.enter, modifiers)
    case UInt8(ascii: "I"): return Key(.tab, modifiers)
    case UInt8(ascii: "X"): return Key("=", modifiers)
    case UInt8(ascii: "a")...UInt8(ascii: "d"): return code(letter: final - 0x20).map { Key($0, .ctrl) }
    // The numeric keypad sends its characters 0x40 higher.
    case UInt8(ascii: "j")...UInt8(ascii: "y"): return Key(Unicode.Scalar(final - 0x40), modifiers)
    default: return code(letter: final).map { Key($0, modifiers) }
    }
  }

  private static func code(letter: UInt8) -> Key.Code? {
    switch letter {
    case UInt8(ascii: "A"): .up
    case UInt8(ascii: "B"): .down
    case UInt8(ascii: "C"): .right
    case UInt8(ascii: "D"): .left
    case UInt8(ascii: "F"): .end
    case UInt8(ascii: "H"): .home
    case UInt8(ascii: "P")...UInt8(ascii: "S"): .function(Int(letter) - 0x50 + 1)
    default: nil
    }
  }

  private static func code(number: Int) -> Key.Code? {
    switch number {
    case 1, 7: .home
    case 2: .insert
    case 3: .delete
    case 4, 8: .end
    case 5: .pageUp
    case 6: .pageDown
    case 11...15: .function(number - 10)
    case 17...21: .function(number - 11)
    case 23...26: .function(number - 12)
    case 28, 29: .function(number - 13)
    case 31...34: .function(number - 14)
    default: nil
    }
  }

  private static func key(scalar value: Int, _ modifiers: Key.Modifiers) -> Key? {
    switch value {
    case 9: return Key(.tab, modifiers)
    case 13: return Key(.enter, modifiers)
    case 27: return Key(.escape, modifiers)
    case 8, 127: return Key(.backspace, modifiers)
    // From here on some terminals number keys that have no character.
    case 57344...63743: return nil
    default:
      guard let scalar = Unicode.Scalar(UInt32(value)), !UnsafeScalars.contains(scalar) else { return nil }
      return Key(scalar, modifiers)
    }
  }
}
