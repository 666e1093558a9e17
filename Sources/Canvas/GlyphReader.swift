import Bytes

/// Cuts UTF-8 bytes into what is painted, one glyph at a time, and lets nothing through that could steer a
/// terminal.
///
/// - Controls, bidi controls, noncharacters, unassigned scalars and broken bytes become U+FFFD, one cell each;
///   tabs and line ends become spaces.
/// - One base with up to four zero-width scalars is one glyph; more of them are dropped.
/// - A ZWJ or skin-tone sequence shows its first emoji; a flag its two letters; variation selectors 15 and 16
///   are dropped.
/// - A combining mark without a base stands on a space. Hangul letters are composed into syllables.
package struct GlyphReader {
  private let bytes: ByteView
  /// The offset of the next byte to read.
  package private(set) var position: Int
  private let end: Int

  /// A reader of some of the bytes, which must outlive it.
  package init(_ bytes: ByteView, range: Range<Int>? = nil) {
    let range = (range ?? 0..<bytes.count).clamped(to: 0..<bytes.count)
    self.bytes = bytes.extracting(0..<range.upperBound)
    position = range.lowerBound
    end = range.upperBound
  }

  /// The next glyph, or nil at the end. Its width is 1 or 2.
  @inline(__always)
  package mutating func next() -> Glyph? {
    guard position < end else { return nil }
    let byte = bytes[position]
    if byte &- 0x20 < 0x5F, position + 1 == end || bytes[position + 1] < 0x80 {
      position += 1
      return Glyph(low: UInt64(byte), high: 1 << 42)
    }
    return nextCluster()
  }

  private mutating func nextCluster() -> Glyph? {
    while position < end {
      let (value, length) = bytes.decodeScalar(at: position)
      position += length
      let kind = ScalarKind(value)
      if kind == .dropped { continue }
      var glyph = Self.glyph(value, kind)
      absorbMarks(into: &glyph, after: value)
      return glyph
    }
    return nil
  }

  private static func glyph(_ value: UInt32, _ kind: ScalarKind) -> Glyph {
    switch kind {
    case .wide: return Glyph(low: UInt64(value), high: 2 << 42)
    case .narrow:
      let isRegionalIndicator = value >= 0x1F1E6 && value <= 0x1F1FF
      let shown = isRegionalIndicator ? value - 0x1F1E6 + 0x41 : value
      return Glyph(low: UInt64(shown), high: 1 << 42)
    case .mark:
      var glyph = Glyph.space
      if value != zeroWidthJoiner { glyph.add(mark: value) }
      return glyph
    case .blank: return .space
    case .unsafe, .dropped: return Glyph("\u{FFFD}")
    }
  }

  private static let zeroWidthJoiner: UInt32 = 0x200D

  private static func isEmoji(_ value: UInt32) -> Bool {
    // Digits and the number sign count as emoji in the database, because of keycaps.
    value >= 0xA9 && Unicode.Scalar(value)?.properties.isEmoji ?? false
  }

  private mutating func absorbMarks(into glyph: inout Glyph, after base: UInt32) {
    while position < end, Self.mayBeginMark(bytes[position]) {
      let (value, length) = bytes.decodeScalar(at: position)
      if value == Self.zeroWidthJoiner || (value >= 0x1F3FB && value <= 0x1F3FF), Self.isEmoji(base) {
        position += length
        if value == Self.zeroWidthJoiner { skipEmoji() }
        continue
      }
      switch ScalarKind(value) {
      case .dropped: position += length
      case .mark:
        position += length
        if !compose(value, into: &glyph) { glyph.add(mark: value) }
      case .narrow, .wide, .unsafe, .blank: return
      }
    }
  }

  /// Whether a scalar that starts with a byte may stand on another: not ASCII, and not one of the large blocks
  /// of letters, ideographs and syllables that hold no marks.
  @inline(__always)
  private static func mayBeginMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x7F, 0xC3...0xCB, 0xD0...0xD1, 0xE4...0xE9, 0xEB...0xEC: false
    default: true
    }
  }

  /// Passes over the emoji that a joiner has tied to the one before.
  private mutating func skipEmoji() {
    guard position < end, bytes[position] >= 0x80 else { return }
    let (value, length) = bytes.decodeScalar(at: position)
    if Self.isEmoji(value) { position += length }
  }

  /// Joins a Hangul vowel or final to the letters before it; false when they don't make a syllable.
  private func compose(_ value: UInt32, into glyph: inout Glyph) -> Bool {
    let base = UInt32(truncatingIfNeeded: glyph.low)
    guard value >= 0x1161, value <= 0x11C2, glyph.low >> 21 == 0 else { return false }
    if base >= 0x1100, base <= 0x1112, value <= 0x1175 {
      glyph.low = UInt64(0xAC00 + ((base - 0x1100) * 21 + value - 0x1161) * 28)
      return true
    }
    if base >= 0xAC00, base <= 0xD7A3, (base - 0xAC00) % 28 == 0, value >= 0x11A8 {
      glyph.low = UInt64(base + value - 0x11A7)
      return true
    }
    return false
  }
}
