import Canvas
import Loyalty
import Texts

extension DashboardState {
  func drawNPS(into frame: inout Frame, _ layout: DashboardLayout, _ context: ViewContext) {
    guard let figures = nps.figures else {
      return NoticeView(lines: [(context.text(.npsNotReady), .heading)])
        .draw(into: &frame, layout.body, context: context)
    }
    if figures.isEmpty {
      return NoticeView(
        lines: [(context.text(.npsEmpty), .heading), (context.text(.npsEmptyHint), .muted)]
      ).draw(into: &frame, layout.body, context: context)
    }
    let score = NPSScoreView(
      figures: figures, shown: nps.roll?.value, context: context, whose: whoseAnswers(context))
    if nps.isWall { return drawWall(score, into: &frame, layout.body, context) }
    let places = NPSLayout(self)
    if !places.score.isEmpty { score.draw(into: &frame, places.score) }
    for rule in places.rules {
      frame.grid.fill(rule, with: look.glyphs.lines.vertical, style: look[.border])
    }
    score.headline.draw(into: &frame.grid, places.headline, look: look)
    drawTabs(into: &frame, places.tabs)
    for (section, rect) in places.sections {
      drawSection(section, into: &frame, rect, figures, context)
      // What has a place of its own says so itself.
      if places.sections.count > 1, section == .words || section == .loop {
        let title = Rect(column: rect.column, row: rect.row - 1, columns: rect.columns, rows: 1)
        let end = tab(section).draw(into: &frame, at: title.column + 1, in: title, look: look) + 1
        if section == .loop {
          frame.grid.fill(
            title.inset(left: end - title.column), with: look.glyphs.lines.horizontal, style: look[.border])
        } else {
          Line([], right: [wordsStatus(context)])
            .draw(into: &frame.grid, title.inset(right: 2), look: look)
        }
      }
    }
  }

  /// Whose answers alone count; nil for everybody's.
  private func whoseAnswers(_ context: ViewContext) -> String? {
    if nps.filterText.isEmpty { return nil }
    return context.text(
      nps.narrowed == nil ? .npsFiltering : .npsFiltered, ["filter": nps.filterText])
  }

  /// The score over the screen, and where it's wide the words beside it.
  private func drawWall(
    _ score: NPSScoreView, into frame: inout Frame, _ body: Rect, _ context: ViewContext
  ) {
    guard body.columns >= DashboardLayout.cardBeside else {
      return score.drawWall(into: &frame, body.inset(left: 2, right: 2))
    }
    let parts = body.columns([.flexible(weight: 3), .fixed(1), .flexible(weight: 2)])
    score.drawWall(into: &frame, parts[0].inset(left: 2, right: 2))
    frame.grid.fill(parts[1], with: look.glyphs.lines.vertical, style: look[.border])
    drawWords(into: &frame, parts[2], context)
  }

  private func drawTabs(into frame: inout Frame, _ rect: Rect) {
    let beside = NPSLayout(self).sections.count > 1
    let sections = npsSections.filter { !(beside && ($0 == .words || $0 == .loop)) }
    let column = SectionTabs(tabs: sections.map(tab)).draw(into: &frame, rect.inset(left: 1), look: look)
    if !beside, npsSection == .words {
      let free = Rect(column: column + 1, row: rect.row, columns: rect.endColumn - column - 2, rows: 1)
      let status = wordsStatus(viewContext)
      if status.columns < free.columns {
        Line([], right: [status]).draw(into: &frame.grid, free, look: look)
      }
    }
  }

  private func tab(_ section: NPSSection) -> SectionTab {
    SectionTab(
      title: language.text(section.title), isActive: section == npsSection, target: .npsSection(section))
  }

  private func drawSection(
    _ section: NPSSection, into frame: inout Frame, _ rect: Rect, _ figures: NPSFigures,
    _ context: ViewContext
  ) {
    switch section {
    case .score: break
    case .groups: drawGroups(into: &frame, rect, figures, context)
    case .words: drawWords(into: &frame, rect, context)
    case .topics: drawTopics(into: &frame, rect, figures, context)
    case .loop: drawLoop(into: &frame, rect, figures, context)
    case .drivers: drawDrivers(into: &frame, rect, context)
    }
  }

  // MARK: Labelled lines

  func npsLines(_ context: ViewContext) -> [String] {
    guard let figures = nps.figures else { return [context.text(.npsNotReady)] }
    if figures.isEmpty { return [context.text(.npsEmpty), context.text(.npsEmptyHint)] }
    var lines = NPSScoreView(figures: figures, context: context).plainLines
    func add(_ title: String, _ rows: [[ListCell]], _ titles: [String]) {
      lines += ["", title]
      for cells in rows {
        let fields = zip(titles, cells).compactMap { title, cell -> String? in
          guard case .text(let text, _) = cell, !text.isEmpty else { return nil }
          return title.isEmpty ? text.painted : "\(title) \(text.painted)"
        }
        lines.append(fields.joined(separator: "; "))
      }
    }
    let by = context.text(.npsBy, ["dimension": context.text(nps.dimension.title)])
    add(
      "\(context.text(.npsGroups)) (\(by))", npsGroups.map { groupCells($0, figures, context) },
      groupSpecs.map(\.title))
    add(
      context.text(.npsTopics), figures.satisfaction.topics.map { topicCells($0, context) },
      topicSpecs.map(\.title))
    for topic in figures.satisfaction.topics where topic.fix != nil {
      lines += fixLines(topic, context).map(\.text)
    }
    lines += ["", Line(loopSummary(figures, context)).text]
    lines += figures.open.prefix(20).map { plain($0, context) }
    lines += ["", context.text(.npsWords)]
    lines += npsAnswers.prefix(20).map { plain($0, context) }
    return lines + [""] + driverLines(columns: 10_000, context).map(\.text)
  }

  private func plain(_ answer: SurveyAnswer, _ context: ViewContext) -> String {
    let fields = [
      context.given(answer), giver(answer).text, standing(answer), channel(answer), context.ago(answer.at),
    ]
    return fields.filter { !$0.isEmpty }.map(\.painted).joined(separator: "; ") + ": "
      + words(answer).text.painted
  }
}
