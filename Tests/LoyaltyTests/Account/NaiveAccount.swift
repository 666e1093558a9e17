import Community
import Glibc

/// The account once more, entry by entry from the rules, sharing nothing with what is tested.
struct NaiveAccount {
  /// What happened to one member, in the order of the files.
  enum Event {
    case touchpoint(at: Int64, kind: String, value: Double?, trigger: String?)
    case touch(at: Int64, rule: String)
    case complaint(at: Int64, level: Int, resolved: Int64?)
    case order(at: Int64, amount: Double)
    case answer(at: Int64, score: Int)
    case hostReply(at: Int64)
  }

  struct Item {
    var at: Int64
    var kind: String
    var value: Double
    var isMoment: Bool
  }

  static let kinds: [String: Double] = [
    "push": -0.5, "birthday_gift": 5, "care": 3, "gift": 5, "surprise": 6, "privilege": 4, "custom": 4,
    "visit": 3, "call_back": 2, "event_invite": 2, "content": 0.5, "apology": 2, "compensation": 4,
    "suggestion_credited": 4, "story_told": 2, "late_delivery": -3, "stock_out": -1, "rude_service": -6,
  ]
  static let rules: [String: Double] = [
    "birthday": 5, "anniversary": 3, "member_day": 2, "rain_care": 3, "cold_snap": 3, "first_order": 4,
    "after_purchase": 2, "complaint_closed": 4, "tier_gained": 4, "tier_at_risk": 1, "points_expiring": 1,
    "gone_quiet": 2, "challenge_missed": 1, "host_silent": 2,
  ]

  var items: [Item] = []
  let today: Int64

  /// Calendar days at UTC+8.
  static func day(_ at: Int64) -> Int64 { (at + 8 * 3_600_000) / 86_400_000 }

  init(_ events: [Event], now: Int64) {
    today = NaiveAccount.day(now)
    for event in events {
      switch event {
      case .touchpoint(let at, let kind, let value, let trigger):
        let isMoment = trigger == "birthday" || trigger == "first_order"
        items.append(
          Item(at: at, kind: kind, value: value ?? NaiveAccount.kinds[kind] ?? 0, isMoment: isMoment))
      case .touch(let at, let rule):
        let isMoment = rule == "birthday" || rule == "first_order"
        items.append(Item(at: at, kind: rule, value: NaiveAccount.rules[rule] ?? 0, isMoment: isMoment))
      case .complaint(let at, let level, let resolved):
        items.append(
          Item(at: at, kind: "#complaint", value: [1: -8, 2: -4, 3: -2][level] ?? 0, isMoment: false))
        let hours = [1: 2, 2: 12, 3: 48][level] ?? 0
        if let resolved, resolved >= at, resolved <= at + Int64(hours) * 3_600_000 {
          items.append(Item(at: resolved, kind: "#resolved", value: 3, isMoment: true))
        }
      case .order(let at, let amount):
        if amount < 0 { items.append(Item(at: at, kind: "#refund", value: -1, isMoment: false)) }
      case .answer(let at, let score):
        if score <= 6 { items.append(Item(at: at, kind: "#detractor", value: -3, isMoment: false)) }
        if score >= 9 { items.append(Item(at: at, kind: "#promoter", value: 2, isMoment: false)) }
      case .hostReply(let at): items.append(Item(at: at, kind: "#reply", value: 1, isMoment: false))
      }
    }
    items = items.filter { $0.at <= now }
    // Insertion keeps those of the same time in order.
    var sorted: [Item] = []
    for item in items {
      var place = sorted.count
      while place > 0, sorted[place - 1].at > item.at { place -= 1 }
      sorted.insert(item, at: place)
    }
    items = sorted
  }

  /// What the item of that number was worth when it was made: all earlier ones of its week and kind are gone through.
  func worth(_ number: Int) -> Double {
    let item = items[number]
    if item.value <= 0 { return item.value * 2 }
    // 5 January 1970 was a Monday.
    func week(_ item: Item) -> Int64 { (NaiveAccount.day(item.at) - 4 + 7_000) / 7 }
    var left = 6.0
    for other in items[..<number]
    where other.kind == item.kind && week(other) == week(item) && other.value > 0 {
      left -= min(left, other.value)
    }
    return min(left, item.value) * (item.isMoment ? 1.5 : 1)
  }

  func balance(daysAgo: Int64 = 0) -> Double {
    let asOf = today - daysAgo
    var sum = 0.0
    for number in items.indices {
      let age = asOf - NaiveAccount.day(items[number].at)
      if age < 0 { continue }
      let worth = worth(number)
      sum += worth * pow(0.5, Double(age) / (worth > 0 ? 90 : 180))
    }
    return sum
  }

  /// Sizes of withdrawals, and what was credited to them, of withdrawals in the last days.
  func repairs(days: Int64) -> (withdrawn: Double, credited: Double) {
    var credits = [Double](repeating: 0, count: items.count)
    for number in items.indices where items[number].value > 0 {
      let first = items.indices.first { other in
        other < number && items[other].value < 0 && credits[other] < -items[other].value
          && NaiveAccount.day(items[number].at) - NaiveAccount.day(items[other].at) <= 7
      }
      if let first { credits[first] = min(-items[first].value, credits[first] + items[number].value) }
    }
    var result = (withdrawn: 0.0, credited: 0.0)
    for number in items.indices
    where items[number].value < 0 && NaiveAccount.day(items[number].at) > today - days {
      result.withdrawn -= items[number].value
      result.credited += credits[number]
    }
    return result
  }
}
