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
typealias Cell = UnsafeBufferPointer<UInt8>

/// Goes over whole rows in memory, cell by cell. Doubled quotes are undone in place.
struct RowScanner {
  private var next: UnsafeMutablePointer<UInt8>
  private let end: UnsafeMutablePointer<UInt8>
  private let delimiter: UInt8
  private let quote: UInt8

  init(_ bytes: UnsafeMutableBufferPointer<UInt8>, _ dialect: Dialect) {
    // An empty buffer has no base; any other pointer does for it.
    next = bytes.baseAddress ?? UnsafeMutablePointer(bitPattern: 1)!
    end = next + bytes.count
    delimiter = dialect.delimiter
    quote = dialect.quote
  }

  /// Fills `cells` with the next row.
  /// - Returns: how many it has; nil at the end. Those beyond the room of `cells` are counted only.
  @inline(__always)
  mutating func nextRow(_ cells: UnsafeMutableBufferPointer<Cell>) -> Int? {
    guard next < end else { return nil }
    var count = 0
    var place = next
    let (end, delimiter, quote) = (end, delimiter, quote)
    while true {
      let start = place
      var cell: Cell
      if place < end, place.pointee == quote {
        cell = quotedCell(&place)
      } else {
        while place < end, place.pointee != delimiter, place.pointee != 0x0A { place += 1 }
        cell = Cell(start: start, count: place - start)
      }
      let isLast = place >= end || place.pointee == 0x0A
      if isLast, let base = cell.baseAddress, cell.count > 0, base[cell.count - 1] == 0x0D {
        cell = Cell(start: base, count: cell.count - 1)
      }
      if count < cells.count { cells[count] = cell }
      count += 1
      if isLast {
        next = place + 1
        return count
      }
      place += 1
    }
  }

  /// A cell that begins with a quote; what follows its closing quote belongs to it as it stands.
  private func quotedCell(_ place: inout UnsafeMutablePointer<UInt8>) -> Cell {
    place += 1
    let start = place
    var target = place
    while place < end {
      if place.pointee == quote {
        if place + 1 < end, place[1] == quote { place += 1 } else { break }
      }
      if target != place { target.pointee = place.pointee }
      target += 1
      place += 1
    }
    if place < end { place += 1 }
    while place < end, place.pointee != delimiter, place.pointee != 0x0A {
      if place.pointee != 0x0D {
        target.pointee = place.pointee
        target += 1
      }
      place += 1
    }
    return Cell(start: start, count: target - start)
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
  func end(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
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
