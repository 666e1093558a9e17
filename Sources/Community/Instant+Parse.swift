import Bytes

/// Why a time could not be read.
package enum TimeProblem: Error, Hashable, Sendable {
  /// Not a form of time that is known.
  case malformed
  /// A time, but before 1970 or after 2199.
  case outOfRange
  /// A number that as seconds lies in January 1970: a spreadsheet's day, a year, a count, but hardly a time.
  case serialNumber
}

extension Instant {
  /// Reads a time from UTF-8: RFC 3339 / ISO 8601 with offset; the same without one, or a bare date, in
  /// `zone`; or a number alone, which is epoch seconds (milliseconds above 10^11).
  ///
  /// `23:59:60` is read as `23:59:59`; fractions beyond milliseconds are cut.
  /// - Parameter endOfDay: whether a bare date means its last instant instead of its first.
  package static func parse(
    _ text: ByteView, zone: Zone, endOfDay: Bool = false
  ) throws(TimeProblem) -> Instant {
    var reader = TimeReader(text: text)
    guard text.count >= 8, let year = reader.number(4), reader.accept(UInt8(ascii: "-")),
      let month = reader.number(2), reader.accept(UInt8(ascii: "-")), let dayOfMonth = reader.number(2)
    else { return try epoch(text) }
    guard let day = Day(year: year, month: month, day: dayOfMonth) else { throw .malformed }
    if reader.isAtEnd {
      return try (endOfDay ? zone.end(of: day) : zone.instant(of: day)).checked()
    }
    guard
      reader.accept(UInt8(ascii: "T")) || reader.accept(UInt8(ascii: "t"))
        || reader.accept(UInt8(ascii: " ")),
      let hour = reader.number(2), hour < 24
    else { throw .malformed }
    var minute = 0
    var second = 0
    var millisecond = 0
    if reader.accept(UInt8(ascii: ":")) {
      guard let value = reader.number(2), value < 60 else { throw .malformed }
      minute = value
      if reader.accept(UInt8(ascii: ":")) {
        guard let value = reader.number(2), value <= 60 else { throw .malformed }
        // A leap second is named only as the last second of a day in UTC or of an hour elsewhere.
        guard value < 60 || minute == 59 else { throw .malformed }
        second = min(value, 59)
        if reader.accept(UInt8(ascii: ".")) || reader.accept(UInt8(ascii: ",")) {
          guard let value = reader.fraction() else { throw .malformed }
          millisecond = value
        }
      }
    }
    let secondOfDay = hour * 3600 + minute * 60 + second
    if reader.isAtEnd {
      return try zone.instant(of: day, second: secondOfDay, millisecond: millisecond).checked()
    }
    guard let offset = reader.offset(), reader.isAtEnd else { throw .malformed }
    let seconds = Int64(day.rawValue) * 86400 + Int64(secondOfDay) - Int64(offset)
    return try Instant(rawValue: seconds * 1000 + Int64(millisecond)).checked()
  }

  /// Reads a time from a JSON number: epoch seconds, or milliseconds above 10^11.
  package static func parse(epoch number: Double) throws(TimeProblem) -> Instant {
    guard number.isFinite, number >= 0 else { throw .outOfRange }
    let milliseconds = number > 1e11 ? number : number * 1000
    guard milliseconds < 1e15 else { throw .outOfRange }
    guard milliseconds >= endOfJanuary1970 else { throw .serialNumber }
    return try Instant(rawValue: Int64(milliseconds)).checked()
  }

  /// Reads a time from a whole JSON number: epoch seconds, or milliseconds above 10^11.
  package static func parse(epoch number: Int64) throws(TimeProblem) -> Instant {
    guard number >= 0 else { throw .outOfRange }
    if number > 100_000_000_000 { return try Instant(rawValue: number).checked() }
    guard number * 1000 >= Int64(endOfJanuary1970) else { throw .serialNumber }
    return try Instant(rawValue: number * 1000).checked()
  }

  /// In milliseconds. No number up to there was meant as a time: they are spreadsheets' days, years, counts.
  private static let endOfJanuary1970: Double = 31 * 86_400_000

  private static func epoch(_ text: ByteView) throws(TimeProblem) -> Instant {
    var value: Int64 = 0
    guard !text.isEmpty else { throw .malformed }
    for byte in text {
      guard byte >= 48, byte <= 57 else { return try epoch(decimal: text) }
      let (product, overflow) = value.multipliedReportingOverflow(by: 10)
      guard !overflow, product <= .max - 9 else { throw .outOfRange }
      value = product + Int64(byte - 48)
    }
    return try parse(epoch: value)
  }

  /// A number with a point or an exponent, such as `1767260000.000200`.
  private static func epoch(decimal text: ByteView) throws(TimeProblem) -> Instant {
    let isNumber = text.first.map { $0 >= 48 && $0 <= 57 } ?? false
    guard isNumber, text.count <= 40, text.allSatisfy({ "0123456789.eE+-".utf8.contains($0) }),
      let number = Double(String(decoding: text, as: UTF8.self))
    else { throw .malformed }
    return try parse(epoch: number)
  }

  private func checked() throws(TimeProblem) -> Instant {
    guard self >= .earliest, self <= .latest else { throw .outOfRange }
    return self
  }
}

/// A cursor over the bytes of a time.
private struct TimeReader {
  let text: ByteView
  var index = 0

  var isAtEnd: Bool { index == text.count }

  mutating func accept(_ byte: UInt8) -> Bool {
    guard index < text.count, text[index] == byte else { return false }
    index += 1
    return true
  }

  /// Exactly `digits` decimal digits.
  mutating func number(_ digits: Int) -> Int? {
    guard index + digits <= text.count else { return nil }
    var value = 0
    for position in index..<index + digits {
      let digit = Int(text[position]) - 48
      guard digit >= 0, digit <= 9 else { return nil }
      value = value * 10 + digit
    }
    index += digits
    return value
  }

  /// Digits after the decimal point, as milliseconds.
  mutating func fraction() -> Int? {
    var value = 0
    var digits = 0
    while index < text.count, text[index] >= 48, text[index] <= 57 {
      if digits < 3 { value = value * 10 + Int(text[index] - 48) }
      digits += 1
      index += 1
    }
    guard digits > 0 else { return nil }
    return value * [1, 100, 10, 1][min(digits, 3)]
  }

  /// `Z`, `+08:00`, `+0800` or `+08`, in seconds east of UTC.
  mutating func offset() -> Int? {
    if accept(UInt8(ascii: "Z")) || accept(UInt8(ascii: "z")) { return 0 }
    let sign: Int
    if accept(UInt8(ascii: "+")) {
      sign = 1
    } else if accept(UInt8(ascii: "-")) {
      sign = -1
    } else {
      return nil
    }
    guard let hours = number(2), hours < 24 else { return nil }
    if isAtEnd { return sign * hours * 3600 }
    _ = accept(UInt8(ascii: ":"))
    guard let minutes = number(2), minutes < 60 else { return nil }
    return sign * (hours * 3600 + minutes * 60)
  }
}
