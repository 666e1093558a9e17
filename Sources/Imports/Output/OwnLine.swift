import Community
import Glibc

/// Reads the lines of a file that an import wrote.
final class LineReader {
  private let descriptor: Int32
  private let path: String
  private var block = [UInt8](repeating: 0, count: 1 << 20)
  private var from = 0
  private var to = 0
  private var offset: off_t = 0

  /// Closes the descriptor at its end.
  init(descriptor: Int32, path: String) throws(ImportProblem) {
    self.descriptor = descriptor
    self.path = path
    guard descriptor >= 0 else { throw .reading(path, errno) }
  }

  deinit { close(descriptor) }

  /// The next line with its line break, valid until the next call; nil at the end.
  func next() throws(ImportProblem) -> UnsafeRawBufferPointer? {
    while true {
      let line = block.withUnsafeBytes { bytes -> UnsafeRawBufferPointer? in
        guard from < to, let base = bytes.baseAddress,
          let end = memchr(base + from, 0x0A, to - from)
        else { return nil }
        let length = UnsafeRawPointer(end) - (base + from) + 1
        defer { from += length }
        return UnsafeRawBufferPointer(start: base + from, count: length)
      }
      if let line { return line }
      if from > 0 {
        block.replaceSubrange(0..<to - from, with: block[from..<to])
        to -= from
        from = 0
      }
      if to == block.count { block += [UInt8](repeating: 0, count: block.count) }
      let count = block.withUnsafeMutableBytes {
        pread(descriptor, $0.baseAddress.map { $0 + to }, $0.count - to, offset)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .reading(path, errno) }
      if count == 0 {
        guard to > 0 else { return nil }
        block[to] = 0x0A
        to += 1
        continue
      }
      offset += off_t(count)
      to += count
    }
  }
}

/// Reads what a line written by an import is known by.
enum OwnLine {
  /// Hashes of id and parent's id; nil for a line of another form.
  static func keys(of line: UnsafeRawBufferPointer, feed: Feed) -> (key: UInt64, group: UInt64)? {
    if feed == .weather { return weatherKey(line).map { ($0, $0) } }
    guard let id = text(in: line, behind: "{\"id\":\"", at: 0) else { return nil }
    let key = Fingerprint.of(UnsafeRawBufferPointer(rebasing: line[id]))
    if let part = text(in: line, behind: "\",\"part\":\"", at: id.upperBound) {
      let both = Fingerprint.combined(key, Fingerprint.of(UnsafeRawBufferPointer(rebasing: line[part])))
      return (both, both)
    }
    guard let parent = text(in: line, behind: "\",\"of\":\"", at: id.upperBound) else { return (key, key) }
    return (key, Fingerprint.of(UnsafeRawBufferPointer(rebasing: line[parent])))
  }

  /// City and date are what a day's weather is known by; they come first.
  static func weatherKey(_ line: UnsafeRawBufferPointer) -> UInt64? {
    guard let city = text(in: line, behind: "{\"city\":\"", at: 0),
      let date = text(in: line, behind: "\",\"date\":\"", at: city.upperBound)
    else { return nil }
    return Fingerprint.of(UnsafeRawBufferPointer(rebasing: line[city.lowerBound..<date.upperBound]))
  }

  private static func text(
    in line: UnsafeRawBufferPointer, behind mark: StaticString, at place: Int
  ) -> Range<Int>? {
    let start = place + mark.utf8CodeUnitCount
    guard start <= line.count, let base = line.baseAddress,
      memcmp(base + place, mark.utf8Start, mark.utf8CodeUnitCount) == 0
    else { return nil }
    var end = start
    while end < line.count, line[end] != 0x22 { end += line[end] == 0x5C ? 2 : 1 }
    return end < line.count ? start..<end : nil
  }
}

extension OwnLine {
  /// What the id of a line says that was derived from its contents, `x0123456789abcdef-2`: the hash, and the number among equal
  /// lines.
  static func derived(_ line: UnsafeRawBufferPointer) -> (key: UInt64, number: UInt64)? {
    guard let id = text(in: line, behind: "{\"id\":\"x", at: 0), id.count >= 16 else { return nil }
    var key: UInt64 = 0
    for byte in line[id].prefix(16) {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): key = key << 4 | UInt64(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): key = key << 4 | UInt64(byte - UInt8(ascii: "a") + 10)
      default: return nil
      }
    }
    if id.count == 16 { return (key, 1) }
    let rest = line[id].dropFirst(16)
    guard rest.first == UInt8(ascii: "-"),
      let number = UInt64(String(decoding: rest.dropFirst(), as: UTF8.self))
    else { return nil }
    return (key, number)
  }
}
