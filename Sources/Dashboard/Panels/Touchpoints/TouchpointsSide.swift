import Canvas
import Community
import Loyalty
import Reports
import Texts

/// What stands beside the lists: the matrix of rules, the cadence, the accounts, and the selected member's.
struct TouchpointsSide {
  var figures: TouchpointFigures
  var state: DashboardState
  var context: ViewContext

  private var calendar: TouchpointCalendar { figures.calendar }
  private var language: Language { context.language }
  private var look: Look { context.look }
  private var words: AccountWords { AccountWords(language: language, zone: context.zone) }

  // MARK: One row

  /// What is to be said and given, and how the member stands.
  func detail(_ row: TouchpointRow, columns: Int) -> [Line] {
    var lines: [Line] = []
    if let place = row.rule {
      let rule = calendar.rules[place]
      let benefit = language.text(rule.benefit)
      lines.append(
        Line(
          [Piece(language.text(rule.name), .heading)]
            + (benefit.isEmpty ? [] : [Piece("  " + benefit, .badge)]),
          right: [Piece(words.signed(rule.value), .positive)]))
      lines += Line.paragraph(language.text(rule.text), .text, columns: columns, limit: 2)
    } else {
      lines.append(
        Line(
          [Piece(figures.roster.name(of: row.member) ?? figures.id(row.member), .heading)],
          right: [Piece(figures.id(row.member), .link)]))
    }
    if row.isFolded {
      let cost = row.rule.map { calendar.rules[$0].cost } ?? 0
      var words = context.text(.touchpointsMembers, ["count": row.members])
      if cost > 0 { words += " · \(context.money(units: cost * Double(row.members)))" }
      return lines + [Line([Piece(words, .muted)], right: [Piece(context.text(.touchpointsOneKey), .muted)])]
    }
    let log = state.recall.figures?.board.log
    let first = figures.roster.answersFirst(row.member, log?.state(of: row.member) ?? DecisionState())
    if let flag = first.first {
      let words = context.text(.answerFirstWords, ["what": flag.text(in: language)])
      lines = lines.prefix(1) + Line.paragraph(words, .warning, columns: columns) + lines.dropFirst()
    }
    return lines + [standing(row.member)]
  }

  /// Stage, band and last touch in one line.
  private func standing(_ member: Member.Index) -> Line {
    var parts: [String] = []
    if let stage = figures.roster.measures?.lifecycle.stage(member) {
      parts.append(language.word(stage.id, of: .stage))
    }
    if let band = figures.account?.band(member) { parts.append(language.word(band.id, of: .band)) }
    if let touch = figures.account?.lastTouch(member) {
      parts.append("\(context.text(.accountTouched)) \(context.ago(touch))")
    }
    return Line(
      [Piece(parts.joined(separator: " · "), .muted)], right: [Piece(figures.id(member), .link)])
  }

  // MARK: The matrix

  /// Rules by tiers: due, done and missed. Tiers have room in the panel's own part; beside the lists stands how much
  /// of each rule was kept.
  private func matrix(isBeside: Bool) -> NumberMatrix {
    let tiers = calendar.tiers.count > 1 && !isBeside ? Array(calendar.tiers.indices) : []
    let hasShares = tiers.isEmpty
    func entry(_ counts: OccasionCounts) -> NumberMatrix.Entry {
      if counts == OccasionCounts() { return NumberMatrix.Entry("·", role: .muted) }
      let numbers = [counts.due, counts.done, counts.missed].map { language.compact(Double($0)) }
      return NumberMatrix.Entry(
        numbers.joined(separator: "/"),
        role: counts.due > 0 ? .heading : counts.missed > counts.done ? .warning : .number)
    }
    func share(_ counts: OccasionCounts) -> NumberMatrix.Entry {
      let total = counts.done + counts.missed
      guard total > 0 else { return NumberMatrix.Entry("", role: .muted) }
      let cells = 6
      let filled = Int((Double(counts.done) / Double(total) * Double(cells)).rounded())
      let full = look.glyphs.patterns.first ?? look.glyphs.mark
      let bar =
        String(repeating: Character(full.base), count: filled)
        + String(repeating: "·", count: cells - filled)
      return NumberMatrix.Entry(bar, role: .positive)
    }
    return NumberMatrix(
      rowHeads: calendar.rules.map { language.text($0.name) },
      columnHeads: [context.text(.touchpointsAll)] + (hasShares ? [context.text(.touchpointsKept)] : [])
        + tiers.map { tierName(calendar.tiers[$0]) },
      entries: calendar.rules.indices.map { place in
        guard calendar.isKnown(place) else {
          return [NumberMatrix.Entry(context.text(.touchpointUnknown), role: .muted)]
        }
        let counts = calendar.counts(place)
        return [entry(counts)] + (hasShares ? [share(counts)] : [])
          + tiers.map { entry(calendar.matrix[place][$0]) }
      }, corner: context.text(.touchpointsCorner), marked: state.touchpointRow?.rule)
  }

