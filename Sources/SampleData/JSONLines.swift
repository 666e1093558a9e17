import Community

/// Bytes of a JSON string's inside: escaped, without the quotes.
struct Phrase: Sendable, Equatable, ExpressibleByStringLiteral {
  let bytes: [UInt8]

  init(_ text: String) {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case 0x22, 0x5C: bytes += [0x5C, byte]
      case 0..<0x20:
        let digits = Array("0123456789abcdef".utf8)
        bytes += Array("\\u00".utf8) + [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
      default: bytes.append(byte)
      }
    }
    self.bytes = bytes
  }

  init(stringLiteral value: String) { self.init(value) }
}

/// A buffer of JSON records, one a line.
struct JSONLines: Sendable {
  private(set) var bytes: [UInt8] = []

  init(capacity: Int = 0) { bytes.reserveCapacity(capacity) }

  mutating func literal(_ text: StaticString) {
    text.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  mutating func raw(_ phrase: Phrase) { bytes.append(contentsOf: phrase.bytes) }

  mutating func raw(_ byte: UInt8) { bytes.append(byte) }

  mutating func open() { raw(0x7B) }

  /// Ends the record and its line.
  mutating func close() {
    raw(0x7D)
    raw(0x0A)
  }

  mutating func key(_ name: StaticString) {
    if bytes.last != 0x7B { raw(0x2C) }
    raw(0x22)
    literal(name)
    raw(0x22)
    raw(0x3A)
  }

  mutating func string(_ name: StaticString, _ value: Phrase) {
    key(name)
    quoted(value)
  }

  /// A word that needs no escaping.
  mutating func word(_ name: StaticString, _ value: StaticString) {
    key(name)
    raw(0x22)
    literal(value)
    raw(0x22)
  }

  mutating func quoted(_ value: Phrase) {
    raw(0x22)
    raw(value)
    raw(0x22)
  }

  /// An id: a letter and a number.
  mutating func id(_ name: StaticString, _ letter: StaticString, _ number: Int) {
    key(name)
    quotedID(letter, number)
  }

  mutating func quotedID(_ letter: StaticString, _ number: Int) {
    raw(0x22)
    literal(letter)
    integer(number)
    raw(0x22)
  }

  mutating func integer(_ name: StaticString, _ value: Int) {
    key(name)
    integer(value)
  }

  mutating func integer(_ value: Int) {
    if value < 0 { raw(0x2D) }
    var rest = value.magnitude
    let start = bytes.count
    repeat {
      raw(UInt8(0x30 + rest % 10))
      rest /= 10
    } while rest > 0
    bytes[start...].reverse()
  }

  /// An amount given in hundredths.
  mutating func money(_ name: StaticString, hundredths: Int) {
    key(name)
    if hundredths < 0 { raw(0x2D) }
    let size = Int(hundredths.magnitude)
    integer(size / 100)
    if size % 100 != 0 {
      raw(0x2E)
      raw(UInt8(0x30 + size % 100 / 10))
      if size % 10 != 0 { raw(UInt8(0x30 + size % 10)) }
    }
  }

  mutating func twoDigits(_ value: Int) {
    raw(UInt8(0x30 + value / 10))
    raw(UInt8(0x30 + value % 10))
  }

  mutating func date(_ day: Day) {
    let (year, month, day) = day.civil
    twoDigits(year / 100)
    twoDigits(year % 100)
    raw(0x2D)
    twoDigits(month)
    raw(0x2D)
    twoDigits(day)
  }

  /// A local time of a zone eight hours ahead of UTC.
  mutating func time(_ name: StaticString, day: Day, secondOfDay: Int, milliseconds: Int? = nil) {
    key(name)
    raw(0x22)
    date(day)
    raw(0x54)
    twoDigits(secondOfDay / 3600)
    raw(0x3A)
    twoDigits(secondOfDay / 60 % 60)
    raw(0x3A)
    twoDigits(secondOfDay % 60)
    if let milliseconds {
      raw(0x2E)
      raw(UInt8(0x30 + milliseconds / 100))
      twoDigits(milliseconds % 100)
    }
    literal("+08:00\"")
  }
}
