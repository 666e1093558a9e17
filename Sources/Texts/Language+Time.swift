import Community

extension Language {
  /// How long ago, in one unit rounded down: `now`, `2 min`, `3 h`, `41 d`. The future counts as now.
  package func age(milliseconds: Int64) -> String {
    let minutes = milliseconds / 60_000
    if minutes < 1 { return text(.lessThanAMinute) }
    if minutes < 60 { return text(.minutes, ["count": Int(minutes)]) }
    if minutes < 48 * 60 { return text(.hours, ["count": Int(minutes / 60)]) }
    return text(.days, ["count": Int(minutes / (24 * 60))])
  }

  /// The age of an instant, seen from another.
  package func age(of instant: Instant, at now: Instant) -> String {
    age(milliseconds: now.rawValue - instant.rawValue)
  }

  /// A count of calendar days: `41 d`.
  package func days(_ count: Int) -> String { text(.days, ["count": count]) }

  /// How long something took or will take: `0.4 s`, `12 s`, `3 min 20 s`, `2 h 5 min`.
  package func duration(seconds: Double) -> String {
    if seconds < 9.95 { return text(.seconds, ["count": number(max(0, seconds), decimals: 1)]) }
    let whole = Int(min(seconds, 1e12).rounded())
    if whole < 60 { return text(.seconds, ["count": whole]) }
    let (large, small): (String, String?) =
      if whole < 3600 {
        (
          text(.minutes, ["count": whole / 60]),
          whole % 60 == 0 ? nil : text(.seconds, ["count": whole % 60])
        )
      } else {
        (
          text(.hours, ["count": whole / 3600]),
          whole / 60 % 60 == 0 ? nil : text(.minutes, ["count": whole / 60 % 60])
        )
      }
    return small.map { "\(large) \($0)" } ?? large
  }

  /// `2026-03-01`, in either language.
  package func date(_ day: Day) -> String { day.description }

  /// The day of an instant: `2026-03-01`.
  package func date(_ instant: Instant, in zone: Zone) -> String { zone.day(of: instant).description }

  /// The wall clock's hours and minutes: `09:30`.
  package func time(_ instant: Instant, in zone: Zone) -> String {
    let second = zone.secondOfDay(of: instant)
    return "\(twoDigits(second / 3600)):\(twoDigits(second / 60 % 60))"
  }

  /// `2026-03-01 09:30`.
  package func dateAndTime(_ instant: Instant, in zone: Zone) -> String {
    "\(date(instant, in: zone)) \(time(instant, in: zone))"
  }

  /// A month by `Day.monthNumber`: `2026-03`.
  package func month(_ number: Int) -> String { "\(number / 12)-\(twoDigits(number % 12 + 1))" }

  private func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
