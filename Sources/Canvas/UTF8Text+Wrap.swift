import Bytes

extension UTF8Text {
  /// The byte ranges of the lines that the text takes at a width.
  ///
  /// Breaks at spaces, which don't start or end a line, and beside wide glyphs, but not before closing or after
  /// opening punctuation, and not between a number and its unit or a short sign and its number (`30 d`, `n 202`). A
  /// word wider than a line is cut. Line ends in the text stay line ends.
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
  // The same between what belongs together, for lines that have no other place.
  var weak: (end: Int, next: Int, columns: Int)?
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
      if belongTogether(bytes, before: position, after: reader.position, in: range) {
        weak = (position, reader.position, columns + 1)
      } else {
        if !previous.isSpace { candidate = (position, reader.position, columns + 1) }
        candidate?.next = reader.position
        candidate?.columns = columns + 1
      }
    } else if !isAtStart, !previous.isSpace, mayBreak(between: previous, and: glyph) {
      candidate = (position, position, columns)
    }
    columns += glyph.width
    previous = glyph
    isAtStart = false
    guard columns > width, !glyph.isSpace else { continue }
    if let place = candidate ?? weak {
      lines.append(lineStart..<place.end)
      lineStart = place.next
      columns -= place.columns
    } else if position > lineStart {
      lines.append(lineStart..<position)
      lineStart = position
      columns = glyph.width
    }
    candidate = nil
    weak = nil
    isAtStart = columns == 0
  }
  var end = range.upperBound
  while end > lineStart, bytes[end - 1] == 0x20 { end -= 1 }
  lines.append(lineStart..<end)
}

/// Units that stand behind a number and a space.
private let units: Set<String> = ["d", "h", "min", "s", "w", "pts", "kB", "MB", "GB", "×", "÷"]

/// Whether a space stands between a number and its unit or counter (`30 d`, `30 天`), or between a short sign and its
/// number (`n 202`, `NPS 44`).
private func belongTogether(
  _ bytes: ByteView, before: Int, after: Int, in range: Range<Int>
) -> Bool {
  guard before > range.lowerBound, after < range.upperBound else { return false }
  func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  let nextEnd = bytes[after..<range.upperBound].firstIndex(of: 0x20) ?? range.upperBound
  if isDigit(bytes[before - 1]) {
    // What begins with three bytes is an ideograph, as counters are.
    if bytes[after] & 0xF0 == 0xE0, bytes[after] >= 0xE3 { return true }
    guard nextEnd - after <= 4 else { return false }
    let word = String(decoding: bytes[after..<nextEnd], as: UTF8.self)
    return units.contains(word.trimmingSuffix { ",.;:)".contains($0) })
  }
  guard
    isDigit(bytes[after])
      || (after + 1 < nextEnd && "+-±".utf8.contains(bytes[after]) && isDigit(bytes[after + 1]))
  else { return false }
  var start = before
  while start > range.lowerBound, bytes[start - 1] != 0x20, before - start <= 4 { start -= 1 }
  let sign = bytes[start..<before]
  return sign.count <= 4 && (sign.count == 1 || sign.allSatisfy { $0 >= 0x41 && $0 <= 0x5A })
    && sign.allSatisfy { $0 >= 0x41 && $0 <= 0x7A }
}

extension String {
  fileprivate func trimmingSuffix(_ isTrimmed: (Character) -> Bool) -> String {
    var text = Substring(self)
    while let last = text.last, isTrimmed(last) { text.removeLast() }
    return String(text)
  }
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
