import Algorithms
import Community

/// The days of the span, and how busy each is.
///
/// Times inside the generator are seconds since the local midnight that begins the span.
struct Season: Sendable {
  let first: Day
  let days: Int
  /// Busyness up to the beginning of each day, in average days; one entry more than days.
  private let busyness: [Double]

  static let secondsPerDay = 86_400

  /// Seconds in the span: events are before this.
  var end: Int { days * Season.secondsPerDay }

  init(last: Day, days: Int) {
    self.days = days
    first = last.adding(days: 1 - days)
    var sums = [0.0]
    for offset in 0..<days { sums.append(sums[offset] + Season.weight(of: first.adding(days: offset))) }
    let mean = sums[days] / Double(days)
    busyness = sums.map { $0 / mean }
  }

  func day(at time: Int) -> Day { first.adding(days: time / Season.secondsPerDay) }

  /// How many average days' worth of business lie before `time`.
  func work(before time: Int) -> Double {
    let offset = min(time / Season.secondsPerDay, days - 1)
    let part = Double(time - offset * Season.secondsPerDay) / Double(Season.secondsPerDay)
    return busyness[offset] + (busyness[offset + 1] - busyness[offset]) * part
  }

  /// The day on which that much business has been done, as an offset; nil after the span.
  func offset(after work: Double) -> Int? {
    guard work < busyness[days] else { return nil }
    return max(0, busyness.partitioningIndex { $0 > work } - 1)
  }

  /// Offsets of the days with the given month and day of month.
  func offsets(month: Int, day: Int) -> [Int] {
    let years = first.civil.year...first.adding(days: days).civil.year
    return years.compactMap { year in
      let length = Day.length(ofMonth: month, year: year)
      guard let date = Day(year: year, month: month, day: min(day, length)) else { return nil }
      let offset = date.days(since: first)
      return (0..<days).contains(offset) ? offset : nil
    }
  }

  /// Spring brings the new tea, the end of the year presents; weekends, member days (the 18th), Double 11.
  private static func weight(of day: Day) -> Double {
    let (_, month, dayOfMonth) = day.civil
    let months = [1.15, 0.8, 0.95, 1.2, 1.05, 1.05, 0.85, 0.85, 1.1, 1.0, 1.25, 1.05]
    let weekdays = [0.9, 0.88, 0.9, 0.93, 1.03, 1.25, 1.2]
    var weight = months[month - 1] * weekdays[day.weekday - 1]
    if dayOfMonth == 18 { weight *= month == 6 ? 2.8 : 1.9 }
    if month == 11, dayOfMonth <= 11 { weight *= dayOfMonth == 11 ? 4 : 1.25 }
    return weight
  }
}

/// When in a day a member is up and about.
enum Chronotype: UInt8, Sendable {
  case early, office, evening, night

  private static let hours: [[Double]] = [
    [0, 0, 0, 0, 0, 2, 8, 10, 9, 7, 5, 4, 4, 3, 3, 3, 3, 4, 5, 6, 5, 3, 1, 0],
    [0.2, 0, 0, 0, 0, 0, 1, 3, 5, 6, 6, 7, 10, 7, 5, 5, 6, 6, 6, 7, 8, 6, 4, 1],
    [0.5, 0.1, 0, 0, 0, 0, 0.5, 2, 3, 3, 4, 4, 6, 4, 3, 3, 4, 5, 8, 11, 14, 13, 8, 3],
    [8, 5, 2, 0.5, 0, 0, 0, 0, 1, 2, 2, 3, 4, 3, 3, 3, 4, 4, 5, 6, 8, 12, 16, 14],
  ]

  /// A second of the day.
  func second(_ random: inout Random) -> Int {
    random.weighted(Chronotype.hours[Int(rawValue)]) * 3600 + random.below(3600)
  }
}
