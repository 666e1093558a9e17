import Community

/// Reads the values of filters: numbers, spans, times, birthdays.
enum FilterValues {
  typealias Comparison = FilterParser.Comparison

  // MARK: Numbers

  /// `5`, `5..9`, `..9`, `5..`, or one end by comparison. Money comes out in hundredths, spans in days.
  static func range(_ text: String, _ comparison: Comparison, _ kind: FilterKind) -> ClosedRange<Int64>? {
    func number(_ text: some StringProtocol) -> Int64? {
      switch kind {
      case .money: hundredths(text)
      case .days: days(text).map(Int64.init)
      default: whole(text)
      }
    }
    if comparison.isEquality, let (from, through) = ends(of: text) {
      guard let low = from.isEmpty ? .min : number(from), let high = through.isEmpty ? .max : number(through)
      else { return nil }
      return low <= high ? low...high : nil
    }
    return number(text).flatMap { range($0, comparison) }
  }

  private static func range(_ number: Int64, _ comparison: Comparison) -> ClosedRange<Int64> {
    switch comparison {
    case .equal, .contains: number...number
    case .greater: number + 1 ... .max
    case .greaterOrEqual: number ... .max
    case .less: .min...number - 1
    case .lessOrEqual: .min...number
    }
  }

  /// The two ends of `from..to`; at least one must be there.
  static func ends(of text: String) -> (Substring, Substring)? {
    var previous: Character?
    for index in text.indices {
      if previous == ".", text[index] == "." {
        let from = text[..<text.index(before: index)]
        let through = text[text.index(after: index)...]
        return from.isEmpty && through.isEmpty ? nil : (from, through)
      }
      previous = text[index]
    }
    return nil
  }

  /// Digits with an optional minus, of at most 15 places.
  private static func whole(_ text: some StringProtocol) -> Int64? {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard (1...15).contains(digits.count), digits.allSatisfy({ $0.isASCII && $0.isNumber }) else {
      return nil
    }
    return Int64(text)
  }

  /// Units with up to two decimals, as hundredths; the sign of a currency, `元` or `万` may stand beside them.
  private static func hundredths(_ text: some StringProtocol) -> Int64? {
    if let sign = text.first, "¥$€£".contains(sign) { return hundredths(text.dropFirst()) }
    if text.hasSuffix("元") { return hundredths(text.dropLast()) }
    if text.hasSuffix("万") {
      let (product, isTooLarge) = (hundredths(text.dropLast()) ?? .max).multipliedReportingOverflow(
        by: 10_000)
      return isTooLarge ? nil : product
    }
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    guard let units = whole(parts[0]), units.magnitude < 10_000_000_000_000 else { return nil }
    guard parts.count == 2 else { return units * 100 }
    guard !parts[1].hasPrefix("-"), parts[1].count <= 2, let decimals = whole(parts[1]) else { return nil }
    let hundredths = parts[1].count == 1 ? decimals * 10 : decimals
    return text.hasPrefix("-") ? units * 100 - hundredths : units * 100 + hundredths
  }

  /// A span of days: `30`, `30d`, `2w`, `3m` (of 30 days), `1y` (of 365).
  private static func days(_ text: some StringProtocol) -> Int? {
    guard let unit = text.last else { return nil }
    let factor =
      switch unit {
      case "d", "D", "天", "日": 1
      case "w", "W", "周": 7
      case "m", "M", "月": 30
      case "y", "Y", "年": 365
      default: 0
      }
    // `3个月` counts months.
    let count = factor == 0 ? text[...] : text.dropLast(text.hasSuffix("个月") ? 2 : 1)
    guard let number = whole(count), (0...1_000_000).contains(number)
    else { return nil }
    return Int(number) * max(factor, 1)
  }

  // MARK: Times

  static func time(_ text: String, _ comparison: Comparison) -> MemberFilter.TimeTest? {
    if comparison.isEquality, let (from, through) = ends(of: text) {
      return span(from: String(from), through: String(through))
    }
    if let period = RelativePeriod(text) { return .period(period, comparison) }
    if let age = age(text) { return .ages(ages(age, comparison)) }
    if let days = period(text) { return .days(range(days, comparison)) }
    guard isTime(text) else { return nil }
    typealias Time = MemberFilter.TimeTest.Time
    switch comparison {
    case .equal, .contains: return .times(from: Time(text: text), through: Time(text: text))
    case .greater: return .times(from: Time(text: text, shift: 1), through: nil)
    case .greaterOrEqual: return .times(from: Time(text: text), through: nil)
    case .less: return .times(from: nil, through: Time(text: text, shift: -1))
    case .lessOrEqual: return .times(from: nil, through: Time(text: text))
    }
  }

  /// A range of ages, of days, or of times; not of one and another.
  private static func span(from: String, through: String) -> MemberFilter.TimeTest? {
    let known = [from, through].filter { !$0.isEmpty }
    if known.allSatisfy({ age($0) != nil }) {
      let low = age(from) ?? 0
      let high = age(through) ?? maximumAge
      return low <= high ? .ages(low...high) : nil
    }
    if known.allSatisfy({ period($0) != nil }) {
      let low = period(from)?.lowerBound ?? firstDay
      let high = period(through)?.upperBound ?? lastDay
      return low <= high ? .days(low...high) : nil
    }
    guard known.allSatisfy(isTime) else { return nil }
    return .times(
      from: from.isEmpty ? nil : .init(text: from), through: through.isEmpty ? nil : .init(text: through))
  }

