/// What has a rule of the calendar apply to a member: each occasion is one day.
package enum TouchpointTrigger: Hashable, Sendable {
  /// 29 February is kept on the 28th in other years.
  case birthday
  /// The day of joining in every later year; 29 February as for birthdays.
  case anniversary
  case memberDay(MemberDay)
  /// In the member's city.
  case weather(WeatherSign)
  /// The member's purchase of that number, from 1.
  case purchase(number: Int)
  /// So many days after each purchase.
  case afterPurchase(days: Int)
  /// So many days after a complaint was resolved.
  case complaintResolved(days: Int)
  /// The day of a move to a higher tier.
  case tierGained
  /// So many days before the quarter's last, while the member falls short of keeping the tier.
  case tierAtRisk(days: Int)
  /// So many days before points lapse.
  case pointsExpiring(days: Int)
  /// The first day of a stage of the lifecycle, by its word.
  case stageEntered(String)
  /// The day after one without a check-in.
  case challengeMissed
  /// So many days after the last sign from the member's host.
  case hostSilent(days: Int)

  /// A day for all members.
  package enum MemberDay: Hashable, Sendable {
    /// 1–31; in shorter months the last day.
    case dayOfMonth(Int)
    /// 1 for Monday to 7 for Sunday.
    case weekday(Int)
  }

  /// What the weather of a city and a day has to be like. Degrees are Celsius.
  package enum WeatherSign: Hashable, Sendable {
    case condition(String)
    case highAbove(Double)
    case highBelow(Double)
    case lowAbove(Double)
    case lowBelow(Double)
    /// So much less than the day before.
    case highDrop(Double)
    case lowDrop(Double)
  }

  /// The word in `program.json` and reports.
  package var id: String {
    switch self {
    case .birthday: "birthday"
    case .anniversary: "anniversary"
    case .memberDay: "member_day"
    case .weather: "weather"
    case .purchase: "purchase"
    case .afterPurchase: "after_purchase"
    case .complaintResolved: "complaint_resolved"
    case .tierGained: "tier_gained"
    case .tierAtRisk: "tier_at_risk"
    case .pointsExpiring: "points_expiring"
    case .stageEntered: "stage_entered"
    case .challengeMissed: "challenge_missed"
    case .hostSilent: "host_silent"
    }
  }

  /// Whether the day itself brings it to many at once, not something of the member's own.
  package var isOfTheDay: Bool {
    switch self {
    case .memberDay, .weather: true
    default: false
    }
  }

  /// One of each kind, with what holds where nothing else is said.
  package static let samples: [TouchpointTrigger] = [
    .birthday, .anniversary, .memberDay(.dayOfMonth(18)), .weather(.condition("rain")), .purchase(number: 1),
    .afterPurchase(days: 7), .complaintResolved(days: 3), .tierGained, .tierAtRisk(days: 30),
    .pointsExpiring(days: 30), .stageEntered("sleeping"), .challengeMissed, .hostSilent(days: 45),
  ]

  /// The words of the lifecycle's stages.
  package static let stages = ["new", "active", "sleeping", "churned"]
  /// The words of the days of the week, from Monday.
  package static let weekdays = [
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
  ]
}
