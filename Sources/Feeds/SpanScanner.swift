import Bytes
import JSONTape
import CSimdjson

/// Where a record lies in a block.
struct Span: Equatable {
  /// Its first byte that isn't white space.
  var start: UInt32
  /// Behind its last byte; white space may stand before it.
  var end: UInt32
}

/// What is wrong between records.
enum ScanProblem: Hashable, Sendable {
  /// Something else than `[` begins the file.
  case notAnArray
  /// The array has no end. What came before is good.
  case brokeOff
  case missingComma
  /// A comma with no element before or behind it.
  case missingElement
  case trailingContent
}

/// A `ScanProblem`, with its place in the block.
struct PlacedScanProblem: Equatable {
  var fault: ScanProblem
  var offset: Int
}

/// Cuts bytes into records: lines, or the elements of one array. It works over blocks as they come.
///
/// Before each call the caller moves the bytes that were kept to the front of its buffer and appends new ones.
enum SpanScanner {
  case lines(LineScanner)
  case array(ArrayScanner)

  /// Finds the records that end in `bytes[..<count]`.
  ///
  /// - Parameters:
  ///   - buffer: `count` bytes of it. Commas between elements and byte order marks are overwritten with spaces.
  ///   - isLast: whether nothing follows.
  /// - Returns: where the first unfinished record begins. The bytes from there on are wanted again.
  mutating func scan(
    _ buffer: PaddedBuffer, count: Int, isLast: Bool, spans: inout [Span],
    faults: inout [PlacedScanProblem]
  ) -> Int {
    switch self {
    case .lines(var scanner):
      let kept = scanner.scan(buffer.text(count), buffer.bytes(0..<count), spans: &spans)
      self = .lines(scanner)
      return kept
    case .array(var scanner):
      let kept = scanner.scan(buffer.bytes(0..<count), isLast: isLast, spans: &spans, faults: &faults)
      self = .array(scanner)
      return kept
    }
  }
}

extension SpanScanner {
  /// Whether nothing that follows can hold a record.
  var isEnded: Bool {
    if case .array(let scanner) = self { scanner.isEnded } else { false }
  }

  /// Newlines seen so far.
  var lineCount: Int {
    if case .lines(let scanner) = self { scanner.lineCount } else { 0 }
  }

  /// Gives up the unfinished record, which makes no span; none of its bytes is wanted again.
  mutating func dropUnfinished() {
    switch self {
    case .lines(var scanner):
      scanner.dropUnfinished()
      self = .lines(scanner)
    case .array(var scanner):
      scanner.dropUnfinished()
      self = .array(scanner)
    }
  }
}

@inline(__always)
func isSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}

/// The first byte that is neither white space nor of a byte order mark; marks are overwritten with spaces.
@inline(__always)
func skipSpace(_ bytes: MutableBufferView<UInt8>, from start: Int, to end: Int) -> Int {
  var place = start
  while place < end {
    let byte = bytes[trusted: place]
    if isSpace(byte) {
      place &+= 1
    } else if byte == 0xEF, end &- place >= 3, bytes[place &+ 1] == 0xBB, bytes[place &+ 2] == 0xBF {
      bytes.extracting(place..<place + 3).fill(0x20)
      place &+= 3
    } else {
      break
    }
  }
  return place
}

/// Cuts at newlines. Blank lines make no span.
struct LineScanner {
  /// Bytes of the kept ones that hold no newline.
  private var scanned = 0
  private var isDropping = false
  private(set) var lineCount = 0

  /// - Parameter startsInLine: whether what comes up to the first newline is the rest of a line that isn't wanted.
  init(startsInLine: Bool = false) {
    isDropping = startsInLine
  }

  mutating func dropUnfinished() {
    isDropping = true
    scanned = 0
  }

  /// - Parameters:
  ///   - bytes: to be read.
  ///   - writable: the same bytes; byte order marks are overwritten.
  mutating func scan(_ bytes: PaddedText, _ writable: MutableBufferView<UInt8>, spans: inout [Span]) -> Int {
    let count = bytes.count
    var start = 0
    var search = scanned
    let capacity = 1024
    withTemporaryView(repeating: UInt32(0), count: capacity) { places in
      var found = capacity
      while found == capacity {
        found = bytes.findNewlines(from: search, into: places)
        for index in 0..<found {
          let end = Int(places[index])
          if isDropping {
            isDropping = false
          } else {
            start = skipSpace(writable, from: start, to: end)
            if start < end {
              spans.append(
                Span(start: UInt32(truncatingIfNeeded: start), end: UInt32(truncatingIfNeeded: end)))
            }
          }
          start = end &+ 1
        }
        if found > 0 { search = start }
        lineCount &+= found
      }
    }
    if isDropping { start = count }
    scanned = count - start
    return start
  }
}

