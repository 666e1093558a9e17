import Community

/// A stretch of days that is named by where today lies: `yesterday`, `thisweek`. Weeks begin on Monday.
enum RelativePeriod: Hashable, Sendable {
  /// A day so many days after today.
  case day(Int)
  /// A week, month or year so many after this one.
  case week(Int), month(Int), year(Int)

  /// The period that a word names in any language; nil where it names none.
  init?(_ text: String) {
    switch FilterWord(text) {
    case .today: self = .day(0)
    case .yesterday: self = .day(-1)
    case .tomorrow: self = .day(1)
    case .thisWeek: self = .week(0)
    case .lastWeek: self = .week(-1)
    case .nextWeek: self = .week(1)
    case .thisMonth: self = .month(0)
    case .lastMonth: self = .month(-1)
    case .nextMonth: self = .month(1)
    case .thisYear: self = .year(0)
    case .lastYear: self = .year(-1)
    case .or, .and, .not, .has, .nothing, .yes, .no, nil: return nil
    }
  }

  /// The first and the last day.
  func span(around today: Day) -> ClosedRange<Day> {
    switch self {
    case .day(let offset):
      let day = today.adding(days: offset)
      return day...day
    case .week(let offset):
      let monday = today.adding(days: 1 - today.weekday + 7 * offset)
      return monday...monday.adding(days: 6)
    case .month(let offset):
      let civil = today.civil
      let months = civil.year * 12 + civil.month - 1 + offset
      let (year, month) = (months / 12, months % 12 + 1)
      guard let first = Day(year: year, month: month, day: 1) else { return today...today }
      return first...first.adding(days: Day.length(ofMonth: month, year: year) - 1)
    case .year(let offset):
      let year = today.civil.year + offset
      guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31)
      else { return today...today }
      return first...last
    }
  }

  /// Every day of it.
  func days(around today: Day) -> [Day] {
    let span = span(around: today)
    return (0...span.upperBound.days(since: span.lowerBound)).map { span.lowerBound.adding(days: $0) }
  }
}
