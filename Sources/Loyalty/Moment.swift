import Community

/// The instant that counts as now, and the zone whose calendar days count.
package struct Moment: Hashable, Sendable {
  package var now: Instant
  package var zone: Zone

  package init(now: Instant, zone: Zone) {
    self.now = now
    self.zone = zone
  }

  /// The calendar day of `now`.
  package var today: Day { zone.day(of: now) }

  /// Whole calendar days from the day of `instant` to today.
  package func days(since instant: Instant) -> Int { today.days(since: zone.day(of: instant)) }

  /// The first instant of the window of the last `days` calendar days, today included.
  package func start(ofWindow days: Int) -> Instant { zone.instant(of: today.adding(days: 1 - days)) }
}
