import Bytes

extension UTF8Text {
  /// The byte ranges of the lines that the text takes at a width.
  ///
  /// Breaks at spaces, which don't start or end a line, and beside wide glyphs, but not before closing or after
  /// opening punctuation. A word wider than a line is cut. Line ends in the text stay line ends.
  ///
  /// - Complexity: O(bytes)
  package func wrapped(to width: Int) -> [Range<Int>] {
    guard width > 0 else { return [] }
    return withUTF8Bytes { bytes in
      var lines: [Range<Int>] = []
      var start = 0
      while start <= bytes.count {
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        let stop = end > start && end < bytes.count && bytes[end - 1] == 0x0D ? end - 1 : end
        wrapParagraph(bytes, start..<stop, width: width, into: &lines)
        start = end + 1
      }
      if lines.last?.isEmpty == true { lines.removeLast() }
      return lines
    }
  }
}

private func wrapParagraph(
  _ bytes: ByteView, _ range: Range<Int>, width: Int, into lines: inout [Range<Int>]
) {
  var reader = GlyphReader(bytes, range: range)
  var lineStart = range.lowerBound
  var columns = 0
  // Where the line may end, where the next one would start then, and the columns before that start.
  var candidate: (end: Int, next: Int, columns: Int)?
  var previous = Glyph.space
  var isAtStart = true
  while true {
    let position = reader.position
    guard let glyph = reader.next() else { break }
    if isAtStart, glyph.isSpace, lineStart != range.lowerBound {
      lineStart = reader.position
      continue
    }
    if glyph.isSpace {
      if !previous.isSpace { candidate = (position, reader.position, columns + 1) }
      candidate?.next = reader.position
      candidate?.columns = columns + 1
    } else if !isAtStart, !previous.isSpace, mayBreak(between: previous, and: glyph) {
      candidate = (position, position, columns)
    }
    columns += glyph.width
    previous = glyph
    isAtStart = false
    guard columns > width, !glyph.isSpace else { continue }
    if let place = candidate {
      lines.append(lineStart..<place.end)
      lineStart = place.next
      columns -= place.columns
    } else if position > lineStart {
      lines.append(lineStart..<position)
      lineStart = position
      columns = glyph.width
    }
    candidate = nil
    isAtStart = columns == 0
  }
  var end = range.upperBound
  while end > lineStart, bytes[end - 1] == 0x20 { end -= 1 }
  lines.append(lineStart..<end)
}

/// Whether a line may break between two glyphs without a space.
private func mayBreak(between one: Glyph, and other: Glyph) -> Bool {
  guard one.width == 2 || other.width == 2 else { return false }
  return !isClosing(other.base) && !isOpening(one.base)
}

private func isClosing(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "、", "。", "，", "．", "！", "？", "；", "：", "）", "」", "』", "】", "》", "〉", "〕", "〗", "］", "｝", "”", "’",
    "…", "—", "·", "ー", "々", "%", ",", ".", "!", "?", ";", ":", ")", "]", "}":
    true
  default: false
  }
}

private func isOpening(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "（", "「", "『", "【", "《", "〈", "〔", "〖", "［", "｛", "“", "‘", "(", "[", "{", "¥", "￥", "$": true
  default: false
  }
}
