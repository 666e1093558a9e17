public import Community

/// A community folder as of one moment: a value that stays as it is.
public struct Snapshot: Sendable {
  public var community: Community
  /// The zone that all days are counted in.
  public var zone: Zone
  public var report: ReadingReport

  public init(community: Community, zone: Zone, report: ReadingReport) {
    self.community = community
    self.zone = zone
    self.report = report
  }

  /// The newest event of the six event feeds, whatever the wall clock says.
  /// - Complexity: O(segments).
  public var newest: Instant? { newest(notAfter: Instant(rawValue: .max)) }

  /// The newest event at `limit` or before.
  /// - Complexity: O(segments), and O(records) in segments that have events after the limit.
  public func newest(notAfter limit: Instant) -> Instant? {
    var newest = Instant.unknown
    for feed in Feed.events {
      for segment in community[feed].segments {
        if segment.newest <= limit {
          newest = max(newest, segment.newest)
        } else {
          for time in segment.at where time <= limit.rawValue {
            newest = max(newest, Instant(rawValue: time))
          }
        }
      }
    }
    return newest.known
  }
}

/// What changed between a snapshot and the one before.
public enum Change: Sendable {
  /// Read for the first time, or anew: every index may differ.
  case loaded
  /// Indexes and rows stay as they are; some were added or filled in.
  case appended(Delta)
}

/// Records that came since.
public struct Delta: Sendable {
  /// Members that events or records concern, ascending, each once.
  public var touched: [Member.Index] = []
  /// Members that weren't there before.
  public var newMembers: Range<Int> = 0..<0
  /// The rows, newest last.
  public var rows: [(feed: Feed, row: Row)] = []

  public init() {}
}

/// Why a folder can't be read at all.
public enum FolderError: Error, Hashable, Sendable {
  case notFound
  case notAFolder
  case permissionDenied
  case unreadable(Int32)
  /// The time zone asked for doesn't exist.
  case unknownTimeZone(String)
  case cancelled
}

/// How far a reading is.
public struct ReadingProgress: Hashable, Sendable {
  public var bytesDone: Int64 = 0
  public var bytesTotal: Int64 = 0
  public var records = 0
  /// The file being read, relative to the folder.
  public var file = ""

  public init() {}
}

/// What a reader tells, on its own thread.
public enum ReaderEvent: Sendable {
  case progress(ReadingProgress)
  case snapshot(Snapshot, Change)
  case failed(FolderError)
}

/// How a folder is read.
public struct ReadingOptions: Sendable {
  /// Overrides the programme's time zone.
  public var zone: Zone?
  /// Holds where neither the option nor the programme says one.
  public var machineZone: Zone
  /// Threads that parse.
  public var workers: Int
  public var opener: any FileOpener

  public init(
    zone: Zone? = nil, machineZone: Zone = .utc, workers: Int = 2, opener: any FileOpener = SystemFiles()
  ) {
    self.zone = zone
    self.machineZone = machineZone
    self.workers = workers
    self.opener = opener
  }
}
