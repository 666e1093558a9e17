import Community

@testable import Loyalty

/// A community as plain lists, and its calendar told member by member and day by day, straight from the rules.
struct NaiveWorld {
  struct Person {
    var id: String
    var joined: String?
    var birthday: (month: Int, day: Int)?
    var city: String?
    var host: String?
    var refused: [String] = []
  }

  struct Event {
    var member: Int
    var day: Int
    var minute: Int
    /// What follows depends on the kind of event.
    var word = ""
    var other = ""
    var amount = 0.0
    var resolved: Int?
    var host: String?
  }

  struct Line {
    var id: String
    var kind: DecisionAction
    var member: Int
    var day: Int
    var minute: Int
    var rule: String?
    var until: Int?
    var undoes: String?
  }

  struct Sky {
    var condition: String
    var low: Double
  }

  var people: [Person] = []
  var orders: [Event] = []
  var visits: [Event] = []
  var touches: [Event] = []
  var complaints: [Event] = []
  var hostSigns: [Event] = []
  var lines: [Line] = []
  var sky: [String: [Int: Sky]] = [:]
  var rules: [TouchpointRule] = []
  var aDay = 1
  var aMonth = 4
  /// Whether silence is judged by days alone.
  var isFixed = false

  /// Days are counted from 2026-01-01; today, and the minute that counts as now.
  var today = 0
  var minute = 720

  static let start = Day(year: 2026, month: 1, day: 1) ?? Day(rawValue: 0)

  static func date(_ day: Int) -> Day { start.adding(days: day) }

