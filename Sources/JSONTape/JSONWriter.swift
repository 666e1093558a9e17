import Bytes

/// Makes JSON text, one token after another, into bytes.
///
/// Commas, colons and line breaks are the writer's; the caller opens, closes and names things in order, which debug
/// builds check. Whatever could act on a terminal or reorder text (C0, DEL, C1, bidi controls, line separators) is
/// written as `\u` escapes, so that the output is safe to print.
///
///     var writer = JSONWriter(indentation: 2)
///     writer.object { writer in
///       writer.field("members", 3)
///       writer.field("spend", hundredths: 1250)  // 12.50
///     }
package struct JSONWriter {
  /// What was written so far.
  package private(set) var bytes: [UInt8] = []

  private let indentation: Int?
  /// One entry an open container; false until it holds something.
  private var containers: [Container] = []
  private var keyIsWaiting = false

  private struct Container {
    var isObject: Bool
    var isEmpty: Bool
  }

  /// - Parameter indentation: spaces a level; nil writes everything on one line.
  package init(indentation: Int? = nil) {
    self.indentation = indentation
  }

  /// Forgets what was written and keeps the memory.
  package mutating func removeAll() {
    bytes.removeAll(keepingCapacity: true)
    containers.removeAll(keepingCapacity: true)
    keyIsWaiting = false
  }

  /// A line break between documents, as in JSON lines and at the end of a file.
  package mutating func newline() {
    assert(containers.isEmpty && !keyIsWaiting)
    bytes.append(UInt8(ascii: "\n"))
  }
}

extension JSONWriter {
  package mutating func beginObject() { open("{", isObject: true) }
  package mutating func endObject() { close("}", isObject: true) }
  package mutating func beginArray() { open("[", isObject: false) }
  package mutating func endArray() { close("]", isObject: false) }

  package mutating func object(_ body: (inout JSONWriter) throws -> Void) rethrows {
    beginObject()
    try body(&self)
    endObject()
  }

  package mutating func array(_ body: (inout JSONWriter) throws -> Void) rethrows {
    beginArray()
    try body(&self)
    endArray()
  }

  package mutating func key(_ key: String) {
    assert(containers.last?.isObject == true && !keyIsWaiting)
    separate()
    writeString(key)
    bytes.append(UInt8(ascii: ":"))
    if indentation != nil { bytes.append(UInt8(ascii: " ")) }
    keyIsWaiting = true
  }

  package mutating func key(_ key: StaticString) {
    assert(containers.last?.isObject == true && !keyIsWaiting)
    separate()
    key.withUTF8Buffer { writeString(ByteView($0)) }
    bytes.append(UInt8(ascii: ":"))
    if indentation != nil { bytes.append(UInt8(ascii: " ")) }
    keyIsWaiting = true
  }

  private mutating func open(_ bracket: Unicode.Scalar, isObject: Bool) {
    prepareValue()
    bytes.append(UInt8(ascii: bracket))
    containers.append(Container(isObject: isObject, isEmpty: true))
  }

  private mutating func close(_ bracket: Unicode.Scalar, isObject: Bool) {
    assert(containers.last?.isObject == isObject && !keyIsWaiting)
    if containers.removeLast().isEmpty == false { breakLine() }
    bytes.append(UInt8(ascii: bracket))
  }

  private mutating func prepareValue() {
    if keyIsWaiting {
      keyIsWaiting = false
    } else {
      assert(containers.last?.isObject != true, "a value in an object needs a key")
      separate()
    }
  }

  private mutating func separate() {
    guard let last = containers.indices.last else { return }
    if !containers[last].isEmpty { bytes.append(UInt8(ascii: ",")) }
    containers[last].isEmpty = false
    breakLine()
  }

  private mutating func breakLine() {
    guard let indentation else { return }
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<indentation * containers.count { bytes.append(UInt8(ascii: " ")) }
  }
}

extension JSONWriter {
  package mutating func null() {
    prepareValue()
    writeASCII("null")
  }

  package mutating func value(_ bool: Bool) {
    prepareValue()
    writeASCII(bool ? "true" : "false")
  }

  package mutating func value(_ integer: some BinaryInteger) {
    prepareValue()
    writeDecimal(integer)
  }

  /// The shortest text that reads back as the same number; null for infinities and NaN.
  package mutating func value(_ double: Double) {
    prepareValue()
    if !double.isFinite {
      writeASCII("null")
    } else if double == double.rounded(), abs(double) < 1e15 {
      writeDecimal(Int64(double))
    } else {
      bytes.append(contentsOf: double.description.utf8)
    }
  }

  /// A decimal number of two places, exactly: 1250 is `12.50`, -5 is `-0.05`, 300 is `3`.
  package mutating func value(hundredths: Int64) {
    prepareValue()
    if hundredths < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    writeDecimal(whole)
    if rest != 0 {
      bytes.append(UInt8(ascii: "."))
      bytes.append(UInt8(ascii: "0") + UInt8(rest / 10))
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
    }
  }

