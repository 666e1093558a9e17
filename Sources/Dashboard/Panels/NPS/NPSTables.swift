import Canvas
import Community
import Loyalty
import Reports
import Texts

extension DashboardState {
  // MARK: Groups

  var groupSpecs: [ColumnSpec] {
    [
      ColumnSpec(
        language.text(nps.dimension.title).headed, minimum: 8, ideal: 16, weight: 1, importance: 100),
      ColumnSpec(language.text(.npsColumnAnswers), alignment: .right, minimum: 4, ideal: 6, importance: 98),
      ColumnSpec(language.text(.npsColumnScore), alignment: .right, minimum: 4, ideal: 4, importance: 99),
      ColumnSpec(language.text(.npsColumnInterval), minimum: 9, ideal: 10, importance: 97),
      ColumnSpec("−100 … 100", minimum: 11, ideal: 21, weight: 2, importance: 96),
      ColumnSpec("", minimum: 6, ideal: 6, importance: 95),
    ]
  }

  func groupCells(_ group: AnswerGroup, _ figures: NPSFigures, _ context: ViewContext) -> [ListCell] {
    let score = group.score
    let isLow = figures.isLow(score)
    let value = score.score
    let role: Role =
      isLow ? .muted : (value ?? 0) > 0 ? .positive : (value ?? 0) < 0 ? .negative : .neutral
    return [
      .text(groupName(group), group.key == nil ? .muted : .text),
      .text(context.number(score.responses), .number),
      .text(value.map { context.points(score: $0) } ?? "–", isLow ? .muted : .number),
      .text(context.interval(score.interval()), .muted),
      .widget(IntervalBar(value, interval: score.interval(), scale: -100...100, origin: 0, role: role)),
      .text(isLow ? context.text(.npsLow) : "", .warning),
    ]
  }

  func groupName(_ group: AnswerGroup) -> String {
    guard let key = group.key else { return language.text(.npsUnknownGroup) }
    switch nps.dimension {
    case .stage: return language.word(key, of: .stage)
    case .tier:
      let tier = data.shown?.program.tiers.tiers.first { $0.id == key }
      return tier.map { language.text($0.name) } ?? key
    case .host: return data.shown?.community.hosts.first { $0.id == key }?.name ?? key
    default: return key
    }
  }

  func drawGroups(into frame: inout Frame, _ rect: Rect, _ figures: NPSFigures, _ context: ViewContext) {
    let groups = npsGroups
    if groups.isEmpty {
      let dimension = context.text(nps.dimension.title)
      let isUnknown = figures.satisfaction.groups(by: nps.dimension) == nil
      let words =
        isUnknown
        ? context.text(.npsNotGrouped, ["dimension": dimension])
        : context.text(.npsNoGroups, ["dimension": dimension])
      return NoticeView(
        lines: [(words, .heading), (context.text(.npsGroupHint, ["key": keyLabel(.npsCut)]), .muted)]
      ).draw(into: &frame, rect, context: context)
    }
    ListRows(
      specs: groupSpecs, count: groups.count,
      selected: npsSection == .groups ? npsSelected(.groups) : nil, top: npsTop(.groups),
      row: { groupCells(groups[$0], figures, context) }
    ).draw(
      into: &frame, head: rect.line(0), rows: NPSLayout.list(of: .groups, in: rect), context: context
    ) { .npsRow(.groups, $0) }
  }

  func npsTop(_ section: NPSSection) -> Int {
    section == .words && nps.held == nil ? 0 : nps.places[section]?.scroll.top ?? 0
  }

  // MARK: Topics

  var topicSpecs: [ColumnSpec] {
    func number(_ phrase: Phrase, _ columns: Int, _ importance: Int) -> ColumnSpec {
      let title = language.text(phrase)
      return ColumnSpec(
        title, alignment: .right, minimum: max(columns, title.cellWidth),
        ideal: max(columns, title.cellWidth),
        importance: importance)
    }
    return [
      ColumnSpec(language.text(.npsColumnTopic), minimum: 10, ideal: 18, weight: 1, importance: 100),
      number(.npsColumnAnswers, 5, 99), number(.npsColumnMean, 4, 98), number(.npsColumnShare, 5, 96),
      number(.npsColumnChange, 8, 97), number(.npsColumnComplaints, 5, 95), number(.npsColumnFix, 10, 94),
    ]
  }

