import Community

/// The rules of the calendar made ready for one state of the folder: on which days of the time looked at each applies
/// to whom, as far as that depends on a member's record alone.
struct TouchpointPlan: Sendable {
  /// Rules beyond this many are left out.
  static let mostRules = 1000

  /// Where a rule's occasions come from.
  enum Source: Sendable {
    /// By month × 32 + day of the birthday, the days on which it's kept.
    case birthday([[Int32]])
    /// By month × 32 + day of joining.
    case anniversary([[Int32]])
    case everyone([Int32])
    /// By symbol of the city.
    case city([[Int32]])
    /// By member, from events.
    case events
    /// What it takes isn't known.
    case unknown(TouchpointProblem.Reason)
  }

  let rules: [TouchpointRule]
  let today: Day
  /// Days to come that are looked at.
  let ahead: Int
  private(set) var sources: [Source] = []
  /// The symbols of the rules' ids, by place; none where the word doesn't occur.
  private(set) var symbols: [Symbol] = []
  private(set) var problems: [TouchpointProblem] = []

  /// Days, today included, of which it's told what was done and missed.
  static let pastDays = 30

  init(community: Community, today: Day, ahead: Int) {
    rules = Array(community.program.touchpoints.rules.prefix(TouchpointPlan.mostRules))
    self.today = today
    self.ahead = ahead
    let spans = rules.indices.filter { rules[$0].trigger.id == "weather" }.map { span($0) }
    let weather = WeatherTable(
      community, from: (spans.map(\.lowerBound).min() ?? .max - 1) - 1,
      through: spans.map(\.upperBound).max() ?? 0)
    for (place, rule) in rules.enumerated() {
      symbols.append(community.symbols.symbol(of: rule.id) ?? .none)
      let days = span(place)
      switch rule.trigger {
      case .birthday: sources.append(.birthday(TouchpointPlan.monthDays(days)))
      case .anniversary: sources.append(.anniversary(TouchpointPlan.monthDays(days)))
      case .memberDay(let memberDay):
        sources.append(.everyone(days.filter { memberDay.holds(on: Day(rawValue: $0)) }))
      case .weather(let sign):
        sources.append(.city(weather.days(sign, within: days, cities: community.symbols.count)))
        if let reason = weather.problem(sign) {
          problems.append(TouchpointProblem(rule: rule.id, reason: reason))
        }
      case .purchase, .afterPurchase, .complaintResolved, .stageEntered, .hostSilent, .tierGained,
        .tierAtRisk, .pointsExpiring, .challengeMissed:
        sources.append(.events)
      }
    }
  }

  /// Looks up the rules' ids again, after words were added.
  mutating func resolve(_ community: Community) {
    symbols = rules.map { community.symbols.symbol(of: $0.id) ?? .none }
  }

  /// Marks a rule as one of which nothing can be told.
  mutating func setUnknown(_ place: Int, _ reason: TouchpointProblem.Reason) {
    sources[place] = .unknown(reason)
    problems.append(TouchpointProblem(rule: rules[place].id, reason: reason))
  }

  mutating func note(_ place: Int, _ reason: TouchpointProblem.Reason) {
    problems.append(TouchpointProblem(rule: rules[place].id, reason: reason))
  }

  /// The days of occasions that matter: those whose window reaches into the last days or the next ones.
  func span(_ place: Int) -> ClosedRange<Int32> {
    let rule = rules[place]
    let first = Int(today.rawValue) + 1 - TouchpointPlan.pastDays - rule.after
    return Int32(first)...Int32(Int(today.rawValue) + ahead + rule.before)
  }

  /// The window of an occasion.
  @inline(__always)
  func window(_ place: Int, _ occasion: Int32) -> ClosedRange<Int32> {
    occasion - Int32(rules[place].before)...occasion + Int32(rules[place].after)
  }

  /// By month × 32 + day, on which of some days it's kept: 29 February on the 28th of other years.
  private static func monthDays(_ days: ClosedRange<Int32>) -> [[Int32]] {
    var table = [[Int32]](repeating: [], count: 512)
    for day in days {
      let (year, month, dayOfMonth) = Day(rawValue: day).civil
      table[month * 32 + dayOfMonth].append(day)
      if month == 2, dayOfMonth == 28, !Day.isLeap(year) { table[2 * 32 + 29].append(day) }
    }
    return table
  }
}

