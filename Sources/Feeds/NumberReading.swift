import Bytes
import JSONTape

/// A JSON number, or a string that holds one.
enum ReadNumber {
  case integer(Int64)
  case number(Double)
  /// A number of JSON's form that a double can't hold.
  case outOfRange
  case notANumber

  @inline(__always)
  init(_ value: TapeValue) {
    switch value.kind {
    case .integer: self = .integer(value.integer)
    case .double: self = .number(value.double)
    case .unsigned: self = .number(Double(value.unsigned))
    case .string: self = ReadNumber(text: value.utf8)
    default: self = .notANumber
    }
  }

  init(text: ByteView) {
    guard ReadNumber.isNumber(text) else {
      self = .notANumber
      return
    }
    let text = String(decoding: text, as: UTF8.self)
    if let integer = Int64(text) {
      self = .integer(integer)
    } else if let number = Double(text), number.isFinite {
      self = .number(number)
    } else {
      self = .outOfRange
    }
  }

  /// Whether a text has the form of a JSON number.
  static func isNumber(_ text: ByteView) -> Bool {
    var index = 0
    func digits() -> Int {
      let start = index
      while index < text.count, text[index] >= 48, text[index] <= 57 { index += 1 }
      return index - start
    }
    func accept(_ bytes: UInt8...) -> Bool {
      guard index < text.count, bytes.contains(text[index]) else { return false }
      index += 1
      return true
    }
    _ = accept(UInt8(ascii: "-"))
    let start = index
    let whole = digits()
    guard whole > 0, whole == 1 || text[start] != UInt8(ascii: "0") else { return false }
    if accept(UInt8(ascii: ".")), digits() == 0 { return false }
    if accept(UInt8(ascii: "e"), UInt8(ascii: "E")) {
      _ = accept(UInt8(ascii: "-"), UInt8(ascii: "+"))
      if digits() == 0 { return false }
    }
    return index == text.count
  }
}
