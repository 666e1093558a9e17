import Bytes
import Community
import JSONTape

/// What is known of the place of a record.
struct RecordPlace: Sendable {
  /// As people are told.
  var file: String
  /// Within the source.
  var path: String
  var row: Int
}

/// A form of JSON records that is known: how they lie in documents, and what they become.
protocol RecordSource: Sendable {
  /// As `--from` names it, and the files that are written.
  var name: String { get }

  /// What is done with the value at a path of a document.
  func step(_ path: [String]) -> DocumentStep

  /// Looks at what stands around the records of a piece.
  func context(_ value: JSONValue, path: String) -> any Sendable

  /// Makes lines of one record.
  func map(_ record: TapeValue, _ context: any Sendable, _ place: RecordPlace, into harvest: inout Harvest)

  /// Whether a file takes part; others are read for nothing or were read before.
  func reads(_ file: SourceFile) -> Bool

  /// Lines that only the whole source gives, after all records.
  func finish(into harvest: inout Harvest)
}

extension RecordSource {
  func context(_ value: JSONValue, path: String) -> any Sendable { () }
  func reads(_ file: SourceFile) -> Bool { true }
  func finish(into harvest: inout Harvest) {}
}

/// Runs a record source over files, in pieces on all cores, in the order of the records.
struct RecordReader {
  let source: any RecordSource
  let computation: Computation

  /// Pieces that wait to be worked on together.
  final class Queue {
    fileprivate var pieces: [RecordPiece] = []
    fileprivate var size = 0
    /// What the pieces before gave.
    fileprivate var done: [Harvest] = []
    init() {}
  }

  /// Reads one file into the queue, and works on the queue whenever enough waits.
  func run(
    _ file: SourceFile, layout: RecordLayout, queue: Queue, progress: @escaping (Int) -> Void,
    isCancelled: @escaping () -> Bool, _ take: @escaping (Harvest) throws(ImportProblem) -> Void
  ) throws(ImportProblem) {
    let reader = try file.open()
    let add = { (piece: RecordPiece) throws(ImportProblem) in
      queue.pieces.append(piece)
      queue.size += piece.bytes.count
      if queue.size >= RecordPiece.size * computation.workers * 2 { try work(queue, take) }
    }
    switch layout {
    case .lines:
      var rejections = Rejections()
      try LineCutter.run(
        reader, file: file, progress: progress, isCancelled: isCancelled, { rejections.add($0) }, add)
      if rejections.count > 0 {
        var harvest = Harvest()
        harvest.rejections = rejections
        try take(harvest)
      }
    case .document:
      let cutter = DocumentCutter(
        reader, file: file, step: source.step, progress: progress, isCancelled: isCancelled, take: add)
      if try !cutter.run() {
        var harvest = Harvest()
        harvest.rejections.add(Rejection(file: file.name, row: 0, reason: .brokenJSON))
        try take(harvest)
      }
    }
  }

  /// Works on all that waits, while what came of the pieces before is handed on.
  func work(
    _ queue: Queue, _ take: @escaping (Harvest) throws(ImportProblem) -> Void
  ) throws(ImportProblem) {
    let (pieces, done) = (queue.pieces, queue.done)
    queue.pieces = []
    queue.size = 0
    queue.done = try Round(computation: computation).run(
      pieces,
      beside: { () throws(ImportProblem) in
        for harvest in done { try take(harvest) }
      }, { harvest($0, $1) })
  }

  /// Works on all that waits and hands on everything.
  func finish(
    _ queue: Queue, _ take: @escaping (Harvest) throws(ImportProblem) -> Void
  ) throws(ImportProblem) {
    try work(queue, take)
    for harvest in queue.done { try take(harvest) }
    queue.done = []
  }

  private func harvest(_ piece: RecordPiece, _ parser: TapeParser) -> Harvest {
    var harvest = Harvest()
    let around = (try? JSONValue(parsing: piece.context)) ?? .null
    let context = source.context(around, path: piece.path)
    piece.bytes.withView { bytes in
      guard let base = bytes.baseAddress else { return }
      // The padding was put behind them when the piece was sealed.
      let bytes = PaddedText(base: base, count: bytes.count - PaddedText.padding)
      for (range, row) in piece.records {
        harvest.records += 1
        let place = RecordPlace(file: piece.file, path: piece.path, row: row)
        let record = bytes.text(range.lowerBound, range.count)
        do throws(JSONProblem) {
          try parser.parse(record) { value in
            Envelope.unwrap(value) { source.map($0, context, place, into: &harvest) }
          }
        } catch {
          harvest.rejections.add(
            Rejection(
              file: piece.file, row: row,
              value: String(String(decoding: record.bytes.prefix(80), as: UTF8.self)),
              reason: .brokenJSON))
        }
      }
    }
    return harvest
  }
}

/// What connectors put around records.
enum Envelope {
  /// Hands on the record within a message of Airbyte (`{stream, data}`, `{type: RECORD, record: {stream, data}}`) or Singer
  /// (`{type: RECORD, stream, record}`), nothing for their other messages, and every other value as it is.
  @inline(__always)
  static func unwrap(_ value: TapeValue, _ body: (TapeValue) -> Void) {
    guard value.kind == .object else { return body(value) }
    if let type = value["type"], type.kind == .string {
      if type.isText("RECORD"), let record = value["record"] { return body(record["data"] ?? record) }
      if type.isText("STATE") || type.isText("SCHEMA") || type.isText("LOG")
        || type.isText("ACTIVATE_VERSION"),
        value["state"] != nil || value["schema"] != nil || value["value"] != nil || value["log"] != nil
          || value["stream"] != nil
      {
        return
      }
    } else if value["stream"]?.kind == .string, let data = value["data"], data.kind == .object {
      return body(data)
    }
    body(value)
  }
}
