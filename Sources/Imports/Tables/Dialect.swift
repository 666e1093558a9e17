import Bytes

/// How cells and rows of a table are told apart, with the names of a Frictionless Table Dialect.
package struct Dialect: Hashable, Sendable {
  package var delimiter: UInt8 = UInt8(ascii: ",")
  package var quote: UInt8 = UInt8(ascii: "\"")
  package var hasHeader = true
  /// Rows above the head, such as a title.
  package var skippedRows = 0
  /// Rows end in CR alone.
  package var endsInReturn = false

  package init() {}
}

/// One cell: its bytes, quotes taken off.
typealias Cell = ByteView

/// Goes over whole rows in memory, cell by cell. Doubled quotes are undone in place.
struct RowScanner {
  private let bytes: MutableBufferView<UInt8>
  private var next = 0
  private let delimiter: UInt8
  private let quote: UInt8
  /// Where a cell of the latest row begins whose quote never closes; nil where each does.
  private(set) var unclosed: Int?

  init(_ bytes: MutableBufferView<UInt8>, _ dialect: Dialect) {
    self.bytes = bytes
    delimiter = dialect.delimiter
    quote = dialect.quote
  }

  /// Fills `cells` with the next row.
  /// - Returns: how many it has; nil at the end. Those beyond the room of `cells` are counted only.
  @inline(__always)
  mutating func nextRow(_ cells: MutableBufferView<Cell>) -> Int? {
    let (bytes, end, delimiter, quote) = (bytes, bytes.count, delimiter, quote)
    guard next < end else { return nil }
    unclosed = nil
    var count = 0
    var place = next
    while true {
      var range: Range<Int>
      if place < end, bytes[trusted: place] == quote {
        range = quotedCell(&place)
      } else {
        let start = place
        while place < end, bytes[trusted: place] != delimiter, bytes[trusted: place] != 0x0A { place += 1 }
        range = start..<place
      }
      let isLast = place >= end || bytes[trusted: place] == 0x0A
      if isLast, !range.isEmpty, bytes[range.upperBound - 1] == 0x0D {
        range = range.lowerBound..<range.upperBound - 1
      }
      if count < cells.count { cells[count] = bytes.view.extracting(range) }
      count += 1
      if isLast {
        next = place + 1
        return count
      }
      place += 1
    }
  }

  /// A cell that begins with a quote; what follows its closing quote belongs to it as it stands.
  ///
  /// Where the quote never closes, or closes on another line in the middle of a cell, as it does when the quote of a later row
  /// is taken for it, the cell ends with its line, so that the rows behind it are read.
  private mutating func quotedCell(_ place: inout Int) -> Range<Int> {
    let end = bytes.count
    let start = place + 1
    var close = start
    var (hasDoubled, lineEnd) = (false, -1)
    while close < end {
      let byte = bytes[trusted: close]
      if byte == quote {
        guard close + 1 < end, bytes[trusted: close + 1] == quote else { break }
        hasDoubled = true
        close += 1
      } else if byte == 0x0A, lineEnd < 0 {
        lineEnd = close
      }
      close += 1
    }
    if close == end || (lineEnd >= 0 && !isCellEnd(close + 1)) {
      unclosed = start
      place = lineEnd < 0 ? end : lineEnd
      return start..<place
    }
    var target = close
    if hasDoubled {
      target = start
      var source = start
      while source < close {
        if bytes[trusted: source] == quote { source += 1 }
        bytes[target] = bytes[trusted: source]
        target += 1
        source += 1
      }
    }
    place = close + 1
    while place < end, bytes[trusted: place] != delimiter, bytes[trusted: place] != 0x0A {
      if bytes[trusted: place] != 0x0D {
        bytes[target] = bytes[trusted: place]
        target += 1
      }
      place += 1
    }
    return start..<target
  }

  private func isCellEnd(_ place: Int) -> Bool {
    guard place < bytes.count else { return true }
    let byte = bytes[place]
    return byte == delimiter || byte == 0x0A || byte == 0x0D || byte == 0x20
  }
}

/// Cuts a table into pieces of whole rows.
struct RowCutter {
  /// A row longer than this isn't one: a cell of megabytes, or a quote that never closes.
  static let rowLimit = 4 << 20

  private let quote: UInt8
  private let delimiter: UInt8

  init(_ dialect: Dialect) {
    quote = dialect.quote
    delimiter = dialect.delimiter
  }

  /// Where the last row that is whole ends in the bytes, its line break included; 0 when none is.
  func end(of bytes: ByteView) -> Int {
    var place = 0
    var last = 0
    let count = bytes.count
    while place < count {
      // Up to the next quote all line breaks end rows.
      var quotePlace = place
      while quotePlace < count, bytes[quotePlace] != quote { quotePlace += 1 }
      var scan = quotePlace
      while scan > place, bytes[scan - 1] != 0x0A { scan -= 1 }
      if scan > place { last = scan }
      guard quotePlace < count else { return last }
      place = quotePlace + 1
      // A quote within a cell is nothing but a character.
      guard quotePlace == 0 || bytes[quotePlace - 1] == delimiter || bytes[quotePlace - 1] == 0x0A else {
        continue
      }
      var isClosed = false
      while place < count {
        if bytes[place] == quote {
          if place + 1 < count, bytes[place + 1] == quote {
            place += 2
            continue
          }
          place += 1
          isClosed = true
          break
        }
        place += 1
      }
      if !isClosed { return last }
    }
    return last
  }
}
