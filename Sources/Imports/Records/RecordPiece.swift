import Bytes
import JSONTape

/// Some records of a JSON file, each a range of the bytes, and the text around them.
struct RecordPiece: Sendable {
  /// With the padding that the parser needs behind them.
  var bytes: [UInt8] = []
  /// Where each record is, and its number in the file, from 1.
  var records: [(range: Range<Int>, row: Int)] = []
  /// What stands around the records in the document, with the array of records empty.
  var context: [UInt8] = []
  var file = ""
  /// The file's path within the source.
  var path = ""

  var isEmpty: Bool { records.isEmpty }

  mutating func append(_ record: ByteView, row: Int) {
    let start = bytes.count
    bytes.append(contentsOf: record)
    // Numbers at the end of a record mustn't run into the next.
    bytes.append(0x0A)
    records.append((start..<start + record.count, row))
  }

  mutating func seal() { bytes.append(contentsOf: repeatElement(0, count: PaddedText.padding)) }

  /// So many bytes make a piece.
  static let size = 1 << 20
  /// A record longer than this is no record.
  static let recordLimit = 64 << 20
}

/// How the records of a JSON file lie in it.
enum RecordLayout: Hashable, Sendable {
  /// One value a line.
  case lines
  /// One document with one or several arrays of records in it, or that is a record itself.
  case document

  /// What the first bytes look like; nil when they aren't JSON.
  static func sniff(_ head: [UInt8]) -> RecordLayout? {
    let bytes = head.starts(with: [0xEF, 0xBB, 0xBF]) ? head.dropFirst(3) : head[...]
    guard let first = bytes.firstIndex(where: { !$0.isJSONSpace }) else { return nil }
    guard bytes[first] == UInt8(ascii: "{") || bytes[first] == UInt8(ascii: "[") else { return nil }
    if bytes[first] == UInt8(ascii: "[") { return .document }
    // Another object behind the first means lines.
    var depth = 0
    var isInString = false
    var place = first
    while place < bytes.endIndex {
      let byte = bytes[place]
      if isInString {
        if byte == UInt8(ascii: "\\") { place += 1 } else if byte == 0x22 { isInString = false }
      } else if byte == 0x22 {
        isInString = true
      } else if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") {
        depth += 1
      } else if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") {
        depth -= 1
        if depth == 0 { break }
      }
      place += 1
    }
    guard place < bytes.endIndex else { return .document }
    return bytes[(place + 1)...].contains { !$0.isJSONSpace } ? .lines : .document
  }
}

extension UInt8 {
  var isJSONSpace: Bool { self == 0x20 || self == 0x0A || self == 0x0D || self == 0x09 }
}

/// Cuts a file with a record a line into pieces.
enum LineCutter {
  static func run(
    _ source: any ByteReader, file: SourceFile, progress: (Int) -> Void, isCancelled: () -> Bool,
    _ reject: (Rejection) -> Void, _ take: (RecordPiece) throws(ImportProblem) -> Void
  ) throws(ImportProblem) {
    var rest: [UInt8] = []
    var row = 0
    var isAtEnd = false
    while !isAtEnd {
      if isCancelled() { throw .cancelled }
      let bytes = try source.bytes(upTo: RecordPiece.size)
      progress(bytes.count)
      isAtEnd = bytes.isEmpty
      rest += bytes
      if isAtEnd, !rest.isEmpty { rest.append(0x0A) }
      var piece = RecordPiece()
      piece.file = file.name
      piece.path = file.path
      var start = 0
      rest.withView { rest in
        var place = 0
        while place < rest.count {
          if rest[place] == 0x0A {
            row += 1
            var from = start
            if rest.count - from >= 3, rest[from] == 0xEF, rest[from + 1] == 0xBB, rest[from + 2] == 0xBF {
              from += 3
            }
            while from < place, rest[from].isJSONSpace { from += 1 }
            if from < place { piece.append(rest.extracting(from..<place), row: row) }
            start = place + 1
          }
          place += 1
        }
      }
      rest.removeFirst(start)
      if rest.count > RecordPiece.recordLimit {
        reject(Rejection(file: file.name, row: row + 1, reason: .rowTooLong))
        rest = []
      }
      if !piece.isEmpty {
        piece.seal()
        try take(piece)
      }
    }
  }
}
