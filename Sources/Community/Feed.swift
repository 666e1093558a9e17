/// The feeds of a community folder, by the names of their files.
public enum Feed: Int, CaseIterable, Sendable {
  case members, orders, activity, touchpoints, surveys, complaints, points
  case hosts, weather, campaigns, decisions

  /// The name of its files without what follows the dot, and of its folder.
  public var name: String { "\(self)" }

  /// Feeds of which each record is something that happened to or by a member.
  public static let events: [Feed] = [.orders, .activity, .touchpoints, .surveys, .complaints, .points]
}

/// How the value of a field is read and kept.
public enum FieldKind: Hashable, Sendable {
  /// Times, in the `times` columns.
  case time
  /// Calendar days (`YYYY-MM-DD`), as ordinals in the `integers` columns.
  case day
  /// Money as hundredths, in the `integers` columns.
  case money
  /// Whole numbers within a range, in the `integers` columns.
  case integer(ClosedRange<Int64>)
  /// Any finite number, as its bit pattern in the `integers` columns.
  case number
  /// A word from a small vocabulary, in the `symbols` columns.
  case symbol
  /// An id or words of people, in the `texts` columns.
  case text
  /// A number from 1 to 5 for each of some drivers, in the `lists` columns: driver, bits of a Float, ….
  case ratings
}

/// One field of a feed's records.
public struct Field: Hashable, Sendable {
  public let name: String
  public let kind: FieldKind
  public let isRequired: Bool
  /// Which column of its kind's family it is kept in.
  public let slot: Int
}

extension Feed {
  /// The fields that are kept of each record, apart from `id`, `at`, `member` and an activity's `to`, which every table has a place
  /// of its own for. Members, hosts and campaigns have tables of their own.
  public var fields: [Field] {
    switch self {
    case .orders: OrderField.all
    case .activity: ActivityField.all
    case .touchpoints: TouchpointField.all
    case .surveys: SurveyField.all
    case .complaints: ComplaintField.all
    case .points: PointField.all
    case .weather: WeatherField.all
    case .decisions: DecisionField.all
    case .members, .hosts, .campaigns: []
    }
  }
}

/// Fields of orders.
public enum OrderField {
  public static let amount = Field(name: "amount", kind: .money, isRequired: true, slot: 0)
  public static let items = Field(
    name: "items", kind: .integer(0...1_000_000_000), isRequired: false, slot: 1)
  public static let category = Field(name: "category", kind: .symbol, isRequired: false, slot: 0)
  public static let channel = Field(name: "channel", kind: .symbol, isRequired: false, slot: 1)
  public static let store = Field(name: "store", kind: .symbol, isRequired: false, slot: 2)
  public static let campaign = Field(name: "campaign", kind: .symbol, isRequired: false, slot: 3)
  public static let refundOf = Field(name: "refund_of", kind: .text, isRequired: false, slot: 0)
  public static let all = [amount, items, category, channel, store, campaign, refundOf]
}

/// Fields of activity.
public enum ActivityField {
  public static let type = Field(name: "type", kind: .symbol, isRequired: true, slot: 0)
  public static let space = Field(name: "space", kind: .symbol, isRequired: false, slot: 1)
  public static let campaign = Field(name: "campaign", kind: .symbol, isRequired: false, slot: 2)
  public static let challenge = Field(name: "challenge", kind: .symbol, isRequired: false, slot: 3)
  public static let replyTo = Field(name: "reply_to", kind: .text, isRequired: false, slot: 0)
  public static let text = Field(name: "text", kind: .text, isRequired: false, slot: 1)
  public static let all = [type, space, campaign, challenge, replyTo, text]
}

/// Fields of touchpoints.
public enum TouchpointField {
  public static let value = Field(name: "value", kind: .number, isRequired: false, slot: 0)
  public static let kind = Field(name: "kind", kind: .symbol, isRequired: true, slot: 0)
  public static let trigger = Field(name: "trigger", kind: .symbol, isRequired: false, slot: 1)
  public static let host = Field(name: "host", kind: .symbol, isRequired: false, slot: 2)
  public static let channel = Field(name: "channel", kind: .symbol, isRequired: false, slot: 3)
  public static let campaign = Field(name: "campaign", kind: .symbol, isRequired: false, slot: 4)
  public static let note = Field(name: "note", kind: .text, isRequired: false, slot: 0)
  public static let all = [value, kind, trigger, host, channel, campaign, note]
}

