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
  /// Whether no file of any feed could be opened, so that there is nothing to show.
  package var isWithoutData = false
  /// Whether `program.json` can't be read now, and what it said before is in force.
  package var keepsProgram = false
  /// Why days are counted in UTC: the machine's time zone counts, and can't be found on it.
  package var machineZoneProblem: ZoneProblem?
  /// What lies in the folder and isn't read, in order of names.
  package var strays: [StrayEntry] = []
  /// What else is worth telling.
  package var notes: [ReadingNote] = []

  package init() {}

  /// Files and folders of data, and settings, that couldn't be read as a whole. What is computed lacks them.
  package var unreadFiles: [SetAside] { setAside.filter { $0.place == .file } }

  /// What a person should look at: everything set aside, settings that don't count, data lying about unread.
  package var problemCount: Int {
    setAside.count + programProblems.count + strays.count { $0.isData } + (machineZoneProblem == nil ? 0 : 1)
  }

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
  /// A field that its feed doesn't have and that is ignored, with the one that it probably means.
  case unknownField(file: String, field: String, meant: String)
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
  /// A time zone that can't be looked up, because the machine has no data of time zones.
  case noZoneData(path: String, value: String)
  /// A value that the key doesn't take, such as a time zone that doesn't exist, and the nearest that it does.
  case badValue(path: String, value: String, nearest: String?)
  /// Tiers that can be read, but hardly are as they were meant.
  case tiers(path: String, problem: TierProblem)
}
