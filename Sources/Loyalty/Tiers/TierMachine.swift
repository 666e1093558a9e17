import Bytes
import Community

/// Takes part in a replay.
protocol TierObserver {
  /// Whether it asks what is to be done to keep a tier when a quarter begins.
  static var wantsTasks: Bool { get }
  /// The member went from one tier to another, at an instant in milliseconds since 1970; -1 stands for no tier.
  mutating func moved(from: Int, to: Int, at: Int64, _ machine: borrowing TierMachine)
  /// A quarter in which the member has a tier that can be lost began; grace is over.
  mutating func began(quarter: Int, hasTask: Bool)
  /// Such a quarter ended, after which the member may go down.
  mutating func ended(quarter: Int, isKept: Bool, _ machine: borrowing TierMachine)
}

extension TierObserver {
  static var wantsTasks: Bool { true }
}

/// Replays the events of one member after another and judges the tier after each instant that has some, and at the end
/// of each quarter.
///
/// Sums over windows are kept up event by event. Windows are of calendar days, but for that since the tier began, which
/// is from an instant on.
struct TierMachine: ~Copyable {
  let plan: TierPlan
  let calendar: TierCalendar
  let windows: Int
  let rolling: Int

  // The member's state.
  private(set) var tier = -1
  private(set) var misses = 0
  private(set) var since = Int64.min
  /// The last quarter in which falling short is no miss.
  private(set) var graceThrough = -1

  // Where the replay is.
  private(set) var day = Int32.min
  private(set) var quarter = 0
  var position = 0
  var events = MutableBufferView<TierEvent>()
  /// By window, then by metric; behind them as many for looking ahead.
  let values: OwnedBuffer<Int64>
  let ahead: OwnedBuffer<Int64>
  /// By rolling window: the first event that's in it, and the last day of activity that left it.
  let tails: OwnedBuffer<Int>
  let leftDays: OwnedBuffer<Int32>
  private var activeDay = Int32.min
  private var activeDaySince = Int32.min
  private(set) var score: Int64 = -1
  private(set) var scoreDay = Int32.min
  private(set) var scoreAt = Int64.min
  /// Whether any later event can lead up, even one that changes nothing: the member went down and yet meets what leads
  /// further up, or something counted before the member did.
  private(set) var waitsForEvents = false
  /// Events that were changed, to be put right when the replay ends.
  private var changed: [(place: Int, event: TierEvent)] = []

  init(_ plan: TierPlan, _ calendar: TierCalendar) {
    self.plan = plan
    self.calendar = calendar
    windows = plan.windowCount
    rolling = plan.rollingDays.count
    let size = max(1, windows) * TierPlan.metrics
    values = OwnedBuffer(repeating: 0, count: size)
    ahead = OwnedBuffer(repeating: 0, count: size)
    tails = OwnedBuffer(repeating: 0, count: max(1, rolling))
    leftDays = OwnedBuffer(repeating: .min, count: max(1, rolling))
  }

  private mutating func clear() {
    tier = -1
    misses = 0
    since = .min
    graceThrough = -1
    day = .min
    quarter = 0
    position = 0
    values.view.fill(0)
    tails.view.fill(0)
    leftDays.view.fill(.min)
    activeDay = .min
    activeDaySince = .min
    score = -1
    scoreDay = .min
    scoreAt = .min
    waitsForEvents = false
  }

  // MARK: Replay

  /// Replays a member's events, which are in order, up to `now`, of which `today` is the day. The state is then that of
  /// today, before `finish` is called.
  ///
  /// - Parameter joined: before this the member isn't judged.
  mutating func replay<Observer: TierObserver>(
    _ events: MutableBufferView<TierEvent>, joined: Int64, now: Int64, today: Int32,
    _ observer: inout Observer
  ) {
    clear()
    self.events = events
    while position < events.count {
      let at = events[position].at
      pass(to: events[position].day, &observer)
      repeat {
        apply(position)
        position += 1
      } while position < events.count && events[position].at == at
      if at < joined {
        waitsForEvents = true
      } else {
        judge(at: at, &observer)
      }
    }
    pass(to: today, &observer)
    if tier > 0, now >= calendar.quarters[quarter].end { end(quarter, &observer) }
  }

  /// Puts the events right that were changed. They must not move between replay and this.
  mutating func finish() {
    for (place, event) in changed.reversed() { events[place] = event }
    changed.removeAll(keepingCapacity: true)
  }

  /// Lets the days go by, with the ends of quarters between them.
  private mutating func pass<Observer: TierObserver>(to day: Int32, _ observer: inout Observer) {
    if day > calendar.quarters[quarter].lastDay {
      let next = calendar.quarter(of: day)
      while tier > 0, quarter < next {
        end(quarter, &observer)
        enter(quarter + 1)
        if Observer.wantsTasks, tier > 0, quarter > graceThrough {
          observer.began(quarter: quarter, hasTask: !keepsAhead)
        }
      }
      if quarter < next { enter(next) }
    }
    advance(to: day)
  }

  private mutating func enter(_ quarter: Int) {
    self.quarter = quarter
    guard plan.quarterWindow >= 0 else { return }
    sums(plan.quarterWindow).fill(0)
  }

