/// The text of one cell: a base scalar with at most four zero-width scalars on it, and its width.
///
/// Packed into two words: no heap, compared at once. Only safe scalars get in, because glyphs come from
/// `GlyphReader` or from the program's own drawing.
@usableFromInline
package struct Glyph: Hashable, Sendable {
  // Base in bits 0–20 of `low`, the marks in 21–41 and 42–62, then 0–20 and 21–41 of `high`; the width in 42–43.
  @usableFromInline var low: UInt64
  @usableFromInline var high: UInt64

  @inlinable
  init(low: UInt64, high: UInt64) {
    self.low = low
    self.high = high
  }

  /// A glyph of a scalar that the program draws itself.
  ///
  /// - Parameter width: 1 or 2 columns; it must be the scalar's own.
  @inlinable
  package init(_ base: Unicode.Scalar, width: Int = 1) {
    low = UInt64(base.value)
    high = UInt64(width) << 42
  }

  /// The most zero-width scalars that a glyph keeps.
  package static let maximumMarks = 4

  @usableFromInline package static let space = Glyph(" ")

  /// The right half of a wide glyph: no text of its own.
  package static let continuation = Glyph(low: 0, high: 0)

  /// The first scalar; NUL for a continuation.
  @inlinable package var base: Unicode.Scalar { Self.scalar(low) }

  /// Columns: 1, 2, or 0 for the right half of a wide glyph.
  @inlinable package var width: Int { Int(high >> 42) }

  @inlinable package var isContinuation: Bool { high >> 42 == 0 }

  /// Whether there is nothing to see but the background.
  @inlinable package var isSpace: Bool { low == 0x20 }

  /// How many zero-width scalars stand on the base: 0…4.
  @inlinable package var markCount: Int {
    if low >> 21 == 0 { return 0 }
    if low >> 42 == 0 { return 1 }
    let more = high & 0x3FF_FFFF_FFFF
    return more == 0 ? 2 : more >> 21 == 0 ? 3 : 4
  }

  /// One of the zero-width scalars on the base, from 0 to `markCount - 1`.
  @inlinable
  package func mark(_ index: Int) -> Unicode.Scalar {
    switch index {
    case 0: Self.scalar(low >> 21)
    case 1: Self.scalar(low >> 42)
    case 2: Self.scalar(high)
    default: Self.scalar(high >> 21)
    }
  }

  /// The base and its marks, in order; nothing for a continuation.
  @inlinable
  package func forEachScalar(_ body: (Unicode.Scalar) -> Void) {
    if isContinuation { return }
    body(base)
    for index in 0..<markCount { body(mark(index)) }
  }

  /// Adds a zero-width scalar; the fifth and later ones are dropped.
  @usableFromInline
  mutating func add(mark: UInt32) {
    switch markCount {
    case 0: low |= UInt64(mark) << 21
    case 1: low |= UInt64(mark) << 42
    case 2: high |= UInt64(mark)
    case 3: high |= UInt64(mark) << 21
    default: break
    }
  }

  @inlinable
  static func scalar(_ bits: UInt64) -> Unicode.Scalar {
    // Only valid scalars are ever packed, so the fallback is never taken.
    Unicode.Scalar(UInt32(truncatingIfNeeded: bits & 0x1F_FFFF)) ?? "\u{FFFD}"
  }
}
