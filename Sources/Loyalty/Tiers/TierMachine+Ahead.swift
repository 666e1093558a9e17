import Bytes
import Community

/// What will be on a later day, if nothing happens till then or if things go on at the member's pace.
extension TierMachine {
  /// The value that a minimum will be held against on a later day if nothing happens till then.
  func value(_ minimum: TierMinimum, on later: Int32) -> Int64 {
    look(ahead: later)
    return value(plan.place(minimum), ahead.view, later)
  }

  /// Whether the tier is kept at the current quarter's end if nothing happens till then.
  var keepsAhead: Bool { keeps(quarter) }

  /// Whether the tier is kept at the end of this quarter or the next if nothing happens till then.
  func keeps(_ quarter: Int) -> Bool {
    let last = calendar.quarters[quarter].lastDay
    look(ahead: last)
    return isMet(plan.keep[tier], ahead.view, day: last)
  }

  /// Fills `ahead` with the sums of a later day of this quarter or the next.
  private func look(ahead later: Int32) {
    ahead.view.copy(values.view)
    for window in 0..<rolling {
      let start = later - plan.rollingDays[window] + 1
      let sums = sumsAhead(window)
      var place = tails[window]
      var left = leftDays[window]
      while place < position, events[place].day < start {
        let event = events[place]
        if event.kind == .activity || event.kind == .contribution {
          if event.kind == .contribution { sums[TierMetric.contributions.place] -= 1 }
          if event.day != left { sums[TierMetric.activeDays.place] -= 1 }
          left = event.day
        } else {
          TierMachine.add(event, sums, -1)
        }
        place += 1
      }
    }
    if plan.quarterWindow >= 0, later > calendar.quarters[quarter].lastDay {
      sumsAhead(plan.quarterWindow).fill(0)
    }
  }

  /// The sums of a window on the later day, by metric.
  @inline(__always)
  private func sumsAhead(_ window: Int) -> MutableBufferView<Int64> {
    ahead.view.extracting(window * TierPlan.metrics..<(window + 1) * TierPlan.metrics)
  }

  /// How far the tier is kept at the end of a quarter if nothing happens till then, 0–1.
  func keepProgress(_ quarter: Int) -> Double {
    let last = calendar.quarters[quarter].lastDay
    look(ahead: last)
    return progress(plan.keep[tier], ahead.view, last)
  }

  /// The highest tier above the member's that is met on the last day of a quarter, at the pace of the days before today:
  /// what they brought, divided by their number, for each day left. -1 for none.
  func reached(by quarter: Int, paceDays: Int32) -> Int {
    let last = calendar.quarters[quarter].lastDay
    guard tier < plan.qualify.count - 1, last > day else { return -1 }
    var sums = [Int64](repeating: 0, count: TierPlan.metrics)
    var place = position - 1
    var activeDay = Int32.min
    sums.withMutableView { sums in
      while place >= 0, events[place].day > day - paceDays {
        let event = events[place]
        if event.kind == .activity || event.kind == .contribution {
          if event.kind == .contribution { sums[TierMetric.contributions.place] += 1 }
          if event.day != activeDay { sums[TierMetric.activeDays.place] += 1 }
          activeDay = event.day
        } else {
          TierMachine.add(event, sums)
        }
        place -= 1
      }
    }
    guard sums.contains(where: { $0 > 0 }) else { return -1 }
    look(ahead: last)
    for window in 0..<windows {
      for metric in 0..<TierPlan.metrics {
        let more = max(0, sums[metric]).multipliedFullWidth(by: Int64(last - day))
        let added = Int64(paceDays).dividingFullWidth(more).quotient
        ahead[window * TierPlan.metrics + metric] &+= added
      }
    }
    var wanted = plan.qualify.count - 1
    while wanted > tier {
      if isMet(plan.qualify[wanted], ahead.view, day: last) { return wanted }
      wanted -= 1
    }
    return -1
  }
}