extension TouchpointTrigger.MemberDay {
  func holds(on day: Day) -> Bool {
    switch self {
    case .weekday(let weekday): return day.weekday == weekday
    case .dayOfMonth(let wanted):
      let (year, month, dayOfMonth) = day.civil
      return dayOfMonth == min(wanted, Day.length(ofMonth: month, year: year))
    }
  }
}

/// Why a rule of the calendar does less than it might.
package struct TouchpointProblem: Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// The filter can't be read: where, and what is wrong.
    case badFilter(FilterProblem)
    /// The filter asks for what is due, which can't decide about itself.
    case filterAsksForDue
    /// No member passes the filter.
    case nobodyPasses
    case noWeather
    /// No record of the weather has that condition; the nearest that one has.
    case noSuchCondition(String, nearest: String?)
    case noBirthdays
    /// No member has a host.
    case noHosts
    /// Nobody checks in to a challenge.
    case noChallenge
    /// The tiers aren't worked out.
    case noTiers
    /// The points aren't worked out.
    case noPoints
  }

  /// The rule's id.
  package var rule: String
  package var reason: Reason

  /// A stable word for reports.
  package var code: String {
    switch reason {
    case .badFilter: "bad_filter"
    case .filterAsksForDue: "filter_asks_for_due"
    case .nobodyPasses: "nobody_passes"
    case .noWeather: "no_weather"
    case .noSuchCondition: "no_such_condition"
    case .noBirthdays: "no_birthdays"
    case .noHosts: "no_hosts"
    case .noChallenge: "no_challenge"
    case .noTiers: "no_tiers"
    case .noPoints: "no_points"
    }
  }
}

/// The weather by city and day. Of two records about one day of a city the later one counts.
private struct WeatherTable {
  struct Record {
    var condition: UInt32
    var high: Double?
    var low: Double?
  }

  private var byCity: [UInt32: [Int32: Record]] = [:]
  private var isEmpty = true
  /// The words of the conditions that occur.
  private var words: [UInt32: String] = [:]

  init(_ community: Community, from first: Int32, through last: Int32) {
    for segment in community[.weather].segments {
      let days = segment.integers[WeatherField.date.slot]
      let cities = segment.symbols[WeatherField.city.slot]
      guard !days.isEmpty, !cities.isEmpty else { continue }
      for row in 0..<segment.count {
        let condition = segment.symbol(WeatherField.condition, row).rawValue
        if condition != 0, words[condition] == nil {
          words[condition] = community.symbols[Symbol(rawValue: condition)]
        }
        isEmpty = false
        guard let day = Int32(exactly: days[row]), day >= first, day <= last else { continue }
        byCity[cities[row], default: [:]][day] = Record(
          condition: condition, high: segment.number(WeatherField.high, row),
          low: segment.number(WeatherField.low, row))
      }
    }
  }

  /// By city, on which of some days the weather is like that. Forecasts count like what was.
  func days(_ sign: TouchpointTrigger.WeatherSign, within days: ClosedRange<Int32>, cities: Int) -> [[Int32]]
  {
    var table = [[Int32]](repeating: [], count: cities)
    for (city, records) in byCity where Int(city) < cities {
      table[Int(city)] = days.filter { day in
        records[day].map { holds(sign, $0, before: records[day - 1]) } ?? false
      }
    }
    return table
  }

  private func holds(_ sign: TouchpointTrigger.WeatherSign, _ record: Record, before: Record?) -> Bool {
    switch sign {
    case .condition(let word): words[record.condition] == word
    case .highAbove(let bound): record.high.map { $0 > bound } ?? false
    case .highBelow(let bound): record.high.map { $0 < bound } ?? false
    case .lowAbove(let bound): record.low.map { $0 > bound } ?? false
    case .lowBelow(let bound): record.low.map { $0 < bound } ?? false
    case .highDrop(let drop): WeatherTable.falls(from: before?.high, to: record.high, by: drop)
    case .lowDrop(let drop): WeatherTable.falls(from: before?.low, to: record.low, by: drop)
    }
  }

  private static func falls(from before: Double?, to now: Double?, by drop: Double) -> Bool {
    guard let before, let now else { return false }
    return before - now >= drop
  }

  func problem(_ sign: TouchpointTrigger.WeatherSign) -> TouchpointProblem.Reason? {
    if isEmpty { return .noWeather }
    guard case .condition(let word) = sign else { return nil }
    let known = words.values.sorted()
    if known.contains(word) { return nil }
    return .noSuchCondition(word, nearest: Spelling.nearest(to: word, in: known))
  }
}
