import Community

/// A community folder as of one moment: a value that stays as it is.
package struct Snapshot: Sendable {
  package var community: Community
  /// The zone that all days are counted in.
  package var zone: Zone
  package var report: ReadingReport

  package init(community: Community, zone: Zone, report: ReadingReport) {
    self.community = community
    self.zone = zone
    self.report = report
  }

  /// The newest event of the six event feeds, whatever the wall clock says.
  /// - Complexity: O(segments).
  package var newest: Instant? { newest(notAfter: Instant(rawValue: .max)) }

  /// The newest event at `limit` or before.
  /// - Complexity: O(segments), and O(records) in segments that have events after the limit.
  package func newest(notAfter limit: Instant) -> Instant? {
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
package enum Change: Sendable {
  /// Read for the first time, or anew: every index may differ.
  case loaded
  /// Indexes and rows stay as they are; some were added or filled in.
  case appended(Delta)
}

/// Records that came since.
package struct Delta: Sendable {
  /// Members that events or records concern, ascending, each once.
  package var touched: [Member.Index] = []
  /// Members that weren't there before.
  package var newMembers: Range<Int> = 0..<0
  /// The rows, newest last.
  package var rows: [(feed: Feed, row: Row)] = []

  package init() {}
}

/// Why a folder can't be read at all.
package enum FolderProblem: Error, Hashable, Sendable {
  case notFound
  case notAFolder
  case permissionDenied
  case unreadable(Int32)
  /// The time zone asked for doesn't exist.
  case unknownTimeZone(String)
  case cancelled
}

/// How far a reading is.
package struct ReadingProgress: Hashable, Sendable {
  package var bytesDone: Int64 = 0
  package var bytesTotal: Int64 = 0
  package var records = 0
  /// The file being read, relative to the folder.
  package var file = ""

  package init() {}
}

/// What a reader tells, on its own thread.
package enum ReaderEvent: Sendable {
  case progress(ReadingProgress)
  case snapshot(Snapshot, Change)
  case failed(FolderProblem)
}

/// How a folder is read.
package struct ReadingOptions: Sendable {
  /// Overrides the programme's time zone.
  package var zone: Zone?
  /// Holds where neither the option nor the programme says one.
  package var machineZone: Zone
  /// Why the machine's zone is UTC instead of what it should be; nil where nothing is wrong.
  package var machineZoneProblem: ZoneProblem?
  /// Threads that parse.
  package var workers: Int
  package var opener: any FileOpener

  package init(
    zone: Zone? = nil, machineZone: Zone = .utc, machineZoneProblem: ZoneProblem? = nil, workers: Int = 2,
    opener: any FileOpener = SystemFiles()
  ) {
    self.zone = zone
    self.machineZone = machineZone
    self.machineZoneProblem = machineZoneProblem
    self.workers = workers
    self.opener = opener
  }
}
