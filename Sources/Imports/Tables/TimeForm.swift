import Bytes
import Community

/// How a column writes dates and times.
package struct TimeForm: Hashable, Sendable {
  package enum Order: Hashable, Sendable {
    /// `2026-03-01`, `2026/3/1`, `2026年3月1日`, `20260301`, each with a time behind it perhaps.
    case yearFirst
    /// `01.03.2026`, `1/3/26`.
    case dayFirst
    /// `3/1/2026`.
    case monthFirst
    /// Seconds since 1970; milliseconds above 10^11.
    case epoch
  }

  package var order: Order
  /// Whether times without an offset are UTC's; else they are the programme's zone's.
  package var isUTC = false

  package init(_ order: Order, isUTC: Bool = false) {
    self.order = order
    self.isUTC = isUTC
  }
}

/// A date with a time perhaps, as it was written.
struct WrittenTime {
  var year = 0
  var month = 0
  var day = 0
  var secondOfDay: Int?
  /// Minutes east of UTC.
  var offset: Int?
}

extension TimeForm {
  /// Reads a cell; nil where it's of another form or names a day that isn't in the calendar.
  func read(_ cell: Cell) -> WrittenTime? {
    if order == .epoch { return TimeForm.epoch(cell) }
    var reader = TimeReader(cell)
    reader.skipSpaces()
    var time = WrittenTime()
    guard let first = reader.number() else { return nil }
    if order == .yearFirst, first.digits == 8 || first.digits == 14 || first.digits == 12 {
      guard reader.isAtEnd else { return TimeForm.compact(first.value, first.digits, &reader) }
      return TimeForm.compact(first.value, first.digits, &reader)
    }
    guard reader.separator(), let second = reader.number(), reader.separator(), let third = reader.number()
    else { return nil }
    reader.dayMark()
    switch order {
    case .yearFirst:
      guard first.digits == 4 || first.digits == 2 else { return nil }
      (time.year, time.month, time.day) = (first.year, second.value, third.value)
    case .dayFirst: (time.day, time.month, time.year) = (first.value, second.value, third.year)
    case .monthFirst: (time.month, time.day, time.year) = (first.value, second.value, third.year)
    case .epoch: return nil
    }
    guard first.digits <= 4, second.digits <= 2, third.digits <= 4,
      Day(year: time.year, month: time.month, day: time.day) != nil
    else { return nil }
    guard reader.clock(&time) else { return nil }
    return time
  }

  private static func compact(_ value: Int, _ digits: Int, _ reader: inout TimeReader) -> WrittenTime? {
    var time = WrittenTime()
    let clock = digits == 8 ? 0 : digits == 14 ? 1_000_000 : 10_000
    let date = clock == 0 ? value : value / clock
    (time.year, time.month, time.day) = (date / 10_000, date / 100 % 100, date % 100)
    guard Day(year: time.year, month: time.month, day: time.day) != nil, time.year >= 1900 else { return nil }
    if clock != 0 {
      let rest = value % clock * (digits == 12 ? 100 : 1)
      guard rest / 10_000 < 24, rest / 100 % 100 < 60, rest % 100 < 60 else { return nil }
      time.secondOfDay = rest / 10_000 * 3600 + rest / 100 % 100 * 60 + rest % 100
    }
    return reader.clock(&time) ? time : nil
  }

  private static func epoch(_ cell: Cell) -> WrittenTime? {
    var seconds: Int64 = 0
    var place = 0
    while place < cell.count, cell[place] != UInt8(ascii: ".") {
      let digit = Int64(cell[place]) - 48
      guard digit >= 0, digit <= 9, seconds < 1 << 50 else { return nil }
      seconds = seconds * 10 + digit
      place += 1
    }
    guard place > 0 else { return nil }
    if seconds > 100_000_000_000 { seconds /= 1000 }
    var time = WrittenTime()
    (time.year, time.month, time.day) = TimeText.civil(Int32(clamping: seconds / 86_400))
    time.secondOfDay = Int(seconds % 86_400)
    time.offset = 0
    return time
  }

  /// The orders under which a text reads as a time; of `1/3/26` both are told.
  static func forms(of text: String) -> [Order] {
    text.withBytes { cell in
      guard cell.count >= 6, cell.count <= 40 else { return [] }
      var orders: [Order] = []
      if let time = TimeForm(.yearFirst).read(cell), time.year >= 1900 {
        // Two digits first are hardly ever a year.
        if cell.count >= 8, !TimeForm.beginsWithShortNumber(cell) { return [.yearFirst] }
      }
      guard TimeForm.beginsWithShortNumber(cell) else { return [] }
      if TimeForm(.dayFirst).read(cell) != nil { orders.append(.dayFirst) }
      if TimeForm(.monthFirst).read(cell) != nil { orders.append(.monthFirst) }
      return orders
    }
  }

  private static func beginsWithShortNumber(_ cell: Cell) -> Bool {
    let digits = cell.prefix { $0 >= 48 && $0 <= 57 }.count
    return digits == 1 || digits == 2
  }
}

