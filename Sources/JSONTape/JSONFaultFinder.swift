import Bytes

/// Finds where a document that the parser refused goes wrong, and why.
///
/// The fast parser only says that something is wrong. This one goes byte by byte and knows the place, so it runs on
/// refused documents alone.
struct JSONFaultFinder {
  private let bytes: ByteView
  private var index = 0
  /// Open containers from the outside in; true for objects.
  private var containers: [Bool] = []

  init(_ bytes: ByteView) {
    self.bytes = bytes
  }

  /// The first fault and its offset; nil for a document without fault.
  /// - Complexity: O(*n*).
  mutating func firstFault(maximumDepth: Int) -> (fault: JSONProblem, offset: Int)? {
    do throws(Stop) {
      try document(maximumDepth)
      return nil
    } catch {
      return (error.fault, error.offset)
    }
  }

  private struct Stop: Error {
    var fault: JSONProblem
    var offset: Int
  }

  private func stop(_ fault: JSONProblem) -> Stop { Stop(fault: fault, offset: index) }

  private var byte: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { index += 1 }
  }

  private mutating func document(_ maximumDepth: Int) throws(Stop) {
    skipSpace()
    if byte == nil { throw stop(.empty) }
    var valueExpected = true
    while true {
      if valueExpected {
        skipSpace()
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
          let isObject = byte == UInt8(ascii: "{")
          if containers.count >= maximumDepth { throw stop(.tooDeep) }
          containers.append(isObject)
          index += 1
          skipSpace()
          if byte == (isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
            valueExpected = false
          } else if isObject {
            try key()
          }
          continue
        default: try scalar()
        }
        valueExpected = false
      }
      skipSpace()
      guard let isObject = containers.last else {
        if byte != nil { throw stop(.trailingContent) }
        return
      }
      switch byte {
      case nil: throw stop(.incomplete)
      case UInt8(ascii: ","):
        index += 1
        if isObject {
          skipSpace()
          try key()
        }
        valueExpected = true
      case UInt8(ascii: "}") where isObject, UInt8(ascii: "]") where !isObject:
        index += 1
        containers.removeLast()
      default: throw stop(.invalidStructure)
      }
    }
  }

  private mutating func key() throws(Stop) {
    guard let byte else { throw stop(.incomplete) }
    guard byte == UInt8(ascii: "\"") else { throw stop(.invalidStructure) }
    try string()
    skipSpace()
    guard let colon = self.byte else { throw stop(.incomplete) }
    guard colon == UInt8(ascii: ":") else { throw stop(.invalidStructure) }
    index += 1
  }

  private mutating func scalar() throws(Stop) {
    guard let byte else { throw stop(.incomplete) }
    switch byte {
    case UInt8(ascii: "\""): try string()
    case UInt8(ascii: "t"): try literal("true")
    case UInt8(ascii: "f"): try literal("false")
    case UInt8(ascii: "n"): try literal("null")
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try number()
    case UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ","), UInt8(ascii: ":"):
      throw stop(.invalidStructure)
    default: throw stop(.invalidLiteral)
    }
  }

  private mutating func literal(_ text: StaticString) throws(Stop) {
    let start = index
    for offset in 0..<text.utf8CodeUnitCount {
      guard byte == text.utf8Start[offset] else {
        index = start
        throw stop(.invalidLiteral)
      }
      index += 1
    }
  }

  private mutating func number() throws(Stop) {
    let start = index
    if byte == UInt8(ascii: "-") { index += 1 }
    let whole = digits()
    var isNumber = whole > 0
    if whole > 1, bytes[index - whole] == UInt8(ascii: "0") { isNumber = false }
    var isInteger = true
    if byte == UInt8(ascii: ".") {
      index += 1
      isInteger = false
      if digits() == 0 { isNumber = false }
    }
    if byte == UInt8(ascii: "e") || byte == UInt8(ascii: "E") {
      index += 1
      isInteger = false
      if byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+") { index += 1 }
      if digits() == 0 { isNumber = false }
    }
    let text = String(decoding: bytes.extracting(start..<index), as: UTF8.self)
    let end = index
    index = start
    guard isNumber else { throw stop(.invalidNumber) }
    if isInteger ? Int64(text) == nil && UInt64(text) == nil : Double(text)?.isFinite != true {
      throw stop(.numberOutOfRange)
    }
    index = end
  }

  private mutating func digits() -> Int {
    let start = index
    while let byte, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { index += 1 }
    return index - start
  }

  private mutating func string() throws(Stop) {
    let start = index
    index += 1
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        return
      case UInt8(ascii: "\\"): try escape()
      case 0..<0x20: throw stop(.controlCharacter)
      case 0..<0x80: index += 1
      default:
        guard let length = bytes.scalarLength(at: index) else { throw stop(.invalidUTF8) }
        index += length
      }
    }
    index = start
    throw stop(.unclosedString)
  }

  private mutating func escape() throws(Stop) {
    guard index + 1 < bytes.count else { throw stop(.unclosedString) }
    switch bytes[index + 1] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      index += 2
    case UInt8(ascii: "u"):
      guard let first = codeUnit(at: index) else { throw stop(.invalidEscape) }
      switch first {
      case 0xD800...0xDBFF:
        guard let second = codeUnit(at: index + 6), second >= 0xDC00, second <= 0xDFFF else {
          throw stop(.loneSurrogate)
        }
        index += 12
      case 0xDC00...0xDFFF: throw stop(.loneSurrogate)
      default: index += 6
      }
    default: throw stop(.invalidEscape)
    }
  }

  /// The number written as `\uXXXX` at an offset.
  private func codeUnit(at start: Int) -> UInt32? {
    guard start + 6 <= bytes.count, bytes[start] == UInt8(ascii: "\\"), bytes[start + 1] == UInt8(ascii: "u")
    else { return nil }
    var result: UInt32 = 0
    for byte in bytes[start + 2..<start + 6] {
      let digit: UInt8
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
      case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
      default: return nil
      }
      result = result << 4 | UInt32(digit)
    }
    return result
  }
}
