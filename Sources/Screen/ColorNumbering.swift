import Canvas

/// How curses numbers this terminal's colours.
struct ColorNumbering {
  /// How many colours the terminal has.
  let count: Int
  /// The terminal takes red, green and blue, and its numbers are `0xRRGGBB`.
  let isDirect: Bool

  /// -1 stands for the terminal's own colour, and for what it can't show.
  func number(_ color: Color) -> Int32 {
    switch color {
    case .standard:
      return -1
    case .indexed(let index):
      if isDirect { return index < 8 ? Int32(index) : direct(Self.paletteColor(index)) }
      return Int(index) < count ? Int32(index) : -1
    case .rgb(let red, let green, let blue):
      return isDirect ? direct((red, green, blue)) : -1
    }
  }

  /// Direct-colour entries keep 1…7 for the palette, so the darkest blues move up to 8.
  private func direct(_ color: (red: UInt8, green: UInt8, blue: UInt8)) -> Int32 {
    let value = Int32(color.red) << 16 | Int32(color.green) << 8 | Int32(color.blue)
    return (1...7).contains(value) ? 8 : value
  }

  /// What the palette's colours from 8 on usually are.
  private static func paletteColor(_ index: UInt8) -> (red: UInt8, green: UInt8, blue: UInt8) {
    switch index {
    case ...8: return (127, 127, 127)
    case 9..<16: return (index & 1 != 0 ? 255 : 0, index & 2 != 0 ? 255 : 0, index & 4 != 0 ? 255 : 0)
    case 16..<232:
      let steps: [UInt8] = [0, 95, 135, 175, 215, 255]
      let cube = Int(index) - 16
      return (steps[cube / 36], steps[cube / 6 % 6], steps[cube % 6])
    default:
      let grey = 8 + (index - 232) * 10
      return (grey, grey, grey)
    }
  }
}
