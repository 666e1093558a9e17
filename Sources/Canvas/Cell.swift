/// One cell of a grid: what stands in it and how it looks. 24 bytes, trivially copied.
public struct Cell: Hashable, Sendable {
  public var glyph: Glyph
  public var style: Style

  @inlinable
  public init(_ glyph: Glyph, style: Style = .plain) {
    self.glyph = glyph
    self.style = style
  }

  /// A space in the terminal's own colours.
  public static let blank = Cell(.space)

  /// Columns: 1, 2, or 0 for the right half of a wide glyph.
  @inlinable public var width: Int { glyph.width }

  @inlinable public var isContinuation: Bool { glyph.isContinuation }
}
