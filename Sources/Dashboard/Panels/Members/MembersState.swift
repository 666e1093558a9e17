import Community
import Loyalty

/// The panel of members: what it lists, and where one stands in it.
package struct MembersState: NarrowableState {
  /// What is searched for and filtered by.
  package var query = QueryLine()
  package var filter = MemberFilter.all
  package var order = MemberOrder.standard
  package var columns = MemberColumn.standard
  /// The column of the figure that the list was opened from; shown where it isn't one of the others.
  package var figureColumn: MemberColumn?
  /// How many columns are scrolled away at the left; the first two of `columns` stay.
  package var columnOffset = 0
  package var marks = Marks()
  /// Totals of the marked members, once they are known.
  package var markedTotals: MemberTotals?
  package var list = MemberList()
  /// Whether a list is being made, and whether the data changed since it was asked for.
  package var isAsking = false
  var isStale = false
  /// Whether making it takes long enough to be told of, and stopped.
  package var isSlow = false
  /// The selected member, by id, and where in the list it stands; nil while the list is empty.
  package var selectedID: String?
  package var selected = 0
  /// The position of the first row on screen, and the member there.
  package var top = 0
  package var topID: String?
  package var card = CardState()
  package var savedViews: [SavedView] = []
  /// The name of the saved view that was opened last, until something of it is changed.
  package var viewName: String?

  package init() {}

  /// Numbers of the newest request of each kind: an answer with another number is late and left aside.
  struct Generations: Sendable {
    var query = 0
    var goto = 0
    var marks = 0
    var totals = 0
  }

  var generations = Generations()

  /// A member jumped to whose place in the list isn't known yet, or who has none. It's the selected one already.
  var revealing: Member.Index?
  /// Whether search and filter leave out who is selected: the card was opened from elsewhere.
  var isGuest = false

  /// The columns of the table.
  package var shownColumns: [MemberColumn] {
    guard let figureColumn, !columns.contains(figureColumn) else { return columns }
    var shown = columns
    shown.insert(figureColumn, at: min(MembersTableLayout.fixed, shown.count))
    return shown
  }

  /// The selected member, or nil while the list is empty.
  package var selectedMember: Member.Index? {
    if let revealing { return revealing }
    return list.rows.indices.contains(selected) ? list.rows[selected] : nil
  }
}

/// Members in the order of the table.
package struct MemberList: Sendable {
  /// Shared with the worker that made it; never changed here.
  package var rows: [Member.Index] = []
  /// Whether `rows` are all of them; until then they are the first.
  package var isComplete = false
  /// How many match, once they are known.
  package var total: Int?
  /// Totals of the whole list, once they are known.
  package var totals: MemberTotals?
  /// Of the request that this answers.
  package var generation = 0

  package init() {}
}

extension DashboardState {
  package var members: MembersState {
    get { panelStates[MembersState.self] }
    _modify { yield &panelStates[MembersState.self] }
  }
}
