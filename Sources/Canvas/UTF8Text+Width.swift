/// How much of a text fits in a field.
package struct TextFit: Hashable, Sendable {
  /// Columns that the fitting part takes.
  package let columns: Int
  /// Bytes of the fitting part.
  package let bytes: Int
  /// Whether that is all of the text.
  package let isWhole: Bool
}

extension UTF8Text {
  /// The columns that the text takes when painted.
  ///
  /// - Complexity: O(bytes)
  package var cellWidth: Int {
    withUTF8Bytes { bytes in
      var reader = GlyphReader(bytes)
      var width = 0
      while let glyph = reader.next() { width += glyph.width }
      return width
    }
  }

  /// The longest beginning of the text that fits in a field, an ellipsis of `reserve` columns included where
  /// it doesn't fit whole.
  ///
  /// - Complexity: O(bytes that fit)
  package func fit(_ field: Int, reserve: Int = 0) -> TextFit {
    withUTF8Bytes { bytes in
      var reader = GlyphReader(bytes)
      var width = 0
      var cut = (columns: 0, bytes: 0)
      while let glyph = reader.next() {
        if width + glyph.width > field {
          return TextFit(columns: cut.columns, bytes: cut.bytes, isWhole: false)
        }
        width += glyph.width
        if width + reserve <= field { cut = (width, reader.position) }
      }
      return TextFit(columns: width, bytes: bytes.count, isWhole: true)
    }
  }

  /// The text as it is painted: safe, and cut to a width, with an ellipsis where something is missing.
  package func truncated(to field: Int, ellipsis: Glyph = Glyph("…")) -> String {
    let fit = fit(field, reserve: 1)
    var text = painted(upTo: fit.bytes)
    if !fit.isWhole, field > 0 { ellipsis.forEachScalar { text.unicodeScalars.append($0) } }
    return text
  }

  /// The text as it is painted, cut or filled with spaces to exactly a width.
  package func padded(
    to field: Int, alignment: Alignment = .left, ellipsis: Glyph = Glyph("…")
  ) -> String {
    let text = truncated(to: field, ellipsis: ellipsis)
    let width = text.cellWidth
    let before = alignment.indent(of: width, in: field)
    return String(repeating: " ", count: before) + text
      + String(repeating: " ", count: max(0, field - width - before))
  }

  /// The text as it is painted: nothing in it that could steer a terminal.
  package var painted: String { painted(upTo: .max) }

  private func painted(upTo limit: Int) -> String {
    withUTF8Bytes { bytes in
      var reader = GlyphReader(bytes, range: 0..<Swift.min(limit, bytes.count))
      var text = ""
      while let glyph = reader.next() { glyph.forEachScalar { text.unicodeScalars.append($0) } }
      return text
    }
  }
}
