import Canvas
import Community
import Loyalty
import Texts

extension DashboardState {
  func drawTiers(into frame: inout Frame, _ layout: DashboardLayout, _ context: ViewContext) {
    guard let shown = data.shown else { return }
    guard tiers.board != nil else {
      return NoticeView(lines: [(context.text(.tiersNotReady), .heading)])
        .draw(into: &frame, layout.body, context: context)
    }
    if shown.roster.figures.listedCount == 0 {
      return NoticeView(
        lines: [(context.text(.tiersEmpty), .heading), (context.text(.tiersEmptyHint), .muted)]
      ).draw(into: &frame, layout.body, context: context)
    }
    let places = TiersLayout(self)
    if !places.pyramid.isEmpty {
      let rect = places.pyramid.inset(left: 1, right: 1)
      var blocks = tiersBlocks(.pyramid, columns: rect.columns, context)
      if places.pyramid.columns >= 54 {
        blocks += [.line(.blank)] + tiersBlocks(.moves, columns: rect.columns, context)
      }
      draw(blocks, from: 0, into: &frame, rect)
    }
    for rule in places.rules {
      frame.grid.fill(rule, with: look.glyphs.lines.vertical, style: look[.border])
    }
    drawTiersTabs(into: &frame, places.tabs)
    for (section, rect) in places.sections { drawSection(section, into: &frame, rect, context) }
  }

  private func drawTiersTabs(into frame: inout Frame, _ rect: Rect) {
    SectionTabs(
      tabs: tiersSections.map { section in
        SectionTab(
          title: language.text(section.title), isActive: section == tiersSection,
          target: .tiersSection(section))
      }
    ).draw(into: &frame, rect.inset(left: 1), look: look)
  }

  private func drawSection(
    _ section: TiersSection, into frame: inout Frame, _ rect: Rect, _ context: ViewContext
  ) {
    let body = rect.inset(left: 1, right: 1)
    let blocks = tiersBlocks(section, columns: body.columns, context)
    guard let list = tiersList(section) else {
      return draw(blocks, from: tiers.places[section]?.scroll.top ?? 0, into: &frame, body)
    }
    let (head, rows) = rect.split(top: TiersLayout.headRows(blocks, hasList: true, in: rect.rows))
    draw(blocks, from: 0, into: &frame, head.inset(left: 1, right: 1))
    let isActive = section == tiersSection
    list.draw(
      into: &frame, rows, section: section, selected: isActive ? tiersSelected(section) : nil,
      top: tiers.places[section]?.scroll.top ?? 0, context: context)
  }

  private func draw(_ blocks: [TiersBlock], from first: Int, into frame: inout Frame, _ rect: Rect) {
    var row = 0
    for block in blocks.dropFirst(first) {
      guard row < rect.rows else { return }
      switch block {
      case .line(let line): line.draw(into: &frame.grid, rect.line(row), look: look)
      case .widget(let widget, let rows, _):
        // A chart that would be cut is left out; what follows it may still fit.
        let field = rect.inset(top: row).split(top: min(rows, rect.rows - row)).top
        widget.draw(into: &frame.grid, field, look: look)
      }
      row += block.rows
    }
  }

  /// What stands above a section's list, or the whole of it.
  func tiersBlocks(_ section: TiersSection, columns: Int, _ context: ViewContext) -> [TiersBlock] {
    guard let board = tiers.board else { return [] }
    let words = TiersWords(context: context, board: board, history: { tierHistory(of: $0, board) })
    switch section {
    case .forecast: return words.forecastHead(tiers.group, key: keyLabel(.tiersGroup))
    case .pyramid: return words.pyramid(columns: columns)
    case .moves: return words.moves(columns: columns)
    case .rfm: return words.rfm(columns: columns)
    case .points: return words.points(columns: columns)
    case .benefits: return words.benefits(columns: columns)
    case .whatIf:
      return tiers.whatIf.map { words.whatIf($0, columns: columns, saveKey: keyLabel(.tiersSave)) } ?? []
    }
  }

  /// How many rows of a section's list are on screen.
  func tiersRows(of section: TiersSection) -> Int {
    guard let rect = TiersLayout(self).sections.first(where: { $0.section == section })?.rect else {
      return 10
    }
    guard let list = tiersList(section) else { return rect.rows }
    let blocks = tiersBlocks(section, columns: max(1, rect.columns - 2), viewContext)
    let head = TiersLayout.headRows(blocks, hasList: true, in: rect.rows)
    return max(1, rect.rows - head - (list.title == nil ? 1 : 2))
  }

  // MARK: Labelled lines

  func tiersLines(_ context: ViewContext) -> [String] {
    guard tiers.board != nil else { return [context.text(.tiersNotReady)] }
    var lines: [String] = []
    for section in TiersSection.allCases where section != .whatIf {
      if !lines.isEmpty { lines.append("") }
      lines.append(context.text(section.title))
      lines += tiersBlocks(section, columns: 10_000, context).flatMap(\.plain).filter { !$0.isEmpty }
      lines += tiersList(section)?.plain(limit: 20) ?? []
    }
    return lines
  }
}

extension TiersSection {
  var title: Phrase {
    switch self {
    case .forecast: .tiersForecast
    case .pyramid: .tiersPyramid
    case .moves: .tiersMoves
    case .rfm: .tiersRFM
    case .points: .tiersPoints
    case .benefits: .tiersBenefits
    case .whatIf: .tiersWhatIf
    }
  }
}
