import Bytes
import Glibc

/// How text of a table is encoded.
package enum TextEncoding: String, CaseIterable, Hashable, Sendable {
  case utf8 = "utf-8"
  case utf16LittleEndian = "utf-16le"
  case utf16BigEndian = "utf-16be"
  case gb18030
  case windows1252 = "windows-1252"

  /// An encoding by a name that people use.
  package init?(named name: String) {
    let name = name.lowercased().filter { $0 != "_" && $0 != " " }
    switch name {
    case "utf8", "utf-8", "utf-8-sig", "ascii": self = .utf8
    case "utf16", "utf-16", "utf-16le", "utf16le", "unicode": self = .utf16LittleEndian
    case "utf-16be", "utf16be": self = .utf16BigEndian
    case "gb18030", "gbk", "gb2312", "cp936", "ansi": self = .gb18030
    case "windows-1252", "cp1252", "latin1", "latin-1", "iso-8859-1": self = .windows1252
    default: return nil
    }
  }

  /// The encoding that a file's first bytes look like, and the size of the mark that says so.
  ///
  /// Without a mark: UTF-8 if they are, else UTF-16 where every other byte is often 0, else GB18030 if they are and
  /// hold Chinese characters, else Windows-1252.
  static func sniff(_ head: [UInt8]) -> (encoding: TextEncoding, mark: Int) {
    if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8, 3) }
    if head.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
    if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
    let zeros = [0, 1].map { odd in
      stride(from: odd, to: min(head.count, 4096), by: 2).count { head[$0] == 0 }
    }
    if zeros[1] > 8, zeros[1] > zeros[0] * 4 { return (.utf16LittleEndian, 0) }
    if zeros[0] > 8, zeros[0] > zeros[1] * 4 { return (.utf16BigEndian, 0) }
    if UTF8Check.validLength(head) >= head.count - 3 { return (.utf8, 0) }
    return (isGB18030(head) ? .gb18030 : .windows1252, 0)
  }

  /// Whether bytes are two- and four-byte characters of GB18030 beside ASCII, most of the two-byte ones of the area that
  /// common Chinese characters have.
  private static func isGB18030(_ bytes: [UInt8]) -> Bool {
    var place = 0
    var (pairs, common) = (0, 0)
    while place < bytes.count {
      let lead = bytes[place]
      if lead < 0x80 {
        place += 1
        continue
      }
      guard place + 3 < bytes.count else { break }
      guard lead >= 0x81, lead <= 0xFE else { return false }
      let trail = bytes[place + 1]
      switch trail {
      case 0x40...0x7E, 0x80...0xFE:
        pairs += 1
        // GB 2312's area of characters and full-width signs.
        if lead >= 0xA1, lead <= 0xF7, trail >= 0xA1 { common += 1 }
        place += 2
      case 0x30...0x39: place += 4
      default: return false
      }
    }
    return pairs > 0 && common * 10 >= pairs * 7
  }

  fileprivate var iconvName: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16LittleEndian: "UTF-16LE"
    case .utf16BigEndian: "UTF-16BE"
    case .gb18030: "GB18030"
    case .windows1252: "CP1252"
    }
  }
}

/// Text of any encoding as UTF-8; what can't be decoded becomes U+FFFD.
final class DecodedBytes: ByteReader {
  private let source: any ByteReader
  private let converter: iconv_t
  private var input: [UInt8] = []
  private var sourceIsAtEnd = false
  private var waiting: ArraySlice<UInt8> = []

  init(_ source: any ByteReader, _ encoding: TextEncoding, name: String) throws(ImportProblem) {
    self.source = source
    guard let converter = iconv_open("UTF-8", encoding.iconvName), Int(bitPattern: converter) != -1 else {
      throw .unknownEncoding(name)
    }
    self.converter = converter
  }

  deinit { iconv_close(converter) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImportProblem) -> Int {
    while waiting.isEmpty {
      if !sourceIsAtEnd {
        let bytes = try source.bytes(upTo: 1 << 18)
        sourceIsAtEnd = bytes.count < 1 << 18
        input += bytes
      }
      if input.isEmpty { return 0 }
      waiting = decode()[...]
    }
    let part = waiting.prefix(buffer.count)
    buffer.copyBytes(from: part)
    waiting = waiting.dropFirst(part.count)
    return part.count
  }

  private func decode() -> [UInt8] {
    var output = [UInt8](repeating: 0, count: input.count * 3 + 16)
    var (used, made) = (0, 0)
    input.withUnsafeMutableBytes { source in
      output.withUnsafeMutableBytes { target in
        while used < source.count {
          var from = source.baseAddress?.advanced(by: used).assumingMemoryBound(to: CChar.self)
          var left = source.count - used
          var to = target.baseAddress?.advanced(by: made).assumingMemoryBound(to: CChar.self)
          var room = target.count - made
          let status = iconv(converter, &from, &left, &to, &room)
          let reason = errno
          used = source.count - left
          made = target.count - room
          if status != -1 { break }
          if reason == EINVAL, !sourceIsAtEnd { break }
          guard reason == EILSEQ || reason == EINVAL, room >= 3 else { break }
          target.storeBytes(of: 0xEF, toByteOffset: made, as: UInt8.self)
          target.storeBytes(of: 0xBF, toByteOffset: made + 1, as: UInt8.self)
          target.storeBytes(of: 0xBD, toByteOffset: made + 2, as: UInt8.self)
          made += 3
          used += 1
        }
      }
    }
    input.removeFirst(used)
    output.removeLast(output.count - made)
    return output
  }
}

/// Whether bytes are UTF-8.
enum UTF8Check {
  static func isValid(_ bytes: ByteView) -> Bool { validLength(bytes) == bytes.count }

  static func validLength(_ bytes: [UInt8]) -> Int { bytes.withView { validLength($0) } }

  /// How many bytes from the start are well-formed.
  static func validLength(_ bytes: ByteView) -> Int {
    var place = 0
    while place < bytes.count {
      while place + 8 <= bytes.count,
        bytes.load(at: place, as: UInt64.self) & 0x8080_8080_8080_8080 == 0
      { place += 8 }
      guard place < bytes.count else { break }
      let lead = bytes[place]
      if lead < 0x80 {
        place += 1
        continue
      }
      guard let length = bytes.scalarLength(at: place) else { return place }
      place += length
    }
    return place
  }
}
