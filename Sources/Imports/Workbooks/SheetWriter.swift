import Glibc

/// Turns the cells of a sheet into CSV, row for row, empty ones included.
final class SheetWriter: XMLReceiver {
  /// Longer texts are cut; their rows are refused afterwards.
  static let cellLimit = 2 << 20
  private static let columnLimit = 16_384

  private let file: TemporaryFile
  private let texts: SharedTexts
  private let dateStyles: Set<Int>
  private let epoch: Int
  private let isCancelled: () -> Bool

  private var output: [UInt8] = []
  private var nextRow = 1
  private var nextColumn = 0
  private var type = ""
  private var style = 0
  private var value: [UInt8] = []
  private var inline: [UInt8] = []
  private var hasFormula = false
  private var isInValue = false
  private var isInInline = false

  init(
    _ file: TemporaryFile, texts: SharedTexts, dateStyles: Set<Int>, epoch: Int,
    isCancelled: @escaping () -> Bool
  ) {
    self.file = file
    self.texts = texts
    self.dateStyles = dateStyles
    self.epoch = epoch
    self.isCancelled = isCancelled
  }

  override func start(_ element: String, _ attributes: [String: String]) {
    switch element {
    case "row":
      let number = attributes["r"].flatMap { Int($0) } ?? nextRow
      // Rows that aren't there are empty ones, so that numbers agree with what people see.
      while nextRow < number, nextRow < 1_048_577 {
        output.append(0x0A)
        nextRow += 1
      }
      nextColumn = 0
    case "c":
      let column = attributes["r"].flatMap(SheetWriter.column) ?? nextColumn
      while nextColumn < min(column, SheetWriter.columnLimit) {
        if nextColumn > 0 { output.append(UInt8(ascii: ",")) }
        nextColumn += 1
      }
      type = attributes["t"] ?? "n"
      style = attributes["s"].flatMap { Int($0) } ?? 0
      (value, inline, hasFormula) = ([], [], false)
    case "v": isInValue = true
    case "f": hasFormula = true
    case "t": isInInline = true
    default: break
    }
  }

  override func text(_ text: String) {
    if isInValue, value.count < SheetWriter.cellLimit { value += Array(text.utf8) }
    if isInInline, inline.count < SheetWriter.cellLimit { inline += Array(text.utf8) }
  }

  override func end(_ element: String) {
    switch element {
    case "v": isInValue = false
    case "t": isInInline = false
    case "c":
      if nextColumn > 0 { output.append(UInt8(ascii: ",")) }
      nextColumn += 1
      write(cell)
    case "row":
      output.append(0x0A)
      nextRow += 1
      if output.count >= 1 << 20 { flush() }
      if isCancelled() { problem = .cancelled }
    default: break
    }
  }

  func finish() throws(ImportProblem) {
    flush()
    if let problem { throw problem }
  }

  private func flush() {
    do throws(ImportProblem) {
      try file.write(output)
    } catch {
      problem = error
    }
    output.removeAll(keepingCapacity: true)
  }

  /// What the cell shows, as far as it can be known.
  private var cell: [UInt8] {
    switch type {
    case "s": return Array(texts[Int(String(decoding: value, as: UTF8.self)) ?? -1])
    case "inlineStr": return inline
    case "b": return Array((value == [UInt8(ascii: "1")] ? "true" : "false").utf8)
    case "str", "e", "d": return value.isEmpty && hasFormula ? Array("#FORMULA!".utf8) : value
    default:
      if value.isEmpty { return hasFormula ? Array("#FORMULA!".utf8) : [] }
      if dateStyles.contains(style), let number = Double(String(decoding: value, as: UTF8.self)) {
        return SheetWriter.date(number, epoch: epoch)
      }
      return SheetWriter.number(value)
    }
  }

  private func write(_ cell: [UInt8]) {
    guard cell.contains(where: { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }) else {
      output += cell
      return
    }
    output.append(0x22)
    for byte in cell {
      if byte == 0x22 { output.append(0x22) }
      output.append(byte)
    }
    output.append(0x22)
  }

  /// The number of a cell's column from 0: `C7` is 2.
  static func column(_ reference: String) -> Int? {
    var column = 0
    for byte in reference.utf8 {
      guard byte >= 65, byte <= 90 else { break }
      column = column * 26 + Int(byte) - 64
      if column > columnLimit { return nil }
    }
    return column > 0 ? column - 1 : nil
  }

  /// A day number as a date, with a time where it has a fraction.
  ///
  /// The system from 1900 counts a 29 February that it didn't have.
  static func date(_ serial: Double, epoch: Int) -> [UInt8] {
    guard serial >= 0, serial < 2_958_466 else { return Array("\(serial)".utf8) }
    var days = Int(serial.rounded(.down))
    var seconds = Int(((serial - Double(days)) * 86_400).rounded())
    if seconds == 86_400 { (days, seconds) = (days + 1, 0) }
    if epoch == -25_569, days < 60 { days += 1 }
    var text: [UInt8] = []
    if serial >= 1 {
      let (year, month, day) = TimeText.civil(Int32(days + epoch))
      TimeText.write(year: year, month: month, day: day, to: &text)
      if seconds == 0 { return text }
      text.append(0x20)
    }
    TimeText.write(hour: seconds / 3600, minute: seconds / 60 % 60, second: seconds % 60, to: &text)
    return text
  }

  /// A number without an exponent and without the noise behind the fifteenth digit; whole ones of more digits keep an
  /// exponent, for they aren't what was typed.
  static func number(_ text: [UInt8]) -> [UInt8] {
    let digits = text.count { $0 >= 48 && $0 <= 57 }
    let hasExponent = text.contains { $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "e") }
    if digits <= 15, !hasExponent { return text }
    guard let number = Double(String(decoding: text, as: UTF8.self)) else { return text }
    if abs(number) >= 1e15 {
      var shown = [CChar](repeating: 0, count: 64)
      _ = withVaList([number]) { vsnprintf(&shown, 64, "%.14E", $0) }
      return shown.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    }
    var shown = [CChar](repeating: 0, count: 400)
    let magnitude = number == 0 ? 0 : Int(log10(abs(number)).rounded(.down))
    let decimals = Int32(max(0, min(30, 14 - magnitude)))
    _ = withVaList([decimals, number]) { vsnprintf(&shown, 400, "%.*f", $0) }
    var result = shown.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
    if result.contains(UInt8(ascii: ".")) {
      while result.last == 48 { result.removeLast() }
      if result.last == UInt8(ascii: ".") { result.removeLast() }
    }
    return result
  }
}
