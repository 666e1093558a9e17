/// Names for what concerns members.
@usableFromInline
package enum Member {
  /// A member's place in the columns: 0 ..< `Members.count`. It lives as long as one reading of the folder.
  @usableFromInline
  package struct Index: RawRepresentable, Hashable, Comparable, Sendable {
    @usableFromInline package var rawValue: UInt32
    @inlinable package init(rawValue: UInt32) { self.rawValue = rawValue }
    @inlinable package init(_ value: Int) { self.rawValue = UInt32(value) }
    @inlinable package var value: Int { Int(rawValue) }
    @inlinable package static func < (left: Index, right: Index) -> Bool { left.rawValue < right.rawValue }
  }
}
