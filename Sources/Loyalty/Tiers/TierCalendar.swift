import Community

/// Days and quarters of a zone, laid out for looking up many instants.
struct TierCalendar: Sendable {
  struct Quarter: Sendable {
    /// Ordinals of the first and the last day.
    var firstDay: Int32
    var lastDay: Int32
    /// The last instant, in milliseconds since 1970.
    var end: Int64
  }

  let zone: Zone
  let quarters: [Quarter]
  /// The first instant of each day, and of the one behind the last.
  private let starts: [Int64]
  private let quarterOfDay: [UInt16]

  /// - Parameters:
  ///   - from: the earliest day that has to be there; the three quarters before the last day's are in any case.
  ///   - day: the last day that has to be there; its quarter and the next are.
  init(zone: Zone, from: Day, through day: Day) {
    self.zone = zone
    var quarters: [Quarter] = []
    var quarterOfDay: [UInt16] = []
    var starts: [Int64] = []
    var first = min(from.startOfQuarter, day.startOfQuarter.adding(days: -275).startOfQuarter)
    repeat {
      let next = first.adding(days: 95).startOfQuarter
      let days = next.days(since: first)
      quarterOfDay += repeatElement(UInt16(quarters.count), count: days)
      for day in 0..<days { starts.append(zone.instant(of: first.adding(days: day)).rawValue) }
      quarters.append(
        Quarter(
          firstDay: first.rawValue, lastDay: next.rawValue - 1, end: zone.instant(of: next).rawValue - 1))
      first = next
    } while first <= day.startOfQuarter.adding(days: 95).startOfQuarter
    self.starts = starts + [zone.instant(of: first).rawValue]
    self.quarters = quarters
    self.quarterOfDay = quarterOfDay
  }

  /// The first instant there is.
  var start: Int64 { starts[0] }

  /// The ordinal of the day of an instant.
  @inline(__always)
  func day(of milliseconds: Int64) -> Int32 {
    let starts = starts.span
    var place = Int(clamping: (milliseconds - starts[0]) / 86_400_000)
    place = max(0, min(place, starts.count - 2))
    while place > 0, starts[place] > milliseconds { place -= 1 }
    while place < starts.count - 2, starts[place + 1] <= milliseconds { place += 1 }
    return quarters[0].firstDay + Int32(place)
  }

  /// The number of the quarter of a day.
  @inline(__always)
  func quarter(of day: Int32) -> Int { Int(quarterOfDay[Int(day - quarters[0].firstDay)]) }
}
