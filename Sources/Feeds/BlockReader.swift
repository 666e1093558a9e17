import Bytes
import Glibc
import JSONTape

/// Reads a stream block by block and says where the records of each block lie.
///
/// A stream may be one range of a file: then the records are those that begin in it.
final class BlockReader {
  /// Records longer than this are set aside without being held.
  static let recordLimit = 256 << 20

  /// The bytes of the block, with padding behind them.
  var bytes: PaddedText { buffer.text(used) }
  /// Records of the block, in order.
  private(set) var spans: [Span] = []
  /// Faults between records of the block.
  private(set) var faults: [PlacedScanProblem] = []
  /// Where in the stream (a file's own bytes, or what is packed in it) the block begins.
  private(set) var offset: Int64
  /// Lines before the block, from the beginning of the reading.
  private(set) var linesBefore = 0
  /// Records in the blocks before, those that were left out included.
  private(set) var recordsBefore = 0
  /// Offset of a record that is longer than the limit and left out, once.
  private(set) var oversized: Int64?
  /// Where a last line without a newline begins, be it blank or not.
  private(set) var tail: Int64?
  /// What ended the stream before its time.
  private(set) var streamFault: StreamProblem?
  /// A last line without a newline: its offset and its place in the block. It isn't among the spans.
  private(set) var pending: Span?

  private var stream: any ByteStream
  private var scanner: SpanScanner
  private let buffer: PaddedBuffer
  private let blockSize: Int
  private let recordLimit: Int
  /// Records from here on belong to the next range.
  private let rangeEnd: Int64
  private var used = 0
  private var kept = 0
  private var isAtEnd = false
  private var isFinished = false
  private var newlinesBeyond = 0
  /// Up to where in the block newlines were counted, and how many there are.
  private var countedPlace = 0
  private var countedNewlines = 0

  /// - Parameters:
  ///   - offset: of the stream's first byte.
  ///   - rangeEnd: records that begin there or later are left to others.
  init(
    _ stream: any ByteStream, _ scanner: SpanScanner, offset: Int64 = 0, rangeEnd: Int64 = .max,
    buffer: PaddedBuffer? = nil, blockSize: Int = 1 << 18, recordLimit: Int = BlockReader.recordLimit
  ) {
    self.stream = stream
    self.scanner = scanner
    self.offset = offset
    self.rangeEnd = rangeEnd
    self.buffer = buffer ?? PaddedBuffer(capacity: 2 * blockSize)
    self.blockSize = blockSize
    self.recordLimit = recordLimit
  }

  /// Offset behind the last byte that was read.
  var position: Int64 { offset + Int64(used) }

  /// Whether the block holds any backslash, so that strings may say something else than they are written.
  var hasBackslashes: Bool { buffer.text(used).bytes.firstPlace(of: 0x5C) != nil }

  /// Newlines read so far that begin a line before the end of the range.
  var newlineCount: Int { scanner.lineCount - newlinesBeyond }

  /// Bytes of the block at a span.
  func text(at span: Span) -> PaddedText {
    bytes.text(Int(span.start), Int(span.end - span.start))
  }

  /// Line of a place in the block, from 1 at the beginning of the reading.
  /// - Complexity: O(bytes between it and the place asked for before, or before it in the block).
  func line(at place: Int) -> Int {
    if place < countedPlace { (countedPlace, countedNewlines) = (0, 0) }
    countedNewlines += newlines(in: countedPlace..<place)
    countedPlace = place
    return linesBefore + countedNewlines + 1
  }

  /// Bytes of white space between the beginning of a span's line and the span.
  func indent(of span: Span) -> Int {
    let start = Int(span.start)
    var place = start
    while place > 0, isSpace(bytes[place - 1]), bytes[place - 1] != 0x0A { place -= 1 }
    return start - place
  }

  private func newlines(in range: Range<Int>) -> Int {
    var rest = buffer.text(used).bytes.extracting(range)
    var count = 0
    while let newline = rest.firstPlace(of: 0x0A) {
      count += 1
      rest = rest.extracting((newline + 1)...)
    }
    return count
  }

  /// Reads on until there is something to tell.
  /// - Returns: false when the stream has ended and nothing is left.
  func next() -> Bool {
    recordsBefore += spans.count + (oversized == nil ? 0 : 1)
    spans.removeAll(keepingCapacity: true)
    faults.removeAll(keepingCapacity: true)
    oversized = nil
    pending = nil
    while !isFinished {
      advance()
      if !spans.isEmpty || !faults.isEmpty || oversized != nil || pending != nil || streamFault != nil {
        return true
      }
    }
    return false
  }

  private func advance() {
    linesBefore = scanner.lineCount
    (countedPlace, countedNewlines) = (0, 0)
    moveKeptToFront()
    fill()
    kept = scanner.scan(buffer, count: used, isLast: isAtEnd, spans: &spans, faults: &faults)
    while let last = spans.last, offset + Int64(last.start) >= rangeEnd { spans.removeLast() }
    if offset + Int64(kept) >= rangeEnd || scanner.isEnded {
      isFinished = true
      countNewlinesBeyond()
    } else if isAtEnd {
      isFinished = true
      findPending()
    } else if used - kept > recordLimit {
      oversized = offset + Int64(kept)
      scanner.dropUnfinished()
      kept = used
    }
  }

  private func countNewlinesBeyond() {
    guard position >= rangeEnd else { return }
    newlinesBeyond = newlines(in: max(0, Int(rangeEnd - 1 - offset))..<used)
  }

  private func findPending() {
    guard case .lines = scanner else { return }
    if kept < used { tail = offset + Int64(kept) }
    var start = kept
    start = skipSpace(buffer.bytes(0..<used), from: start, to: used)
    if start < used { pending = Span(start: UInt32(start), end: UInt32(used)) }
  }

  private func moveKeptToFront() {
    guard kept > 0 else { return }
    buffer.moveToFront(kept..<used)
    offset += Int64(kept)
    used -= kept
    kept = 0
  }

  private func fill() {
    if used + blockSize > buffer.capacity {
      buffer.reserve(max(used + blockSize, buffer.capacity * 2), keeping: used)
    }
    // Behind the range only the rest of its last record is wanted.
    let left = rangeEnd - position
    let wanted = left > 0 ? min(blockSize, Int(clamping: left)) : min(blockSize, max(4096, used))
    do throws(StreamProblem) {
      let count = try stream.read(
        into: buffer.bytes(used..<used + wanted))
      if count == 0 { isAtEnd = true }
      used += count
    } catch {
      streamFault = error
      isAtEnd = true
    }
  }
}
