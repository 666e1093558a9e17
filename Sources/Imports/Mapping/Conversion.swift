import Bytes
import Community

/// How a value of the source becomes one of the feed.
enum Conversion: Sendable {
  case text
  case id(prefix: [UInt8], suffix: [UInt8])
  /// A fingerprint of a phone number's digits or of a text in small letters.
  case hashed
  case phone
  case time(TimeForm, isDate: Bool)
  case birthday(TimeForm)
  case amount(AmountForm, negated: Bool)
  /// Whole minor units; the currency says how many make one.
  case minor(negated: Bool)
  case integer(AmountForm)
  case boolean
  case list([UInt8])
  case words([String: String])
}

/// Where a conversion went wrong.
enum ConversionFailure: Error {
  case reason(RejectionReason)
}

extension Conversion {
  /// Appends the value as JSON; the reason where it can't be converted. What was appended then is to be taken back.
  @inline(__always)
  func write(_ cell: Cell, currency: Cell?, to line: inout [UInt8]) -> RejectionReason? {
    switch self {
    case .amount(let form, let negated):
      switch form.write(cell, negated: negated, to: &line) {
      case .written: return nil
      case .notAnAmount: return Conversion.reason(cell) ?? .notAnAmount
      case .outOfRange: return .outOfRange
      case .shortened: return .shortenedNumber
      }
    case .time(let form, let isDate):
      guard var time = form.read(cell) else { return Conversion.reason(cell) ?? .notATime }
      if isDate { time.secondOfDay = nil }
      guard time.year >= 1970, time.year < 2200 else { return .outOfRange }
      line.append(0x22)
      time.write(to: &line, isUTC: form.isUTC)
      line.append(0x22)
      return nil
    case .id(let prefix, let suffix):
      if Conversion.isShortened(cell) { return .shortenedNumber }
      if Conversion.isSpreadsheetError(cell) { return .spreadsheetError }
      if let first = cell.first, first == UInt8(ascii: "="), Conversion.isFormula(cell) { return .formula }
      line.append(0x22)
      line.append(contentsOf: prefix)
      JSONText.escape(Conversion.idText(cell), into: &line)
      line.append(contentsOf: suffix)
      line.append(0x22)
      return nil
    case .text:
      if cell.count > 1 << 20 { return .rowTooLong }
      if let first = cell.first,
        first == UInt8(ascii: "=") || first == UInt8(ascii: "#") || first == UInt8(ascii: "$")
      {
        if Conversion.isEncrypted(cell) { return .encrypted }
        if Conversion.isFormula(cell) { return .formula }
        if Conversion.isSpreadsheetError(cell) { return .spreadsheetError }
      }
      line.append(0x22)
      JSONText.escape(cell, into: &line)
      line.append(0x22)
      return nil
    default: return writeRarely(cell, currency, &line)
    }
  }

  private func writeRarely(_ cell: Cell, _ currency: Cell?, _ line: inout [UInt8]) -> RejectionReason? {
    switch self {
    case .hashed:
      if Conversion.isShortened(cell) { return .shortenedNumber }
      line.append(0x22)
      line.append(contentsOf: Conversion.fingerprint(cell).utf8)
      line.append(0x22)
    case .phone:
      if Conversion.isShortened(cell) { return .shortenedNumber }
      if cell.contains(UInt8(ascii: "*")) || cell.contains(UInt8(ascii: "$")) { return .encrypted }
      line.append(0x22)
      for byte in cell where byte >= 48 && byte <= 57 || byte == UInt8(ascii: "+") { line.append(byte) }
      line.append(0x22)
    case .birthday(let form):
      guard let text = Conversion.birthday(cell, form) else { return .notABirthday }
      line.append(0x22)
      line.append(contentsOf: text)
      line.append(0x22)
    case .minor(let negated):
      return Conversion.writeMinor(cell, currency, negated, &line)
    case .integer(let form):
      let start = line.count
      guard case .written = form.write(cell, to: &line) else {
        return Conversion.reason(cell) ?? .notAWholeNumber
      }
      // `3.0` is whole.
      if let point = line[start...].firstIndex(of: UInt8(ascii: ".")) {
        guard line[(point + 1)...].allSatisfy({ $0 == 48 }) else { return .notAWholeNumber }
        line.removeLast(line.count - point)
      }
    case .boolean:
      guard let value = Conversion.boolean(cell) else { return .notABoolean }
      line.append(contentsOf: (value ? "true" : "false").utf8)
    case .list(let separators):
      // Elements of arrays come with the unit separator between them.
      let isArray = cell.contains(0x1F)
      let separator = isArray ? "\u{1F}" : String(decoding: separators, as: UTF8.self)
      let text = String(decoding: cell, as: UTF8.self)
      var isFirst = true
      line.append(UInt8(ascii: "["))
      for part in text.split(separator: separator) {
        let part = part.trimmed
        if part.isEmpty { continue }
        if !isFirst { line.append(UInt8(ascii: ",")) }
        isFirst = false
        line.append(0x22)
        part.write(to: &line)
        line.append(0x22)
      }
      line.append(UInt8(ascii: "]"))
    case .words(let words):
      let text = String(decoding: cell, as: UTF8.self)
      line.append(0x22)
      (words[text] ?? words[text.lowercased()] ?? words["*"] ?? text).write(to: &line)
      line.append(0x22)
    default: break
    }
    return nil
  }