  static let maximumAge = 1_000_000
  private static let firstDay = Day(rawValue: 0)
  /// 2199-12-31 and a day more for zones.
  private static let lastDay = Day(rawValue: 84_007)

  /// A span of days with its unit; a bare number is no age.
  private static func age(_ text: String) -> Int? {
    guard let unit = text.last, !unit.isNumber else { return nil }
    return days(text)
  }

  /// `last_seen:30d` means the last 30 days, today included.
  private static func ages(_ age: Int, _ comparison: Comparison) -> ClosedRange<Int> {
    switch comparison {
    case .equal, .contains: 0...max(age - 1, 0)
    case .greater: age + 1...maximumAge
    case .greaterOrEqual: age...maximumAge
    case .less: -1...age - 1
    case .lessOrEqual: 0...age
    }
  }

  /// The days of `2026`, `2026-03` or `2026-03-15`, also as `2026年3月15日`.
  private static func period(_ text: String) -> ClosedRange<Day>? {
    let parts = dashed(text).split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { whole($0).map(Int.init) }
    guard numbers.count == parts.count, parts[0].count == 4, parts.dropFirst().allSatisfy({ $0.count <= 2 })
    else { return nil }
    let year = numbers[0]
    switch numbers.count {
    case 1:
      guard let first = Day(year: year, month: 1, day: 1), let last = Day(year: year, month: 12, day: 31)
      else { return nil }
      return first...last
    case 2:
      guard let first = Day(year: year, month: numbers[1], day: 1) else { return nil }
      return first...first.adding(days: Day.length(ofMonth: numbers[1], year: year) - 1)
    case 3: return Day(year: year, month: numbers[1], day: numbers[2]).map { $0...$0 }
    default: return nil
    }
  }

  /// A date with dashes in place of the words for year, month and day.
  private static func dashed(_ text: some StringProtocol) -> String {
    let words = text.map { "年月".contains($0) ? "-" : $0 == "日" || $0 == "号" ? " " : $0 }
    return String(String(words).split(separator: " ").joined()).trimmingDashes
  }

  static func range(_ days: ClosedRange<Day>, _ comparison: Comparison) -> ClosedRange<Day> {
    switch comparison {
    case .equal, .contains: days
    case .greater: days.upperBound.adding(days: 1)...max(lastDay, days.upperBound.adding(days: 1))
    case .greaterOrEqual: days.lowerBound...max(lastDay, days.upperBound)
    case .less: min(firstDay, days.lowerBound.adding(days: -1))...days.lowerBound.adding(days: -1)
    case .lessOrEqual: min(firstDay, days.lowerBound)...days.upperBound
    }
  }

  /// Whether it's a day with a time of day; the zone doesn't matter for that.
  private static func isTime(_ text: String) -> Bool {
    text.utf8.count > 10 && text.contains("-") && instant(text, zone: .utc) != nil
  }

  static func instant(_ text: String, zone: Zone) -> Instant? {
    text.withBytes { try? Instant.parse($0, zone: zone) }
  }

  // MARK: Birthdays and booleans

  static func birthday(_ text: String) -> MemberFilter.BirthdayTest? {
    if let period = RelativePeriod(text) { return .period(period) }
    let text = text.contains("..") ? text : dashed(text)
    if let (from, through) = ends(of: text) {
      if let low = monthDays(from.isEmpty ? "01" : from),
        let high = monthDays(through.isEmpty ? "12" : through)
      {
        return .days(from: low.lowerBound, through: high.upperBound)
      }
      guard let low = from.isEmpty ? 0 : year(from), let high = through.isEmpty ? 9999 : year(through),
        low <= high
      else { return nil }
      return .years(low...high)
    }
    if let days = monthDays(text[...]) { return .days(from: days.lowerBound, through: days.upperBound) }
    if let year = year(text[...]) { return .years(year...year) }
    guard let day = period(text)?.lowerBound, text.utf8.count > 7 else { return nil }
    let civil = day.civil
    return Birthday(year: civil.year, month: civil.month, day: civil.day).map { .date($0) }
  }

  private static func year(_ text: Substring) -> Int? {
    text.count == 4 && !text.hasPrefix("-") ? whole(text).map(Int.init) : nil
  }

  /// `MM` or `MM-DD`, as month × 32 + day.
  private static func monthDays(_ text: Substring) -> ClosedRange<Int>? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { whole($0).map(Int.init) }
    guard numbers.count == parts.count, parts.allSatisfy({ (1...2).contains($0.count) }),
      (1...12).contains(numbers[0])
    else { return nil }
    if numbers.count == 1 { return numbers[0] * 32...numbers[0] * 32 + 31 }
    guard numbers.count == 2, Day(year: 2000, month: numbers[0], day: numbers[1]) != nil else { return nil }
    return numbers[0] * 32 + numbers[1]...numbers[0] * 32 + numbers[1]
  }

  static func boolean(_ text: String) -> Bool? {
    switch FilterWord(text) {
    case .yes: true
    case .no: false
    default: text == "1" ? true : text == "0" ? false : nil
    }
  }
}

extension String {
  /// Without the dashes behind it.
  fileprivate var trimmingDashes: String {
    var text = self
    while text.hasSuffix("-") { text.removeLast() }
    return text
  }
}
