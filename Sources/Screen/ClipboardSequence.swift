/// The sequence that hands text to the terminal's clipboard (OSC 52).
enum ClipboardSequence {
  /// The longest text that terminals commonly take, in bytes of UTF-8.
  static let byteLimit = 56_244

  /// nil for a longer text. The text travels in Base64, so nothing in it can end the sequence.
  static func bytes(for text: String) -> [UInt8]? {
    let utf8 = Array(text.utf8)
    guard utf8.count <= byteLimit else { return nil }
    return Array("\u{1B}]52;c;".utf8) + base64(utf8) + [0x07]
  }

  static func base64(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var result: [UInt8] = []
    result.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      var word = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      var quartet: [UInt8] = []
      for _ in 0..<4 {
        quartet.insert(digits[word & 63], at: 0)
        word >>= 6
      }
      for index in group.count + 1..<4 where index < 4 { quartet[index] = UInt8(ascii: "=") }
      result.append(contentsOf: quartet)
    }
    return result
  }
}