  /// What a spreadsheet left in place of a value; nil for anything else.
  private static func reason(_ cell: Cell) -> RejectionReason? {
    isFormula(cell) ? .formula : isSpreadsheetError(cell) ? .spreadsheetError : nil
  }

  /// `$…$1$`, as Youzan writes what it doesn't show.
  static func isEncrypted(_ cell: Cell) -> Bool {
    cell.count > 4 && cell[0] == UInt8(ascii: "$") && cell[cell.count - 1] == UInt8(ascii: "$")
      && cell[cell.count - 3] == UInt8(ascii: "$")
  }

  /// A cell that a spreadsheet would compute: `=HYPERLINK(…)`, `=cmd|…`, `=A1+1`; not `=)` and the like.
  static func isFormula(_ cell: Cell) -> Bool {
    if Cell.equal(cell, "#FORMULA!") { return true }
    guard cell.count > 1, cell[0] == UInt8(ascii: "=") else { return false }
    let second = cell[1]
    let isTerm =
      second >= 48 && second <= 57 || second >= 65 && second <= 90 || second >= 97 && second <= 122
      || [UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), UInt8(ascii: "$"), UInt8(ascii: "'")]
        .contains(second)
    return isTerm
      && cell.contains { [0x28, 0x7C, 0x21, 0x2B, 0x2A, 0x26].contains($0) || $0 >= 48 && $0 <= 57 }
  }

  /// `gid://shopify/Customer/1` is `1`; other ids are as they are.
  @inline(__always)
  static func idText(_ cell: Cell) -> Cell {
    guard cell.count > 6, cell[0] == UInt8(ascii: "g"), cell[1] == UInt8(ascii: "i"),
      cell[2] == UInt8(ascii: "d"),
      cell[3] == UInt8(ascii: ":"), let slash = cell.lastIndex(of: UInt8(ascii: "/"))
    else { return cell }
    let rest = cell.extracting((slash + 1)...)
    return rest.extracting(0..<(rest.firstIndex(of: UInt8(ascii: "?")) ?? rest.count))
  }

  /// `1.38E+10`: digits, a point and an exponent.
  @inline(__always)
  static func isShortened(_ cell: Cell) -> Bool {
    guard cell.count >= 5, cell.count < 24 else { return false }
    guard let mark = cell.firstIndex(where: { $0 == UInt8(ascii: "E") || $0 == UInt8(ascii: "e") }), mark > 0
    else { return false }
    let head = cell[..<mark]
    var tail = cell[(mark + 1)...]
    guard let sign = tail.first, sign == UInt8(ascii: "+") else { return false }
    tail = tail.dropFirst()
    return head.allSatisfy { $0 >= 48 && $0 <= 57 || $0 == UInt8(ascii: ".") } && !tail.isEmpty
      && tail.allSatisfy { $0 >= 48 && $0 <= 57 }
  }

  /// `#REF!` and its like.
  @inline(__always)
  static func isSpreadsheetError(_ cell: Cell) -> Bool {
    guard cell.count >= 4, cell[0] == UInt8(ascii: "#"),
      cell.last == UInt8(ascii: "!") || cell.last == UInt8(ascii: "?") || cell.last == UInt8(ascii: "A")
    else { return false }
    let text = String(decoding: cell, as: UTF8.self)
    return ["#REF!", "#VALUE!", "#DIV/0!", "#NUM!", "#NULL!", "#NAME?", "#N/A"].contains(text)
  }

  /// The id of somebody who is known by a phone number or an e-mail address alone.
  static func fingerprint(_ cell: Cell) -> String {
    let text = String(decoding: cell, as: UTF8.self).trimmed
    if text.contains("@") { return "email-\(hash(text.lowercased()))" }
    var digits = text.filter(\.isNumber)
    if digits.count == 13, digits.hasPrefix("86") { digits.removeFirst(2) }
    return digits.isEmpty ? "id-\(hash(text))" : "phone-\(hash(digits))"
  }

  private static func hash(_ text: String) -> String {
    let hex = String(Fingerprint.of(text), radix: 16)
    return String(repeating: "0", count: 16 - hex.count) + hex
  }

  /// A day of a year from 1900, or of no year: `03-05`.
  private static func birthday(_ cell: Cell, _ form: TimeForm) -> [UInt8]? {
    var text: [UInt8] = []
    if let time = form.read(cell) ?? TimeForm(.yearFirst).read(cell) {
      guard time.year >= 1900 else { return nil }
      TimeText.write(year: time.year, month: time.month, day: time.day, to: &text)
      return text
    }
    // A day without a year, read as one of a leap year.
    let leap = Array("2000-".utf8) + Array(cell)
    let time = leap.withView { TimeForm(.yearFirst).read($0) }
    guard let time, cell.count <= 12 else { return nil }
    TimeText.write(year: time.year, month: time.month, day: time.day, to: &text)
    return Array(text[5...])
  }

  static func boolean(_ cell: Cell) -> Bool? {
    guard cell.count <= 40 else { return nil }
    switch String(decoding: cell, as: UTF8.self).trimmed.lowercased() {
    case "true", "yes", "y", "1", "是", "同意", "已订阅", "订阅", "接受", "subscribed", "confirmed", "on", "opted_in":
      return true
    case "false", "no", "n", "0", "否", "拒绝", "未订阅", "退订", "已退订", "不同意", "unsubscribed", "off", "opted_out",
      "redacted":
      return false
    default: return nil
    }
  }

  /// Currencies whose amounts have no minor unit, and those with three decimals (Stripe, 'Supported currencies').
  private static let wholeCurrencies: Set<String> = [
    "BIF", "CLP", "DJF", "GNF", "JPY", "KMF", "KRW", "MGA", "PYG", "RWF", "UGX", "VND", "VUV", "XAF", "XOF",
    "XPF",
  ]
  private static let thousandthCurrencies: Set<String> = ["BHD", "JOD", "KWD", "OMR", "TND"]

  static func decimals(of currency: String) -> Int {
    let code = currency.uppercased()
    return wholeCurrencies.contains(code) ? 0 : thousandthCurrencies.contains(code) ? 3 : 2
  }

  private static func writeMinor(
    _ cell: Cell, _ currency: Cell?, _ negated: Bool, _ line: inout [UInt8]
  ) -> RejectionReason? {
    guard let number = Int64(String(decoding: cell, as: UTF8.self)) else { return .notAnAmount }
    let decimals = decimals(of: currency.map { String(decoding: $0, as: UTF8.self) } ?? "USD")
    guard number.magnitude < 1_000_000_000_000_000_000 else { return .outOfRange }
    writeMinor(negated ? -abs(number) : number, decimals: decimals, to: &line)
    return nil
  }

  static func writeMinor(_ number: Int64, decimals: Int, to line: inout [UInt8]) {
    if number < 0 { line.append(UInt8(ascii: "-")) }
    var digits = String(number.magnitude)
    if decimals > 0 {
      digits = String(repeating: "0", count: max(0, decimals + 1 - digits.utf8.count)) + digits
      digits.insert(".", at: digits.index(digits.endIndex, offsetBy: -decimals))
    }
    line.append(contentsOf: digits.utf8)
  }
}
