/// What a terminal can do to a cell besides colouring it.
@usableFromInline
package struct Attributes: OptionSet, Hashable, Sendable {
  @usableFromInline package let rawValue: UInt8

  @inlinable
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  package static let bold = Attributes(rawValue: 1)
  package static let dim = Attributes(rawValue: 2)
  package static let italic = Attributes(rawValue: 4)
  package static let underline = Attributes(rawValue: 8)
  package static let reverse = Attributes(rawValue: 16)
}

/// How a cell looks: two colours and attributes, in one word so that styles compare at once.
@usableFromInline
package struct Style: Hashable, Sendable {
  // Foreground in bits 0–25, background in 26–51, attributes in 52–59.
  @usableFromInline var bits: UInt64

  @inlinable
  package init(
    foreground: Color = .standard, background: Color = .standard, attributes: Attributes = []
  ) {
    bits = foreground.bits | background.bits << 26 | UInt64(attributes.rawValue) << 52
  }

  /// The terminal's own colours, no attributes.
  @usableFromInline package static let plain = Style()

  @inlinable package var foreground: Color {
    get { Color(bits: bits & 0x3FF_FFFF) }
    set { bits = bits & ~0x3FF_FFFF | newValue.bits }
  }

  @inlinable package var background: Color {
    get { Color(bits: bits >> 26 & 0x3FF_FFFF) }
    set { bits = bits & ~(0x3FF_FFFF << 26) | newValue.bits << 26 }
  }

  @inlinable package var attributes: Attributes {
    get { Attributes(rawValue: UInt8(truncatingIfNeeded: bits >> 52)) }
    set { bits = bits & ~(0xFF << 52) | UInt64(newValue.rawValue) << 52 }
  }

  /// The same with more attributes.
  @inlinable
  package func adding(_ attributes: Attributes) -> Style {
    var style = self
    style.bits |= UInt64(attributes.rawValue) << 52
    return style
  }

  /// The same on another background.
  @inlinable
  package func on(_ background: Color) -> Style {
    var style = self
    style.background = background
    return style
  }

  /// This style laid over another: its standard colours let the other's through, attributes add up.
  @inlinable
  package func over(_ other: Style) -> Style {
    Style(
      foreground: foreground == .standard ? other.foreground : foreground,
      background: background == .standard ? other.background : background,
      attributes: attributes.union(other.attributes))
  }
}
