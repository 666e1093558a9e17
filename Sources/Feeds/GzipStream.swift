import Bytes
import CZlib

/// The bytes packed in a gzip file of one or several members.
final class GzipStream: ByteStream {
  private var source: FileStream
  private var zlib = z_stream()
  private let input = OwnedBuffer<UInt8>(repeating: 0, count: 1 << 17)
  private var sourceIsAtEnd = false
  private var state = State.betweenMembers(first: true)

  private enum State {
    case betweenMembers(first: Bool)
    case inMember
    case ended
    case failed(StreamProblem)
  }

  init(_ source: FileStream) {
    self.source = source
    // 16 asks for a gzip header, 15 for the largest window.
    let status = inflateInit2_(&zlib, 16 + 15, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    if status != Z_OK { state = .failed(.gzipDamaged) }
  }

  deinit {
    inflateEnd(&zlib)
  }

  func read(into buffer: MutableBufferView<UInt8>) throws(StreamProblem) -> Int {
    guard !buffer.isEmpty else { return 0 }
    zlib.next_out = buffer.baseAddress
    zlib.avail_out = UInt32(buffer.count)
    var filled: Int { buffer.count - Int(zlib.avail_out) }
    while zlib.avail_out > 0 {
      switch state {
      case .ended: return filled
      case .failed(let fault):
        if filled > 0 { return filled }
        throw fault
      case .betweenMembers(let first): try betweenMembers(first: first)
      case .inMember: try inMember()
      }
    }
    return filled
  }

  private func refill() throws(StreamProblem) {
    guard zlib.avail_in == 0, !sourceIsAtEnd else { return }
    let count: Int
    do throws(StreamProblem) {
      count = try source.read(into: input.view)
    } catch {
      state = .failed(error)
      return
    }
    sourceIsAtEnd = count == 0
    zlib.next_in = input.view.baseAddress
    zlib.avail_in = UInt32(count)
  }

  /// Skips the zeros that some tools pad with, and looks for the next member.
  private func betweenMembers(first: Bool) throws(StreamProblem) {
    try refill()
    if case .failed = state { return }
    while !first, zlib.avail_in > 0, zlib.next_in.pointee == 0 {
      zlib.next_in += 1
      zlib.avail_in -= 1
    }
    if zlib.avail_in == 0 {
      if sourceIsAtEnd { state = first ? .failed(.gzipTruncated) : .ended }
      return
    }
    if !first {
      if zlib.next_in.pointee != 0x1F {
        state = .failed(.gzipTrailingBytes)
        return
      }
      inflateReset(&zlib)
    }
    state = .inMember
  }

  private func inMember() throws(StreamProblem) {
    try refill()
    if case .failed = state { return }
    switch inflate(&zlib, Z_NO_FLUSH) {
    case Z_OK, Z_BUF_ERROR:
      if zlib.avail_in == 0, sourceIsAtEnd, zlib.avail_out > 0 { state = .failed(.gzipTruncated) }
    case Z_STREAM_END: state = .betweenMembers(first: false)
    default: state = .failed(.gzipDamaged)
    }
  }
}
