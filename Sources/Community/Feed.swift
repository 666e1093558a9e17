/// The feeds of a community folder, by the names of their files.
package enum Feed: Int, CaseIterable, Sendable {
  case members, orders, activity, touchpoints, surveys, complaints, points
  case hosts, weather, campaigns, decisions

  /// The name of its files without what follows the dot, and of its folder.
  package var name: String { "\(self)" }

  /// Feeds of which each record is something that happened to or by a member.
  package static let events: [Feed] = [.orders, .activity, .touchpoints, .surveys, .complaints, .points]
}

/// How the value of a field is read and kept.
package enum FieldKind: Hashable, Sendable {
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
package struct Field: Hashable, Sendable {
  package let name: String
  package let kind: FieldKind
  package let isRequired: Bool
  /// Which column of its kind's family it is kept in.
  package let slot: Int
}

extension Feed {
  /// The fields that are kept of each record, apart from `id`, `at`, `member` and an activity's `to`, which every table has a place
  /// of its own for. Members, hosts and campaigns have tables of their own.
  package var fields: [Field] {
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
package enum OrderField {
  package static let amount = Field(name: "amount", kind: .money, isRequired: true, slot: 0)
  package static let items = Field(
    name: "items", kind: .integer(0...1_000_000_000), isRequired: false, slot: 1)
  package static let category = Field(name: "category", kind: .symbol, isRequired: false, slot: 0)
  package static let channel = Field(name: "channel", kind: .symbol, isRequired: false, slot: 1)
  package static let store = Field(name: "store", kind: .symbol, isRequired: false, slot: 2)
  package static let campaign = Field(name: "campaign", kind: .symbol, isRequired: false, slot: 3)
  package static let refundOf = Field(name: "refund_of", kind: .text, isRequired: false, slot: 0)
  package static let all = [amount, items, category, channel, store, campaign, refundOf]
}

/// Fields of activity.
package enum ActivityField {
  package static let type = Field(name: "type", kind: .symbol, isRequired: true, slot: 0)
  package static let space = Field(name: "space", kind: .symbol, isRequired: false, slot: 1)
  package static let campaign = Field(name: "campaign", kind: .symbol, isRequired: false, slot: 2)
  package static let challenge = Field(name: "challenge", kind: .symbol, isRequired: false, slot: 3)
  package static let replyTo = Field(name: "reply_to", kind: .text, isRequired: false, slot: 0)
  package static let text = Field(name: "text", kind: .text, isRequired: false, slot: 1)
  package static let all = [type, space, campaign, challenge, replyTo, text]
}

/// Fields of touchpoints.
package enum TouchpointField {
  package static let value = Field(name: "value", kind: .number, isRequired: false, slot: 0)
  package static let kind = Field(name: "kind", kind: .symbol, isRequired: true, slot: 0)
  package static let trigger = Field(name: "trigger", kind: .symbol, isRequired: false, slot: 1)
  package static let host = Field(name: "host", kind: .symbol, isRequired: false, slot: 2)
  package static let channel = Field(name: "channel", kind: .symbol, isRequired: false, slot: 3)
  package static let campaign = Field(name: "campaign", kind: .symbol, isRequired: false, slot: 4)
  package static let note = Field(name: "note", kind: .text, isRequired: false, slot: 0)
  package static let all = [value, kind, trigger, host, channel, campaign, note]
}

/// Fields of surveys. The range of `score` depends on `kind`: 0–10 for nps, 1–5 for csat, 1–7 for ces.
package enum SurveyField {
  package static let score = Field(name: "score", kind: .integer(0...10), isRequired: true, slot: 0)
  package static let kind = Field(name: "kind", kind: .symbol, isRequired: true, slot: 0)
  package static let stage = Field(name: "stage", kind: .symbol, isRequired: false, slot: 1)
  package static let channel = Field(name: "channel", kind: .symbol, isRequired: false, slot: 2)
  package static let store = Field(name: "store", kind: .symbol, isRequired: false, slot: 3)
  package static let text = Field(name: "text", kind: .text, isRequired: false, slot: 0)
  package static let ratings = Field(name: "ratings", kind: .ratings, isRequired: false, slot: 0)
  package static let all = [score, kind, stage, channel, store, text, ratings]
}

/// Fields of complaints.
package enum ComplaintField {
  package static let answered = Field(name: "answered", kind: .time, isRequired: false, slot: 0)
  package static let resolved = Field(name: "resolved", kind: .time, isRequired: false, slot: 1)
  package static let level = Field(name: "level", kind: .integer(1...3), isRequired: false, slot: 0)
  package static let topic = Field(name: "topic", kind: .symbol, isRequired: false, slot: 0)
  package static let compensation = Field(name: "compensation", kind: .symbol, isRequired: false, slot: 1)
  package static let store = Field(name: "store", kind: .symbol, isRequired: false, slot: 2)
  package static let cause = Field(name: "cause", kind: .symbol, isRequired: false, slot: 3)
  package static let text = Field(name: "text", kind: .text, isRequired: false, slot: 0)
  package static let all = [answered, resolved, level, topic, compensation, store, cause, text]
}

/// Fields of points.
package enum PointField {
  package static let expires = Field(name: "expires", kind: .time, isRequired: false, slot: 0)
  package static let delta = Field(
    name: "delta", kind: .integer(-1_000_000_000_000...1_000_000_000_000), isRequired: true, slot: 0)
  package static let reason = Field(name: "reason", kind: .symbol, isRequired: false, slot: 0)
  package static let reward = Field(name: "reward", kind: .symbol, isRequired: false, slot: 1)
  package static let order = Field(name: "order", kind: .text, isRequired: false, slot: 0)
  package static let all = [expires, delta, reason, reward, order]
}

/// Fields of weather.
package enum WeatherField {
  package static let date = Field(name: "date", kind: .day, isRequired: true, slot: 0)
  package static let high = Field(name: "high", kind: .number, isRequired: false, slot: 1)
  package static let low = Field(name: "low", kind: .number, isRequired: false, slot: 2)
  package static let city = Field(name: "city", kind: .symbol, isRequired: true, slot: 0)
  package static let condition = Field(name: "condition", kind: .symbol, isRequired: false, slot: 1)
  package static let all = [date, high, low, city, condition]
}

/// Fields of decisions.
package enum DecisionField {
  package static let recorded = Field(name: "recorded", kind: .time, isRequired: false, slot: 0)
  package static let until = Field(name: "until", kind: .time, isRequired: false, slot: 1)
  package static let manager = Field(name: "manager", kind: .symbol, isRequired: true, slot: 0)
  package static let action = Field(name: "action", kind: .symbol, isRequired: true, slot: 1)
  package static let play = Field(name: "play", kind: .symbol, isRequired: false, slot: 2)
  package static let arm = Field(name: "arm", kind: .symbol, isRequired: false, slot: 3)
  package static let campaign = Field(name: "campaign", kind: .symbol, isRequired: false, slot: 4)
  package static let rule = Field(name: "rule", kind: .symbol, isRequired: false, slot: 5)
  package static let topic = Field(name: "topic", kind: .symbol, isRequired: false, slot: 6)
  package static let host = Field(name: "host", kind: .symbol, isRequired: false, slot: 7)
  package static let survey = Field(name: "survey", kind: .text, isRequired: false, slot: 0)
  package static let reason = Field(name: "reason", kind: .text, isRequired: false, slot: 1)
  package static let text = Field(name: "text", kind: .text, isRequired: false, slot: 2)
  package static let undoes = Field(name: "undoes", kind: .text, isRequired: false, slot: 3)
  package static let all = [
    recorded, until, manager, action, play, arm, campaign, rule, topic, host, survey, reason, text, undoes,
  ]
}
