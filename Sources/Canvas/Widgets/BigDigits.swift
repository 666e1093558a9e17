/// A number in large digits, as large as the place allows: for the figure that is read from across the room.
///
/// Digits, signs, `.`, `%` and spaces are drawn; anything else leaves a gap. Where not even the smallest size fits,
/// the number is written as text.
package struct BigDigits: Widget {
  package var text: String
  package var role: Role
  package var alignment: Alignment
  /// The largest size to use, from 1; nil for whatever fits.
  package var largest: Int?

  package init(_ text: String, role: Role = .number, alignment: Alignment = .left, largest: Int? = nil) {
    self.text = text
    self.role = role
    self.alignment = alignment
    self.largest = largest
  }

  /// The cells that a number takes in a size, from 1.
  package static func size(of text: String, at size: Int, glyphs: GlyphSet) -> Size {
    let font = DigitFont.at(size, glyphs: glyphs)
    return Size(
      columns: font.pixels(of: text) * font.columns, rows: font.rows(of: font.height))
  }

  /// The largest size in which a number fits into a rectangle; nil where none does.
  package static func size(of text: String, fitting room: Size, glyphs: GlyphSet) -> Int? {
    var fitting: Int?
    var size = 1
    while true {
      let need = self.size(of: text, at: size, glyphs: glyphs)
      guard need.columns <= room.columns, need.rows <= room.rows, need.columns > 0 else { return fitting }
      fitting = size
      size += 1
    }
  }

  package func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
    guard !rect.isEmpty else { return }
    let fitting = BigDigits.size(of: text, fitting: rect.size, glyphs: look.glyphs)
    guard let fitting else {
      grid.put(
        text, in: rect.line(0), style: look[role].adding(.bold), alignment: alignment,
        ellipsis: look.glyphs.ellipsis)
      return
    }
    let size = max(1, min(fitting, largest ?? fitting))
    let font = DigitFont.at(size, glyphs: look.glyphs)
    let columns = font.pixels(of: text) * font.columns
    var column = rect.column + alignment.indent(of: columns, in: rect.columns)
    for scalar in text.unicodeScalars {
      let shape = font.shape(of: scalar)
      draw(shape, font, into: &grid, at: Point(column: column, row: rect.row), look: look)
      column += (shape.width + 1) * font.columns
    }
  }

  private func draw(
    _ shape: DigitShape, _ font: DigitFont, into grid: inout Grid, at origin: Point, look: Look
  ) {
    let style = look[role]
    let full = look.glyphs.patterns[0]
    let lower = look.glyphs.verticalSteps[look.glyphs.verticalSteps.count / 2]
    for row in 0..<font.rows(of: font.height) {
      for pixel in 0..<shape.width {
        let glyph: Glyph?
        if let upperHalf = look.glyphs.upperHalf {
          switch (shape.isSet(pixel, row * 2 / font.scale), shape.isSet(pixel, (row * 2 + 1) / font.scale)) {
          case (true, true): glyph = full
          case (true, false): glyph = upperHalf
          case (false, true): glyph = lower
          case (false, false): glyph = nil
          }
        } else {
          glyph = shape.isSet(pixel, row / font.wholeRows) ? full : nil
        }
        guard let glyph else { continue }
        for part in 0..<font.columns {
          let column = origin.column + pixel * font.columns + part
          grid.put(glyph, at: Point(column: column, row: origin.row + row), style: style)
        }
      }
    }
  }
}

/// One sign as rows of pixels.
private struct DigitShape {
  var width: Int
  var rows: [UInt8]

  func isSet(_ column: Int, _ row: Int) -> Bool {
    rows.indices.contains(row) && rows[row] >> (width - 1 - column) & 1 == 1
  }
}

/// Signs in a size: a small drawing of each, every pixel of it some cells large.
private struct DigitFont {
  let isSmall: Bool
  /// A pixel's columns, and its half rows where halves can be drawn.
  let scale: Int
  let hasHalves: Bool

  static func at(_ size: Int, glyphs: GlyphSet) -> DigitFont {
    DigitFont(isSmall: size <= 1, scale: max(1, size - 1), hasHalves: glyphs.upperHalf != nil)
  }

  var columns: Int { scale }
  var height: Int { isSmall ? 5 : 7 }
  /// A pixel's rows where only whole cells can be filled.
  var wholeRows: Int { max(1, scale / 2) }

  func rows(of pixels: Int) -> Int { hasHalves ? (pixels * scale + 1) / 2 : pixels * wholeRows }

  /// The width of a text in pixels, one between signs.
  func pixels(of text: String) -> Int {
    max(0, text.unicodeScalars.reduce(0) { $0 + shape(of: $1).width + 1 } - 1)
  }

  func shape(of scalar: Unicode.Scalar) -> DigitShape {
    let drawing = isSmall ? DigitFont.small[scalar] : DigitFont.large[scalar]
    return drawing ?? DigitShape(width: isSmall ? 1 : 2, rows: [])
  }

  private static func shape(_ rows: String) -> DigitShape {
    let rows = rows.split(separator: " ")
    return DigitShape(
      width: rows.first?.utf8.count ?? 0,
      rows: rows.map { $0.utf8.reduce(0) { $0 << 1 | ($1 == UInt8(ascii: "#") ? 1 : 0) } })
  }

  private static let small: [Unicode.Scalar: DigitShape] = {
    let minus = shape("... ... ### ... ...")
    return [
      "0": shape("### #.# #.# #.# ###"), "1": shape(".#. ##. .#. .#. ###"),
      "2": shape("### ..# ### #.. ###"), "3": shape("### ..# ### ..# ###"),
      "4": shape("#.# #.# ### ..# ..#"), "5": shape("### #.. ### ..# ###"),
      "6": shape("### #.. ### #.# ###"), "7": shape("### ..# ..# .#. .#."),
      "8": shape("### #.# ### #.# ###"), "9": shape("### #.# ### ..# ###"),
      "-": minus, "−": minus, "–": minus, "+": shape("... .#. ### .#. ..."),
      ".": shape(". . . . #"), "%": shape("#.# ..# .#. #.. #.#"),
    ]
  }()

  private static let large: [Unicode.Scalar: DigitShape] = {
    let minus = shape("..... ..... ..... ##### ..... ..... .....")
    return [
      "0": shape(".###. ##.## ##.## ##.## ##.## ##.## .###."),
      "1": shape("..##. .###. ..##. ..##. ..##. ..##. .####"),
      "2": shape(".###. ##.## ...## ..##. .##.. ##... #####"),
      "3": shape(".###. ##.## ...## ..##. ...## ##.## .###."),
      "4": shape("...## ..### .#.## #..## ##### ...## ...##"),
      "5": shape("##### ##... ####. ...## ...## ##.## .###."),
      "6": shape(".###. ##... ##... ####. ##.## ##.## .###."),
      "7": shape("##### ...## ...## ..##. ..##. .##.. .##.."),
      "8": shape(".###. ##.## ##.## .###. ##.## ##.## .###."),
      "9": shape(".###. ##.## ##.## .#### ...## ...## .###."),
      "-": minus, "−": minus, "–": minus,
      "+": shape("..... ..#.. ..#.. ##### ..#.. ..#.. ....."),
      ".": shape(".. .. .. .. .. ## ##"), "%": shape("##..# ##..# ...#. ..#.. .#... #..## #..##"),
    ]
  }()
}
