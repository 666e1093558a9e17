/// A calendar day of the proleptic Gregorian calendar, without a time zone.
///
/// Days are counted from 1970-01-01 (day 0). Conversion follows the era arithmetic on 400-year cycles.
@usableFromInline
package struct Day: RawRepresentable, Hashable, Comparable, Sendable {
  /// Days since 1970-01-01; negative before.
  @usableFromInline package var rawValue: Int32

  @inlinable package init(rawValue: Int32) { self.rawValue = rawValue }

  /// The day `year`-`month`-`day`, or nil when no such day exists.
  package init?(year: Int, month: Int, day: Int) {
    guard (1...12).contains(month), day >= 1, day <= Day.length(ofMonth: month, year: year) else {
      return nil
    }
    self.rawValue = Day.ordinal(year: year, month: month, day: day)
  }

  @inlinable package static func < (left: Day, right: Day) -> Bool { left.rawValue < right.rawValue }

  /// Calendar days from `other` to this day.
  package func days(since other: Day) -> Int { Int(rawValue) - Int(other.rawValue) }

  package func adding(days: Int) -> Day { Day(rawValue: rawValue + Int32(days)) }

  /// Year, month 1–12 and day of month 1–31.
  package var civil: (year: Int, month: Int, day: Int) {
    let shifted = Int(rawValue) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// 1 for Monday to 7 for Sunday (ISO 8601).
  package var weekday: Int { (((Int(rawValue) + 3) % 7) + 7) % 7 + 1 }

  /// The Monday that begins this day's week.
  package var startOfWeek: Day { adding(days: 1 - weekday) }

  /// The first day of this day's month.
  package var startOfMonth: Day { adding(days: 1 - civil.day) }

  /// The first day of this day's calendar quarter.
  package var startOfQuarter: Day {
    let (year, month, _) = civil
    return Day(rawValue: Day.ordinal(year: year, month: (month - 1) / 3 * 3 + 1, day: 1))
  }

  /// Months since January of year 0, for grouping by month.
  package var monthNumber: Int {
    let (year, month, _) = civil
    return year * 12 + month - 1
  }

  package static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

  package static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  @inlinable static func ordinal(year: Int, month: Int, day: Int) -> Int32 {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return Int32(era * 146_097 + dayOfEra - 719_468)
  }
}

extension Day: CustomStringConvertible {
  /// `YYYY-MM-DD`.
  @usableFromInline package var description: String {
    let (year, month, day) = civil
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }
}

/// `number` in decimal with leading zeros up to `width` digits.
func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return digits.utf8.count >= width
    ? digits : String(repeating: "0", count: width - digits.utf8.count) + digits
}
