import Bytes
import Community
import Glibc

/// Runs a plan over the rows of a table, in pieces on all cores, in the order of the rows.
struct TableReader {
  let name: String
  let plan: Plan
  let dialect: Dialect
  let heads: [String]
  let computation: Computation

  /// So many bytes make a piece.
  static let pieceSize = 1 << 20

  private struct Piece: Sendable {
    var bytes: [UInt8]
    /// Rows before it.
    var firstRow: Int
  }

  /// Reads the whole table.
  ///
  /// - Parameters:
  ///   - source: text as UTF-8, its mark taken off.
  ///   - take: is handed what the pieces gave, in order.
  ///   - progress: is told of bytes that were read.
  func run(
    _ source: any ByteReader, isCancelled: @escaping () -> Bool, progress: @escaping (Int) -> Void,
    _ take: @escaping (Harvest) throws(ImportProblem) -> Void
  ) throws(ImportProblem) {
    let cutter = RowCutter(dialect)
    var rest: [UInt8] = []
    var isAtEnd = false
    var row = 0
    var skip = dialect.skippedRows + (dialect.hasHeader ? 1 : 0)
    var (pieces, done): ([[UInt8]], [Harvest]) = ([], [])
    let columns = columns
    // While pieces are worked on, those before them are written and those behind them are read.
    repeat {
      var read: [[UInt8]] = []
      let written = done
      done = try Round(computation: computation).run(
        pieces,
        beside: { () throws(ImportProblem) in
          for harvest in written { try take(harvest) }
          while read.count < computation.workers * 2, !isAtEnd || !rest.isEmpty {
            if isCancelled() { throw .cancelled }
            var piece = try nextPiece(source, &rest, &isAtEnd, cutter, progress)
            if skip > 0 { dropRows(&skip, &row, &piece) }
            if !piece.isEmpty { read.append(piece) }
          }
        }, { piece, _ in harvest(piece, columns) })
      for index in done.indices {
        done[index].rejections.move(down: row)
        row += done[index].records
      }
      pieces = read
    } while !pieces.isEmpty || !done.isEmpty
  }

  /// Where each of the plan's names stands in a row; the count of columns where it doesn't.
  private var columns: [Int] { plan.names.map { heads.firstIndex(of: $0) ?? heads.count } }

  private func nextPiece(
    _ source: any ByteReader, _ rest: inout [UInt8], _ isAtEnd: inout Bool, _ cutter: RowCutter,
    _ progress: (Int) -> Void
  ) throws(ImportProblem) -> [UInt8] {
    while true {
      if !isAtEnd {
        var bytes = try source.bytes(upTo: TableReader.pieceSize)
        isAtEnd = bytes.isEmpty
        progress(bytes.count)
        if dialect.endsInReturn {
          for place in bytes.indices where bytes[place] == 0x0D { bytes[place] = 0x0A }
        }
        if rest.isEmpty { rest = bytes } else { rest += bytes }
      }
      if isAtEnd {
        defer { rest = [] }
        return rest
      }
      var end = rest.withView { cutter.end(of: $0) }
      if end == 0, rest.count > RowCutter.rowLimit {
        // A quote that never closes, or a cell of megabytes: cut at a line, so that what follows is read.
        end = (rest.firstIndex(of: 0x0A) ?? rest.count - 1) + 1
      }
      if end > 0 {
        let piece = Array(rest[..<end])
        rest = Array(rest[end...])
        return piece
      }
    }
  }

  /// Takes off the rows before the first that counts.
  private func dropRows(_ skip: inout Int, _ row: inout Int, _ piece: inout [UInt8]) {
    var dialect = dialect
    dialect.hasHeader = false
    var place = 0
    while skip > 0, place < piece.count {
      var isQuoted = false
      while place < piece.count {
        if piece[place] == dialect.quote { isQuoted.toggle() }
        place += 1
        if piece[place - 1] == 0x0A, !isQuoted { break }
      }
      skip -= 1
      row += 1
    }
    piece.removeFirst(place)
  }

  /// What the rows of one piece give.
  private func harvest(_ piece: [UInt8], _ columns: [Int]) -> Harvest {
    var harvest = Harvest()
    var bytes = piece
    let width = heads.count
    // One more for what a row doesn't have, and room to count cells that the head doesn't know.
    var cells = [Cell](repeating: Cell(), count: width + 1)
    var row = [Cell](repeating: Cell(), count: columns.count)
    cells.withMutableView { cells in
      row.withMutableView { row in
        bytes.withMutableView { bytes in
          harvestRows(of: bytes, columns, cells, row, &harvest)
        }
      }
    }
    return harvest
  }

  /// - Parameters:
  ///   - cells: room for one row of the file, and one cell more.
  ///   - row: room for the columns that are asked for.
  private func harvestRows(
    of bytes: MutableBufferView<UInt8>, _ columns: [Int], _ cells: MutableBufferView<Cell>,
    _ row: MutableBufferView<Cell>, _ harvest: inout Harvest
  ) {
    let width = heads.count
    let isValid = UTF8Check.isValid(bytes.view)
    var scanner = RowScanner(bytes, dialect)
    while let count = scanner.nextRow(cells) {
      harvest.records += 1
      if scanner.unclosed != nil {
        rejectUnclosed(cells, count, &harvest)
        continue
      }
      if count == 1, width > 1 || cells[0].isEmpty, Plan.trim(cells[0]).isEmpty { continue }
      // A delimiter at the end of every row makes one cell more, which is empty.
      if count > width, count > width + 1 || !Plan.trim(cells[width]).isEmpty {
        harvest.rejections.add(
          Rejection(file: name, row: harvest.records, value: String(count), reason: .extraCells))
        continue
      }
      for (index, column) in columns.enumerated() {
        row[index] = column < min(count, width) ? cells[column] : Cell()
      }
      if !isValid { check(row, &harvest) }
      if row.contains(where: { $0.count > 1 << 20 }) {
        harvest.rejections.add(Rejection(file: name, row: harvest.records, reason: .rowTooLong))
        continue
      }
      plan.write(row.view, file: name, row: harvest.records, into: &harvest)
    }
  }

  /// Tells where the quote was opened that never closes; it's in the last cell of its line.
  private func rejectUnclosed(_ cells: MutableBufferView<Cell>, _ count: Int, _ harvest: inout Harvest) {
    let place = count - 1
    guard place < heads.count else {
      harvest.rejections.add(Rejection(file: name, row: harvest.records, reason: .quoteNeverClosed))
      return
    }
    let cell = cells[place]
    let isLong = cell.count > 1 << 20
    harvest.rejections.add(
      Rejection(
        file: name, row: harvest.records, field: isLong ? nil : heads[place],
        value: isLong ? nil : String(String(decoding: cell.prefix(320), as: UTF8.self).prefix(80)),
        reason: isLong ? .rowTooLong : .quoteNeverClosed))
  }

  /// Empties the cells that aren't UTF-8.
  private func check(_ row: MutableBufferView<Cell>, _ harvest: inout Harvest) {
    for index in row.indices where !UTF8Check.isValid(row[index]) {
      harvest.rejections.add(
        Rejection(
          file: name, row: harvest.records, field: plan.names[index],
          value: String(String(decoding: row[index].prefix(80), as: UTF8.self)), reason: .invalidText))
      row[index] = Cell()
    }
  }
}
