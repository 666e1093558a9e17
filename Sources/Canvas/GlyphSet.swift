/// The characters that pictures are drawn with: what the font and the locale can show.
public struct GlyphSet: Sendable {
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case braille, block, ascii
  }

  /// Lines and corners of a frame.
  public struct Lines: Hashable, Sendable {
    public let horizontal, vertical: Glyph
    public let topLeft, topRight, bottomLeft, bottomRight: Glyph
    public let teeLeft, teeRight, teeTop, teeBottom, cross: Glyph
  }

  public let kind: Kind
  public let lines: Lines
  /// Bars growing to the right: nothing, then each further part of a cell up to a full one. 9 or 2 glyphs.
  public let horizontalSteps: [Glyph]
  /// Bars growing upward: nothing, then each further part of a cell up to a full one. 9 or more than one.
  public let verticalSteps: [Glyph]
  /// Shades from nothing to full: one for nothing, then one for each role of `Role.heat`.
  public let shades: [Glyph]
  /// Full cells that are told apart without colour, the fullest first.
  public let patterns: [Glyph]
  /// The upper half of a cell; nil where only whole cells can be filled.
  public let upperHalf: Glyph?
  public let barEmpty, barTarget: Glyph
  public let scrollTrack, scrollThumb: Glyph
  public let ellipsis, bullet, middleDot: Glyph
  public let arrowUp, arrowDown, arrowLeft, arrowRight: Glyph
  public let sortAscending, sortDescending: Glyph
  public let mark, unmarked, selected, tick, cross, alert: Glyph
  /// Frames of the sign that work is going on.
  public let spinner: [Glyph]

  public static func of(_ kind: Kind) -> GlyphSet {
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
  public static let braille = unicode(.braille, spinner: "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏")

  /// Lines and eighth blocks.
  public static let block = unicode(.block, spinner: "▖▘▝▗")

  /// Nothing outside ASCII.
  public static let ascii = GlyphSet(
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
