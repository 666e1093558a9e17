import Bytes
import JSONTape

/// What a report consists of in one form: a head, rows one by one, and a tail.
package struct ReportContent {
  /// Pieces are handed on when they have grown to this many bytes.
  static let pieceSize = 1 << 16

  private var head: [UInt8]
  private var rowCount = 0
  /// Appends the row of a number below `rowCount` to the bytes; called for each in order.
  private var appendRow: (Int, inout [UInt8]) -> Void = { _, _ in }
  private var tail: [UInt8] = []

  /// What is made as a whole.
  init(_ bytes: [UInt8]) { head = bytes }

  /// What may be long, one row at a time.
  ///
  /// - Parameter row: appends a row to the bytes, its line break included.
  init<Rows: RandomAccessCollection>(
    head: [UInt8], rows: Rows, tail: [UInt8], row: @escaping (Rows.Element, inout [UInt8]) -> Void
  ) {
    self.head = head
    self.tail = tail
    rowCount = rows.count
    appendRow = { number, bytes in row(rows[rows.index(rows.startIndex, offsetBy: number)], &bytes) }
  }

  /// Hands everything on in pieces.
  func write(to sink: ReportSink) rethrows {
    var piece = head
    for number in 0..<rowCount {
      appendRow(number, &piece)
      guard piece.count >= ReportContent.pieceSize else { continue }
      try piece.withView { try sink($0) }
      piece.removeAll(keepingCapacity: true)
    }
    piece += tail
    if !piece.isEmpty { try piece.withView { try sink($0) } }
  }
}

extension ReportContent {
  /// Comma-separated values: a header and a row for each element.
  ///
  /// - Parameter row: writes the cells of an element; the row's end is written after it.
  static func csv<Rows: RandomAccessCollection>(
    _ header: [String], _ rows: Rows, _ row: @escaping (Rows.Element, inout CSVWriter) -> Void
  ) -> ReportContent {
    var writer = CSVWriter()
    writer.row(header)
    return ReportContent(head: writer.bytes, rows: rows, tail: []) { element, bytes in
      writer.removeAll()
      row(element, &writer)
      writer.endRow()
      bytes += writer.bytes
    }
  }

  /// An array of objects, each on a line of its own, within text that is made at one go.
  ///
  /// - Parameters:
  ///   - head: up to the array's bracket, this included.
  ///   - indentation: spaces before each object.
  ///   - tail: from the array's closing bracket on.
  static func json<Rows: RandomAccessCollection>(
    head: [UInt8], objects: Rows, indentation: Int = 0, tail: String,
    _ object: @escaping (Rows.Element, inout JSONWriter) -> Void
  ) -> ReportContent {
    var writer = JSONWriter()
    var isFirst = true
    let margin = [UInt8](repeating: 0x20, count: indentation)
    return ReportContent(head: head, rows: objects, tail: Array(tail.utf8)) { element, bytes in
      if !isFirst { bytes.append(UInt8(ascii: ",")) }
      isFirst = false
      bytes.append(0x0A)
      bytes += margin
      writer.removeAll()
      writer.object { object(element, &$0) }
      bytes += writer.bytes
    }
  }
}