  /// The tier's name; its id where the programme has no such tier any more.
  private func tierName(_ id: String?) -> String {
    guard let id else { return context.text(.touchpointNoTier) }
    let tiers = figures.roster.community.program.tiers.tiers
    return tiers.first { $0.id == id }.map { language.text($0.name) } ?? id
  }

  func drawCalendar(into frame: inout Frame, _ rect: Rect, isBeside: Bool) {
    var rest = rect
    func put(_ line: Line) {
      line.draw(into: &frame.grid, rest.line(0), look: look)
      rest = rest.inset(top: 1)
    }
    put(.heading(context.text(.touchpointMatrixTitle, ["days": TouchpointCalendar.windowDays])))
    var lines = cadenceLines + [.blank] + doneToday
    for problem in calendar.problems {
      lines += Line.paragraph(problem.text(in: language), .warning, columns: rest.columns, limit: 2)
    }
    // Where it's narrow blank lines give way before anything that says something.
    let isTight = calendar.rules.count + lines.count + 3 > rest.rows
    if isTight { lines.remove(at: cadenceLines.count) }
    let rows = min(calendar.rules.count + 1, max(0, rest.rows - (cadenceLines.count + 2)))
    matrix(isBeside: isBeside).draw(
      into: &frame.grid, Rect(column: rest.column, row: rest.row, columns: rest.columns, rows: rows),
      look: look)
    rest = rest.inset(top: isTight ? rows : rows + 1)
    guard rest.rows > 0 else { return }
    put(.heading(context.text(.touchpointCadenceTitle)))
    for line in lines.fitting(rest.rows, context) { put(line) }
  }

  /// Slot by slot, whether its periods were kept.
  private var cadenceLines: [Line] {
    calendar.cadence.map { cadence in
      let periods = cadence.periods.suffix(15)
      let glyphs = look.glyphs
      let strip = String(
        periods.map { Character(($0.isKept ? glyphs.tick : glyphs.cross).base) })
      let isKept = cadence.periods.last?.isKept ?? false
      return Line(
        [Piece(language.text(cadence.slot.name), .label)],
        right: [
          Piece(strip, isKept ? .positive : .muted),
          Piece("\(cadence.kept)/\(cadence.over)", .number, width: 7, .right),
        ])
    }
  }

  /// What was touched and skipped today, and by whom.
  private var doneToday: [Line] {
    guard let recall = state.recall.figures else { return [] }
    var counts: [Symbol: (touched: Int, skipped: Int)] = [:]
    for line in recall.today where line.undo == nil {
      switch line.decision.action {
      case .touch: counts[line.decision.manager, default: (0, 0)].touched += 1
      case .skip: counts[line.decision.manager, default: (0, 0)].skipped += 1
      default: break
      }
    }
    let managers = counts.map { (name: recall.community.symbols[$0.key], counts: $0.value) }
      .sorted { ($1.counts.touched, $0.name) < ($0.counts.touched, $1.name) }
    if managers.isEmpty { return [Line(context.text(.touchpointsNoneToday), .muted)] }
    return managers.map { manager in
      Line(
        [Piece(manager.name, .label)],
        right: [
          Piece(
            context.text(
              .touchpointsDoneBy, ["touched": manager.counts.touched, "skipped": manager.counts.skipped]),
            .number)
        ])
    }
  }

  /// For plain output.
  var calendarLines: [Line] {
    var lines = [
      Line(context.text(.touchpointMatrixTitle, ["days": TouchpointCalendar.windowDays]), .heading)
    ]
    for (place, rule) in calendar.rules.enumerated() {
      let name = language.text(rule.name)
      guard calendar.isKnown(place) else {
        lines.append(Line("\(name): \(context.text(.touchpointUnknown))"))
        continue
      }
      let counts = calendar.counts(place)
      let fields: [(Phrase, Int)] = [
        (.touchpointDue, counts.due), (.touchpointDone, counts.done), (.touchpointMissed, counts.missed),
        (.touchpointSkipped, counts.skipped), (.touchpointWaiting, counts.waiting),
      ]
      let words = fields.map { "\(context.text($0.0)) \(context.number($0.1))" }
      lines.append(Line("\(name): \(words.joined(separator: ", "))"))
    }
    lines.append(.blank)
    lines.append(Line(context.text(.touchpointCadenceTitle), .heading))
    for cadence in calendar.cadence {
      lines.append(Line("\(language.text(cadence.slot.name)): \(cadence.kept)/\(cadence.over)"))
    }
    lines += doneToday
    for problem in calendar.problems { lines.append(Line(problem.text(in: language).painted, .warning)) }
    return lines
  }

