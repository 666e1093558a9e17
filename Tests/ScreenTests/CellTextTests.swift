import Canvas
import Testing

@testable import Screen

@Suite("Cells on their way out")
struct CellTextTests {
  /// Widths as a C library might have them: wide from U+2E80 on, marks at U+0300, nothing newer than U+1FAF0.
  private func columns(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.value {
    case 0x300..<0x370: 0
    case 0x1FAF0...: -1
    case 0x2E80...: 2
    default: 1
    }
  }

  private func text(_ glyph: Glyph, isUnicode: Bool = true) -> (String, Int) {
    var characters: [Int32] = []
    let width = CellText(isUnicode: isUnicode, capacity: 5, columns: columns).write(glyph, into: &characters)
    let scalars = characters.compactMap { Unicode.Scalar(UInt32($0)) }
    return (String(String.UnicodeScalarView(scalars)), width)
  }

  @Test("plain and wide characters go as they are")
  func plain() {
    #expect(text(Glyph("a")) == ("a", 1))
    #expect(text(Glyph("é")) == ("é", 1))
    #expect(text(Glyph("海", width: 2)) == ("海", 2))
  }

  @Test("a character the C library doesn't know is replaced and the columns kept")
  func unknown() {
    #expect(text(Glyph("\u{1FAF0}", width: 2)) == ("\u{FFFD}", 1))
    #expect(text(Glyph("海", width: 1)) == ("\u{FFFD}", 1))
    #expect(text(Glyph("\u{301}")) == ("\u{FFFD}", 1))
  }

  @Test(
    "controls and direction marks never leave", arguments: ["\u{1B}", "\u{7F}", "\u{9B}", "\u{202E}", "\0"])
  func controls(_ scalar: Unicode.Scalar) {
    #expect(text(Glyph(scalar)) == ("\u{FFFD}", 1))
  }

  @Test("outside UTF-8 everything beyond ASCII is a question mark")
  func ascii() {
    #expect(text(Glyph("a"), isUnicode: false) == ("a", 1))
    #expect(text(Glyph("é"), isUnicode: false) == ("?", 1))
    #expect(text(Glyph("海", width: 2), isUnicode: false) == ("?", 1))
  }
}
