import Algorithms
import Community

/// Detractors of the window by whether anybody answered them: the members whose last answer is one of 0 to 6.
///
/// Anonymous ones can't be answered.
struct DetractorLoop: Sendable {
  /// A detractor whom nobody contacted since.
  struct Open: Hashable, Comparable, Sendable {
    var at: Int64
    var row: UInt32
    var member: UInt32

    static func < (left: Open, right: Open) -> Bool { (left.at, left.row) < (right.at, right.row) }
  }

  /// What became of a detractor.
  enum State { case open(Open), answered(after: Int64) }

  private let firstDay: Day
  /// By day of the answer, each in order of time.
  private var days: [[Open]]
  private(set) var openCount = 0
  /// Milliseconds from the answer to the first action, ascending.
  private var delays: [Int64] = []

  init(_ periods: AnswerPeriods) {
    firstDay = periods.firstDay
    days = Array(repeating: [], count: periods.windowDays)
  }

  var answeredCount: Int { delays.count }

  /// From answer to action, in milliseconds. Nil where nobody acted.
  var medianDelay: Int64? {
    guard !delays.isEmpty else { return nil }
    return (delays[(delays.count - 1) / 2] + delays[delays.count / 2]) / 2
  }

  /// Takes up many at once.
  mutating func add(_ states: [Open], answered: [Int64], _ zone: Zone) {
    var clock = DayClock(zone: zone)
    for open in states.sorted() { days[place(open, &clock)].append(open) }
    openCount += states.count
    delays += answered
    delays.sort()
  }

  private func place(_ open: Open, _ clock: inout DayClock) -> Int {
    max(0, min(days.count - 1, clock.day(of: open.at).days(since: firstDay)))
  }

  /// Takes up a detractor, or with −1 lets go of one.
  mutating func count(_ state: State, _ times: Int32, _ zone: Zone) {
    switch state {
    case .open(let open):
      var clock = DayClock(zone: zone)
      let day = place(open, &clock)
      let index = days[day].partitioningIndex { $0 >= open }
      if times > 0 {
        days[day].insert(open, at: index)
        openCount += 1
      } else if index < days[day].count, days[day][index] == open {
        days[day].remove(at: index)
        openCount -= 1
      }
    case .answered(let delay):
      let index = delays.partitioningIndex { $0 >= delay }
      if times > 0 {
        delays.insert(delay, at: index)
      } else if index < delays.count, delays[index] == delay {
        delays.remove(at: index)
      }
    }
  }

  /// How many have waited since `at` or longer.
  func count(until at: Int64) -> Int {
    var count = 0
    for day in days {
      guard let last = day.last else { continue }
      if last.at <= at {
        count += day.count
      } else {
        return count + day.partitioningIndex { $0.at > at }
      }
    }
    return count
  }

  /// Those who have waited longest, first.
  func oldest(_ limit: Int) -> [Open] {
    var result: [Open] = []
    for day in days where result.count < limit { result += day.prefix(limit - result.count) }
    return result
  }
}

/// Actions that answer a member.
struct DetractorActions: Sendable {
  let log: DecisionLog

  /// Milliseconds from an instant to the first `contact`, `touch` or `close` since; nil where there's none.
  func delay(of member: Member.Index, since at: Int64) -> Int64? {
    guard log.knows(member) else { return nil }
    var first = Int64.max
    for number in log.byMember[member.rawValue] ?? [] where log.stands(number) {
      let decision = log.decisions[number]
      switch decision.action {
      case .contact, .touch, .close:
        if decision.at.rawValue >= at { first = min(first, decision.at.rawValue) }
      default: break
      }
    }
    return first == .max ? nil : first - at
  }

  func state(of member: Member.Index, _ row: Row, at: Int64) -> DetractorLoop.State {
    if let delay = delay(of: member, since: at) { return .answered(after: delay) }
    return .open(DetractorLoop.Open(at: at, row: row.rawValue, member: member.rawValue))
  }
}
