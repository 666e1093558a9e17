import Bytes

/// Pairs of texts in one run of bytes: the length of each (LEB128), then its bytes.
package enum PairText {
  package static func encode(_ pairs: [(String, String)]) -> [UInt8] {
    var bytes: [UInt8] = []
    for text in pairs.flatMap({ [$0.0, $0.1] }) {
      var length = text.utf8.count
      while length >= 0x80 {
        bytes.append(UInt8(length & 0x7F) | 0x80)
        length >>= 7
      }
      bytes.append(UInt8(length))
      bytes.append(contentsOf: text.utf8)
    }
    return bytes
  }

  package static func decode(_ bytes: ByteView) -> [(channel: String, id: String)] {
    var texts: [String] = []
    var index = 0
    while index < bytes.count {
      var length = 0
      var shift = 0
      while index < bytes.count {
        let byte = bytes[index]
        index += 1
        length |= Int(byte & 0x7F) << shift
        shift += 7
        if byte < 0x80 { break }
      }
      let end = min(index + length, bytes.count)
      texts.append(String(decoding: bytes.extracting(index..<end), as: UTF8.self))
      index = end
    }
    return stride(from: 0, to: texts.count - 1, by: 2).map { (texts[$0], texts[$0 + 1]) }
  }
}