/// Fields of surveys. The range of `score` depends on `kind`: 0–10 for nps, 1–5 for csat, 1–7 for ces.
public enum SurveyField {
  public static let score = Field(name: "score", kind: .integer(0...10), isRequired: true, slot: 0)
  public static let kind = Field(name: "kind", kind: .symbol, isRequired: true, slot: 0)
  public static let stage = Field(name: "stage", kind: .symbol, isRequired: false, slot: 1)
  public static let channel = Field(name: "channel", kind: .symbol, isRequired: false, slot: 2)
  public static let store = Field(name: "store", kind: .symbol, isRequired: false, slot: 3)
  public static let text = Field(name: "text", kind: .text, isRequired: false, slot: 0)
  public static let ratings = Field(name: "ratings", kind: .ratings, isRequired: false, slot: 0)
  public static let all = [score, kind, stage, channel, store, text, ratings]
}

/// Fields of complaints.
public enum ComplaintField {
  public static let answered = Field(name: "answered", kind: .time, isRequired: false, slot: 0)
  public static let resolved = Field(name: "resolved", kind: .time, isRequired: false, slot: 1)
  public static let level = Field(name: "level", kind: .integer(1...3), isRequired: false, slot: 0)
  public static let topic = Field(name: "topic", kind: .symbol, isRequired: false, slot: 0)
  public static let compensation = Field(name: "compensation", kind: .symbol, isRequired: false, slot: 1)
  public static let store = Field(name: "store", kind: .symbol, isRequired: false, slot: 2)
  public static let cause = Field(name: "cause", kind: .symbol, isRequired: false, slot: 3)
  public static let text = Field(name: "text", kind: .text, isRequired: false, slot: 0)
  public static let all = [answered, resolved, level, topic, compensation, store, cause, text]
}

/// Fields of points.
public enum PointField {
  public static let expires = Field(name: "expires", kind: .time, isRequired: false, slot: 0)
  public static let delta = Field(
    name: "delta", kind: .integer(-1_000_000_000_000...1_000_000_000_000), isRequired: true, slot: 0)
  public static let reason = Field(name: "reason", kind: .symbol, isRequired: false, slot: 0)
  public static let reward = Field(name: "reward", kind: .symbol, isRequired: false, slot: 1)
  public static let order = Field(name: "order", kind: .text, isRequired: false, slot: 0)
  public static let all = [expires, delta, reason, reward, order]
}

/// Fields of weather.
public enum WeatherField {
  public static let date = Field(name: "date", kind: .day, isRequired: true, slot: 0)
  public static let high = Field(name: "high", kind: .number, isRequired: false, slot: 1)
  public static let low = Field(name: "low", kind: .number, isRequired: false, slot: 2)
  public static let city = Field(name: "city", kind: .symbol, isRequired: true, slot: 0)
  public static let condition = Field(name: "condition", kind: .symbol, isRequired: false, slot: 1)
  public static let all = [date, high, low, city, condition]
}

/// Fields of decisions.
public enum DecisionField {
  public static let recorded = Field(name: "recorded", kind: .time, isRequired: false, slot: 0)
  public static let until = Field(name: "until", kind: .time, isRequired: false, slot: 1)
  public static let manager = Field(name: "manager", kind: .symbol, isRequired: true, slot: 0)
  public static let action = Field(name: "action", kind: .symbol, isRequired: true, slot: 1)
  public static let play = Field(name: "play", kind: .symbol, isRequired: false, slot: 2)
  public static let arm = Field(name: "arm", kind: .symbol, isRequired: false, slot: 3)
  public static let campaign = Field(name: "campaign", kind: .symbol, isRequired: false, slot: 4)
  public static let rule = Field(name: "rule", kind: .symbol, isRequired: false, slot: 5)
  public static let topic = Field(name: "topic", kind: .symbol, isRequired: false, slot: 6)
  public static let host = Field(name: "host", kind: .symbol, isRequired: false, slot: 7)
  public static let survey = Field(name: "survey", kind: .text, isRequired: false, slot: 0)
  public static let reason = Field(name: "reason", kind: .text, isRequired: false, slot: 1)
  public static let text = Field(name: "text", kind: .text, isRequired: false, slot: 2)
  public static let undoes = Field(name: "undoes", kind: .text, isRequired: false, slot: 3)
  public static let all = [
    recorded, until, manager, action, play, arm, campaign, rule, topic, host, survey, reason, text, undoes,
  ]
}
