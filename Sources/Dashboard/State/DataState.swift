import Community
import Feeds
import Loyalty

/// The folder as read so far, with the figures made of it. Copies share everything.
public struct DashboardData: Sendable {
  public var snapshot: Snapshot
  public var roster: Roster
  public var overview: OverviewFigures
  @Indirect public var satisfaction: SatisfactionFigures
  /// What the report set aside, by reason.
  public var setAside = SetAsideSummary()
  /// The newest activities, the newest first.
  public var stream: [Row] = []
  /// Grows with every change of the folder.
  public var generation: Int
  /// Readings of the whole folder: members' indexes hold within one.
  public var reading: Int
  /// What is wrong in `program.json`.
  public var programProblems: [ProgramProblem] { snapshot.report.programProblems }
  /// How many records and fields were set aside.
  public var setAsideCount: Int { snapshot.report.setAside.count }
  /// Whether what counts as now is a fixed time.
  public var isFixed: Bool
  /// The lists of touchpoints; nil while they aren't worked out.
  public var touchpoints: TouchpointFigures?

  public var community: Community { snapshot.community }
  public var program: Program { snapshot.community.program }
  public var zone: Zone { snapshot.zone }
  /// What counts as now.
  public var now: Instant { roster.moment.now }
}

/// What is known of the folder just now.
public struct DataState: Sendable {
  public enum Phase: Hashable, Sendable {
    /// Nothing read yet; progress is in `progress`.
    case loading
    case ready
    /// Reading was stopped by a key before it was complete.
    case stopped
    case failed(FolderError)
  }

  public var phase = Phase.loading
  /// What is on screen.
  @Indirect public var shown: DashboardData? = nil
  /// A new reading that waits for its list, so that the table never goes blank.
  @Indirect var next: DashboardData? = nil
  /// How far the reading under way is; nil when none is.
  public var progress: LoadProgress?

  public init() {}

  /// What new requests are answered from.
  var newest: DashboardData? { next ?? shown }
}

/// How far a reading is, and how fast.
public struct LoadProgress: Hashable, Sendable {
  public var bytesRead: Int
  public var bytesTotal: Int
  public var records: Int
  /// The file being read, relative to the folder.
  public var file: String
  /// Seconds since the reading began.
  public var seconds: Double

  public init(bytesRead: Int, bytesTotal: Int, records: Int, file: String, seconds: Double) {
    self.bytesRead = bytesRead
    self.bytesTotal = bytesTotal
    self.records = records
    self.file = file
    self.seconds = seconds
  }

  /// 0…1; nil while the size isn't known.
  public var part: Double? { bytesTotal > 0 ? min(1, Double(bytesRead) / Double(bytesTotal)) : nil }

  /// Bytes a second; nil in the first moments.
  public var rate: Double? { seconds > 0.05 ? Double(bytesRead) / seconds : nil }
}
