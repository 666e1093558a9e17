import CZlib

/// Archives made by hand.
enum MadeZip {
  /// A ZIP of some files.
  static func archive(_ files: [(String, [UInt8])], packed: Bool = false) -> [UInt8] {
    var bytes: [UInt8] = []
    var directory: [UInt8] = []
    for (name, contents) in files {
      let data = packed ? deflated(contents, window: -15) : contents
      let sum = crc32(0, contents, UInt32(contents.count))
      let offset = bytes.count
      let common =
        little(20, 2) + little(0, 2) + little(packed ? 8 : 0, 2) + little(0, 4) + little(UInt64(sum), 4)
        + little(UInt64(data.count), 4) + little(UInt64(contents.count), 4)
        + little(UInt64(name.utf8.count), 2)
        + little(0, 2)
      bytes += [0x50, 0x4B, 3, 4] + common + Array(name.utf8) + data
      directory +=
        [0x50, 0x4B, 1, 2] + little(20, 2) + common + little(0, 2) + little(0, 2) + little(0, 2)
        + little(0, 4)
        + little(UInt64(offset), 4) + Array(name.utf8)
    }
    return bytes + directory + end(count: files.count, directory: directory.count, at: bytes.count)
  }

  /// Two entries whose bytes are the same ones.
  static func overlapping(_ contents: [UInt8]) -> [UInt8] {
    let one = archive([("a.csv", contents)])
    let start = one.count - 22 - (46 + 5)
    let entry = Array(one[start..<one.count - 22])
    return Array(one[..<start]) + entry + entry + end(count: 2, directory: entry.count * 2, at: start)
  }

  private static func end(count: Int, directory: Int, at start: Int) -> [UInt8] {
    [0x50, 0x4B, 5, 6] + little(0, 4) + little(UInt64(count), 2) + little(UInt64(count), 2)
      + little(UInt64(directory), 4) + little(UInt64(start), 4) + little(0, 2)
  }

  static func gzip(_ contents: [UInt8]) -> [UInt8] { deflated(contents, window: 31) }

  /// A tar archive of the form ustar.
  static func tar(_ files: [(String, [UInt8])]) -> [UInt8] {
    var bytes: [UInt8] = []
    for (name, contents) in files {
      var header = [UInt8](repeating: 0, count: 512)
      header.replaceSubrange(0..<name.utf8.count, with: name.utf8)
      let size = String(contents.count, radix: 8)
      header.replaceSubrange(124..<124 + size.utf8.count, with: size.utf8)
      header[156] = UInt8(ascii: "0")
      header.replaceSubrange(257..<262, with: "ustar".utf8)
      bytes += header + contents + [UInt8](repeating: 0, count: (512 - contents.count % 512) % 512)
    }
    return bytes + [UInt8](repeating: 0, count: 1024)
  }

  private static func deflated(_ contents: [UInt8], window: Int32) -> [UInt8] {
    var stream = z_stream()
    deflateInit2_(
      &stream, 6, Z_DEFLATED, window, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    var output = [UInt8](repeating: 0, count: contents.count + contents.count / 100 + 1024)
    var input = contents
    let count = input.withUnsafeMutableBufferPointer { input in
      output.withUnsafeMutableBufferPointer { output in
        stream.next_in = input.baseAddress
        stream.avail_in = UInt32(input.count)
        stream.next_out = output.baseAddress
        stream.avail_out = UInt32(output.count)
        deflate(&stream, Z_FINISH)
        return Int(stream.total_out)
      }
    }
    deflateEnd(&stream)
    return Array(output[..<count])
  }

  private static func little(_ number: UInt64, _ size: Int) -> [UInt8] {
    (0..<size).map { UInt8(truncatingIfNeeded: number >> UInt64($0 * 8)) }
  }
}
