import Bytes

/// Finds out how a table is written from its first rows.
enum DialectSniffer {
  /// So many rows are looked at.
  static let rowLimit = 20_000

  /// The dialect under which most rows have the same number of cells, more than one.
  static func sniff(_ sample: [UInt8]) -> Dialect {
    var best = Dialect()
    var bestScore = -1.0
    let endsInReturn = !sample.contains(0x0A) && sample.contains(0x0D)
    for delimiter in [UInt8(ascii: ","), UInt8(ascii: "\t"), UInt8(ascii: ";"), UInt8(ascii: "|")] {
      var dialect = Dialect()
      dialect.delimiter = delimiter
      dialect.endsInReturn = endsInReturn
      let widths = rows(of: sample, dialect, limit: 500).map(\.count)
      let counts = Dictionary(widths.map { ($0, 1) }, uniquingKeysWith: +)
      guard
        let (width, rows) = counts.filter({ $0.key > 1 }).max(by: { ($0.value, $0.key) < ($1.value, $1.key) })
      else { continue }
      let score = Double(rows) / Double(max(1, widths.count)) + Double(min(width, 50)) / 1000
      if score > bestScore { (best, bestScore) = (dialect, score) }
    }
    best.endsInReturn = endsInReturn
    return best
  }

  /// The first rows as texts.
  static func rows(of sample: [UInt8], _ dialect: Dialect, limit: Int = rowLimit) -> [[String]] {
    var bytes = sample
    if dialect.endsInReturn { for place in bytes.indices where bytes[place] == 0x0D { bytes[place] = 0x0A } }
    var rows: [[String]] = []
    var cells = [Cell](repeating: Cell(), count: 1024)
    bytes.withMutableView { bytes in
      var scanner = RowScanner(bytes, dialect)
      while rows.count < limit, let count = cells.withMutableView({ scanner.nextRow($0) }) {
        rows.append(cells.prefix(count).map { String(decoding: $0, as: UTF8.self) })
      }
    }
    return rows
  }

  /// Where the head is: how many rows come before it, and whether there is one.
  ///
  /// Rows above it have few cells filled: titles. A head is known by a word of the table of heads, or by holding no numbers
  /// and no times where the rows below do.
  static func head(of rows: [[String]]) -> (skipped: Int, hasHeader: Bool) {
    guard !rows.isEmpty else { return (0, false) }
    let width = rows.prefix(200).map(\.count).max() ?? 0
    var skipped = 0
    while skipped < min(rows.count - 1, 20) {
      let row = rows[skipped]
      let filled = row.count { !$0.trimmed.isEmpty }
      if filled * 2 > width || filled >= 3 { break }
      if width <= 2, filled > 0 { break }
      skipped += 1
    }
    let head = rows[skipped].map(\.trimmed)
    let knowsWord = head.contains { HeadWords.target(of: $0) != nil }
    if knowsWord { return (skipped, true) }
    let isPlain = head.allSatisfy { cell in
      cell.isEmpty || (AmountForm.sniffed(cell) == nil && TimeForm.forms(of: cell).isEmpty)
    }
    let body = rows.dropFirst(skipped + 1).prefix(50)
    let hasValues = body.contains { row in
      row.contains { cell in
        let cell = cell.trimmed
        return !cell.isEmpty && (AmountForm.sniffed(cell) != nil || !TimeForm.forms(of: cell).isEmpty)
      }
    }
    let hasDistinct = Set(head).count == head.count
    return (skipped, isPlain && hasDistinct && (hasValues || body.isEmpty))
  }
}

extension StringProtocol {
  /// Without spaces, no-break and ideographic ones included, at both ends.
  var trimmed: String {
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace || scalar == "\u{FEFF}" }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(self[first...last])
  }
}
