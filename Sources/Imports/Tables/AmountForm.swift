import Bytes

/// How a column writes amounts and numbers.
package struct AmountForm: Hashable, Sendable {
  package var decimalChar: UInt8 = UInt8(ascii: ".")

  package init(decimalChar: UInt8 = UInt8(ascii: ".")) { self.decimalChar = decimalChar }

  enum Outcome {
    case written
    case notAnAmount
    case outOfRange
    /// `1.38E+10`
    case shortened
  }

  /// Appends a cell as a number of JSON.
  ///
  /// Currency signs, spaces and the marks between groups go; brackets, ASCII or full-width, and a minus at either end mean
  /// below zero.
  ///
  /// - Parameter negated: whether it's an amount that was taken off, however its sign is written.
  @inline(__always)
  func write(_ cell: Cell, negated: Bool = false, to bytes: inout [UInt8]) -> Outcome {
    // Nearly always: digits and a point.
    var isPlain = !cell.isEmpty && cell.count < 16 && decimalChar == UInt8(ascii: ".") && !negated
    var points = 0
    for byte in cell {
      if byte == UInt8(ascii: ".") { points += 1 } else if byte < 48 || byte > 57 { isPlain = false }
    }
    if isPlain, points <= 1, cell[0] != UInt8(ascii: "."), cell[cell.count - 1] != UInt8(ascii: "."),
      cell[0] != UInt8(ascii: "0") || cell.count == 1 || cell[1] == UInt8(ascii: ".")
    {
      bytes.append(contentsOf: cell)
      return .written
    }
    return writeSlowly(cell, negated, &bytes)
  }

  private func writeSlowly(_ cell: Cell, _ negated: Bool, _ bytes: inout [UInt8]) -> Outcome {
    guard let amount = AmountText(cell) else { return .notAnAmount }
    if amount.isShortened { return .shortened }
    var whole: [UInt8] = []
    var fraction: [UInt8]?
    for byte in amount.digits {
      if byte >= 48, byte <= 57 {
        if fraction == nil { whole.append(byte) } else { fraction?.append(byte) }
      } else if byte == decimalChar {
        if fraction != nil { return .notAnAmount }
        fraction = []
      } else if fraction != nil {
        // A group can't follow the decimals.
        return .notAnAmount
      }
    }
    if whole.isEmpty, fraction?.isEmpty ?? true { return .notAnAmount }
    let digits = whole.drop { $0 == 48 }
    let isZero = digits.isEmpty && (fraction ?? []).allSatisfy { $0 == 48 }
    if digits.count > 15 { return .outOfRange }
    if amount.isNegative || negated, !isZero { bytes.append(UInt8(ascii: "-")) }
    if digits.isEmpty { bytes.append(48) } else { bytes.append(contentsOf: digits) }
    if let fraction, !fraction.isEmpty {
      bytes.append(UInt8(ascii: "."))
      bytes.append(contentsOf: fraction)
    }
    return .written
  }

  /// What a text says of how its column writes amounts; nil when it's no amount.
  static func sniffed(_ text: String) -> (decimal: UInt8?, currency: String?)? {
    text.withBytes { cell in
      guard let amount = AmountText(cell), !amount.isShortened,
        amount.digits.contains(where: { $0 >= 48 && $0 <= 57 })
      else { return nil }
      let marks = amount.digits.enumerated().filter { $0.element == 0x2C || $0.element == 0x2E }
      guard let last = marks.last else { return (nil, amount.currency) }
      let behind = amount.digits.count - last.offset - 1
      let other: UInt8 = last.element == 0x2C ? 0x2E : 0x2C
      if marks.contains(where: { $0.element == other }) { return (last.element, amount.currency) }
      if marks.count > 1 { return (other, amount.currency) }
      // `1,200` groups by convention; `1.200` doesn't, unless other cells say so.
      if behind == 3 { return (last.element == 0x2C ? 0x2E : nil, amount.currency) }
      return (last.element, amount.currency)
    }
  }
}

/// An amount with everything but digits and marks taken off.
private struct AmountText {
  var digits: [UInt8] = []
  var isNegative = false
  var isShortened = false
  var currency: String?

  init?(_ cell: Cell) {
    var place = 0
    var closesBracket = false
    func has(_ text: StaticString) -> Bool {
      let count = text.utf8CodeUnitCount
      guard place + count <= cell.count else { return false }
      for index in 0..<count where cell[place + index] != text.utf8Start[index] { return false }
      return true
    }
    while place < cell.count {
      let byte = cell[place]
      switch byte {
      case 48...57, 0x2C, 0x2E:
        digits.append(byte)
        place += 1
      case 0x20, 0x09, 0x27: place += 1
      case UInt8(ascii: "-"):
        isNegative.toggle()
        place += 1
      case UInt8(ascii: "+"): place += 1
      case UInt8(ascii: "("):
        isNegative = true
        place += 1
      case UInt8(ascii: ")"):
        closesBracket = true
        place += 1
      case UInt8(ascii: "$"):
        currency = "USD"
        place += 1
      case UInt8(ascii: "E"), UInt8(ascii: "e"):
        if has("EUR") {
          currency = "EUR"
          place += 3
        } else if !digits.isEmpty, place + 1 < cell.count {
          isShortened = true
          return
        } else {
          return nil
        }
      default:
        let signs: [(StaticString, String?)] = [
          ("¥", "CNY"), ("￥", "CNY"), ("元", "CNY"), ("CNY", "CNY"), ("RMB", "CNY"), ("人民币", "CNY"),
          ("€", "EUR"),
          ("£", "GBP"), ("USD", "USD"), ("GBP", "GBP"), ("JPY", "JPY"), ("HK", nil), ("\u{A0}", nil),
          ("\u{202F}", nil), ("，", nil),
        ]
        if has("（") {
          isNegative = true
          place += 3
        } else if has("）") {
          closesBracket = true
          place += 3
        } else if has("−") {
          isNegative.toggle()
          place += 3
        } else if let sign = signs.first(where: { has($0.0) }) {
          currency = sign.1 ?? currency
          place += sign.0.utf8CodeUnitCount
        } else if let digit = AmountText.fullWidth(cell, place) {
          digits.append(digit)
          place += 3
        } else {
          return nil
        }
      }
    }
    _ = closesBracket
    if digits.isEmpty { return nil }
  }

  /// `０` to `９` and `．`.
  private static func fullWidth(_ cell: Cell, _ place: Int) -> UInt8? {
    guard place + 2 < cell.count, cell[place] == 0xEF, cell[place + 1] == 0xBC else { return nil }
    let byte = cell[place + 2]
    return byte >= 0x90 && byte <= 0x99 ? byte - 0x90 + 48 : byte == 0x8E ? 0x2E : nil
  }
}
