import Canvas

/// Where the parts of the panel of tiers stand: one at a time, two beside each other, or three.
struct TiersLayout {
  /// The tabs of the sections.
  var tabs = Rect.zero
  /// The pyramid with what belongs to it, where it always stands.
  var pyramid = Rect.zero
  /// The sections on screen with their places.
  var sections: [(section: TiersSection, rect: Rect)] = []
  /// Lines between parts beside each other.
  var rules: [Rect] = []
  let columns: Int

  static func showsPyramid(_ size: Size) -> Bool { size.columns >= DashboardLayout.cardBeside }

  init(_ state: DashboardState) {
    let body = state.layout.body
    columns = body.columns
    let section = state.tiersSection
    switch body.columns {
    case ..<DashboardLayout.cardBeside:
      tabs = body.line(0)
      sections = [(section, body.inset(top: 1))]
    case ..<DashboardLayout.cardAlways:
      let parts = body.columns([.fixed(44), .fixed(1), .flexible()])
      pyramid = parts[0]
      rules = [parts[1]]
      tabs = parts[2].line(0)
      sections = [(section, parts[2].inset(top: 1))]
    default:
      let parts = body.columns(
        [.fixed(54), .fixed(1), .flexible(weight: 1), .fixed(1), .flexible(weight: 1)])
      pyramid = parts[0]
      rules = [parts[1], parts[3]]
      tabs = Rect(
        column: parts[2].column, row: body.row, columns: body.endColumn - parts[2].column, rows: 1)
      sections = [(.forecast, parts[2].inset(top: 1)), (state.tiers.beside, parts[4].inset(top: 1))]
    }
  }

  /// Rows for what stands above a section's list: all it takes, as long as some of the list is seen.
  static func headRows(_ blocks: [TiersBlock], hasList: Bool, in rows: Int) -> Int {
    let wanted = blocks.reduce(0) { $0 + $1.rows }
    return hasList ? min(wanted, max(2, rows - 8)) : rows
  }
}
