/// What a terminal can do to a cell besides colouring it.
public struct Attributes: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  @inlinable
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let bold = Attributes(rawValue: 1)
  public static let dim = Attributes(rawValue: 2)
  public static let italic = Attributes(rawValue: 4)
  public static let underline = Attributes(rawValue: 8)
  public static let reverse = Attributes(rawValue: 16)
}

/// How a cell looks: two colours and attributes, in one word so that styles compare at once.
public struct Style: Hashable, Sendable {
  // Foreground in bits 0–25, background in 26–51, attributes in 52–59.
  @usableFromInline var bits: UInt64

  @inlinable
  public init(
    foreground: Color = .standard, background: Color = .standard, attributes: Attributes = []
  ) {
    bits = foreground.bits | background.bits << 26 | UInt64(attributes.rawValue) << 52
  }

  /// The terminal's own colours, no attributes.
  public static let plain = Style()

  @inlinable public var foreground: Color {
    get { Color(bits: bits & 0x3FF_FFFF) }
    set { bits = bits & ~0x3FF_FFFF | newValue.bits }
  }

  @inlinable public var background: Color {
    get { Color(bits: bits >> 26 & 0x3FF_FFFF) }
    set { bits = bits & ~(0x3FF_FFFF << 26) | newValue.bits << 26 }
  }

  @inlinable public var attributes: Attributes {
    get { Attributes(rawValue: UInt8(truncatingIfNeeded: bits >> 52)) }
    set { bits = bits & ~(0xFF << 52) | UInt64(newValue.rawValue) << 52 }
  }

  /// The same with more attributes.
  @inlinable
  public func adding(_ attributes: Attributes) -> Style {
    var style = self
    style.bits |= UInt64(attributes.rawValue) << 52
    return style
  }

  /// The same on another background.
  @inlinable
  public func on(_ background: Color) -> Style {
    var style = self
    style.background = background
    return style
  }

  /// This style laid over another: its standard colours let the other's through, attributes add up.
  @inlinable
  public func over(_ other: Style) -> Style {
    Style(
      foreground: foreground == .standard ? other.foreground : foreground,
      background: background == .standard ? other.background : background,
      attributes: attributes.union(other.attributes))
  }
}
