/// A birthday: month, day, and the year where it's known.
package struct Birthday: RawRepresentable, Hashable, Sendable {
  /// year × 512 + month × 32 + day, with year 0 for unknown.
  package let rawValue: UInt32
  package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Nil when there's no such day (29 February needs a leap year or no year), or the year is before 1900.
  package init?(year: Int?, month: Int, day: Int) {
    if let year, !(1900...2199).contains(year) { return nil }
    guard Day(year: year ?? 2000, month: month, day: day) != nil else { return nil }
    self.rawValue = UInt32((year ?? 0) << 9 | month << 5 | day)
  }

  package var year: Int? { rawValue >> 9 == 0 ? nil : Int(rawValue >> 9) }
  package var month: Int { Int(rawValue >> 5 & 15) }
  package var day: Int { Int(rawValue & 31) }
}

extension Birthday: CustomStringConvertible {
  /// `YYYY-MM-DD`, or `MM-DD` without a year.
  package var description: String {
    (year.map { padded($0, 4) + "-" } ?? "") + padded(month, 2) + "-" + padded(day, 2)
  }
}

extension Birthday {
  /// The birthdays that are kept on a day, each as month × 32 + day: those of 29 February on the 28th where the year
  /// has none.
  package static func monthDays(keptOn day: Day) -> [UInt32] {
    let (year, month, number) = day.civil
    let own = UInt32(month << 5 | number)
    return month == 2 && number == 28 && !Day.isLeap(year) ? [own, own + 1] : [own]
  }
}
