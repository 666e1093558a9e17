import CZlib

/// What deflate packed, as it lies in gzip files and ZIP entries.
final class InflatedBytes: ByteReader {
  enum Form: Equatable {
    /// One or several gzip members.
    case gzip
    /// Deflate without a header, as in ZIP; its end is the stream's own.
    case raw
  }

  /// What unpacks to more than this many times its size, beyond `bombFloor` bytes, is no export.
  static let bombRatio: Int64 = 400
  static let bombFloor: Int64 = 64 << 20

  private let source: any ByteReader
  private let form: Form
  private let name: String
  private var zlib = z_stream()
  private let input: UnsafeMutableRawBufferPointer
  private var isEnded = false
  private var sourceIsAtEnd = false
  private var taken: Int64 = 0
  private var given: Int64 = 0

  init(_ source: any ByteReader, _ form: Form, name: String) throws(ImportProblem) {
    self.source = source
    self.form = form
    self.name = name
    input = .allocate(byteCount: 1 << 17, alignment: 64)
    let window: Int32 = form == .gzip ? 16 + 15 : -15
    let status = inflateInit2_(&zlib, window, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { throw .damagedArchive(name) }
  }

  deinit {
    inflateEnd(&zlib)
    input.deallocate()
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImportProblem) -> Int {
    guard !isEnded, !buffer.isEmpty else { return 0 }
    zlib.next_out = buffer.baseAddress?.assumingMemoryBound(to: UInt8.self)
    zlib.avail_out = UInt32(min(buffer.count, 1 << 30))
    let room = zlib.avail_out
    while zlib.avail_out == room {
      if zlib.avail_in == 0, !sourceIsAtEnd {
        let count = try source.read(into: input)
        sourceIsAtEnd = count == 0
        taken += Int64(count)
        zlib.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
        zlib.avail_in = UInt32(count)
      }
      let status = inflate(&zlib, Z_NO_FLUSH)
      if status == Z_STREAM_END {
        isEnded = form == .raw
        if !isEnded, zlib.avail_in == 0 { isEnded = try isAtEndOfSource() }
        if isEnded { break }
        guard inflateReset(&zlib) == Z_OK else { throw .damagedArchive(name) }
      } else if status == Z_BUF_ERROR {
        if sourceIsAtEnd, zlib.avail_in == 0 { throw .damagedArchive(name) }
      } else if status != Z_OK {
        throw .damagedArchive(name)
      }
    }
    let count = Int(room - zlib.avail_out)
    given += Int64(count)
    if given > InflatedBytes.bombFloor, given / InflatedBytes.bombRatio > taken { throw .archiveBomb(name) }
    return count
  }

  /// Whether nothing follows; takes in what does.
  private func isAtEndOfSource() throws(ImportProblem) -> Bool {
    let count = try source.read(into: input)
    sourceIsAtEnd = count == 0
    taken += Int64(count)
    zlib.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    zlib.avail_in = UInt32(count)
    return count == 0
  }
}
