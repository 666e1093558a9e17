/// A colour of a cell.
@usableFromInline
package enum Color: Hashable, Sendable {
  /// Whatever the terminal uses where nothing is said.
  case standard
  /// A colour of the terminal's palette: 0–7 plain, 8–15 bright, 16–231 cube, 232–255 greys.
  case indexed(UInt8)
  case rgb(UInt8, UInt8, UInt8)
}

extension Color {
  // The 26-bit form inside a style: two bits of kind, then 24 of value.
  @inlinable
  init(bits: UInt64) {
    switch bits >> 24 & 3 {
    case 1: self = .indexed(UInt8(truncatingIfNeeded: bits))
    case 2:
      self = .rgb(
        UInt8(truncatingIfNeeded: bits >> 16), UInt8(truncatingIfNeeded: bits >> 8),
        UInt8(truncatingIfNeeded: bits))
    default: self = .standard
    }
  }

  @inlinable
  var bits: UInt64 {
    switch self {
    case .standard: 0
    case .indexed(let index): 1 << 24 | UInt64(index)
    case .rgb(let red, let green, let blue):
      2 << 24 | UInt64(red) << 16 | UInt64(green) << 8 | UInt64(blue)
    }
  }
}
