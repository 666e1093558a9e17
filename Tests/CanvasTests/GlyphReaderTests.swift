import Canvas
import Glibc
import Testing

/// The glyphs of a text, each as its scalars in hexadecimal and its width: `1100:2`.
private func glyphs(_ text: some UTF8Text) -> [String] {
  text.withUTF8Bytes { bytes in
    var reader = GlyphReader(bytes)
    var found: [String] = []
    while let glyph = reader.next() {
      var scalars: [String] = []
      glyph.forEachScalar { scalars.append(String($0.value, radix: 16, uppercase: true)) }
      found.append(scalars.joined(separator: "+") + ":\(glyph.width)")
    }
    return found
  }
}

@Suite struct GlyphReaderTests {
  @Test func plainTextTakesACellAScalar() {
    #expect("Ada é".cellWidth == 5)
    #expect("上海 ok".cellWidth == 7)
    #expect("".cellWidth == 0)
  }

  @Test func controlsNeverReachACell() {
    for value in Array(0...0x1F) + [0x7F] + Array(0x80...0x9F) {
      let text = "a\(Unicode.Scalar(UInt32(value))!)b"
      #expect(text.cellWidth == 3)
      let middle = text.painted.unicodeScalars.dropFirst().first
      #expect(middle == ((9...13).contains(value) ? " " : "\u{FFFD}"))
    }
    #expect("\u{1B}[31mred".painted == "\u{FFFD}[31mred")
    #expect("\u{1B}]0;title\u{7}".painted == "\u{FFFD}]0;title\u{FFFD}")
    #expect("\u{9B}2J".painted == "\u{FFFD}2J")
  }

  @Test func directionCannotBeTurned() {
    for value: UInt32 in [0x200E, 0x200F, 0x061C, 0x202A, 0x202B, 0x202C, 0x202D, 0x202E, 0x2066, 0x2069] {
      #expect("a\(Unicode.Scalar(value)!)b".painted == "a\u{FFFD}b")
    }
  }

  @Test func brokenBytesAndNoncharactersAreReplaced() {
    #expect(glyphs([0x61, 0xED, 0xA0, 0x80, 0x62]) == ["61:1", "FFFD:1", "FFFD:1", "FFFD:1", "62:1"])
    #expect(glyphs([0xC0, 0xAF]) == ["FFFD:1", "FFFD:1"])
    #expect(glyphs([0xE4, 0xB8]) == ["FFFD:1"])
    #expect(glyphs([0xF4, 0x90, 0x80, 0x80]) == ["FFFD:1", "FFFD:1", "FFFD:1", "FFFD:1"])
    #expect(glyphs([0xFF]) == ["FFFD:1"])
    #expect(glyphs([0xEF, 0xB7, 0x90]) == ["FFFD:1"])
    #expect(glyphs("\u{FFFE}\u{1FFFE}\u{10FFFF}") == ["FFFD:1", "FFFD:1", "FFFD:1"])
  }

  @Test func aSequenceShowsItsFirstEmoji() {
    #expect(glyphs("👩‍👩‍👧‍👦x") == ["1F469:2", "78:1"])
    #expect(glyphs("👍🏽x") == ["1F44D:2", "78:1"])
    #expect(glyphs("👩🏽‍❤️‍💋‍👨🏿") == ["1F469:2"])
    #expect(glyphs("👩‍⚕️") == ["1F469:2"])
    #expect(glyphs("☝🏽") == ["261D:1"])
    #expect(glyphs("🏽") == ["1F3FD:2"])
    #expect(glyphs("🏴\u{E0067}\u{E0062}\u{E007F}") == ["1F3F4:2"])
    #expect(glyphs("👩" + String(repeating: "\u{200D}👩", count: 500)) == ["1F469:2"])
  }

  @Test func aFlagShowsItsLetters() {
    #expect("🇨🇳".painted == "CN")
    #expect(glyphs("🇨🇳🇯") == ["43:1", "4E:1", "4A:1"])
  }

  @Test func variationSelectorsAreDropped() {
    #expect(glyphs("❤\u{FE0F}a") == ["2764:1", "61:1"])
    #expect(glyphs("1\u{FE0F}\u{20E3}") == ["31+20E3:1"])
    #expect(glyphs("\u{FEFF}a\u{AD}b") == ["61:1", "62:1"])
  }