  // MARK: The accounts

  func drawAccounts(into frame: inout Frame, _ rect: Rect) {
    guard let account = figures.account else {
      return Line(context.text(.accountPending), .muted).draw(
        into: &frame.grid, rect.line(0), look: look)
    }
    Line.heading(context.text(.touchpointsBalances)).draw(into: &frame.grid, rect.line(0), look: look)
    let bands = AccountBand.allCases
    let total = max(1, account.summary.members)
    let chart = BarChart(
      items: bands.map { band in
        let count = account.summary.members(in: band)
        return ChartItem(
          label: language.word(band.id, of: .band), value: Double(count),
          text: "\(language.number(count)) \(language.percent(Double(count) / Double(total)))",
          role: band.role)
      })
    let body = rect.inset(top: 1)
    chart.draw(
      into: &frame.grid,
      Rect(column: body.column, row: body.row, columns: body.columns, rows: min(body.rows, bands.count)),
      look: look)
    let rest = body.inset(top: bands.count)
    for (index, line) in accountFacts(columns: rest.columns).fitting(rest.rows, context).enumerated() {
      line.draw(into: &frame.grid, rest.line(index), look: look)
    }
  }

  private func accountFacts(columns: Int) -> [Line] {
    guard let account = figures.account else { return [] }
    let summary = account.summary
    let rules = account.rules
    func fact(_ title: String, _ text: String) -> [Line] {
      let line = Line([Piece(title, .label)], right: [Piece(text, .number)])
      if line.columns <= columns { return [line] }
      return [Line(title, .label)] + Line.paragraph(text, .number, columns: columns, indent: 2)
    }
    let mean = summary.balance / Double(max(1, summary.members))
    var lines = fact(context.text(.accountMean), words.signed(mean))
    lines += fact(
      context.text(.accountRepair, ["days": rules.repairDays]),
      words.repair(summary.repairs, window: rules.reportDays))
    lines += fact(
      context.text(.accountDelights, ["count": summary.delightCount, "days": rules.reportDays]), "")
    lines += fact(
      context.text(.accountClasses),
      AccountClass.allCases.map { "\(words.accountClass($0)) \(words.signed(summary.left($0)))" }
        .joined(separator: " · "))
    if let check = summary.check { lines += fact(context.text(.accountCheck), words.check(check)) }
    let unknown = summary.unknownKinds.kinds + summary.unknownKinds.rules
    if !unknown.isEmpty {
      let list = unknown.prefix(5).map { "\($0.word) (\(context.number($0.count)))" }
      lines += Line.paragraph(
        "\(context.text(.accountUnknownKinds)): \(list.joined(separator: ", "))", .warning, columns: columns)
    }
    return lines
  }

  /// For plain output.
  func accountLines(columns: Int) -> [Line] {
    guard let account = figures.account else { return [Line(context.text(.accountPending), .muted)] }
    return [Line(context.text(.touchpointsBalances), .heading)]
      + AccountBand.allCases.map {
        Line("\(language.word($0.id, of: .band)) \(context.number(account.summary.members(in: $0)))")
      } + accountFacts(columns: columns)
  }

  // MARK: The member

  func drawMember(_ member: Member.Index, into frame: inout Frame, _ rect: Rect) {
    let title = figures.roster.name(of: member) ?? figures.id(member)
    Line.heading(title, right: [Piece(figures.id(member), .link)])
      .draw(into: &frame.grid, rect.line(0), look: look)
    let body = rect.inset(top: 1)
    frame.want(DetailWish(member: member))
    guard let content = state.cardContent(of: member, context) else { return }
    for (index, line) in content.account(columns: body.columns)[0..<body.rows].enumerated() {
      line.draw(into: &frame.grid, body.line(index), look: look)
    }
  }
}

extension AccountBand {
  var role: Role {
    switch self {
    case .overdrawn: .negative
    case .thin: .muted
    case .warm: .series3
    case .deep: .positive
    }
  }
}
