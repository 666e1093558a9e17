import Community

/// What was read, what was left out, and why.
package struct ReadingReport: Sendable {
  /// One entry a feed, in the order of `Feed.allCases`; feeds without a file have none in `files`.
  package var feeds: [FeedReport] = Feed.allCases.map { FeedReport(feed: $0) }
  /// Members known by id alone.
  package var membersWithoutRecord = 0
  /// What is wrong in `program.json`.
  package var programProblems: [ProgramProblem] = []
  /// Every record and field set aside, by feed, file and place.
  package var setAside: [SetAside] = []
  /// What else is worth telling.
  package var notes: [ReadingNote] = []

  package init() {}

  package subscript(feed: Feed) -> FeedReport {
    get { feeds[feed.rawValue] }
    _modify { yield &feeds[feed.rawValue] }
  }
}

/// What was read of one feed.
package struct FeedReport: Sendable {
  package var feed: Feed
  package var files: [FileReport] = []
  /// Kept: duplicates and records set aside don't count.
  package var records = 0
  /// Events whose id was there before; members' later records.
  package var duplicates = 0
  /// Records set aside as a whole.
  package var recordsSetAside = 0
  /// Fields set aside of records that were kept.
  package var fieldsSetAside = 0

  package init(feed: Feed) { self.feed = feed }
}

/// What was read of one file.
package struct FileReport: Sendable, Hashable {
  /// Relative to the folder.
  package var path: String
  /// As they lie in the folder, packed or not.
  package var bytes: Int64
  /// Records of good form, duplicates included.
  package var records: Int

  package init(path: String, bytes: Int64, records: Int) {
    self.path = path
    self.bytes = bytes
    self.records = records
  }
}

/// Something about the reading that is neither a record nor a field.
package enum ReadingNote: Hashable, Sendable {
  /// So many amounts of a file had more than two decimals.
  case amountsRounded(file: String, count: Int)
  /// The last line of a file has no newline and isn't whole: it may still be being written, and waits.
  case unfinishedLine(file: String, line: Int)
  /// Ids that are in both members and hosts: they are the hosts'.
  case membersThatAreHosts(count: Int)
  /// The kernel doesn't tell of changes made elsewhere, so files are looked at from time to time.
  case networkMount
}

/// A key of `program.json` that could not be used.
package enum ProgramProblem: Hashable, Sendable {
  /// The file is there but can't be used at all.
  case unreadable(SetAsideProblem, line: Int?, column: Int?)
  /// No such key; the nearest one, if any is near.
  case unknownKey(path: String, nearest: String?)
  case wrongType(path: String, expected: SetAsideProblem.ExpectedType)
  /// A value that the key doesn't take, such as a time zone that doesn't exist, and the nearest that it does.
  case badValue(path: String, value: String, nearest: String?)
  /// Tiers that can be read, but hardly are as they were meant.
  case tiers(path: String, problem: TierProblem)
}