/// Cuts the elements of one array out of the text around them, minding strings and nesting.
struct ArrayScanner {
  private enum Phase {
    case beforeArray
    /// Behind `[`.
    case firstElement
    /// Behind a comma.
    case element
    case inContainer
    case inScalar
    case afterElement
    case afterArray
    case ended
  }

  private var phase = Phase.beforeArray
  private var walk = csimdjson_container_walk()
  /// Bytes of the kept element that were looked at.
  private var scanned = 0
  private var isInString = false
  private var isEscaped = false
  private var isDropping = false

  var isEnded: Bool { phase == .ended }

  mutating func dropUnfinished() {
    isDropping = true
    scanned = 0
  }

  mutating func scan(
    _ bytes: MutableBufferView<UInt8>, isLast: Bool, spans: inout [Span], faults: inout [PlacedScanProblem]
  ) -> Int {
    let count = bytes.count
    // An unfinished element begins the buffer.
    var start = 0
    var index = scanned
    while index < count {
      let byte = bytes[index]
      switch phase {
      case .inContainer:
        index = csimdjson_walk_container(bytes.baseAddress, index, count, &walk)
        if walk.depth == 0 { endElement(Span(start: UInt32(start), end: UInt32(index)), &spans) }
      case .inScalar:
        if continuesScalar(byte) {
          index += 1
        } else {
          endElement(Span(start: UInt32(start), end: UInt32(index)), &spans)
        }
      case _ where isSpace(byte):
        index += 1
      case _ where byte == 0xEF && skipSpace(bytes, from: index, to: count) > index:
        // A byte order mark, as between files that were put together.
        index = skipSpace(bytes, from: index, to: count)
      case .beforeArray:
        if byte == UInt8(ascii: "[") {
          phase = .firstElement
          index += 1
        } else {
          faults.append(PlacedScanProblem(fault: .notAnArray, offset: index))
          phase = .ended
        }
      case .firstElement, .element:
        if byte == UInt8(ascii: "]") {
          if phase == .element { faults.append(PlacedScanProblem(fault: .missingElement, offset: index)) }
          phase = .afterArray
          index += 1
        } else if byte == UInt8(ascii: ",") {
          faults.append(PlacedScanProblem(fault: .missingElement, offset: index))
          bytes[index] = 0x20
          phase = .element
          index += 1
        } else {
          start = index
          beginElement(byte)
        }
      case .afterElement:
        if byte == UInt8(ascii: ",") {
          bytes[index] = 0x20
          phase = .element
          index += 1
        } else if byte == UInt8(ascii: "]") {
          phase = .afterArray
          index += 1
        } else {
          faults.append(PlacedScanProblem(fault: .missingComma, offset: index))
          start = index
          beginElement(byte)
        }
      case .afterArray:
        faults.append(PlacedScanProblem(fault: .trailingContent, offset: index))
        phase = .ended
      case .ended:
        index = count
      }
    }
    let kept = (phase == .inContainer || phase == .inScalar) && !isDropping ? start : count
    scanned = count - kept
    if isLast { finish(at: count, kept: kept, faults: &faults) }
    return kept
  }

  private mutating func beginElement(_ byte: UInt8) {
    if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
      phase = .inContainer
      walk = csimdjson_container_walk()
    } else {
      phase = .inScalar
      isInString = false
      isEscaped = false
    }
  }

  private mutating func endElement(_ span: Span, _ spans: inout [Span]) {
    if !isDropping { spans.append(span) }
    isDropping = false
    phase = .afterElement
  }

  /// Whatever isn't a container runs to the next comma, bracket or space outside of strings.
  private mutating func continuesScalar(_ byte: UInt8) -> Bool {
    if isInString {
      if isEscaped {
        isEscaped = false
      } else if byte == UInt8(ascii: "\\") {
        isEscaped = true
      } else if byte == UInt8(ascii: "\"") {
        isInString = false
      }
      return true
    }
    switch byte {
    case UInt8(ascii: "\""):
      isInString = true
      return true
    case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "["), UInt8(ascii: "{"): return false
    default: return !isSpace(byte)
    }
  }

  private mutating func finish(at count: Int, kept: Int, faults: inout [PlacedScanProblem]) {
    switch phase {
    case .beforeArray: faults.append(PlacedScanProblem(fault: .notAnArray, offset: count))
    case .afterArray, .ended: break
    default: faults.append(PlacedScanProblem(fault: .brokeOff, offset: kept))
    }
    phase = .ended
  }
}
