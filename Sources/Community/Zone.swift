import Algorithms

/// A time zone as a value: the offsets from UTC and the instants from which they hold.
package struct Zone: Hashable, Sendable {
  /// The IANA name, or `UTC`, or an offset such as `+08:00`.
  package let identifier: String
  /// Seconds since 1970 from which `offsets[i]` holds, ascending; the first is `Int64.min`.
  let starts: [Int64]
  /// Seconds east of UTC.
  let offsets: [Int32]

  package static let utc = Zone(identifier: "UTC", offset: 0)

  /// A zone with one offset, in seconds east of UTC.
  package init(identifier: String, offset: Int32) {
    self.identifier = identifier
    self.starts = [.min]
    self.offsets = [offset]
  }

  /// A zone from its transitions: `initialOffset` holds until the first of them.
  ///
  /// - Parameter transitions: seconds since 1970 and the offset from then on, ascending by time.
  package init(identifier: String, initialOffset: Int32, transitions: [(start: Int64, offset: Int32)]) {
    self.identifier = identifier
    self.starts = [.min] + transitions.map(\.start)
    self.offsets = [initialOffset] + transitions.map(\.offset)
  }

  /// Seconds east of UTC at `seconds` since 1970.
  ///
  /// - Complexity: O(log transitions); O(1) for zones without any.
  package func offset(atSeconds seconds: Int64) -> Int32 {
    if offsets.count == 1 { return offsets[0] }
    return offsets[starts.partitioningIndex { $0 > seconds } - 1]
  }

  /// The calendar day of an instant in this zone.
  package func day(of instant: Instant) -> Day {
    let local = instant.seconds + Int64(offset(atSeconds: instant.seconds))
    return Day(rawValue: Int32(local >= 0 ? local / 86400 : -((86399 - local) / 86400)))
  }

  /// Seconds since local midnight, 0–86399.
  package func secondOfDay(of instant: Instant) -> Int {
    let local = instant.seconds + Int64(offset(atSeconds: instant.seconds))
    return Int(((local % 86400) + 86400) % 86400)
  }

  /// The instant at which the wall clock shows `second` seconds after midnight on `day`.
  ///
  /// A wall time that a change of clocks skips moves forward by the gap; one that occurs twice is the earlier.
  package func instant(of day: Day, second: Int = 0, millisecond: Int = 0) -> Instant {
    let local = Int64(day.rawValue) * 86400 + Int64(second)
    var seconds = local - Int64(offset(atSeconds: local))
    if offsets.count > 1 {
      let before = Int64(offset(atSeconds: local - 86400))
      let after = Int64(offset(atSeconds: local + 86400))
      if before != after {
        // With the earlier offset the time is right when that offset still holds then; in a gap this
        // yields the wall time moved forward, in an overlap its first occurrence.
        let early = local - before
        let late = local - after
        if Int64(offset(atSeconds: early)) == before {
          seconds = early
        } else if Int64(offset(atSeconds: late)) == after {
          seconds = late
        } else {
          seconds = early
        }
      }
    }
    return Instant(rawValue: seconds * 1000 + Int64(millisecond))
  }

  /// The last instant of `day`.
  package func end(of day: Day) -> Instant { instant(of: day.adding(days: 1)).adding(milliseconds: -1) }

  /// RFC 3339 with this zone's offset, whole seconds: `2026-03-01T09:30:00+08:00`.
  package func string(from instant: Instant) -> String {
    let seconds = instant.seconds
    let offset = Int(self.offset(atSeconds: seconds))
    let second = secondOfDay(of: instant)
    let time = "\(padded(second / 3600, 2)):\(padded(second / 60 % 60, 2)):\(padded(second % 60, 2))"
    if offset == 0 { return "\(day(of: instant))T\(time)Z" }
    let size = abs(offset)
    return
      "\(day(of: instant))T\(time)\(offset < 0 ? "-" : "+")\(padded(size / 3600, 2)):\(padded(size / 60 % 60, 2))"
  }
}