  func topicCells(_ topic: TopicFigures, _ context: ViewContext) -> [ListCell] {
    let change = topic.change
    let isFirm = change.map { $0.pValue < 0.05 } ?? false
    return [
      .text(language.text(topic.name), topic.topic == nil ? .muted : .text),
      .text(context.number(topic.mentions), .number),
      .text(
        topic.meanScore.map { context.language.number($0, decimals: 1) } ?? "–",
        topic.meanScore == nil ? .muted : .number),
      .text(topic.share.rate.map { language.percent($0) } ?? "–", .number),
      // A change that may be chance stands in brackets.
      .text(
        change.map {
          let text = context.change(points: $0.difference * 100, decimals: 1)
          return isFirm ? text : "(\(text))"
        } ?? "–", isFirm ? .text : .muted),
      .text(topic.complaints == 0 ? "–" : context.number(topic.complaints), .number),
      .text(topic.fix.map { language.date($0.day) } ?? "", .date),
    ]
  }

  func drawTopics(into frame: inout Frame, _ rect: Rect, _ figures: NPSFigures, _ context: ViewContext) {
    let topics = figures.satisfaction.topics
    if topics.isEmpty {
      return NoticeView(lines: [(context.text(.npsNoTopics), .heading)])
        .draw(into: &frame, rect, context: context)
    }
    let list = NPSLayout.list(of: .topics, in: rect)
    let selected = npsSelected(.topics)
    ListRows(
      specs: topicSpecs, count: topics.count,
      selected: npsSection == .topics ? selected : nil, top: npsTop(.topics),
      row: { topicCells(topics[$0], context) }
    ).draw(into: &frame, head: rect.line(0), rows: list, context: context) { .npsRow(.topics, $0) }
    let foot = rect.split(bottom: NPSLayout.footRows(of: .topics, in: rect)).bottom
    guard !foot.isEmpty, let selected else { return }
    for (index, line) in fixLines(topics[selected], context).prefix(foot.rows).enumerated() {
      line.draw(into: &frame.grid, foot.line(index).inset(left: 2, right: 2), look: look)
    }
  }

  /// Before and after the fix of a topic, each with its interval.
  func fixLines(_ topic: TopicFigures, _ context: ViewContext) -> [Line] {
    let name = language.text(topic.name)
    guard let fix = topic.fix else {
      return [
        .heading(name), Line(context.text(.npsNoFix, ["key": keyLabel(.npsFix)]), .muted),
      ]
    }
    let scores = fix.after.score.score.flatMap { after in
      fix.before.score.score.map { context.compared(after, $0) }
    }
    func side(_ title: Phrase, _ side: FixFigures.Side, _ score: String?) -> Line {
      let share = side.share.rate.map { language.percent($0, decimals: 1) } ?? "–"
      return Line([
        Piece(context.text(title), .label, width: 8),
        Piece(context.text(.npsFixShare, ["share": share]), .text),
        Piece(" " + context.shares(side.share.interval()), .muted),
        Piece("  NPS ", .label),
        Piece(score ?? side.score.score.map { context.points(score: $0) } ?? "–", .heading),
        Piece(" " + context.interval(side.score.interval()), .muted),
        Piece("  " + context.text(.npsCount, ["count": side.score.responses]), .muted),
      ])
    }
    var lines: [Line] = [
      .heading(
        name,
        right: [Piece(context.text(.npsFixSince, ["date": language.date(fix.day)]), .date)]),
      side(.npsFixBefore, fix.before, scores?.earlier), side(.npsFixAfter, fix.after, scores?.later),
    ]
    if let change = fix.score, let scores {
      lines.append(
        Line([
          Piece("NPS ", .label), Piece(scores.change, .heading),
          Piece(" " + context.interval(change.interval()), .muted),
          Piece(
            "  "
              + context.text(
                change.pValue < 0.05 ? .npsMoreThanChance : .npsMayBeChance,
                ["p": context.probability(change.pValue)]), .muted),
        ]))
    }
    return lines
  }
}
