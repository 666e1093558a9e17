/// Hours in which a business serves, on some weekdays.
package struct ServiceBlock: Hashable, Sendable {
  /// From Monday, 1, to Sunday, 7.
  package let weekdays: ClosedRange<Int>
  /// Minutes after midnight; one that doesn't end later than it begins ends on the next day.
  package let from: Int
  package let to: Int

  private static let names = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]

  /// As it's written in the programme: `mon-fri 09:00-12:00`, `sat 10:00-16:00`, `mon-sun 22:00-06:00`. Nil for what isn't.
  package init?(_ text: String) {
    let words = text.lowercased().split(separator: " ")
    guard words.count == 2 else { return nil }
    let days = words[0].split(separator: "-", omittingEmptySubsequences: false)
      .map { ServiceBlock.names.firstIndex(of: String($0)) }
    let times = words[1].split(separator: "-", omittingEmptySubsequences: false).map(ServiceBlock.minutes)
    guard days.count == 1 || days.count == 2, times.count == 2, let first = days[0],
      let last = days[days.count - 1],
      first <= last, let from = times[0], let to = times[1], from != to, from < 24 * 60
    else { return nil }
    (weekdays, self.from, self.to) = (first + 1...last + 1, from, to)
  }

  /// `09:30`, up to `24:00`.
  private static func minutes(_ text: Substring) -> Int? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2,
      parts.allSatisfy({ $0.utf8.count == 2 && $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let hours = Int(parts[0]), let minutes = Int(parts[1]), minutes < 60, hours * 60 + minutes <= 24 * 60
    else { return nil }
    return hours * 60 + minutes
  }

  /// Seconds after the midnight that its day begins with.
  package var seconds: Range<Int> { from * 60..<(to > from ? to : to + 24 * 60) * 60 }
}

extension ServiceBlock: CustomStringConvertible {
  package var description: String {
    func time(_ minutes: Int) -> String { padded(minutes / 60, 2) + ":" + padded(minutes % 60, 2) }
    let first = ServiceBlock.names[weekdays.lowerBound - 1]
    let days = weekdays.count == 1 ? first : "\(first)-\(ServiceBlock.names[weekdays.upperBound - 1])"
    return "\(days) \(time(from))-\(time(to))"
  }
}

extension Program {
  /// When the business serves, by which it's judged whether it did so in time.
  package struct ServiceRules: Hashable, Sendable {
    /// Without any, all day and every day.
    package var hours: [ServiceBlock] = []
    package var daysOff: [Day] = []
    /// Days on which it serves whatever weekday they are and though they be off, in the hours of the first weekday that has any.
    package var workDays: [Day] = []

    package init() {}
  }

  static let serviceKeys: [Key] = [
    Key(
      path: "service.hours", kind: .serviceBlocks(\.service.hours),
      about:
        "Hours of service by weekday, as in 'mon-fri 09:00-12:00'; without any, around the clock. Complaints of level 2 and 3 are to be resolved within hours of these, those of level 1 by the wall clock."
    ),
    Key(
      path: "service.days_off", kind: .days(\.service.daysOff),
      about: "Days without service, such as holidays."),
    Key(
      path: "service.work_days", kind: .days(\.service.workDays),
      about: "Days with service whatever weekday they are, such as make-up workdays."),
  ]
}

extension Day {
  /// `YYYY-MM-DD`; nil for what isn't.
  package init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
      parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }), let year = Int(parts[0]),
      let month = Int(parts[1]), let day = Int(parts[2])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }
}
