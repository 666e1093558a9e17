import Bytes

/// Makes rows of comma-separated values by RFC 4180, as UTF-8, into bytes.
///
/// A text that a spreadsheet would take for a formula (it begins with `= + - @`, a tab or a carriage return) gets an
/// apostrophe before it; numbers are written as they are, and so is a sign before nothing but digits, as in phone
/// numbers. Controls and bidi controls, line breaks and tabs
/// excepted, become U+FFFD, so that the output is safe to print.
package struct CSVWriter {
  /// By which spreadsheets tell that a file is UTF-8; it stands before everything else.
  package static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

  /// What was written so far.
  package private(set) var bytes: [UInt8] = []
  private var rowIsEmpty = true

  package init() {}

  /// Forgets what was written and keeps the memory.
  package mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  package mutating func endRow() {
    bytes.append(UInt8(ascii: "\r"))
    bytes.append(UInt8(ascii: "\n"))
    rowIsEmpty = true
  }

  /// A row of texts, such as the header.
  package mutating func row(_ cells: [String]) {
    for cell in cells { self.cell(cell) }
    endRow()
  }

  /// An unknown value: an empty cell.
  package mutating func cell() { separate() }

  package mutating func cell(_ integer: some BinaryInteger) {
    separate()
    bytes.append(contentsOf: String(integer).utf8)
  }

  /// The shortest text that reads back as the same number; empty for infinities and NaN.
  package mutating func cell(_ double: Double) {
    separate()
    guard double.isFinite else { return }
    if double == double.rounded(), abs(double) < 1e15 {
      bytes.append(contentsOf: String(Int64(double)).utf8)
    } else {
      bytes.append(contentsOf: double.description.utf8)
    }
  }

  /// A decimal number of two places: 1250 is `12.50`, 300 is `3.00`.
  package mutating func cell(hundredths: Int64) {
    separate()
    if hundredths < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    bytes.append(contentsOf: String(whole).utf8)
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(rest / 10))
    bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
  }

  package mutating func cell(_ bool: Bool) {
    separate()
    bytes.append(contentsOf: (bool ? "true" : "false").utf8)
  }

  package mutating func cell(_ text: String) {
    separate()
    text.withBytes { writeText($0) }
  }

  private mutating func separate() {
    if !rowIsEmpty { bytes.append(UInt8(ascii: ",")) }
    rowIsEmpty = false
  }

  private mutating func writeText(_ utf8: ByteView) {
    let looksLikeFormula = CSVWriter.isFormula(utf8)
    let needsQuotes = looksLikeFormula || utf8.contains(where: CSVWriter.needsQuotes)
    if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
    if looksLikeFormula { bytes.append(UInt8(ascii: "'")) }
    var index = 0
    while index < utf8.count {
      let length = CSVWriter.quotedLength(utf8, index)
      if length > 0 {
        bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
        index += length
        continue
      }
      if utf8[index] == UInt8(ascii: "\"") { bytes.append(UInt8(ascii: "\"")) }
      bytes.append(utf8[index])
      index += 1
    }
    if needsQuotes { bytes.append(UInt8(ascii: "\"")) }
  }

  private static func isFormula(_ utf8: ByteView) -> Bool {
    guard let first = utf8.first, startsFormula(first) else { return false }
    let isSign = first == UInt8(ascii: "+") || first == UInt8(ascii: "-")
    let isNumber =
      isSign && utf8.count > 1
      && utf8.dropFirst().allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return !isNumber
  }

  private static func startsFormula(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0x09, 0x0D: true
    default: false
    }
  }

  private static func needsQuotes(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 0x0A || byte == 0x0D
  }

  /// How many bytes at `index` make one scalar that could steer a terminal; 0 when none does.
  @inline(__always)
  private static func quotedLength(_ utf8: ByteView, _ index: Int) -> Int {
    let byte = utf8[index]
    if byte >= 0x20, byte < 0x7F { return 0 }
    func byteAfter(_ distance: Int) -> UInt8 {
      index + distance < utf8.count ? utf8[index + distance] : 0
    }
    switch byte {
    case 0x09, 0x0A: return 0
    case 0x0D: return byteAfter(1) == 0x0A ? 0 : 1
    case 0..<0x20, 0x7F: return 1
    case 0xC2: return (0x80..<0xA0).contains(byteAfter(1)) ? 2 : 0
    case 0xD8: return byteAfter(1) == 0x9C ? 2 : 0
    case 0xE2:
      switch (byteAfter(1), byteAfter(2)) {
      case (0x80, 0x8E...0x8F), (0x80, 0xA8...0xAE), (0x81, 0xA6...0xA9): return 3
      default: return 0
      }
    default: return 0
    }
  }
}
