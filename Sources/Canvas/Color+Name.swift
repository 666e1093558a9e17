extension Color {
  /// Names of the terminal's sixteen colours in the order of its palette.
  private static let indexedNames = [
    "black", "red", "green", "yellow", "blue", "magenta", "cyan", "white",
    "bright_black", "bright_red", "bright_green", "bright_yellow", "bright_blue", "bright_magenta",
    "bright_cyan", "bright_white",
  ]

  /// Every colour name that a theme may use.
  static let names = ["standard"] + indexedNames

  /// A colour as a theme says it: `standard`, a name such as `bright_red`, a palette index `0`…`255`, `#rgb` or
  /// `#rrggbb`; nil for anything else.
  package init?(themeName text: String) {
    if text == "standard" {
      self = .standard
    } else if let index = Self.indexedNames.firstIndex(of: text) {
      self = .indexed(UInt8(index))
    } else if let index = UInt8(text), !text.hasPrefix("+") {
      self = .indexed(index)
    } else if text.hasPrefix("#"), text.utf8.dropFirst().allSatisfy(Self.isHexDigit),
      let value = UInt32(text.dropFirst(), radix: 16)
    {
      switch text.utf8.count {
      case 4: self = .rgb(Self.doubled(value >> 8), Self.doubled(value >> 4), Self.doubled(value))
      case 7: self = .rgb(Self.byte(value >> 16), Self.byte(value >> 8), Self.byte(value))
      default: return nil
      }
    } else {
      return nil
    }
  }

  /// The colour as a theme says it.
  package var themeName: String {
    switch self {
    case .standard: return "standard"
    case .indexed(let index):
      return Int(index) < Self.indexedNames.count ? Self.indexedNames[Int(index)] : String(index)
    case .rgb(let red, let green, let blue):
      let digits = [red, green, blue].map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }
      return "#" + digits.joined()
    }
  }

  private static func byte(_ value: UInt32) -> UInt8 { UInt8(truncatingIfNeeded: value) }

  private static func doubled(_ value: UInt32) -> UInt8 { UInt8(value & 15) * 17 }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x46, 0x61...0x66: true
    default: false
    }
  }
}

extension Attributes {
  /// The attributes by the names that themes use.
  static let byName: [String: Attributes] = [
    "bold": .bold, "dim": .dim, "italic": .italic, "underline": .underline, "reverse": .reverse,
  ]

  /// Their names, in a fixed order.
  package var names: [String] {
    ["bold", "dim", "italic", "underline", "reverse"].filter { contains(Self.byName[$0] ?? []) }
  }
}
