import Bytes
import Community

/// The periods that answers are counted in. Within each, a member's last answer counts.
struct AnswerPeriods: Hashable, Sendable {
  /// What was done about a topic, on a day.
  struct Fix: Hashable, Sendable {
    /// Place in the programme's topics.
    var topic: Int
    var day: Day
    /// First instants of the days before it, of the day itself, and of the day after the last one compared.
    var before: Int64
    var start: Int64
    var end: Int64
  }

  let windowDays: Int
  let firstDay: Day
  /// The first instants of the window and of the one before.
  let current: Int64
  let previous: Int64
  /// The first days of the weeks of the trend, oldest first, and their first instants.
  let weekDays: [Day]
  let weekStarts: [Int64]
  let fixes: [Fix]
  /// The first instant that any period holds.
  let oldest: Int64

  /// - Parameters:
  ///   - weeks: of the trend, this one included; nil: those of the window, the first of which begins with it.
  ///   - fixes: topics with the days on which they were fixed.
  init(moment: Moment, windowDays: Int, weeks: Int?, fixes: [(topic: Int, day: Day)] = []) {
    func start(_ day: Day) -> Int64 { moment.zone.instant(of: day).rawValue }
    self.windowDays = windowDays
    firstDay = moment.today.adding(days: 1 - windowDays)
    current = start(firstDay)
    previous = start(firstDay.adding(days: -windowDays))
    let monday = moment.today.startOfWeek
    if let weeks {
      weekDays = (0..<weeks).map { monday.adding(days: 7 * ($0 + 1 - weeks)) }
    } else {
      let count = max(0, (monday.days(since: firstDay) + 6) / 7)
      weekDays = (0...count).map { [firstDay] in max(firstDay, monday.adding(days: 7 * ($0 - count))) }
    }
    weekStarts = weekDays.map { start($0) }
    self.fixes = fixes.map { topic, day in
      Fix(
        topic: topic, day: day, before: start(day.adding(days: -windowDays)), start: start(day),
        end: start(day.adding(days: windowDays)))
    }
    oldest = min(previous, weekStarts[0], self.fixes.reduce(.max) { min($0, $1.before) })
  }

  /// A view of the bounds for telling where many answers count. It doesn't outlive the call.
  @inline(__always)
  func withBounds<Result>(_ body: (Bounds) -> Result) -> Result {
    weekStarts.withView { weekStarts in
      fixes.withView { fixes in
        body(
          Bounds(
            current: current, previous: previous, oldest: oldest, weekStarts: weekStarts, fixes: fixes))
      }
    }
  }

  struct Bounds {
    let current: Int64
    let previous: Int64
    let oldest: Int64
    let weekStarts: BufferView<Int64>
    let fixes: BufferView<Fix>

    /// The week of an instant, or nil before the first; `hint` is a later one or the same.
    @inline(__always)
    func week(_ at: Int64, hint: inout Int) -> Int? {
      var week = hint
      while week >= 0, weekStarts[week] > at { week -= 1 }
      hint = max(0, week)
      return week < 0 ? nil : week
    }
  }
}

/// What a member's answers, taken from the newest to the oldest, have filled so far.
struct FilledPeriods {
  /// Two bits a kind, then the week and 1.
  var bits: UInt32 = 0
  /// Two bits a fix.
  var fixes: UInt64 = 0
}

/// Where an answer counts.
struct AnswerRoles {
  var isCurrent = false
  var isPrevious = false
  var week = -1
  /// Two bits a fix: before, after.
  var fixes: UInt64 = 0

  @inline(__always)
  var isEmpty: Bool { !isCurrent && !isPrevious && week < 0 && fixes == 0 }

  /// The roles of an answer whose member's later ones have filled what `filled` says.
  @inline(__always)
  init(
    _ at: Int64, _ kind: SurveyKind, _ periods: AnswerPeriods.Bounds, _ filled: inout FilledPeriods,
    weekHint: inout Int
  ) {
    let shift: UInt32 =
      switch kind {
      case .nps: 0
      case .csat: 2
      case .ces: 4
      }
    if at >= periods.current {
      isCurrent = filled.bits >> shift & 1 == 0
      filled.bits |= 1 << shift
    } else if at >= periods.previous {
      isPrevious = filled.bits >> shift & 2 == 0
      filled.bits |= 2 << shift
    }
    guard kind == .nps else { return }
    if let week = periods.week(at, hint: &weekHint), filled.bits >> 8 != UInt32(week + 1) {
      filled.bits = filled.bits & 0xFF | UInt32(week + 1) << 8
      self.week = week
    }
    if periods.fixes.isEmpty { return }
    for number in 0..<periods.fixes.count {
      let fix = periods.fixes[number]
      guard at >= fix.before, at < fix.end else { continue }
      let bit = UInt64(1) << UInt64(2 * number + (at < fix.start ? 0 : 1))
      if filled.fixes & bit == 0 { fixes |= bit }
      filled.fixes |= bit
    }
  }
}
