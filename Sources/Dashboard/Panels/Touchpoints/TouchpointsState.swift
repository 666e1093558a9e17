import Bytes
import Community
import Loyalty

/// The panel of touchpoints: whom to touch today and what came of it, and what stands in the emotional accounts.
package struct TouchpointsState: NarrowableState {
  /// Nil until they are worked out.
  @Boxed package var figures: TouchpointFigures? = nil
  package var section = TouchpointSection.today
  /// What is selected in each list: the row's key, and where it stands.
  package var places: [TouchpointSection: ListPlace] = [:]
  /// Keys of marked rows.
  package var marks: Set<String> = []
  /// Keys of rows that are to be marked again as soon as they're due again.
  var wantedMarks: Set<String> = []
  /// What is searched for and filtered by.
  package var query = QueryLine()
  /// How the lists are ordered; nil: as the calendar says.
  package var order: MemberOrder?
  /// Counts how often search, filter or order changed.
  var narrowing = 0
  /// Whether the filter came with opening the panel, and goes with leaving it.
  var isNarrowedFromElsewhere = false

  package init() {}
}

extension DashboardState {
  package var touchpoints: TouchpointsState {
    get { panelStates[TouchpointsState.self] }
    _modify { yield &panelStates[TouchpointsState.self] }
  }
}
