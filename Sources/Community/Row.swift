/// A record's place in its feed's table: a segment and the row within it, 16 bits each.
///
/// 32 bits, because a member's history is an array of rows and ten million of them are held. A row keeps its place as
/// long as the reading lives. Rows are made of a segment's number and an offset here alone, where both are checked, so
/// that none can stand for another's record; `Feeds` keeps the segments few by gathering the records of small files.
@usableFromInline
package struct Row: RawRepresentable, Hashable, Comparable, Sendable {
  /// The segment in the upper half, the offset in the lower.
  @usableFromInline package let rawValue: UInt32

  /// A row that was packed before.
  @inlinable package init(rawValue: UInt32) { self.rawValue = rawValue }

  /// - Parameters:
  ///   - segment: 0 ..< `Table.largestSegmentCount`.
  ///   - offset: 0 ..< `Segment.capacity`.
  @inlinable
  package init(segment: Int, offset: Int) {
    precondition(
      UInt(bitPattern: segment) < UInt(Table.largestSegmentCount)
        && UInt(bitPattern: offset) < UInt(Segment.capacity), "a row beyond what 16 + 16 bits can say")
    rawValue = UInt32(truncatingIfNeeded: segment) << 16 | UInt32(truncatingIfNeeded: offset)
  }

  @inlinable package var segment: Int { Int(rawValue >> 16) }
  @inlinable package var offset: Int { Int(rawValue & 0xFFFF) }

  /// The row so many behind this one in the same segment, for loops over a segment whose size was checked before.
  @inlinable @inline(__always)
  package func advanced(by count: Int) -> Row {
    assert(count >= 0 && offset + count < Segment.capacity)
    return Row(rawValue: rawValue &+ UInt32(truncatingIfNeeded: count))
  }

  @inlinable
  package static func < (left: Row, right: Row) -> Bool { left.rawValue < right.rawValue }
}
