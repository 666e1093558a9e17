import Bytes

/// A file's bytes, with the checksum of those of a range as they are handed out.
final class ChecksummedStream: ByteStream {
  private var source: FileStream
  private let range: Range<Int64>
  /// Of the range's bytes so far.
  private(set) var whole = Checksum()
  /// Of the range's bytes up to the last newline so far.
  private(set) var toLineEnd = Checksum()

  init(_ source: FileStream, range: Range<Int64>) {
    self.source = source
    self.range = range
  }

  func read(into buffer: MutableBufferView<UInt8>) throws(StreamProblem) -> Int {
    let start = source.offset
    let count = try source.read(into: buffer)
    let first = Int(max(range.lowerBound - start, 0))
    let end = Int(min(range.upperBound - start, Int64(count)))
    if first < end { add(buffer.view.extracting(first..<end)) }
    return count
  }

  private func add(_ bytes: ByteView) {
    guard let newline = bytes.lastIndex(of: 0x0A) else { return whole.add(bytes) }
    whole.add(bytes.extracting(0..<newline + 1))
    toLineEnd = whole
    whole.add(bytes.extracting((newline + 1)...))
  }

  /// The checksum of the range's bytes up to an offset of the file: the end of what was read, or of its last line. Nil
  /// where it isn't known.
  func checksum(upTo end: Int64) -> Checksum? {
    [whole, toLineEnd].first { range.lowerBound + $0.count == end }
  }
}
