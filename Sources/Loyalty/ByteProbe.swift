import Bytes

/// Finds places where the first bytes of a folded pattern may stand, eight bytes at a step.
///
/// It looks at up to four bytes: of ASCII letters without their case, of other scalars that have no case as
/// they are. A full-width form in place of ASCII passes whatever follows. What it finds has still to be
/// compared.
struct ByteProbe: Sendable {
  private struct Condition {
    /// Bits that don't count, in each byte.
    var ignored: UInt64
    /// The value, in each byte.
    var value: UInt64
    var isASCII: Bool

    init(ignored: UInt8, value: UInt8, isASCII: Bool) {
      self.ignored = UInt64(ignored) &* ByteProbe.ones
      self.value = UInt64(value) &* ByteProbe.ones
      self.isASCII = isASCII
    }
  }

  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let lows: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
  /// The first byte of the full-width forms, in each byte.
  private static let wideLead: UInt64 = 0xEFEF_EFEF_EFEF_EFEF
  private let conditions: [Condition]

  /// Nil when the first scalar has a case outside ASCII.
  init?(_ text: some StringProtocol) {
    var conditions: [Condition] = []
    for scalar in text.unicodeScalars.lazy.map(FoldedPattern.narrow) {
      if scalar.isASCII {
        let isLetter = scalar.properties.isAlphabetic
        let value = UInt8(scalar.value)
        conditions.append(
          Condition(ignored: isLetter ? 0x20 : 0, value: isLetter ? value | 0x20 : value, isASCII: true))
      } else {
        let text = String(scalar)
        guard text.lowercased() == text, text.uppercased() == text else { break }
        conditions += text.utf8.map { Condition(ignored: 0, value: $0, isASCII: false) }
      }
      if conditions.count >= 4 { break }
    }
    guard !conditions.isEmpty else { return nil }
    self.conditions = Array(conditions.prefix(4))
  }

  /// The first place from `start` on.
  @inline(__always)
  func first(in bytes: ByteView, from start: Int) -> Int? {
    conditions.withView { conditions in
      var place = start
      while place + 8 + conditions.count <= bytes.count {
        let hits = ByteProbe.hits(bytes, place, conditions)
        if hits != 0 { return place + hits.trailingZeroBitCount >> 3 }
        place += 8
      }
      while place < bytes.count {
        if ByteProbe.canBegin(bytes, place, conditions) { return place }
        place += 1
      }
      return nil
    }
  }

  /// The top bit of a byte is set where a match may begin.
  @inline(__always)
  private static func hits(_ bytes: ByteView, _ place: Int, _ conditions: BufferView<Condition>) -> UInt64 {
    var hits = ~UInt64(0)
    var isWide: UInt64 = 0
    for index in 0..<conditions.count {
      let condition = conditions[index]
      let read = UInt64(littleEndian: bytes.load(at: place + index, as: UInt64.self))
      if condition.isASCII { isWide |= zeros(read ^ wideLead) }
      hits &= zeros((read | condition.ignored) ^ condition.value) | isWide
      if hits == 0 { return 0 }
    }
    return hits
  }

  /// The top bit of each byte that is 0, and no other bit.
  @inline(__always)
  private static func zeros(_ word: UInt64) -> UInt64 { ~(((word & lows) &+ lows) | word | lows) }

  private static func canBegin(
    _ bytes: ByteView, _ place: Int, _ conditions: BufferView<Condition>
  ) -> Bool {
    for (index, condition) in conditions.enumerated() where place + index < bytes.count {
      let byte = bytes[place + index]
      if condition.isASCII, byte == UInt8(truncatingIfNeeded: wideLead) { return true }
      let value = UInt8(truncatingIfNeeded: condition.value)
      if byte | UInt8(truncatingIfNeeded: condition.ignored) != value { return false }
    }
    return true
  }
}
