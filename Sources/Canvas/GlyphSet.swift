/// The characters that pictures are drawn with: what the font and the locale can show.
package struct GlyphSet: Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case braille, block, ascii
  }

  /// Lines and corners of a frame.
  package struct Lines: Hashable, Sendable {
    package let horizontal, vertical: Glyph
    package let topLeft, topRight, bottomLeft, bottomRight: Glyph
    package let teeLeft, teeRight, teeTop, teeBottom, cross: Glyph
  }

  package let kind: Kind
  package let lines: Lines
  /// Bars growing to the right: nothing, then each further part of a cell up to a full one. 9 or 2 glyphs.
  package let horizontalSteps: [Glyph]
  /// Bars growing upward: nothing, then each further part of a cell up to a full one. 9 or more than one.
  package let verticalSteps: [Glyph]
  /// Shades from nothing to full: one for nothing, then one for each role of `Role.heat`.
  package let shades: [Glyph]
  /// Full cells that are told apart without colour, the fullest first.
  package let patterns: [Glyph]
  /// The upper half of a cell; nil where only whole cells can be filled.
  package let upperHalf: Glyph?
  package let barEmpty, barTarget: Glyph
  package let scrollTrack, scrollThumb: Glyph
  package let ellipsis, bullet, middleDot: Glyph
  package let arrowUp, arrowDown, arrowLeft, arrowRight: Glyph
  package let sortAscending, sortDescending: Glyph
  package let mark, unmarked, selected, tick, cross, alert: Glyph
  /// Frames of the sign that work is going on.
  package let spinner: [Glyph]

  package static func of(_ kind: Kind) -> GlyphSet {
    switch kind {
    case .braille: braille
    case .block: block
    case .ascii: ascii
    }
  }
}

extension GlyphSet {
  private static func glyphs(_ text: String) -> [Glyph] { text.unicodeScalars.map { Glyph($0) } }

  private static let thinLines = Lines(
    horizontal: Glyph("─"), vertical: Glyph("│"), topLeft: Glyph("┌"), topRight: Glyph("┐"),
    bottomLeft: Glyph("└"), bottomRight: Glyph("┘"), teeLeft: Glyph("├"), teeRight: Glyph("┤"),
    teeTop: Glyph("┬"), teeBottom: Glyph("┴"), cross: Glyph("┼"))

  private static func unicode(_ kind: Kind, spinner: String) -> GlyphSet {
    GlyphSet(
      kind: kind, lines: thinLines, horizontalSteps: glyphs(" ▏▎▍▌▋▊▉█"),
      verticalSteps: glyphs(" ▁▂▃▄▅▆▇█"), shades: glyphs(" ·░▒▓█"), patterns: glyphs("█▒░▓▚·"),
      upperHalf: Glyph("▀"), barEmpty: Glyph("·"),
      barTarget: Glyph("┃"), scrollTrack: Glyph("│"), scrollThumb: Glyph("█"), ellipsis: Glyph("…"),
      bullet: Glyph("•"), middleDot: Glyph("·"), arrowUp: Glyph("↑"), arrowDown: Glyph("↓"),
      arrowLeft: Glyph("←"), arrowRight: Glyph("→"), sortAscending: Glyph("▲"),
      sortDescending: Glyph("▼"), mark: Glyph("●"), unmarked: Glyph(" "), selected: Glyph("▸"),
      tick: Glyph("✓"), cross: Glyph("✗"), alert: Glyph("!"), spinner: glyphs(spinner))
  }

  /// Everything that `block` has, and braille dots for fine lines.
  package static let braille = unicode(.braille, spinner: "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏")

  /// Lines and eighth blocks.
  package static let block = unicode(.block, spinner: "▖▘▝▗")

  /// Nothing outside ASCII.
  package static let ascii = GlyphSet(
    kind: .ascii,
    lines: Lines(
      horizontal: Glyph("-"), vertical: Glyph("|"), topLeft: Glyph("+"), topRight: Glyph("+"),
      bottomLeft: Glyph("+"), bottomRight: Glyph("+"), teeLeft: Glyph("+"), teeRight: Glyph("+"),
      teeTop: Glyph("+"), teeBottom: Glyph("+"), cross: Glyph("+")),
    horizontalSteps: glyphs(" #"), verticalSteps: glyphs(" _.-=#"), shades: glyphs(" .:+*#"),
    patterns: glyphs("#=:%/."), upperHalf: nil, barEmpty: Glyph("."), barTarget: Glyph("|"),
    scrollTrack: Glyph("|"), scrollThumb: Glyph("#"),
    ellipsis: Glyph("~"), bullet: Glyph("*"), middleDot: Glyph("."), arrowUp: Glyph("^"),
    arrowDown: Glyph("v"), arrowLeft: Glyph("<"), arrowRight: Glyph(">"), sortAscending: Glyph("^"),
    sortDescending: Glyph("v"), mark: Glyph("*"), unmarked: Glyph(" "), selected: Glyph(">"),
    tick: Glyph("x"), cross: Glyph("-"), alert: Glyph("!"), spinner: glyphs("|/-\\"))
}
