import Glibc

/// The directory of a ZIP archive, ZIP64 included. Entries are opened one by one, in any order.
struct ZipArchive: Sendable {
  struct Entry: Sendable {
    var name: String
    var isPacked: Bool
    var packedSize: Int64
    var size: Int64
    /// Where its local header begins.
    var offset: Int64
  }

  let path: String
  private(set) var entries: [Entry] = []

  /// Archives with more entries than this aren't exports.
  private static let entryLimit = 2_000_000

  /// Reads the directory.
  /// - Throws: `damagedArchive`, `encryptedArchive`, `unknownPacking`, `pathEscape`, `archiveBomb`.
  init(path: String) throws(ImportProblem) {
    self.path = path
    var status = stat()
    guard stat(path, &status) == 0 else { throw .reading(path, errno) }
    let size = Int64(status.st_size)
    let tailStart = max(0, size - 66_000)
    let tail = try FileBytes(path: path, from: tailStart).bytes(upTo: Int(size - tailStart))
    guard let end = ZipArchive.endOfDirectory(in: tail) else { throw .damagedArchive(path) }
    var count = Int64(tail.little(end + 10, 2))
    var directorySize = Int64(tail.little(end + 12, 4))
    var directoryStart = Int64(tail.little(end + 16, 4))
    if count == 0xFFFF || directoryStart == 0xFFFF_FFFF || directorySize == 0xFFFF_FFFF {
      guard end >= 20, tail.little(end - 20, 4) == 0x0706_4B50 else { throw .damagedArchive(path) }
      let record = try FileBytes(path: path, from: Int64(clamping: tail.little(end - 12, 8))).bytes(upTo: 56)
      guard record.count == 56, record.little(0, 4) == 0x0606_4B50 else { throw .damagedArchive(path) }
      count = Int64(clamping: record.little(32, 8))
      directorySize = Int64(clamping: record.little(40, 8))
      directoryStart = Int64(clamping: record.little(48, 8))
    }
    guard directoryStart >= 0, directorySize >= 0, directoryStart <= size,
      directorySize <= size - directoryStart
    else { throw .damagedArchive(path) }
    guard count <= ZipArchive.entryLimit, directorySize <= 1 << 30 else { throw .archiveBomb(path) }
    let directory = try FileBytes(path: path, from: directoryStart).bytes(upTo: Int(directorySize))
    try readDirectory(directory, count: Int(count))
    try checkOverlaps(before: directoryStart)
  }

  private static func endOfDirectory(in tail: [UInt8]) -> Int? {
    guard tail.count >= 22 else { return nil }
    var place = tail.count - 22
    while place >= 0 {
      if tail[place] == 0x50, tail.little(place, 4) == 0x0605_4B50 { return place }
      place -= 1
    }
    return nil
  }

  private mutating func readDirectory(_ bytes: [UInt8], count: Int) throws(ImportProblem) {
    var place = 0
    for _ in 0..<count {
      guard place + 46 <= bytes.count, bytes.little(place, 4) == 0x0201_4B50 else {
        throw .damagedArchive(path)
      }
      let nameSize = Int(bytes.little(place + 28, 2))
      let extraSize = Int(bytes.little(place + 30, 2))
      let next = place + 46 + nameSize + extraSize + Int(bytes.little(place + 32, 2))
      guard next <= bytes.count else { throw .damagedArchive(path) }
      let nameBytes = bytes[place + 46..<place + 46 + nameSize]
      let name = String(decoding: nameBytes, as: UTF8.self)
      let display = "\(path): \(name)"
      if name.hasPrefix("/") || name.contains("\\") || name.contains("\0")
        || name.split(separator: "/", omittingEmptySubsequences: false).contains("..")
      {
        throw .pathEscape(display)
      }
      if bytes.little(place + 8, 2) & 1 != 0 { throw .encryptedArchive(display) }
      let method = bytes.little(place + 10, 2)
      var entry = Entry(
        name: name, isPacked: method == 8, packedSize: Int64(bytes.little(place + 20, 4)),
        size: Int64(bytes.little(place + 24, 4)), offset: Int64(bytes.little(place + 42, 4)))
      let extra = place + 46 + nameSize
      entry.readZip64(bytes[extra..<extra + extraSize])
      if entry.size > InflatedBytes.bombFloor, entry.size / InflatedBytes.bombRatio > entry.packedSize {
        throw .archiveBomb(display)
      }
      // Folders are names that end in a slash.
      if !name.hasSuffix("/") {
        guard method == 0 || method == 8 else { throw .unknownPacking(display) }
        entries.append(entry)
      }
      place = next
    }
  }

  /// Entries that share bytes are how small archives unpack to very large ones.
  private func checkOverlaps(before end: Int64) throws(ImportProblem) {
    let places = entries.sorted { $0.offset < $1.offset }
    for (index, entry) in places.enumerated() {
      let limit = index + 1 < places.count ? places[index + 1].offset : end
      guard entry.offset >= 0, entry.packedSize >= 0, entry.offset + 30 + entry.packedSize <= limit else {
        throw .archiveBomb("\(path): \(entry.name)")
      }
    }
  }

  /// The entry's bytes, unpacked; more of them than the directory says is an error.
  func open(_ entry: Entry) throws(ImportProblem) -> any ByteReader {
    let display = "\(path): \(entry.name)"
    let header = try FileBytes(path: path, from: entry.offset).bytes(upTo: 30)
    guard header.count == 30, header.little(0, 4) == 0x0403_4B50 else { throw .damagedArchive(display) }
    let start = entry.offset + 30 + Int64(header.little(26, 2)) + Int64(header.little(28, 2))
    let packed = try FileBytes(path: path, from: start, count: entry.packedSize)
    guard entry.isPacked else { return packed }
    return SizedBytes(try InflatedBytes(packed, .raw, name: display), size: entry.size, name: display)
  }
}

extension ZipArchive.Entry {
  /// Sizes and offset beyond 32 bits stand in the extra field 1, in this order, each only where it's needed.
  fileprivate mutating func readZip64(_ extra: ArraySlice<UInt8>) {
    let extra = Array(extra)
    var place = 0
    while place + 4 <= extra.count {
      let (id, length) = (extra.little(place, 2), Int(extra.little(place + 2, 2)))
      place += 4
      guard place + length <= extra.count else { return }
      if id == 1 {
        var value = place
        for field in [\ZipArchive.Entry.size, \.packedSize, \.offset]
        where self[keyPath: field] == 0xFFFF_FFFF {
          guard value + 8 <= place + length else { return }
          self[keyPath: field] = Int64(clamping: extra.little(value, 8))
          value += 8
        }
      }
      place += length
    }
  }
}

/// Bytes whose number was announced.
private final class SizedBytes: ByteReader {
  private let source: any ByteReader
  private var left: Int64
  private let name: String

  init(_ source: any ByteReader, size: Int64, name: String) {
    self.source = source
    left = size
    self.name = name
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImportProblem) -> Int {
    let count = try source.read(into: buffer)
    left -= Int64(count)
    if left < 0 || (count == 0 && left > 0 && !buffer.isEmpty) { throw .damagedArchive(name) }
    return count
  }
}

extension [UInt8] {
  /// A number of up to eight bytes, the lowest first.
  func little(_ place: Int, _ size: Int) -> UInt64 {
    (0..<size).reduce(0) { $0 | UInt64(self[place + $1]) << UInt64($1 * 8) }
  }
}
