import Algorithms
import Community

/// What happened to a member on a day with regard to a rule, in one number: sorted, the marks of a member lie
/// together, those of each rule together within, by day.
struct TouchMark: RawRepresentable, Hashable, Comparable, Sendable {
  enum Kind: UInt64 {
    /// A touchpoint with the rule as its trigger, or a decision `touch`.
    case done
    /// What the rule asks for, from the occasion's day on.
    case answered
    /// A decision `skip`.
    case skipped
    /// What the rule was triggered by is over, behind the occasion's day.
    case lapsed
  }

  var rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }

  /// - Parameter rule: its place, below `TouchpointPlan.mostRules`.
  init(member: UInt32, rule: Int, day: Int32, kind: Kind) {
    // Days up to the year 2689; earlier ones than 1970 don't occur.
    rawValue =
      UInt64(member) << 32 | UInt64(rule) << 22 | UInt64(max(0, min(day, 1 << 18 - 1))) << 4 | kind.rawValue
  }

  var member: UInt32 { UInt32(rawValue >> 32) }
  var rule: Int { Int(rawValue >> 22 & 0x3FF) }
  var day: Int32 { Int32(rawValue >> 4 & 0x3FFFF) }
  var kind: Kind { Kind(rawValue: rawValue & 15) ?? .lapsed }

  static func < (left: TouchMark, right: TouchMark) -> Bool { left.rawValue < right.rawValue }
}

/// A member and a day in one number; sorted by member, then day.
struct DatedMember: RawRepresentable, Hashable, Comparable, Sendable {
  var rawValue: UInt64

  init(rawValue: UInt64) { self.rawValue = rawValue }
  init(_ member: UInt32, _ day: Int32) {
    rawValue = UInt64(member) << 32 | UInt64(UInt32(bitPattern: day) ^ 0x8000_0000)
  }

  var member: UInt32 { UInt32(rawValue >> 32) }
  var day: Int32 { Int32(bitPattern: UInt32(truncatingIfNeeded: rawValue) ^ 0x8000_0000) }

  static func < (left: DatedMember, right: DatedMember) -> Bool { left.rawValue < right.rawValue }
}

extension Array where Element: Comparable {
  /// The first place of a sorted array whose element isn't below a bound.
  func firstPlace(from bound: Element) -> Int {
    partitioningIndex { $0 >= bound }
  }

  /// Sorted, each element once.
  mutating func sortAndUnique() {
    sort()
    var kept = 0
    for index in indices where index == 0 || self[index] != self[kept - 1] {
      self[kept] = self[index]
      kept += 1
    }
    removeLast(count - kept)
  }
}

extension [DatedMember] {
  /// The days of a member in a sorted array.
  func days(of member: UInt32) -> [Int32] {
    self[firstPlace(from: DatedMember(member, .min))...].prefix { $0.member == member }.map(\.day)
  }
}
