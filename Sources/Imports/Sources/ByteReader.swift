import Glibc

/// Bytes in order, each handed out once.
protocol ByteReader: AnyObject {
  /// Fills up to `buffer.count` bytes, possibly fewer; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImportProblem) -> Int
}

extension ByteReader {
  /// Fills the buffer as far as there are bytes.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(ImportProblem) -> Int {
    var filled = 0
    while filled < buffer.count {
      let count = try read(into: UnsafeMutableRawBufferPointer(rebasing: buffer[filled...]))
      if count == 0 { break }
      filled += count
    }
    return filled
  }

  /// The next bytes, `limit` at most.
  func bytes(upTo limit: Int) throws(ImportProblem) -> [UInt8] {
    var problem: ImportProblem?
    let bytes = [UInt8](unsafeUninitializedCapacity: limit) { buffer, filled in
      do throws(ImportProblem) {
        filled = try fill(UnsafeMutableRawBufferPointer(buffer))
      } catch {
        problem = error
      }
    }
    if let problem { throw problem }
    return bytes
  }
}

/// A file of the system, read from a place to its end or for so many bytes.
final class FileBytes: ByteReader {
  private let path: String
  private let descriptor: Int32
  private var offset: Int64
  private var left: Int64

  /// - Parameters:
  ///   - path: where it is; a FIFO or device is refused without waiting for it.
  ///   - offset: where reading begins.
  ///   - count: so many bytes at most.
  init(path: String, from offset: Int64 = 0, count: Int64 = .max) throws(ImportProblem) {
    self.path = path
    self.offset = offset
    left = count
    descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY)
    guard descriptor >= 0 else { throw .reading(path, errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path) }
    posix_fadvise(descriptor, 0, 0, POSIX_FADV_SEQUENTIAL)
  }

  deinit { close(descriptor) }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImportProblem) -> Int {
    let wanted = Int(min(Int64(buffer.count), left))
    guard wanted > 0 else { return 0 }
    while true {
      let count = pread(descriptor, buffer.baseAddress, wanted, off_t(offset))
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { throw .reading(path, errno) }
      offset += Int64(count)
      left -= Int64(count)
      return count
    }
  }
}

/// Bytes that were read ahead, then the rest.
final class PrefixedBytes: ByteReader {
  private var head: ArraySlice<UInt8>
  private let rest: any ByteReader

  init(_ head: [UInt8], _ rest: any ByteReader) {
    self.head = head[...]
    self.rest = rest
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImportProblem) -> Int {
    if head.isEmpty { return try rest.read(into: buffer) }
    let part = head.prefix(buffer.count)
    buffer.copyBytes(from: part)
    head = head.dropFirst(part.count)
    return part.count
  }
}

/// Bytes in memory.
final class ArrayBytes: ByteReader {
  private var rest: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  func read(into buffer: UnsafeMutableRawBufferPointer) throws(ImportProblem) -> Int {
    let part = rest.prefix(buffer.count)
    buffer.copyBytes(from: part)
    rest = rest.dropFirst(part.count)
    return part.count
  }
}
