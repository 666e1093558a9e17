import Community
import Feeds
import Journal
import Loyalty

/// Work that `update` asks for, as a value: whoever runs it answers with an `Outcome`.
enum Effect: Sendable {
  /// Work of a lane of the engine.
  case request(any EngineRequest)
  case copy(String)
  case setMouse(Bool)
  case repaint
  /// Stops the reading under way.
  case stopLoading
  /// Reads the folder anew.
  case reload
  /// Lets the wall clock go on; answered only where that changes figures.
  case advance(Instant)
  /// Lets go of a reading away from the main thread: freeing millions of records takes its time.
  case discard(DashboardData)
}

/// A list of members to be made.
struct QueryRequest: Sendable {
  /// Where to stand in the new list.
  enum Purpose: Hashable, Sendable {
    /// At its top: what is listed or how has changed.
    case top
    /// Where one stands now: the data has changed.
    case keep
    /// At a member, by id.
    case reveal(String)
  }

  var generation: Int
  var data: DashboardData
  var filter: MemberFilter
  var order: MemberOrder
  var purpose: Purpose
  /// How many rows make the first answer.
  var firstScreen: Int
  var selectedID: String?
  var topID: String?
  /// Marks to carry over to a new reading, and the reading they were made in.
  var marks: Marks
  var marksData: DashboardData?
}

/// Members whose id or name begins with, or holds, what is typed.
struct FindRequest: Sendable {
  var generation: Int
  var data: DashboardData
  var text: String
}

/// A list whose members are all to be marked.
struct MarksRequest: Sendable {
  var generation: Int
  var reading: Int
  var rows: [Member.Index]
}

/// Marked members to be added up.
struct TotalsRequest: Sendable {
  var generation: Int
  var data: DashboardData
  var marks: Marks
}

/// Members to be written to a file.
struct ExportRequest: Sendable {
  var generation: Int
  var data: DashboardData
  var rows: [Member.Index]
  var order: MemberOrder
  /// Members to write in place of `rows`; nil for those.
  var marks: Marks?
  var columns: [MemberColumn]
  var format: ExportState.Format
  var path: String
  var mayReplace: Bool
  /// Whether CSV begins with a byte order mark.
  var hasByteOrderMark: Bool
}

/// What has come of an effect, or of the folder by itself.
enum Outcome: Sendable {
  /// Of one capability.
  case answer(any EngineAnswer)
  case progress(LoadProgress)
  case data(DashboardData)
  case loadFailed(FolderProblem)
  case loadStopped
  case list(ListAnswer)
  /// The list asked for takes long.
  case listIsSlow(generation: Int)
  case found(generation: Int, [GotoState.Candidate])
  case marks(generation: Int, reading: Int, Marks)
  case totals(generation: Int, MemberTotals)
  case exported(generation: Int, ExportOutcome)
  case views([SavedView])
  case viewsNotSaved(FileProblem)
  case decided(DecisionAnswer)
  /// Why nothing can be decided in this folder; nil where decisions can be written.
  case journal(JournalProblem?)
  /// The wall clock.
  case clock(Instant)
  /// A number that runs to its new value goes on by a step.
  case roll
}

/// An answer to a query: the first rows, then all.
struct ListAnswer: Sendable {
  var generation: Int
  var reading: Int
  var purpose: QueryRequest.Purpose
  var rows: [Member.Index]
  var isComplete: Bool
  var total: Int?
  var totals: MemberTotals?
  /// Positions in the complete list of the members asked for; nil where they aren't in it.
  var selectedID: String?
  var selectedPosition: Int?
  var topPosition: Int?
  /// The position of the member to be revealed.
  var revealedPosition: Int?
  /// The marks carried over to a new reading, made from so many.
  var marks: Marks?
  var marksBefore: Marks?
}

enum ExportOutcome: Sendable {
  /// By its full path.
  case written(count: Int, path: String)
  /// A list for sending, its bytes gone.
  case sent(SendingFile, path: String)
  /// A file of that name is there.
  case exists
  case cancelled
  case failed(FileProblem)
}

/// Why a file couldn't be written or read: what was done, where, and the system's error number.
package struct FileProblem: Error, Hashable, Sendable {
  package enum Action: Hashable, Sendable { case create, write, rename, read, makeFolder }

  package var action: Action
  package var path: String
  package var code: Int32
}