  package mutating func value(_ string: String) {
    prepareValue()
    writeString(string)
  }

  /// A string given as its UTF-8, which the caller knows to be valid.
  package mutating func value(utf8: ByteView) {
    prepareValue()
    writeString(utf8)
  }

  package mutating func value(_ value: JSONValue) {
    switch value {
    case .null: null()
    case .bool(let bool): self.value(bool)
    case .integer(let integer): self.value(integer)
    case .number(let number): self.value(number)
    case .string(let string): self.value(string)
    case .array(let elements): array { for element in elements { $0.value(element) } }
    case .object(let fields):
      object {
        for field in fields {
          $0.key(field.key)
          $0.value(field.value)
        }
      }
    }
  }

  /// The value, or null where it is unknown.
  package mutating func value(_ integer: (some BinaryInteger)?) {
    if let integer { value(integer) } else { null() }
  }

  package mutating func value(_ double: Double?) {
    if let double { value(double) } else { null() }
  }

  package mutating func value(_ string: String?) {
    if let string { value(string) } else { null() }
  }

  package mutating func value(_ bool: Bool?) {
    if let bool { value(bool) } else { null() }
  }

  package mutating func value(hundredths: Int64?) {
    if let hundredths { value(hundredths: hundredths) } else { null() }
  }
}

extension JSONWriter {
  package mutating func field(_ key: String, _ value: (some BinaryInteger)?) {
    self.key(key)
    self.value(value)
  }

  package mutating func field(_ key: String, _ value: Double?) {
    self.key(key)
    self.value(value)
  }

  package mutating func field(_ key: String, _ value: String?) {
    self.key(key)
    self.value(value)
  }

  package mutating func field(_ key: String, _ value: Bool?) {
    self.key(key)
    self.value(value)
  }

  package mutating func field(_ key: String, _ value: JSONValue) {
    self.key(key)
    self.value(value)
  }

  package mutating func field(_ key: String, hundredths: Int64?) {
    self.key(key)
    self.value(hundredths: hundredths)
  }
}

extension JSONWriter {
  private mutating func writeASCII(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func writeDecimal(_ integer: some BinaryInteger) {
    if integer < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = UInt64(integer.magnitude)
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10))
      rest /= 10
    } while rest != 0
    bytes[start...].reverse()
  }

  private mutating func writeString(_ string: String) {
    string.withBytes { writeString($0) }
  }

  private mutating func writeString(_ utf8: ByteView) {
    bytes.append(UInt8(ascii: "\""))
    var plain = 0
    var index = 0
    while index < utf8.count {
      let length = JSONWriter.escapedLength(utf8, index)
      if length == 0 {
        index += 1
        continue
      }
      bytes.append(contentsOf: utf8.extracting(plain..<index))
      writeEscape(utf8.extracting(index..<index + length))
      index += length
      plain = index
    }
    bytes.append(contentsOf: utf8.extracting(plain...))
    bytes.append(UInt8(ascii: "\""))
  }

  /// How many bytes at `index` make one scalar that must be escaped; 0 when none does.
  @inline(__always)
  private static func escapedLength(_ utf8: ByteView, _ index: Int) -> Int {
    let byte = utf8[index]
    if byte >= 0x20, byte < 0x7F { return byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") ? 1 : 0 }
    if byte < 0x80 { return 1 }
    switch byte {
    case 0xC2:
      // U+0080…U+009F
      return index + 1 < utf8.count && utf8[index + 1] < 0xA0 ? 2 : 0
    case 0xD8:
      // U+061C, Arabic letter mark
      return index + 1 < utf8.count && utf8[index + 1] == 0x9C ? 2 : 0
    case 0xE2:
      guard index + 2 < utf8.count else { return 0 }
      switch (utf8[index + 1], utf8[index + 2]) {
      case (0x80, 0x8E...0x8F), (0x80, 0xA8...0xAE), (0x81, 0xA6...0xA9): return 3
      default: return 0
      }
    default: return 0
    }
  }

  private mutating func writeEscape(_ utf8: ByteView) {
    bytes.append(UInt8(ascii: "\\"))
    switch utf8[0] {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(utf8[0])
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    default:
      let scalar: UInt32 =
        switch utf8.count {
        case 1: UInt32(utf8[0])
        case 2: UInt32(utf8[0] & 0x1F) << 6 | UInt32(utf8[1] & 0x3F)
        default: UInt32(utf8[0] & 0x0F) << 12 | UInt32(utf8[1] & 0x3F) << 6 | UInt32(utf8[2] & 0x3F)
        }
      bytes.append(UInt8(ascii: "u"))
      for shift in [12, 8, 4, 0] as [UInt32] {
        let digit = UInt8(truncatingIfNeeded: scalar >> shift & 0xF)
        bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "a") + digit - 10)
      }
    }
  }
}

extension JSONValue {
  /// The document as text.
  /// - Parameter indentation: spaces a level; nil writes everything on one line.
  package func text(indentation: Int? = nil) -> String {
    var writer = JSONWriter(indentation: indentation)
    writer.value(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
