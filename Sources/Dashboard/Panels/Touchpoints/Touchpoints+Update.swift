import Canvas
import Community
import Loyalty
import Texts

extension DashboardState {
  // MARK: Sections

  /// The section that takes the keys. The matrix and the accounts can be gone to even where they stand beside the
  /// lists: there they may be cut.
  var touchpointSection: TouchpointSection { touchpoints.section }

  mutating func turnTouchpoints(_ step: Int) {
    let sections = TouchpointSection.allCases
    let place = sections.firstIndex(of: touchpointSection) ?? 0
    touchpoints.section = sections[(place + step + sections.count) % sections.count]
  }

  // MARK: Rows

  var touchpointRows: [TouchpointRow] { touchpoints.figures?.rows(touchpointSection) ?? [] }

  /// Where the selected row of the section stands.
  var touchpointSelected: Int? {
    let count = touchpointRows.count
    guard count > 0 else { return nil }
    return min(touchpoints.places[touchpointSection]?.scroll.selected ?? 0, count - 1)
  }

  var touchpointRow: TouchpointRow? { touchpointSelected.map { touchpointRows[$0] } }

  /// Rows of a list on screen.
  var touchpointPage: Int { max(1, TouchpointsLayout(self).rows.rows) }

  mutating func moveTouchpoints(_ motion: Motion) {
    guard let selected = touchpointSelected else { return }
    selectTouchpoint(motion.target(from: selected, count: touchpointRows.count, page: touchpointPage))
  }

  mutating func selectTouchpoint(_ position: Int) {
    let rows = touchpointRows
    var place = touchpoints.places[touchpointSection] ?? ListPlace()
    place.select(position, count: rows.count, height: touchpointPage) { rows[$0].key }
    touchpoints.places[touchpointSection] = place
  }

  mutating func pressTouchpoint(_ position: Int, isDouble: Bool) {
    selectTouchpoint(position)
    if isDouble { openTouchpoint() }
  }

  // MARK: New figures

  /// Takes up the lists of a new state of the folder. What is selected stays selected; where it's gone, the next one
  /// comes up in its place.
  mutating func refreshTouchpoints() {
    let before = touchpoints.figures
    let figures = data.shown?.touchpoints
    touchpoints.figures = figures
    guard let figures else { return }
    // What was asked for is looked at from its top.
    if let before, before.narrowing != figures.narrowing, touchpoints.query.isNarrowed {
      touchpoints.places = [:]
    }
    for section in TouchpointSection.allCases where section.isList {
      touchpoints.places[section]?.follow(
        from: (before?.rows(section) ?? []).lazy.map(\.key), to: figures.rows(section).lazy.map(\.key))
    }
    if touchpoints.marks.isEmpty, touchpoints.wantedMarks.isEmpty { return }
    let due = Set(figures.rows(.today).map(\.key))
    touchpoints.marks.formUnion(touchpoints.wantedMarks)
    touchpoints.wantedMarks.subtract(due)
    touchpoints.marks.formIntersection(due)
  }

  // MARK: Opening

  /// Goes to the member's card, to come back from.
  mutating func openTouchpoint() {
    guard let row = touchpointRow, let figures = touchpoints.figures else {
      return say(.information, .reasonNoMember)
    }
    if row.isFolded, let place = row.rule {
      // Of other days it isn't kept by the member whom they will concern.
      guard touchpointSection == .today else { return say(.information, .touchpointsOnlyTodayListed) }
      let narrowed = touchpoints.query.text
      let filter = "due:\"\(figures.calendar.rules[place].id)\""
      let brackets = (try? MemberFilter(parsing: narrowed))?.hasAlternatives ?? false
      return openMembers(
        filter: narrowed.isEmpty ? filter : "\(filter) \(brackets ? "(\(narrowed))" : narrowed)")
    }
    openCard(ofMember: figures.id(row.member))
  }
}
