/// One cell of a grid: what stands in it and how it looks. 24 bytes, trivially copied.
@usableFromInline
package struct Cell: Hashable, Sendable {
  @usableFromInline package var glyph: Glyph
  @usableFromInline package var style: Style

  @inlinable
  package init(_ glyph: Glyph, style: Style = .plain) {
    self.glyph = glyph
    self.style = style
  }

  /// A space in the terminal's own colours.
  @usableFromInline package static let blank = Cell(.space)

  /// Columns: 1, 2, or 0 for the right half of a wide glyph.
  @inlinable package var width: Int { glyph.width }

  @inlinable package var isContinuation: Bool { glyph.isContinuation }
}