extension WrittenTime {
  /// As RFC 3339 has it, the offset left out where there's none; a bare date stays one.
  func write(to bytes: inout [UInt8], isUTC: Bool) {
    TimeText.write(year: year, month: month, day: day, to: &bytes)
    guard let second = secondOfDay else { return }
    bytes.append(UInt8(ascii: "T"))
    TimeText.write(hour: second / 3600, minute: second / 60 % 60, second: second % 60, to: &bytes)
    guard let offset = offset ?? (isUTC ? 0 : nil) else { return }
    if offset == 0 {
      bytes.append(UInt8(ascii: "Z"))
    } else {
      bytes.append(offset < 0 ? UInt8(ascii: "-") : UInt8(ascii: "+"))
      let size = abs(offset)
      for number in [size / 60, size % 60] {
        if number == size % 60, bytes.last != UInt8(ascii: "+"), bytes.last != UInt8(ascii: "-") {
          bytes.append(UInt8(ascii: ":"))
        }
        bytes.append(UInt8(ascii: "0") + UInt8(number / 10))
        bytes.append(UInt8(ascii: "0") + UInt8(number % 10))
      }
    }
  }
}

/// A cursor over the bytes of a time.
private struct TimeReader {
  let cell: Cell
  var place = 0

  init(_ cell: Cell) { self.cell = cell }

  var isAtEnd: Bool { place >= cell.count }
  var byte: UInt8 { place < cell.count ? cell[place] : 0 }

  struct Number {
    var value: Int
    var digits: Int
    /// Two digits as POSIX reads them: 69 to 99 are of the last century.
    var year: Int { digits > 2 ? value : value < 69 ? 2000 + value : 1900 + value }
  }

  mutating func number() -> Number? {
    var value = 0
    let start = place
    while place < cell.count, place - start < 15 {
      let digit = Int(cell[place]) - 48
      guard digit >= 0, digit <= 9 else { break }
      value = value * 10 + digit
      place += 1
    }
    return place > start ? Number(value: value, digits: place - start) : nil
  }

  mutating func skipSpaces() { while byte == 0x20 || byte == 0x09 { place += 1 } }

  mutating func accept(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard place + count <= cell.count else { return false }
    for index in 0..<count where cell[place + index] != text.utf8Start[index] { return false }
    place += count
    return true
  }

  /// What stands between year, month and day.
  mutating func separator() -> Bool {
    switch byte {
    case UInt8(ascii: "-"), UInt8(ascii: "/"), UInt8(ascii: "."):
      place += 1
      skipSpaces()
      return true
    default: return accept("年") || accept("月")
    }
  }

  mutating func dayMark() { _ = accept("日") }

  /// The time of day with an offset, if there is one; false where something else follows.
  mutating func clock(_ time: inout WrittenTime) -> Bool {
    if byte == UInt8(ascii: "T") || byte == UInt8(ascii: "t") { place += 1 }
    skipSpaces()
    if isAtEnd { return true }
    var isAfternoon: Bool? = accept("上午") ? false : accept("下午") ? true : nil
    skipSpaces()
    guard let hour = number(), hour.value < 24 else { return false }
    var (minute, second) = (0, 0)
    if accept(":") || accept("：") || accept("时") || accept("点") {
      if let number = number() {
        guard number.value < 60 else { return false }
        minute = number.value
      }
      if accept(":") || accept("：") || accept("分") {
        if let number = number() {
          guard number.value <= 60 else { return false }
          second = min(59, number.value)
        }
        _ = accept("秒")
        if byte == UInt8(ascii: ".") || byte == UInt8(ascii: ",") {
          place += 1
          guard number() != nil else { return false }
        }
      }
    } else {
      return false
    }
    skipSpaces()
    if accept("AM") || accept("am") || accept("a.m.") { isAfternoon = false }
    if accept("PM") || accept("pm") || accept("p.m.") { isAfternoon = true }
    var hours = hour.value
    if let isAfternoon {
      guard hours <= 12 || isAfternoon else { return false }
      if hours < 12, isAfternoon { hours += 12 }
      if hours == 12, !isAfternoon { hours = 0 }
    }
    time.secondOfDay = hours * 3600 + minute * 60 + second
    skipSpaces()
    return isAtEnd || offset(&time)
  }

  private mutating func offset(_ time: inout WrittenTime) -> Bool {
    if accept("Z") || accept("z") || accept("UTC") || accept("GMT") {
      time.offset = 0
      return isAtEnd
    }
    let isWest = byte == UInt8(ascii: "-")
    guard accept("+") || accept("-"), let hours = number() else { return false }
    var minutes = 0
    var whole = hours.value
    if hours.digits == 4 {
      (whole, minutes) = (hours.value / 100, hours.value % 100)
    } else if accept(":") {
      guard let number = number() else { return false }
      minutes = number.value
    }
    guard whole < 24, minutes < 60 else { return false }
    time.offset = (whole * 60 + minutes) * (isWest ? -1 : 1)
    return isAtEnd
  }
}
