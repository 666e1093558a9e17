import Community

/// Writes times as text.
enum TimeText {
  /// Epoch seconds as UTC: `2026-03-01T09:30:00Z`.
  static func write(seconds: Int64, to bytes: inout [UInt8]) {
    let day = Int32(clamping: (seconds - (seconds < 0 ? 86_399 : 0)) / 86_400)
    let rest = Int(seconds - Int64(day) * 86_400)
    let (year, month, dayOfMonth) = civil(day)
    write(year: year, month: month, day: dayOfMonth, to: &bytes)
    bytes.append(UInt8(ascii: "T"))
    write(hour: rest / 3600, minute: rest / 60 % 60, second: rest % 60, to: &bytes)
    bytes.append(UInt8(ascii: "Z"))
  }

  static func write(year: Int, month: Int, day: Int, to bytes: inout [UInt8]) {
    pair(year / 100, &bytes)
    pair(year % 100, &bytes)
    bytes.append(UInt8(ascii: "-"))
    pair(month, &bytes)
    bytes.append(UInt8(ascii: "-"))
    pair(day, &bytes)
  }

  static func write(hour: Int, minute: Int, second: Int, to bytes: inout [UInt8]) {
    pair(hour, &bytes)
    bytes.append(UInt8(ascii: ":"))
    pair(minute, &bytes)
    bytes.append(UInt8(ascii: ":"))
    pair(second, &bytes)
  }

  @inline(__always)
  private static func pair(_ number: Int, _ bytes: inout [UInt8]) {
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number / 10 % 10))
    bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }

  /// Year, month and day of days since 1970 in the Gregorian calendar (H. Hinnant, 'chrono-compatible low-level date
  /// algorithms').
  static func civil(_ days: Int32) -> (year: Int, month: Int, day: Int) {
    let shifted = Int(days) + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let part = (5 * dayOfYear + 2) / 153
    let month = part < 10 ? part + 3 : part - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * part + 2) / 5 + 1)
  }
}
