import Community

/// The instant that counts as now, and the zone whose calendar days count.
public struct Moment: Hashable, Sendable {
  public var now: Instant
  public var zone: Zone

  public init(now: Instant, zone: Zone) {
    self.now = now
    self.zone = zone
  }

  /// The calendar day of `now`.
  public var today: Day { zone.day(of: now) }

  /// Whole calendar days from the day of `instant` to today.
  public func days(since instant: Instant) -> Int { today.days(since: zone.day(of: instant)) }

  /// The first instant of the window of the last `days` calendar days, today included.
  public func start(ofWindow days: Int) -> Instant { zone.instant(of: today.adding(days: 1 - days)) }
}
