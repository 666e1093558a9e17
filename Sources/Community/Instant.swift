/// A point in time: milliseconds since 1970-01-01T00:00:00Z, leap seconds not counted.
public struct Instant: RawRepresentable, Hashable, Comparable, Sendable {
  public var rawValue: Int64

  public init(rawValue: Int64) { self.rawValue = rawValue }
  public init(seconds: Int64) { self.rawValue = seconds * 1000 }

  /// What a column holds where the time isn't known. Smaller than any time.
  public static let unknown = Instant(rawValue: .min)
  /// The first and last instants a record may carry: 1970-01-01 to the end of 2199-12-31, in UTC.
  public static let earliest = Instant(rawValue: 0)
  public static let latest = Instant(rawValue: 7_258_118_400_000 - 1)

  public var isKnown: Bool { rawValue != .min }
  /// This instant, or nil where it is `unknown`.
  public var known: Instant? { isKnown ? self : nil }

  /// Whole seconds since 1970, rounded down.
  public var seconds: Int64 { rawValue >= 0 ? rawValue / 1000 : -((999 - rawValue) / 1000) }

  public static func < (left: Instant, right: Instant) -> Bool { left.rawValue < right.rawValue }

  public func adding(seconds: Int64) -> Instant { Instant(rawValue: rawValue + seconds * 1000) }
  public func adding(milliseconds: Int64) -> Instant { Instant(rawValue: rawValue + milliseconds) }
}
