import Glibc

/// Unpacks a tar archive (ustar, pax and GNU long names) into a folder of its own.
enum TarArchive {
  /// Whether bytes begin an archive.
  static func begins(_ head: [UInt8]) -> Bool {
    head.count >= 262 && head[257..<262].elementsEqual(Array("ustar".utf8))
  }

  /// Writes each regular file into `folder` under a number, and tells its name in the archive.
  ///
  /// Links, devices and folders are left out; nothing is written under a name that the archive chose.
  static func unpack(
    _ source: any ByteReader, name archive: String, into folder: String,
    isCancelled: () -> Bool
  ) throws(ImportProblem) -> [(name: String, path: String, size: Int64)] {
    var files: [(name: String, path: String, size: Int64)] = []
    var longName: String?
    while true {
      let header = try source.bytes(upTo: 512)
      if header.isEmpty || header.allSatisfy({ $0 == 0 }) { return files }
      guard header.count == 512, begins(header) || isOldHeader(header) else {
        throw .damagedArchive(archive)
      }
      guard let size = number(header[124..<136]) else { throw .damagedArchive(archive) }
      let type = header[156]
      switch type {
      case UInt8(ascii: "L"), UInt8(ascii: "x"):
        guard size <= 1 << 20 else { throw .damagedArchive(archive) }
        let bytes = try source.bytes(upTo: Int(size))
        guard bytes.count == size else { throw .damagedArchive(archive) }
        longName = type == UInt8(ascii: "L") ? text(bytes[...]) : paxPath(bytes) ?? longName
        try skip(source, padding(size), archive)
      case UInt8(ascii: "0"), 0:
        var name = text(header[0..<100])
        let prefix = begins(header) ? text(header[345..<500]) : ""
        if !prefix.isEmpty { name = "\(prefix)/\(name)" }
        if let longName { name = longName }
        longName = nil
        if name.hasPrefix("/") || name.split(separator: "/").contains("..") {
          throw .pathEscape("\(archive): \(name)")
        }
        while name.hasPrefix("./") { name.removeFirst(2) }
        let path = "\(folder)/\(files.count)"
        try copy(source, size, to: path, archive, isCancelled)
        try skip(source, padding(size), archive)
        files.append((name, path, size))
      default:
        longName = nil
        try skip(source, size + padding(size), archive)
      }
    }
  }

  private static func isOldHeader(_ header: [UInt8]) -> Bool {
    // The checksum counts its own eight bytes as spaces.
    let sum = header.enumerated().reduce(0) { $0 + (148..<156 ~= $1.offset ? 32 : Int($1.element)) }
    return number(header[148..<156]).map { Int($0) == sum } ?? false
  }

  private static func padding(_ size: Int64) -> Int64 { (512 - size % 512) % 512 }

  /// Octal digits, or base 256 behind a set high bit.
  private static func number(_ field: ArraySlice<UInt8>) -> Int64? {
    guard let first = field.first else { return nil }
    if first & 0x80 != 0 {
      let value = field.dropFirst().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      return Int64(exactly: value)
    }
    var value: Int64 = 0
    for byte in field where byte != 0x20 && byte != 0 {
      guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "7"), value < 1 << 50 else { return nil }
      value = value << 3 | Int64(byte - UInt8(ascii: "0"))
    }
    return value
  }

  private static func text(_ field: ArraySlice<UInt8>) -> String {
    String(decoding: field.prefix { $0 != 0 }, as: UTF8.self)
  }

  /// The record `path` of a pax header: `27 path=name`.
  private static func paxPath(_ bytes: [UInt8]) -> String? {
    for line in bytes.split(separator: 0x0A) {
      let text = String(decoding: line, as: UTF8.self)
      guard let space = text.firstIndex(of: " ") else { continue }
      let record = text[text.index(after: space)...]
      if record.hasPrefix("path=") { return String(record.dropFirst(5)) }
    }
    return nil
  }

  private static func skip(_ source: any ByteReader, _ count: Int64, _ name: String) throws(ImportProblem) {
    var left = count
    while left > 0 {
      let got = try source.bytes(upTo: Int(min(left, 1 << 16))).count
      if got == 0 { throw .damagedArchive(name) }
      left -= Int64(got)
    }
  }

  private static func copy(
    _ source: any ByteReader, _ size: Int64, to path: String, _ name: String, _ isCancelled: () -> Bool
  ) throws(ImportProblem) {
    let file = try TemporaryFile(path: path)
    var left = size
    while left > 0 {
      if isCancelled() { throw .cancelled }
      let bytes = try source.bytes(upTo: Int(min(left, 1 << 20)))
      if bytes.isEmpty { throw .damagedArchive(name) }
      try file.write(bytes)
      left -= Int64(bytes.count)
    }
  }
}
