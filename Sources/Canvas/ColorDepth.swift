/// How many colours a terminal can show, fewest first.
package enum ColorDepth: Int, CaseIterable, Comparable, Hashable, Sendable {
  case mono, colors8, colors16, colors256, trueColor

  package static func < (one: ColorDepth, other: ColorDepth) -> Bool { one.rawValue < other.rawValue }
}

extension Style {
  /// The nearest style that a terminal of a depth can show.
  ///
  /// Where colours get lost, what they meant stays: in eight colours a bright one becomes bold and dark grey dim; without
  /// colours a background that stands out becomes reverse.
  ///
  /// - Parameter base: the style of ordinary text, against which a background stands out. A theme with a
  ///   background of its own must say so, or without colours all of it is reversed.
  package func reduced(to depth: ColorDepth, base: Style = .plain) -> Style {
    switch depth {
    case .trueColor: return self
    case .colors256:
      return Style(
        foreground: foreground.indexed256, background: background.indexed256, attributes: attributes)
    case .colors16:
      return Style(
        foreground: foreground.indexed16, background: background.indexed16, attributes: attributes
      ).keptApart(from: self)
    case .colors8:
      let color = foreground.indexed16
      let extra: Attributes = color == .indexed(8) ? .dim : color.isBright ? .bold : []
      return Style(
        foreground: color.dull, background: background.indexed16.dull, attributes: attributes.union(extra)
      ).keptApart(from: self)
    case .mono:
      var style = Style(attributes: attributes)
      if background.standsOut(from: base.background) {
        style = Style(attributes: attributes.symmetricDifference(.reverse))
      }
      return style
    }
  }

  /// Text that would vanish because both colours became the same one gets the terminal's own colours, reversed.
  private func keptApart(from original: Style) -> Style {
    guard foreground == background, foreground != .standard, original.foreground != original.background
    else { return self }
    return Style(attributes: attributes.union(.reverse))
  }
}

extension Color {
  /// The nearest of the 256 colours: itself, or one of the cube and the greys, which look alike everywhere.
  var indexed256: Color {
    guard case .rgb(let red, let green, let blue) = self else { return self }
    let cube = (Self.cubeStep(red), Self.cubeStep(green), Self.cubeStep(blue))
    let cubeColor = (Self.cubeLevels[cube.0], Self.cubeLevels[cube.1], Self.cubeLevels[cube.2])
    let grey = (Int(red) + Int(green) + Int(blue)) / 3
    let greyStep = min(23, max(0, (grey - 3) / 10))
    let greyLevel = 8 + greyStep * 10
    let wanted = (Int(red), Int(green), Int(blue))
    if Self.distance(wanted, (greyLevel, greyLevel, greyLevel)) < Self.distance(wanted, cubeColor) {
      return .indexed(UInt8(232 + greyStep))
    }
    return .indexed(UInt8(16 + 36 * cube.0 + 6 * cube.1 + cube.2))
  }

  /// The nearest of the sixteen colours.
  var indexed16: Color {
    switch self {
    case .standard: return self
    case .indexed(let index) where index < 16: return self
    default: break
    }
    guard let wanted = components else { return self }
    var best = 0
    var least = Int.max
    for (index, value) in Self.sixteen.enumerated() {
      let candidate = (value >> 16, value >> 8 & 255, value & 255)
      let distance = Self.distance(wanted, candidate)
      if distance < least { (best, least) = (index, distance) }
    }
    return .indexed(UInt8(best))
  }

  fileprivate var isBright: Bool {
    if case .indexed(let index) = self { return index >= 8 && index < 16 }
    return false
  }

  /// The plain colour of a bright one; dark grey becomes white, so that it stays legible on black.
  fileprivate var dull: Color {
    guard case .indexed(let index) = self, index >= 8, index < 16 else { return self }
    return .indexed(index == 8 ? 7 : index - 8)
  }

  /// Whether text on this background looks emphasised beside text on another one.
  fileprivate func standsOut(from other: Color) -> Bool {
    if self == other { return false }
    guard let own = components, let others = other.components else { return self != .standard }
    return abs(own.0 - others.0) + abs(own.1 - others.1) + abs(own.2 - others.2) > 96
  }

  /// Red, green and blue, 0…255, as most terminals have them; nil for the terminal's own colour.
  var components: (Int, Int, Int)? {
    switch self {
    case .standard: return nil
    case .rgb(let red, let green, let blue): return (Int(red), Int(green), Int(blue))
    case .indexed(let index):
      let index = Int(index)
      if index < 16 {
        let value = Self.sixteen[index]
        return (value >> 16, value >> 8 & 255, value & 255)
      }
      if index >= 232 {
        let level = 8 + (index - 232) * 10
        return (level, level, level)
      }
      let cube = index - 16
      return (Self.cubeLevels[cube / 36], Self.cubeLevels[cube / 6 % 6], Self.cubeLevels[cube % 6])
    }
  }

  private static let cubeLevels = [0, 95, 135, 175, 215, 255]

  private static func cubeStep(_ value: UInt8) -> Int {
    value < 48 ? 0 : value < 115 ? 1 : (Int(value) - 35) / 40
  }

  private static let sixteen = [
    0x000000, 0xCD0000, 0x00CD00, 0xCDCD00, 0x0000EE, 0xCD00CD, 0x00CDCD, 0xE5E5E5,
    0x7F7F7F, 0xFF0000, 0x00FF00, 0xFFFF00, 0x5C5CFF, 0xFF00FF, 0x00FFFF, 0xFFFFFF,
  ]

  /// How unlike two colours look: squares weighted by how much the eye sees of each part.
  private static func distance(_ one: (Int, Int, Int), _ other: (Int, Int, Int)) -> Int {
    let (red, green, blue) = (one.0 - other.0, one.1 - other.1, one.2 - other.2)
    return 3 * red * red + 4 * green * green + 2 * blue * blue
  }
}
