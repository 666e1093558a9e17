extension Community {
  /// Stops a debug build where a table, a history or the members contradict themselves or each other.
  ///
  /// It holds for what was read from a folder; a community put together by hand may lack histories.
  /// - Complexity: O(members + records).
  package func _checkInvariants() {
    #if DEBUG
      precondition(memberIDs.count == members.count, "members without an id, or ids without a member")
      memberIDs._checkInvariants()
      hostIDs._checkInvariants()
      members._checkInvariants()
      for feed in Feed.allCases {
        self[feed]._checkInvariants()
        if Feed.events.contains(feed) || feed == .decisions {
          self[historyOf: feed]._checkInvariants(self[feed])
        }
      }
    #endif
  }
}

extension Members {
  /// Stops a debug build where a block has more or fewer values than members, or a count is wrong.
  ///
  /// - Complexity: O(members).
  package func _checkInvariants() {
    #if DEBUG
      precondition(blocks.reduce(0) { $0 + $1.count } == count, "more or fewer rows than members")
      precondition(blocks.dropLast().allSatisfy { $0.count == Members.blockSize }, "a block that isn't full")
      var withoutRecord = 0
      for block in blocks {
        withoutRecord += block.hasRecord.count { !$0 }
        block._checkInvariants()
      }
      precondition(withoutRecord == self.withoutRecord, "a wrong count of members without record")
    #endif
  }
}
