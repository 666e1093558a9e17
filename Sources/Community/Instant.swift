/// A point in time: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
@usableFromInline
package struct Instant: RawRepresentable, Hashable, Comparable, Sendable {
  @usableFromInline package var rawValue: Int64

  @inlinable package init(rawValue: Int64) { self.rawValue = rawValue }
  @inlinable package init(seconds: Int64) { self.rawValue = seconds * 1000 }

  /// What a column holds where the time isn't known. Smaller than any time.
  @usableFromInline package static let unknown = Instant(rawValue: .min)
  /// The first and last instants a record may carry: 1970-01-01 to the end of 2199-12-31, in UTC.
  package static let earliest = Instant(rawValue: 0)
  package static let latest = Instant(rawValue: 7_258_118_400_000 - 1)

  @inlinable package var isKnown: Bool { rawValue != .min }
  /// This instant, or nil where it is `unknown`.
  @inlinable package var known: Instant? { isKnown ? self : nil }

  /// Whole seconds since 1970, rounded down.
  @inlinable package var seconds: Int64 { rawValue >= 0 ? rawValue / 1000 : -((999 - rawValue) / 1000) }

  @inlinable package static func < (left: Instant, right: Instant) -> Bool { left.rawValue < right.rawValue }

  @inlinable package func adding(seconds: Int64) -> Instant { Instant(rawValue: rawValue + seconds * 1000) }
  @inlinable package func adding(milliseconds: Int64) -> Instant {
    Instant(rawValue: rawValue + milliseconds)
  }
}
