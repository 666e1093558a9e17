import Canvas

/// Where the parts of the NPS panel stand: one at a time, two beside each other, or three.
struct NPSLayout {
  /// The tabs of the sections; none on the wall.
  var tabs = Rect.zero
  /// The score in one line, where it has no place of its own.
  var headline = Rect.zero
  /// The score with what belongs to it; empty where another section has its place.
  var score = Rect.zero
  /// The sections on screen with their places.
  var sections: [(section: NPSSection, rect: Rect)] = []
  /// Lines between parts beside each other.
  var rules: [Rect] = []

  init(_ state: DashboardState) {
    let body = state.layout.body
    let section = state.npsSection
    if state.nps.isWall { return }
    switch body.columns {
    case ..<DashboardLayout.cardBeside:
      tabs = body.line(0)
      let rest = body.inset(top: 1)
      if section == .score {
        score = rest.inset(left: 2, right: 2)
      } else {
        headline = rest.line(0).inset(left: 2, right: 2)
        sections = [(section, rest.inset(top: 1))]
      }
    case ..<DashboardLayout.cardAlways:
      let parts = body.columns([.fixed(50), .fixed(1), .flexible()])
      score = parts[0].inset(left: 2, right: 1)
      rules = [parts[1]]
      tabs = parts[2].line(0)
      sections = [(section, parts[2].inset(top: 1))]
    default:
      let parts = body.columns(
        [.fixed(60), .fixed(1), .flexible(weight: 1), .fixed(1), .flexible(weight: 1)])
      score = parts[0].inset(left: 2, right: 2)
      rules = [parts[1], parts[3]]
      tabs = parts[2].line(0)
      let lists = parts[2].rows([.flexible(weight: 1), .flexible(weight: 1)], gap: 1)
      sections = [
        (state.nps.list, lists[0].inset(top: 1)), (.loop, lists[1].inset(top: 1)),
        (.words, parts[4].inset(top: 1)),
      ]
    }
  }

  /// Lines above the rows of a section's list.
  static func headRows(of section: NPSSection) -> Int {
    switch section {
    case .groups, .words, .topics: 1
    case .loop: 2
    case .score, .drivers: 0
    }
  }

  /// Lines below them, about the selected one.
  static func footRows(of section: NPSSection, in rect: Rect) -> Int {
    switch section {
    case .topics: rect.rows >= 14 ? 5 : 0
    case .words, .loop: rect.rows >= 14 ? 4 : 0
    case .groups, .score, .drivers: 0
    }
  }

  /// The rows of a section's list.
  static func list(of section: NPSSection, in rect: Rect) -> Rect {
    let rows = rect.inset(top: headRows(of: section))
    return rows.split(bottom: min(rows.rows, footRows(of: section, in: rect))).rest
  }

  /// How many rows of a section's list are on screen.
  func rows(of section: NPSSection) -> Int {
    guard let place = sections.first(where: { $0.section == section }) else { return 1 }
    return NPSLayout.list(of: section, in: place.rect).rows
  }
}
