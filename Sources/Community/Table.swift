/// The records of one feed.
@usableFromInline package struct Table: Sendable {
  /// How many segments a table has at most: what half a row's bits can say.
  @usableFromInline package static let largestSegmentCount = 65_536

  package let feed: Feed
  package var segments: [Segment] = []

  package init(feed: Feed) { self.feed = feed }

  /// - Complexity: O(segments).
  package var count: Int { segments.reduce(0) { $0 + $1.count } }

  /// The first row of a segment, of which it's made sure that the segment's other rows follow it.
  package func firstRow(ofSegment number: Int) -> Row {
    let segment = segments[number]
    precondition(
      max(segment.count, segment.member.count, segment.at.count) <= Segment.capacity,
      "a segment of more records than a row can say")
    return Row(segment: number, offset: 0)
  }

  package subscript(row: Row) -> (segment: Segment, offset: Int) { (segments[row.segment], row.offset) }

  /// Whether the rows are known to stand in order of time.
  ///
  /// - Complexity: O(segments).
  package var isOrdered: Bool {
    var newest = Int64.min
    for segment in segments where !segment.at.isEmpty {
      guard segment.isOrdered, segment.at[0] >= newest else { return false }
      newest = segment.newest.rawValue
    }
    return true
  }
}
