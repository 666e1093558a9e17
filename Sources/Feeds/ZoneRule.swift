import Community

/// Offsets that repeat year by year, as POSIX writes them: `CET-1CEST,M3.5.0,M10.5.0/3`.
struct ZoneRule: Equatable {
  /// Seconds east of UTC.
  var standard: Int32
  /// Summer time's offset, and when it begins and ends each year.
  var summer: Summer?

  struct Summer: Equatable {
    var offset: Int32
    var start: Change
    var end: Change
  }

  /// When clocks change: a day, and seconds of wall time from its midnight, which may lie days off.
  struct Change: Equatable {
    var day: DayOfYear
    var time: Int64 = 7200
  }

  enum DayOfYear: Equatable {
    /// The n-th day of the year from 1; February 29 isn't counted.
    case withoutLeapDay(Int)
    /// The n-th day of the year from 0.
    case withLeapDay(Int)
    /// A weekday (0 for Sunday) of a month, in its n-th week that has it; the fifth is the last.
    case weekday(month: Int, week: Int, weekday: Int)
  }

  /// Nil when the text isn't of POSIX's form.
  init?(_ text: some Collection<UInt8>) {
    var reader = RuleReader(text: Array(text))
    guard reader.skipName(), let westward = reader.duration(limit: 24) else { return nil }
    standard = Int32(-westward)
    guard !reader.isAtEnd else { return }
    guard reader.skipName() else { return nil }
    var offset = standard + 3600
    if !reader.isAtEnd, reader.next != UInt8(ascii: ",") {
      guard let westward = reader.duration(limit: 24) else { return nil }
      offset = Int32(-westward)
    }
    if reader.isAtEnd {
      // Where the days aren't given, the C library takes those of the United States.
      summer = Summer(
        offset: offset, start: Change(day: .weekday(month: 3, week: 2, weekday: 0)),
        end: Change(day: .weekday(month: 11, week: 1, weekday: 0)))
      return
    }
    guard let start = reader.change(), let end = reader.change(), reader.isAtEnd else { return nil }
    summer = Summer(offset: offset, start: start, end: end)
  }

  /// The year's changes, ascending.
  func transitions(in year: Int) -> [(start: Int64, offset: Int32)] {
    guard let summer else { return [] }
    let start = summer.start.wallTime(in: year) - Int64(standard)
    let end = summer.end.wallTime(in: year) - Int64(summer.offset)
    // Where summer never ends, it begins anew as the old one ends.
    return start < end
      ? [(start, summer.offset), (end, standard)] : [(end, standard), (start, summer.offset)]
  }
}

extension ZoneRule.Change {
  /// Seconds from 1970 to the change as the clocks on the wall count them.
  fileprivate func wallTime(in year: Int) -> Int64 {
    func ordinal(_ month: Int, _ day: Int) -> Int {
      Day(year: year, month: month, day: day).map { Int($0.rawValue) } ?? 0
    }
    let day: Int
    switch self.day {
    case .withoutLeapDay(let number):
      day = ordinal(1, 1) + number - (Day.isLeap(year) && number >= 60 ? 0 : 1)
    case .withLeapDay(let number):
      day = ordinal(1, 1) + number
    case .weekday(let month, let week, let weekday):
      let first = ordinal(month, 1)
      let firstWeekday = Day(rawValue: Int32(first)).weekday % 7
      let inMonth = (weekday - firstWeekday + 7) % 7 + (week - 1) * 7
      day = first + (inMonth < Day.length(ofMonth: month, year: year) ? inMonth : inMonth - 7)
    }
    return Int64(day) * 86400 + time
  }
}

/// A cursor over the text of a rule.
private struct RuleReader {
  let text: [UInt8]
  var index = 0

  var isAtEnd: Bool { index == text.count }
  var next: UInt8? { isAtEnd ? nil : text[index] }

  mutating func accept(_ character: Unicode.Scalar) -> Bool {
    guard next == UInt8(ascii: character) else { return false }
    index += 1
    return true
  }

  /// Three letters or more, or anything between `<` and `>`.
  mutating func skipName() -> Bool {
    if accept("<") {
      while let byte = next, byte != UInt8(ascii: ">") { index += 1 }
      return accept(">")
    }
    let start = index
    while let byte = next, (byte | 0x20) >= 0x61, (byte | 0x20) <= 0x7A { index += 1 }
    return index - start >= 3
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int? {
    let start = index
    var value = 0
    while let byte = next, byte >= 0x30, byte <= 0x39, index - start < 3 {
      value = value * 10 + Int(byte) - 0x30
      index += 1
    }
    return index > start && range.contains(value) ? value : nil
  }

  /// `hh`, `hh:mm` or `hh:mm:ss` with or without a sign, in seconds.
  mutating func duration(limit: Int) -> Int64? {
    let sign: Int64 = accept("-") ? -1 : 1
    if sign == 1 { _ = accept("+") }
    guard let hours = number(0...limit) else { return nil }
    var seconds = hours * 3600
    if accept(":") {
      guard let minutes = number(0...59) else { return nil }
      seconds += minutes * 60
      if accept(":") {
        guard let rest = number(0...59) else { return nil }
        seconds += rest
      }
    }
    return sign * Int64(seconds)
  }

  mutating func change() -> ZoneRule.Change? {
    guard accept(",") else { return nil }
    let day: ZoneRule.DayOfYear
    if accept("M") {
      guard let month = number(1...12), accept("."), let week = number(1...5), accept("."),
        let weekday = number(0...6)
      else { return nil }
      day = .weekday(month: month, week: week, weekday: weekday)
    } else if accept("J") {
      guard let number = number(1...365) else { return nil }
      day = .withoutLeapDay(number)
    } else {
      guard let number = number(0...365) else { return nil }
      day = .withLeapDay(number)
    }
    guard accept("/") else { return ZoneRule.Change(day: day) }
    return duration(limit: 167).map { ZoneRule.Change(day: day, time: $0) }
  }
}
