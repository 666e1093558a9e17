/// Who did a thing, or to whom: a member, a host, nobody, or an id that no record explains.
public struct Party: RawRepresentable, Hashable, Sendable {
  /// A member's index; or a host's with the top bit set; or one of the two marks below.
  public var rawValue: UInt32
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// The field is absent (an anonymous answer, an activity towards nobody).
  public static let none = Party(rawValue: .max)
  /// An id was given that is neither a member's nor a host's.
  public static let stranger = Party(rawValue: .max - 1)

  public static func member(_ index: Member.Index) -> Party { Party(rawValue: index.rawValue) }
  public static func host(_ index: Int) -> Party { Party(rawValue: UInt32(index) | 0x8000_0000) }

  public var member: Member.Index? {
    rawValue < 0x8000_0000 ? Member.Index(rawValue: rawValue) : nil
  }
  /// The host's row in the table of hosts.
  public var host: Int? {
    rawValue >= 0x8000_0000 && rawValue < Party.stranger.rawValue ? Int(rawValue & 0x7FFF_FFFF) : nil
  }
}

/// Names for what concerns members.
public enum Member {
  /// A member's place in the columns: 0 ..< `Members.count`. It lives as long as one reading of the folder.
  public struct Index: RawRepresentable, Hashable, Comparable, Sendable {
    public var rawValue: UInt32
    public init(rawValue: UInt32) { self.rawValue = rawValue }
    @inlinable public init(_ value: Int) { self.rawValue = UInt32(value) }
    @inlinable public var value: Int { Int(rawValue) }
    public static func < (left: Index, right: Index) -> Bool { left.rawValue < right.rawValue }
  }
}
