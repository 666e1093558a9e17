/// Up to where somebody knows the journal: a place in one file, between two lines.
package struct JournalMark: Hashable, Sendable {
  package var device: UInt64
  package var inode: UInt64
  /// Bytes from the beginning.
  package var offset: Int64

  package init(device: UInt64, inode: UInt64, offset: Int64) {
    self.device = device
    self.inode = inode
    self.offset = offset
  }
}

/// What stands in the journal behind a mark, while nobody else may write.
package struct JournalNews: Hashable, Sendable {
  /// Lines; the last one may lack its newline, when another program writes without a lock or was killed.
  package var lines: [UInt8]
  /// Whether these are all the lines: nothing was known before, or it was another file.
  package var isWhole: Bool
  /// Behind the last line that has its newline.
  package var mark: JournalMark

  package init(lines: [UInt8], isWhole: Bool, mark: JournalMark) {
    self.lines = lines
    self.isWhole = isWhole
    self.mark = mark
  }
}

/// A decision that isn't written since another came first.
package struct RefusedDecision: Hashable, Sendable {
  /// Which of the decisions that were to be written.
  package var index: Int
  package var first: Decision

  package init(index: Int, first: Decision) {
    self.index = index
    self.first = first
  }
}

/// What became of decisions that were to be written.
package struct Appended: Hashable, Sendable {
  /// Where they stand in the file, in bytes; empty when all were refused.
  package var range: Range<Int64>
  /// Ascending by index. All others are on disk.
  package var refusals: [RefusedDecision]

  package init(range: Range<Int64>, refusals: [RefusedDecision]) {
    self.range = range
    self.refusals = refusals
  }
}
