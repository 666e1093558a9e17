import Bytes
import Community
import Feeds
import Loyalty

/// The folder as read so far, with the figures made of it. Copies share everything.
package struct DashboardData: Sendable {
  package var snapshot: Snapshot
  package var roster: Roster
  package var overview: OverviewFigures
  @Boxed package var satisfaction: SatisfactionFigures
  /// What the report set aside, by reason.
  package var setAside = SetAsideSummary()
  /// The newest activities, the newest first.
  package var stream: [Row] = []
  /// Grows with every change of the folder.
  package var generation: Int
  /// Readings of the whole folder: members' indexes hold within one.
  package var reading: Int
  /// What is wrong in `program.json`.
  package var programProblems: [ProgramProblem] { snapshot.report.programProblems }
  /// How many records and fields were set aside.
  package var setAsideCount: Int { snapshot.report.setAside.count }
  /// Whether what counts as now is a fixed time.
  package var isFixed: Bool
  /// As of when stages, scores and whatever else is only computed for all members together are, where records came
  /// since; nil where they have all.
  package var measuredAt: Instant?
  /// The lists of touchpoints; nil while they aren't worked out.
  package var touchpoints: TouchpointFigures?

  package var community: Community { snapshot.community }
  package var program: Program { snapshot.community.program }
  package var zone: Zone { snapshot.zone }
  /// What counts as now.
  package var now: Instant { roster.moment.now }
}

/// What is known of the folder just now.
package struct DataState: Sendable {
  package enum Phase: Hashable, Sendable {
    /// Nothing read yet; progress is in `progress`.
    case loading
    case ready
    /// Reading was stopped by a key before it was complete.
    case stopped
    case failed(FolderProblem)
  }

  package var phase = Phase.loading
  /// What is on screen.
  @Boxed package var shown: DashboardData? = nil
  /// A new reading that waits for its list, so that the table never goes blank.
  @Boxed var next: DashboardData? = nil
  /// How far the reading under way is; nil when none is.
  package var progress: LoadProgress?

  package init() {}

  /// What new requests are answered from.
  var newest: DashboardData? { next ?? shown }
}

/// How far a reading is, and how fast.
package struct LoadProgress: Hashable, Sendable {
  package var bytesRead: Int
  package var bytesTotal: Int
  package var records: Int
  /// The file being read, relative to the folder.
  package var file: String
  /// Seconds since the reading began.
  package var seconds: Double

  package init(bytesRead: Int, bytesTotal: Int, records: Int, file: String, seconds: Double) {
    self.bytesRead = bytesRead
    self.bytesTotal = bytesTotal
    self.records = records
    self.file = file
    self.seconds = seconds
  }

  /// 0…1; nil while the size isn't known.
  package var part: Double? { bytesTotal > 0 ? min(1, Double(bytesRead) / Double(bytesTotal)) : nil }

  /// Bytes a second; nil in the first moments.
  package var rate: Double? { seconds > 0.05 ? Double(bytesRead) / seconds : nil }
}
