import Community

/// When points expire that come without a time of their own.
struct PointsLife {
  private let zone: Zone
  private let months: Int
  private let isClearedAtYearEnd: Bool
  /// By day: how much later points of that day expire, where days of ordinary length on both sides let that be known
  /// once for the whole day; `unset` where it wasn't asked for, `uneven` where clocks are changed.
  private var shifts: [Int64] = []
  private static let unset = Int64.min
  private static let uneven = Int64.max

  /// - Parameter keepsDays: whether it's worth remembering days, because there are many points.
  init(_ rules: Program.PointsRules, zone: Zone, keepsDays: Bool) {
    self.zone = zone
    months = rules.months
    isClearedAtYearEnd = rules.isClearedAtYearEnd
    if keepsDays { shifts = [Int64](repeating: PointsLife.unset, count: 84_010) }
  }

  /// The instant at which points of an instant on `day` are gone: the same local time some months on, on the month's last
  /// day when the month is shorter; or the last instant of the year.
  mutating func expiry(of time: Int64, on day: Day) -> Int64 {
    guard shifts.indices.contains(Int(day.rawValue)) else { return compute(time, day) }
    let shift = shifts[Int(day.rawValue)]
    if shift == PointsLife.unset {
      shifts[Int(day.rawValue)] = evenShift(day) ?? PointsLife.uneven
      return expiry(of: time, on: day)
    }
    return shift == PointsLife.uneven ? compute(time, day) : time + shift
  }

  private func evenShift(_ day: Day) -> Int64? {
    if isClearedAtYearEnd { return nil }
    let target = day.adding(months: months)
    func start(_ day: Day) -> Int64 { zone.instant(of: day).rawValue }
    let length: Int64 = 86_400_000
    guard start(day.adding(days: 1)) - start(day) == length,
      start(target.adding(days: 1)) - start(target) == length,
      zone.secondOfDay(of: Instant(rawValue: start(target))) == 0
    else { return nil }
    return start(target) - start(day)
  }

  private func compute(_ time: Int64, _ day: Day) -> Int64 {
    if isClearedAtYearEnd {
      let year = day.civil.year
      for year in year...year + 1 {
        guard let last = Day(year: year, month: 12, day: 31) else { break }
        let end = zone.end(of: last).rawValue
        if end > time { return end }
      }
      return time
    }
    let instant = Instant(rawValue: time)
    let millisecond = Int(((time % 1000) + 1000) % 1000)
    return zone.instant(
      of: day.adding(months: months), second: zone.secondOfDay(of: instant), millisecond: millisecond
    ).rawValue
  }
}

extension Day {
  /// The same day of the month some months on, or the month's last where it's shorter.
  func adding(months: Int) -> Day {
    let (year, month, day) = civil
    let number = year * 12 + month - 1 + months
    let length = Day.length(ofMonth: number % 12 + 1, year: number / 12)
    return Day(year: number / 12, month: number % 12 + 1, day: min(day, length)) ?? self
  }
}
