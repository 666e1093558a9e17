import Bytes
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
  /// How the queue is ordered.
  package var order = RecallOrder.stake
  /// Counts how often search, filter or order changed.
  var narrowing = 0
  /// Whether the filter came with opening the panel, and goes with leaving it.
  var isNarrowedFromElsewhere = false
  /// Ids of marked members.
  package var marks: Set<String> = []
  /// Whether the part beside the queue was opened over it, where there's no room beside.
  package var isSideOpen = false
  package var tab = RecallTab.member
  package var scroll = 0
  /// A member to be selected as soon as the queue has them.
  var wantedID: String?
  /// Whether somebody has moved through the queue.
  var hasMoved = false

  package init() {}

  package var selectedMember: Member.Index? {
    guard let rows = figures?.rows, rows.indices.contains(selected) else { return nil }
    return rows[selected]
  }
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
