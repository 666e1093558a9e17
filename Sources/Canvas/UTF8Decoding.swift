import Bytes

extension BufferView where Element == UInt8 {
  /// The scalar value at an offset and the bytes it takes; U+FFFD for a part that isn't UTF-8 (overlong forms,
  /// surrogates and values beyond U+10FFFF included).
  ///
  /// The offset must lie inside the bytes. At least one byte is always taken.
  func decodeScalar(at offset: Int) -> (value: UInt32, length: Int) {
    let first = UInt32(self[offset])
    if first < 0x80 { return (first, 1) }
    let needed: Int
    var value: UInt32
    var lowest: UInt8 = 0x80
    var highest: UInt8 = 0xBF
    switch first {
    case 0xC2...0xDF: (needed, value) = (1, first & 0x1F)
    case 0xE0...0xEF:
      (needed, value) = (2, first & 0x0F)
      if first == 0xE0 { lowest = 0xA0 }
      if first == 0xED { highest = 0x9F }
    case 0xF0...0xF4:
      (needed, value) = (3, first & 0x07)
      if first == 0xF0 { lowest = 0x90 }
      if first == 0xF4 { highest = 0x8F }
    default: return (0xFFFD, 1)
    }
    for step in 1...needed {
      guard offset + step < count else { return (0xFFFD, step) }
      let byte = self[offset + step]
      guard byte >= lowest, byte <= highest else { return (0xFFFD, step) }
      value = value << 6 | UInt32(byte & 0x3F)
      lowest = 0x80
      highest = 0xBF
    }
    return (value, needed + 1)
  }
}
