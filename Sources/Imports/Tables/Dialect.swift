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
  private func quotedCell(_ place: inout Int) -> Range<Int> {
    let end = bytes.count
    place += 1
    let start = place
    var target = place
    while place < end {
      if bytes[place] == quote {
        if place + 1 < end, bytes[place + 1] == quote { place += 1 } else { break }
      }
      if target != place { bytes[target] = bytes[place] }
      target += 1
      place += 1
    }
    if place < end { place += 1 }
    while place < end, bytes[place] != delimiter, bytes[place] != 0x0A {
      if bytes[place] != 0x0D {
        bytes[target] = bytes[place]
        target += 1
      }
      place += 1
    }
    return start..<target
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
