import Canvas

/// Where the parts of the panel of touchpoints stand: one at a time, two beside each other, or three.
struct TouchpointsLayout {
  var tabs = Rect.zero
  /// What is searched for and filtered by; empty where nothing is.
  var query = Rect.zero
  /// The section that takes the keys.
  var section = Rect.zero
  /// What the selected row is about, below the list; empty where there's no room.
  var detail = Rect.zero
  /// The matrix with the cadence, where it has a place of its own.
  var calendar: Rect?
  /// What stands in the accounts, where it has a place of its own.
  var accounts: Rect?
  /// The selected member's account, where it has a place of its own.
  var member: Rect?
  /// Lines between parts beside each other.
  var rules: [Rect] = []

  init(_ state: DashboardState) {
    let body = state.layout.body
    var list = body
    switch body.columns {
    case ..<DashboardLayout.cardBeside: break
    case ..<DashboardLayout.cardAlways:
      let parts = body.columns([.flexible(), .fixed(1), .fixed(50)])
      list = parts[0]
      rules = [parts[1]]
      let side = parts[2].inset(left: 1, right: 1)
      // Every rule has its line, as long as something of the accounts is left.
      let halves = side.split(
        top: max(side.rows / 2, min(side.rows - 9, TouchpointsLayout.calendarRows(state))))
      (calendar, accounts) = (halves.top, halves.rest)
    default:
      let parts = body.columns([.flexible(weight: 5), .fixed(1), .fixed(58), .fixed(1), .flexible(weight: 4)])
      list = parts[0]
      rules = [parts[1], parts[3]]
      calendar = parts[2].inset(left: 1, right: 1)
      let side = parts[4].inset(left: 1, right: 1)
      let halves = side.split(top: side.rows * 2 / 5)
      (accounts, member) = (halves.top, halves.rest)
    }
    tabs = list.line(0)
    var rest = list.inset(top: 1)
    if state.touchpointSection.isList,
      state.touchpoints.query.isNarrowed || state.touchpoints.query.editor != nil
        || state.touchpoints.order != nil
    {
      query = rest.line(0)
      rest = rest.inset(top: 1)
    }
    let details = state.touchpointSection.isList && rest.rows >= 14 ? 5 : 0
    let parts = rest.split(bottom: details)
    (section, detail) = (parts.rest, parts.bottom)
  }

  /// Title, heads and rules of the matrix, and the cadence below it.
  private static func calendarRows(_ state: DashboardState) -> Int {
    guard let calendar = state.touchpoints.figures?.calendar else { return 0 }
    return calendar.rules.count + calendar.cadence.count + 5
  }

  /// The rows of the list; a line of heads stands above them.
  var rows: Rect { section.inset(top: 1) }
}
