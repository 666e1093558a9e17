extension Segment {
  /// Stops a debug build where a column has more or fewer values than it should, or a summary says something else than
  /// the columns.
  ///
  /// - Complexity: O(records).
  package func _checkInvariants() {
    #if DEBUG
      precondition(count >= 0 && count <= Segment.capacity, "more records than a segment takes")
      func check(_ size: Int) {
        precondition(size == 0 || size == count, "a column of \(size) values in a segment of \(count)")
      }
      check(at.count)
      check(member.count)
      check(to.count)
      for column in times { check(column.count) }
      for column in integers { check(column.count) }
      for column in symbols { check(column.count) }
      for column in [ids] + texts { column._checkInvariants(rows: count) }
      for column in lists { column._checkInvariants(rows: count) }
      if let newest = at.max() { precondition(self.newest.rawValue >= newest, "a time after the newest") }
      if isOrdered { precondition(zip(at, at.dropFirst()).allSatisfy(<=), "times that don't ascend") }
    #endif
  }
}

extension Table {
  /// Stops a debug build where the table has more segments than a row can say, or one of them is wrong.
  ///
  /// - Complexity: O(records).
  package func _checkInvariants() {
    #if DEBUG
      precondition(segments.count <= Table.largestSegmentCount, "more segments than a row can say")
      for segment in segments {
        precondition(segment.times.count == Segment(feed: feed).times.count, "a segment of another feed")
        segment._checkInvariants()
      }
    #endif
  }
}
