import Community

/// The time in which a business serves: weekdays' hours, days off, make-up workdays.
///
/// A block of hours belongs to the day on which it begins and may pass midnight. What counts is time that goes by, so that
/// a night in which clocks change is an hour shorter or longer. A make-up workday beats a day off, and that the weekday.
package struct ServiceCalendar: Sendable {
  private let zone: Zone
  /// By weekday from Monday, seconds after midnight, apart and in order.
  private let blocks: [[Range<Int>]]
  private let daysOff: Set<Day>
  private let workDays: Set<Day>
  private let makeUp: [Range<Int>]

  package init(_ rules: Program.ServiceRules, zone: Zone) {
    self.zone = zone
    blocks = (1...7).map { weekday in
      ServiceCalendar.joined(rules.hours.filter { $0.weekdays.contains(weekday) }.map(\.seconds))
    }
    daysOff = Set(rules.daysOff)
    workDays = Set(rules.workDays)
    makeUp = blocks.first { !$0.isEmpty } ?? []
  }

  private static func joined(_ blocks: [Range<Int>]) -> [Range<Int>] {
    var joined: [Range<Int>] = []
    for block in blocks.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = joined.last, block.lowerBound <= last.upperBound {
        joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, block.upperBound)
      } else {
        joined.append(block)
      }
    }
    return joined
  }

  /// Whether service never ends, or was never said when it is.
  package var isAroundTheClock: Bool { makeUp.isEmpty }

  private func blocks(on day: Day) -> [Range<Int>] {
    if workDays.contains(day) { return makeUp }
    return daysOff.contains(day) ? [] : blocks[day.weekday - 1]
  }

  /// When so much time of service has gone by since an instant. A duration that ends with a block is over at its end.
  ///
  /// - Parameters:
  ///   - start: milliseconds since 1970.
  ///   - duration: milliseconds.
  /// - Complexity: O(days between the two).
  package func instant(_ duration: Int64, after start: Int64) -> Int64 {
    if isAroundTheClock || duration <= 0 { return start + max(0, duration) }
    var rest = duration
    // A block of the day before may still be open.
    var day = zone.day(of: Instant(rawValue: start)).adding(days: -1)
    var reached = start
    // A calendar whose days are off for good has no end.
    for _ in 0..<ServiceCalendar.mostDays {
      for block in blocks(on: day) {
        let from = max(reached, edge(day, block.lowerBound))
        let to = edge(day, block.upperBound)
        guard to > from else { continue }
        if rest <= to - from { return from + rest }
        rest -= to - from
        reached = to
      }
      day = day.adding(days: 1)
    }
    return .max
  }

  /// Forty years.
  private static let mostDays = 14_610

  private func edge(_ day: Day, _ second: Int) -> Int64 {
    zone.instant(of: day.adding(days: second / 86_400), second: second % 86_400).rawValue
  }
}
