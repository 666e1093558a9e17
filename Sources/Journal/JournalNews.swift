/// Up to where somebody knows the journal: a place in one file, between two lines.
public struct JournalMark: Hashable, Sendable {
  public var device: UInt64
  public var inode: UInt64
  /// Bytes from the beginning.
  public var offset: Int64

  public init(device: UInt64, inode: UInt64, offset: Int64) {
    self.device = device
    self.inode = inode
    self.offset = offset
  }
}

/// What stands in the journal behind a mark, while nobody else may write.
public struct JournalNews: Hashable, Sendable {
  /// Lines; the last one may lack its newline, when another program writes without a lock or was killed.
  public var lines: [UInt8]
  /// Whether these are all the lines: nothing was known before, or it was another file.
  public var isWhole: Bool
  /// Behind the last line that has its newline.
  public var mark: JournalMark

  public init(lines: [UInt8], isWhole: Bool, mark: JournalMark) {
    self.lines = lines
    self.isWhole = isWhole
    self.mark = mark
  }
}

/// A decision that isn't written since another came first.
public struct Refusal: Hashable, Sendable {
  /// Which of the decisions that were to be written.
  public var index: Int
  public var first: Decision

  public init(index: Int, first: Decision) {
    self.index = index
    self.first = first
  }
}

/// What became of decisions that were to be written.
public struct Appended: Hashable, Sendable {
  /// Where they stand in the file, in bytes; empty when all were refused.
  public var range: Range<Int64>
  /// Ascending by index. All others are on disk.
  public var refusals: [Refusal]

  public init(range: Range<Int64>, refusals: [Refusal]) {
    self.range = range
    self.refusals = refusals
  }
}
