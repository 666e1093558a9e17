import Community
import Loyalty

/// A part of what stands beside the queue.
package enum RecallTab: String, CaseIterable, Sendable {
  case member, plays, today
}

/// The panel of recalls: who may be called back, and what was decided here.
package struct RecallState: NarrowableState {
  /// Nil until they are worked out.
  @Boxed package var figures: RecallFigures? = nil
  /// The selected row: the member's id, and where in the queue it stands.
  package var selectedID: String?
  package var selected = 0
  /// The position of the first row on screen.
  package var top = 0
  /// What is searched for and filtered by.
  package var query = QueryLine()
  /// Counts how often search or filter changed.
  var narrowing = 0
  /// Ids of marked members.
  package var marks: Set<String> = []
  /// Whether the part beside the queue was opened over it, where there's no room beside.
  package var isSideOpen = false
  package var tab = RecallTab.member
  package var scroll = 0
  /// A member to be selected as soon as the queue has them.
  var wantedID: String?

  package init() {}

  package var selectedMember: Member.Index? {
    guard let rows = figures?.rows, rows.indices.contains(selected) else { return nil }
    return rows[selected]
  }
}

/// The queue with what stands behind it, as of one state of the folder.
package struct RecallFigures: Sendable {
  package var board: RecallBoard
  /// The queue in order, of it those that search and filter let pass; the first rows of them until it's complete.
  package var rows: [Member.Index]
  /// The first row without a known stake, if there are some and others before.
  package var boundary: Int?
  /// Which of the searches and filters it's narrowed by.
  package var narrowing: Int
  package var isComplete: Bool
  package var count: Int
  /// How many of them have a known stake; they come first.
  package var countAtStake: Int
  /// The sum of the stakes in the queue, in currency units.
  package var atStake: Double
  package var layers: [RecallLayer: RecallQueue.LayerCount]
  /// In currency units.
  package var valueAtRisk: Double?
  package var plays: [PlayOutcome]
  package var total: PlayOutcome
  /// Decisions of the calendar day, newest first.
  package var today: [Line]
  /// Grows with every change of the folder.
  package var generation: Int

  /// A decision with the one that took it back.
  package struct Line: Hashable, Sendable {
    package var decision: LoggedDecision
    package var undo: LoggedDecision?
  }

  init(_ board: RecallBoard, _ queue: RecallQueue, rows: [Member.Index], generation: Int, narrowing: Int = 0)
  {
    self.board = board
    self.rows = rows
    self.generation = generation
    self.narrowing = narrowing
    boundary = RecallFigures.boundary(of: rows, board)
    isComplete = queue.isSorted
    count = queue.count
    countAtStake = queue.countAtStake
    atStake = queue.atStake
    layers = queue.layers
    valueAtRisk = queue.valueAtRisk
    plays = board.outcomes.plays
    total = board.outcomes.total
    today = board.log.decisions(since: board.roster.moment.start(ofWindow: 1)).map {
      Line(decision: $0.decision, undo: $0.undo)
    }
  }

  /// Members with a known stake come first, so halving finds where the others begin.
  private static func boundary(of rows: [Member.Index], _ board: RecallBoard) -> Int? {
    var (low, high) = (0, rows.count)
    while low < high {
      let middle = (low + high) / 2
      if board.stake(of: rows[middle]) != nil { low = middle + 1 } else { high = middle }
    }
    return low > 0 && low < rows.count ? low : nil
  }

  /// The figures of a roster with measures, made at one go; nil without measures.
  package init?(roster: Roster, manager: String?) {
    guard let board = RecallBoard(roster, fit: roster.measures?.model?.fit, manager: manager),
      var queue = RecallQueue(board), queue.sort(board)
    else { return nil }
    self.init(board, queue, rows: queue.members, generation: 0)
  }

  package var community: Community { board.roster.community }

  package func id(_ member: Member.Index) -> String { community.members.id(member) }
}

/// What is to be decided about one member or all that are marked.
package enum RecallAction: Hashable, Sendable {
  /// Nil: each by the play suggested for them.
  case recall(play: String?)
  case snooze(days: Int)
  case dismiss(reason: String)
  case claim, release
  case hand(host: String)
  case note(String)
}

extension DashboardState {
  package var recall: RecallState {
    get { panelStates[RecallState.self] }
    _modify { yield &panelStates[RecallState.self] }
  }
}
