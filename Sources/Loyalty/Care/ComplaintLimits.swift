import Community

/// Whether complaints were resolved in time: the one verdict, for the emotional account and for whoever cares.
///
/// Level 1 runs by the wall clock, levels 2 and 3 by the calendar of service. A limit includes its last instant.
package struct ComplaintLimits: Sendable {
  /// Milliseconds by level.
  private let limits: [Int64]
  private let calendar: ServiceCalendar

  package init(_ program: Program, zone: Zone) {
    limits = (1...3).map { Int64(program.account.resolveHours(level: $0)) * 3_600_000 }
    calendar = ServiceCalendar(program.service, zone: zone)
  }

  /// Until when a complaint is to be resolved, in milliseconds since 1970.
  ///
  /// - Parameters:
  ///   - level: 1 to 3.
  ///   - told: milliseconds since 1970.
  package func due(level: Int, told: Int64) -> Int64 {
    let limit = limits[level - 1]
    return level == 1 ? told + limit : calendar.instant(limit, after: told)
  }

  /// Whether a complaint was resolved in time. What is said to have been resolved before it was told isn't known to have
  /// been.
  package func isInTime(level: Int, told: Int64, resolved: Int64) -> Bool {
    guard resolved >= told else { return false }
    // What took no longer by the wall clock took no longer by any.
    return resolved - told <= limits[level - 1] || resolved <= due(level: level, told: told)
  }
}
