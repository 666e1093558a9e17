import Community
import Loyalty

/// The panel of members: what it lists, and where one stands in it.
public struct MembersState: Sendable {
  /// Words searched for as they are typed.
  public var search = ""
  /// The filter line as it was typed; what is wrong with it is in `filterProblem`, and the terms before that
  /// are in force.
  public var filterText = ""
  public var filter = MemberFilter.all
  public var filterProblem: FilterProblem?
  public var order = MemberOrder.standard
  public var columns = MemberColumn.standard
  /// How many columns are scrolled away at the left; the first two of `columns` stay.
  public var columnOffset = 0
  public var marks = Marks()
  /// Totals of the marked members, once they are known.
  public var markedTotals: MemberTotals?
  public var list = MemberList()
  /// Whether a list is being made, and whether the data changed since it was asked for.
  public var isAsking = false
  var isStale = false
  /// Whether making it takes long enough to be told of, and stopped.
  public var isSlow = false
  /// The selected member, by id, and where in the list it stands; nil while the list is empty.
  public var selectedID: String?
  public var selected = 0
  /// The position of the first row on screen, and the member there.
  public var top = 0
  public var topID: String?
  /// The line being typed, when one is.
  public var editor: QueryEditor?
  public var card = CardState()
  public var savedViews: [SavedView] = []
  /// The name of the saved view that was opened last, until something of it is changed.
  public var viewName: String?

  public init() {}

  /// A member jumped to whose place in the list isn't known yet. It's the selected one already.
  var revealing: Member.Index?

  /// The selected member, or nil while the list is empty.
  public var selectedMember: Member.Index? {
    if let revealing { return revealing }
    return list.rows.indices.contains(selected) ? list.rows[selected] : nil
  }

  /// Whether search or filter leave members out.
  public var isNarrowed: Bool { !search.isEmpty || !filterText.isEmpty }
}

/// Members in the order of the table.
public struct MemberList: Sendable {
  /// Shared with the worker that made it; never changed here.
  public var rows: [Member.Index] = []
  /// Whether `rows` are all of them; until then they are the first.
  public var isComplete = false
  /// How many match, once they are known.
  public var total: Int?
  /// Totals of the whole list, once they are known.
  public var totals: MemberTotals?
  /// Of the request that this answers.
  public var generation = 0

  public init() {}
}

/// The search or filter line while it's being typed.
public struct QueryEditor: Hashable, Sendable {
  public enum Kind: Hashable, Sendable { case search, filter }

  public var kind: Kind
  public var line: LineEditor
  /// What the line was when editing began, for Esc.
  public var original: String

  public init(_ kind: Kind, _ text: String) {
    self.kind = kind
    line = LineEditor(text)
    original = text
  }
}