  static func time(_ day: Int, _ minute: Int) -> String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(date(day))T\(two(minute / 60)):\(two(minute % 60))"
  }

  var now: String { NaiveWorld.time(today, minute) }

  private func isPast(_ day: Int, _ minute: Int) -> Bool { (day, minute) <= (today, self.minute) }

  // MARK: Members

  /// The first day on which the member counts.
  func joined(_ member: Int) -> Int? {
    var days = (orders + visits + touches + complaints).filter {
      $0.member == member && isPast($0.day, $0.minute)
    }
    .map(\.day)
    if let joined = people[member].joined {
      let day = CommunityBuilder.zone.day(of: CommunityBuilder.time(joined)).days(since: NaiveWorld.start)
      if day <= today { days.append(day) }
    }
    return days.min()
  }

  // MARK: Decisions

  /// Lines that stand, in order.
  private var standing: [Line] {
    let past = lines.filter { isPast($0.day, $0.minute) }
    func isUndone(_ place: Int) -> Bool {
      past.indices.contains { $0 > place && past[$0].undoes == past[place].id && !isUndone($0) }
    }
    return past.indices.filter { !isUndone($0) }.map { past[$0] }
  }

  /// Touches that stand and weren't too late.
  private func counted(_ lines: [Line]) -> [Line] {
    var kept: [Line] = []
    for line in lines where line.kind == .touch {
      let isBeaten = kept.contains { first in
        guard first.member == line.member, first.rule == line.rule, line.rule != nil else { return false }
        if let until = first.until { return (line.day, line.minute) <= (until, 0) }
        return (line.day - 1, line.minute) < (first.day, first.minute)
      }
      if !isBeaten { kept.append(line) }
    }
    return kept
  }

  // MARK: Stages

  private func seenDays(_ member: Int) -> [Int] {
    let events = (orders.filter { $0.amount >= 0 } + visits).filter {
      $0.member == member && isPast($0.day, $0.minute)
    }
    return Set(events.map(\.day)).sorted()
  }

  /// The stage by the end of a day, as it looks from today.
  func stage(_ member: Int, _ day: Int, _ seen: [Int], _ joined: Int?, common: Double?) -> String? {
    if let joined, day < joined { return nil }
    let bought = orders.filter {
      $0.member == member && $0.amount >= 0 && $0.day <= day && isPast($0.day, $0.minute)
    }
    if let joined, day - joined <= 30, bought.count < 2 { return "new" }
    let before = seen.filter { $0 <= day }
    guard let since = before.last ?? joined else { return nil }
    let silence = Double(day - since)
    if before.isEmpty || isFixed { return silence <= 30 ? "active" : silence <= 120 ? "sleeping" : "churned" }
    let rhythm = max(7, NaiveWorld.rhythm(before) ?? common ?? 15)
    return silence <= max(30, 2 * rhythm)
      ? "active" : silence <= max(120, 6 * rhythm) ? "sleeping" : "churned"
  }

  static func rhythm(_ days: [Int]) -> Double? {
    guard days.count >= 4 else { return nil }
    let gaps = zip(days.dropFirst(), days).map { Double($0 - $1) }.sorted()
    return (gaps[(gaps.count - 1) / 2] + gaps[gaps.count / 2]) / 2
  }

  private var commonRhythm: Double? {
    let rhythms = people.indices.compactMap { member -> Double? in
      let own = only(member)
      return own.joined(member).flatMap { _ in NaiveWorld.rhythm(own.seenDays(member)) }
    }.sorted()
    guard !rhythms.isEmpty else { return nil }
    return (rhythms[(rhythms.count - 1) / 2] + rhythms[rhythms.count / 2]) / 2
  }

  // MARK: Occasions

  /// What is asked for again and again about a member, looked up once.
  private struct Known {
    var joined: Int?
    var seen: [Int]
    /// Days on which the member's host turned to them, the day of joining among them.
    var signs: Set<Int>
    /// The stage by the end of a day.
    var stages: [Int: String] = [:]
  }

  private func known(_ member: Int, _ common: Double?, days: ClosedRange<Int>) -> Known {
    var known = Known(joined: joined(member), seen: seenDays(member), signs: signs(member))
    guard rules.contains(where: { if case .stageEntered = $0.trigger { true } else { false } }) else {
      return known
    }
    for day in days { known.stages[day] = stage(member, day, known.seen, known.joined, common: common) }
    return known
  }

  /// Whether a day is an occasion of a rule for a member.
  private func isOccasion(_ rule: TouchpointRule, _ member: Int, _ day: Int, _ known: Known) -> Bool {
    let person = people[member]
    let date = NaiveWorld.date(day).civil
    let isShortFebruary = date.month == 2 && date.day == 28 && !Day.isLeap(date.year)
    func isYearly(_ month: Int, _ dayOfMonth: Int) -> Bool {
      (date.month, date.day) == (month, dayOfMonth) || isShortFebruary && (month, dayOfMonth) == (2, 29)
    }
    let joined = known.joined
    switch rule.trigger {
    case .birthday:
      return day >= joined ?? .min && person.birthday.map { isYearly($0.month, $0.day) } ?? false
    case .anniversary:
      guard let joined else { return false }
      let since = NaiveWorld.date(joined).civil
      return date.year > since.year && isYearly(since.month, since.day)
    case .memberDay(.dayOfMonth(let wanted)):
      let last = Day.length(ofMonth: date.month, year: date.year)
      return day >= joined ?? .min && date.day == min(wanted, last)
    case .memberDay(.weekday(let wanted)):
      return day >= joined ?? .min && NaiveWorld.date(day).weekday == wanted
    case .weather(let sign):
      guard day >= joined ?? .min, let days = person.city.flatMap({ sky[$0] }), let today = days[day] else {
        return false
      }
      switch sign {
      case .condition(let word): return today.condition == word
      case .lowDrop(let drop): return days[day - 1].map { $0.low - today.low >= drop } ?? false
      case .lowBelow(let bound): return today.low < bound
      default: return false
      }
    case .purchase(let number):
      let mine = orders.filter { $0.member == member && $0.amount >= 0 && isPast($0.day, $0.minute) }
        .sorted { ($0.day, $0.minute) < ($1.day, $1.minute) }
      return mine.count >= number && mine[number - 1].day == day
    case .afterPurchase(let wait):
      return orders.contains {
        $0.member == member && $0.amount >= 0 && isPast($0.day, $0.minute) && $0.day + wait == day
      }
    case .complaintResolved(let wait):
      return complaints.contains {
        $0.member == member && isPast($0.day, $0.minute)
          && $0.resolved.map { isPast($0, 600) && $0 + wait == day } ?? false
      }
    case .stageEntered(let word):
      return known.stages[day] == word && known.stages[day - 1] != word
    case .hostSilent(let wait):
      guard person.host != nil else { return false }
      let signs = known.signs
      return signs.contains(day - wait) && !(day - wait + 1..<day).contains { signs.contains($0) }
    case .tierGained, .tierAtRisk, .pointsExpiring, .challengeMissed: return false
    }
  }

  /// Days on which the member's host turned to them, the day of joining among them.
  private func signs(_ member: Int) -> Set<Int> {
    var days = Set(
      (hostSigns + touches).filter {
        $0.member == member && $0.host == people[member].host && isPast($0.day, $0.minute)
      }.map(\.day))
    if let joined = joined(member) { days.insert(joined) }
    return days
  }

  // MARK: What is due

  /// The same world with the records of one member alone.
  private func only(_ member: Int) -> NaiveWorld {
    var world = self
    world.orders.removeAll { $0.member != member }
    world.visits.removeAll { $0.member != member }
    world.touches.removeAll { $0.member != member }
    world.complaints.removeAll { $0.member != member }
    world.hostSigns.removeAll { $0.member != member }
    return world
  }

  struct Answer: Equatable {
    /// Ids of rules by member.
    var due: [[String]]
    var counts: [String: OccasionCounts]
    /// Occasions used and missed, by member.
    var care: [[Int]] = []
  }

  func answer() -> Answer {
    let common = commonRhythm
    let standing = standing
    let counted = counted(standing)
    var answer = Answer(
      due: people.map { _ in [] },
      counts: Dictionary(uniqueKeysWithValues: rules.map { ($0.id, OccasionCounts()) }),
      care: people.map { _ in [0, 0] })
    for member in people.indices {
      only(member).add(member, standing, counted, common, to: &answer)
    }
    return answer
  }

  private func add(
    _ member: Int, _ standing: [Line], _ counted: [Line], _ common: Double?, to answer: inout Answer
  ) {
    let widest = rules.map { max($0.before, $0.after) }.max() ?? 0
    let known = known(member, common, days: (today - 32 - widest)...(today + widest + 1))
    if known.joined == nil { return }
    let contacts =
      touches.filter {
        $0.member == member && ["push", "care", "gift"].contains($0.word) && isPast($0.day, $0.minute)
      }
      .map(\.day)
      + counted.filter { $0.member == member }.map(\.day)
      + standing.filter { $0.member == member && $0.kind == .contact }.map(\.day)
    var room = min(
      aDay - contacts.count { $0 == today }, aMonth - contacts.count { $0 > today - 30 && $0 <= today })
    for rule in rules {
      let done =
        touches.filter { $0.member == member && $0.other == rule.id && isPast($0.day, $0.minute) }.map(
          \.day)
        + counted.filter { $0.member == member && $0.rule == rule.id }.map(\.day)
      let skipped = standing.filter { $0.member == member && $0.kind == .skip && $0.rule == rule.id }.map(
        \.day)
      let snooze = standing.last { $0.member == member && $0.kind == .snooze && $0.rule == rule.id }
      let isRefused =
        people[member].refused.contains("all")
        || rule.channel.map { people[member].refused.contains($0) }
          ?? !people[member].refused.isEmpty
      var isOpen = false
      for day in (today - 29 - rule.after)...(today + rule.before) {
        guard isOccasion(rule, member, day, known) else { continue }
        let window = day - rule.before...day + rule.after
        var isDone = done.contains { window.contains($0) }
        var isOver = false
        if case .hostSilent = rule.trigger {
          // The host's own next word is what the rule asks for.
          isDone = isDone || known.signs.contains { $0 >= day && window.contains($0) }
        }
        if case .stageEntered(let word) = rule.trigger {
          isOver = window.contains { $0 > day && $0 <= today && known.stages[$0] != word }
        }
        if isDone {
          answer.counts[rule.id]?.done += 1
          answer.care[member][0] += 1
        } else if skipped.contains(where: window.contains) {
          answer.counts[rule.id]?.skipped += 1
        } else if isOver || isRefused {
          continue
        } else if today > window.upperBound {
          answer.counts[rule.id]?.missed += 1
          answer.care[member][1] += 1
        } else if !isOpen {
          isOpen = true
          let isPutOff = snooze?.until.map { (today, minute) < ($0, 0) } ?? false
          if room > 0, !isPutOff {
            room -= 1
            answer.due[member].append(rule.id)
            answer.counts[rule.id]?.due += 1
          } else {
            answer.counts[rule.id]?.waiting += 1
          }
        }
      }
    }
  }
}
