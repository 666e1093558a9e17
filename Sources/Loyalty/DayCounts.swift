import Community

/// Numbers by calendar day, kept for the days between the first and the last that has one.
package struct DayCounts: Hashable, Sendable {
  private var first: Int32 = 0
  private var counts: [Int64] = []

  package init() {}

  package subscript(day: Day) -> Int64 {
    let place = Int(day.rawValue) - Int(first)
    return counts.indices.contains(place) ? counts[place] : 0
  }

  /// The sum over days, both ends included.
  package func sum(_ days: ClosedRange<Day>) -> Int64 {
    let low = max(0, Int(days.lowerBound.rawValue) - Int(first))
    let high = min(counts.count - 1, Int(days.upperBound.rawValue) - Int(first))
    return low <= high ? counts[low...high].reduce(0, &+) : 0
  }

  mutating func add(_ other: DayCounts) {
    for (place, number) in other.counts.enumerated() where number != 0 {
      add(number, on: Day(rawValue: other.first + Int32(place)))
    }
  }

  mutating func add(_ number: Int64, on day: Day) {
    if counts.isEmpty { first = day.rawValue }
    if day.rawValue < first {
      counts.insert(contentsOf: repeatElement(0, count: Int(first - day.rawValue)), at: 0)
      first = day.rawValue
    }
    let place = Int(day.rawValue - first)
    if place >= counts.count {
      counts.append(contentsOf: repeatElement(0, count: place - counts.count + 1))
    }
    counts[place] &+= number
  }
}

/// Days of instants that mostly follow each other closely: remembers the bounds of the last day.
struct DayClock {
  private let zone: Zone
  private var day = Day(rawValue: 0)
  private var start: Int64 = .max
  private var end: Int64 = .min

  init(zone: Zone) { self.zone = zone }

  /// The day of an instant in milliseconds since 1970.
  @inline(__always)
  mutating func day(of milliseconds: Int64) -> Day {
    if milliseconds >= start, milliseconds < end { return day }
    return find(milliseconds)
  }

  private mutating func find(_ milliseconds: Int64) -> Day {
    day = zone.day(of: Instant(rawValue: milliseconds))
    start = zone.instant(of: day).rawValue
    end = zone.instant(of: day.adding(days: 1)).rawValue
    return day
  }
}