  /// Lets rolling windows go on to a day of the current quarter.
  private mutating func advance(to day: Int32) {
    guard day > self.day else { return }
    self.day = day
    for window in 0..<rolling {
      let start = day - plan.rollingDays[window] + 1
      var tail = tails[window]
      while tail < position, events[tail].day < start {
        remove(events[tail], from: window)
        tail += 1
      }
      tails[window] = tail
    }
  }

  // MARK: Sums

  /// The sums of a window, by metric.
  @inline(__always)
  private func sums(_ window: Int) -> MutableBufferView<Int64> {
    values.view.extracting(window * TierPlan.metrics..<(window + 1) * TierPlan.metrics)
  }

  private mutating func apply(_ place: Int) {
    let event = events[place]
    switch event.kind {
    case .purchase, .refund, .points, .referral:
      for window in 0..<windows { TierMachine.add(event, sums(window)) }
    case .activity, .contribution:
      let isNewDay = event.day != activeDay
      activeDay = event.day
      for window in 0..<windows {
        if event.kind == .contribution { sums(window)[TierMetric.contributions.place] += 1 }
        if window == plan.sinceWindow {
          if event.day != activeDaySince { sums(window)[TierMetric.activeDays.place] += 1 }
          activeDaySince = event.day
        } else if isNewDay {
          sums(window)[TierMetric.activeDays.place] += 1
        }
      }
    case .answer:
      score = event.value
      scoreDay = event.day
      scoreAt = event.at
    case .adjustAmount, .adjustCount: adjust(event, before: place)
    case .tick: break
    }
  }

  @inline(__always)
  static func add(_ event: TierEvent, _ values: MutableBufferView<Int64>, _ sign: Int64 = 1) {
    switch event.kind {
    case .purchase:
      values[TierMetric.spend.place] &+= sign &* event.value
      values[TierMetric.purchases.place] &+= sign &* Int64(event.extra)
    case .refund: values[TierMetric.spend.place] &+= sign &* event.value
    case .points: values[TierMetric.points.place] &+= sign &* event.value
    case .referral: values[TierMetric.referrals.place] &+= sign
    default: break
    }
  }

  private mutating func adjust(_ change: TierEvent, before place: Int) {
    let target = Int(change.extra)
    var event = events[target]
    changed.append((target, event))
    let old = event
    if change.kind == .adjustAmount {
      event.value &+= change.value
    } else {
      event.extra &+= Int32(change.value)
    }
    events[target] = event
    for window in 0..<windows {
      let isInside =
        window < rolling
        ? target >= tails[window]
        : window == plan.quarterWindow
          ? event.day >= calendar.quarters[quarter].firstDay : event.at >= since
      guard isInside else { continue }
      TierMachine.add(old, sums(window), -1)
      TierMachine.add(event, sums(window))
    }
  }

  private mutating func remove(_ event: TierEvent, from window: Int) {
    switch event.kind {
    case .activity, .contribution:
      if event.kind == .contribution { sums(window)[TierMetric.contributions.place] -= 1 }
      if event.day != leftDays[window] { sums(window)[TierMetric.activeDays.place] -= 1 }
      leftDays[window] = event.day
    default: TierMachine.add(event, sums(window), -1)
    }
  }

  /// Lets the tier begin: what was at that instant counts for it.
  private mutating func begin(at: Int64) {
    since = at
    guard plan.sinceWindow >= 0 else { return }
    sums(plan.sinceWindow).fill(0)
    activeDaySince = .min
    var place = position - 1
    while place >= 0, events[place].at >= at {
      let event = events[place]
      if event.kind == .activity || event.kind == .contribution {
        if event.kind == .contribution { sums(plan.sinceWindow)[TierMetric.contributions.place] += 1 }
        if event.day != activeDaySince { sums(plan.sinceWindow)[TierMetric.activeDays.place] += 1 }
        activeDaySince = event.day
      } else {
        TierMachine.add(event, sums(plan.sinceWindow))
      }
      place -= 1
    }
  }

  // MARK: Judging

  private mutating func judge<Observer: TierObserver>(at: Int64, _ observer: inout Observer) {
    var wanted = plan.qualify.count - 1
    while wanted > tier {
      if isMet(plan.qualify[wanted], values.view, day: day) {
        let from = tier
        observer.moved(from: from, to: wanted, at: at, self)
        tier = wanted
        misses = 0
        graceThrough = quarter + plan.rules.graceQuarters
        begin(at: at)
        return
      }
      wanted -= 1
    }
  }

  private mutating func end<Observer: TierObserver>(_ quarter: Int, _ observer: inout Observer) {
    guard quarter > graceThrough else { return }
    advance(to: calendar.quarters[quarter].lastDay)
    let isKept = isMet(plan.keep[tier], values.view, day: day)
    misses = isKept ? 0 : misses + 1
    observer.ended(quarter: quarter, isKept: isKept, self)
    guard misses >= plan.rules.misses else { return }
    let at = calendar.quarters[quarter].end
    observer.moved(from: tier, to: tier - 1, at: at, self)
    tier -= 1
    misses = 0
    graceThrough = -1
    begin(at: at)
    for higher in tier + 1..<plan.qualify.count where isMet(plan.qualify[higher], values.view, day: day) {
      waitsForEvents = true
    }
  }
}