  @Test func fourMarksStayAndTheRestGo() {
    #expect(glyphs("e\u{301}x") == ["65+301:1", "78:1"])
    let zalgo = "e" + String(repeating: "\u{301}", count: 500) + "x"
    #expect(glyphs(zalgo) == ["65+301+301+301+301:1", "78:1"])
    #expect(glyphs("\u{301}a") == ["20+301:1", "61:1"])
    #expect(glyphs("漢\u{302}") == ["6F22+302:2"])
  }

  @Test func hangulLettersAreComposed() {
    #expect(
      "\u{1112}\u{1161}\u{11AB}\u{1100}\u{1173}\u{11AF}".painted.unicodeScalars.elementsEqual(
        "한글".unicodeScalars))
    #expect(glyphs("\u{1112}\u{1161}\u{11AB}") == ["D55C:2"])
    #expect(glyphs("\u{A960}\u{1161}") == ["A960+1161:2"])
    #expect(glyphs("\u{1161}") == ["20+1161:1"])
  }

  @Test func otherScriptsKeepTheirCells() {
    #expect("ﾊﾞ".cellWidth == 2)
    #expect("สวัสดี".cellWidth == 4)
    #expect("สวัสดี".painted.unicodeScalars.elementsEqual("สวัสดี".unicodeScalars))
    #expect("مرحبا".cellWidth == 5)
    #expect("می\u{200C}خواهم".cellWidth == 7)
    #expect("नमस्ते".cellWidth == 4)
    #expect("①Ω…".cellWidth == 3)
  }

  @Test func textIsCutAndFilledByCells() {
    #expect("上海市".truncated(to: 5) == "上海…")
    #expect("上海市".truncated(to: 4) == "上…")
    #expect("上海市".truncated(to: 6) == "上海市")
    #expect("abc".truncated(to: 2, ellipsis: Glyph("~")) == "a~")
    #expect("abc".truncated(to: 0) == "")
    #expect("上海市".padded(to: 5, alignment: .right) == "上海…")
    #expect("上海市".padded(to: 4, alignment: .right) == " 上…")
    #expect("42".padded(to: 5, alignment: .right) == "   42")
    #expect("42".padded(to: 5, alignment: .centre) == " 42  ")
  }

  @Test func widthsAgreeWithTheCLibrary() throws {
    let locale = try #require(newlocale(LC_CTYPE_MASK, "C.UTF-8", nil))
    let previous = uselocale(locale)
    defer {
      uselocale(previous)
      freelocale(locale)
    }
    // Format controls that are dropped, or shown as a replacement because they could turn the text around.
    let special: Set<UInt32> = Set(
      [0xAD, 0x180E, 0x200B, 0xFE0E, 0xFE0F, 0xFEFF, 0x061C, 0x200D, 0x200E, 0x200F]
        + Array(0x202A...0x202E) + Array(0x2060...0x206F) + Array(0xFFF9...0xFFFB))
    // Glibc's module map hides `wcwidth`, so it's looked up; the signature is POSIX's.
    let symbol = try #require(dlsym(nil, "wcwidth"))
    let wcwidth = unsafeBitCast(symbol, to: (@convention(c) (wchar_t) -> CInt).self)
    var wrong: [String] = []
    for value in UInt32(0x20)..<0x3_0000 {
      guard let scalar = Unicode.Scalar(value), !special.contains(value) else { continue }
      let isEgyptianControl = (0x13430...0x13438).contains(value)
      let isScoreControl = (0x1BCA0...0x1BCA3).contains(value) || (0x1D173...0x1D17A).contains(value)
      if isEgyptianControl || isScoreControl { continue }
      let expected = Int(wcwidth(wchar_t(value)))
      // Below zero the library doesn't know the scalar: a replacement, or an emoji or ideograph newer than it.
      if expected < 0 { continue }
      let width = "a\(scalar)".cellWidth - 1
      if width != expected { wrong.append("\(String(value, radix: 16)): \(width), not \(expected)") }
    }
    #expect(wrong.isEmpty, "\(wrong.prefix(20))")
  }
}
