import Canvas
import Community
import Loyalty
import Reports
import Texts

/// What stands beside the queue: the selected member's stake multiplied out, the plays, the decisions of today.
struct RecallSide {
  var figures: RecallFigures
  /// The selected member.
  var member: Member.Index?
  var context: ViewContext

  private var language: Language { context.language }
  private var board: RecallBoard { figures.board }

  func lines(_ tab: RecallTab, columns: Int) -> [Line] {
    switch tab {
    case .member: memberLines(columns)
    case .plays: playLines(columns)
    case .today: todayLines(columns)
    }
  }

  // MARK: The member

  private func memberLines(_ columns: Int) -> [Line] {
    guard let member, let row = board.row(of: member) else {
      return [Line(context.text(.recallNobody), .muted)]
    }
    var lines = [
      Line(
        [Piece(board.roster.name(of: member) ?? context.text(.cardNoName), .heading)],
        right: [Piece(figures.id(member), .link)])
    ]
    let stage = board.measures.lifecycle.stage(member).map { language.word($0.id, of: .stage) }
    lines.append(
      Line(
        [stage, context.text(row.layer.title), context.text(.recallSilent, ["days": row.silence])]
          .compactMap { $0 }.joined(separator: " · "), .muted))
    lines += flagLines(member, columns)
    lines += [.blank, .heading(context.text(.columnAtStake), right: stakePieces(row))]
    lines += stakeLines(row, columns)
    lines += [.blank, .heading(context.text(.columnPlay))] + playLines(row, columns)
    lines += decisionLines(member, columns)
    return lines
  }

  /// What is to be known first: what is owed an answer, then the rest.
  private func flagLines(_ member: Member.Index, _ columns: Int) -> [Line] {
    board.flags(of: member).flatMap { flag in
      let words = flag.text(in: language)
      return flag.isAnsweredFirst
        ? Line.paragraph(context.text(.answerFirstWords, ["what": words]), .warning, columns: columns)
        : Line.paragraph(words, .badge, columns: columns)
    }
  }

  private func stakePieces(_ row: RecallBoard.Row) -> [Piece] {
    [row.stake.map { Piece(context.money(units: $0), .money) } ?? Piece("–", .muted)]
  }

  /// The stake multiplied out in words.
  private func stakeLines(_ row: RecallBoard.Row, _ columns: Int) -> [Line] {
    guard let alive = row.alive, let value = row.valueIfAwake, let stake = row.stake else {
      return Line.paragraph(context.text(.recallStakeUnknown), .muted, columns: columns)
    }
    let factors = [
      language.percent(1 - alive, decimals: 1), context.money(units: value),
      language.percent(row.suggestion.chance, decimals: 1),
    ]
    return [
      Line("\(factors.joined(separator: " × ")) = \(context.money(units: stake))", .number)
    ]
      + Line.paragraph(
        context.text(
          .recallStakeWords,
          [
            "gone": factors[0], "value": factors[1], "chance": factors[2],
            "stake": context.money(units: stake),
          ]), columns: columns)
  }

  private func playLines(_ row: RecallBoard.Row, _ columns: Int) -> [Line] {
    guard let play = row.suggestion.play else {
      return Line.paragraph(context.text(.recallNoPlay), .muted, columns: columns)
    }
    let successes = row.suggestion.successes
    var lines = [
      Line(
        [Piece(language.text(play.name))],
        right: [
          Piece(
            context.text(.recallWoken, ["woken": successes.successes, "count": successes.trials]), .muted)
        ])
    ]
    lines += Line.paragraph(
      context.text(row.suggestion.basis.sentence) + " "
        + context.text(.chanceUplift, ["uplift": language.points(row.suggestion.uplift)]), columns: columns)
    lines += Line.paragraph(language.text(play.words), .muted, columns: columns)
    if row.assignment == .heldOut, let campaign = row.campaign {
      lines += Line.paragraph(
        context.text(.recallHeldOutWords, ["campaign": campaign]), .warning, columns: columns)
    }
    let channels = figures.community.openChannels(of: row.member).map(\.channel)
    if !channels.isEmpty {
      lines.append(
        Line(
          "\(context.text(.recallChannels)) \(language.channels(channels).joined(separator: ", "))", .muted))
    }
    return lines
  }

  private func decisionLines(_ member: Member.Index, _ columns: Int) -> [Line] {
    let state = board.log.state(of: member)
    let decisions = (state.recalls + state.notes + [state.claim, state.hand].compactMap { $0 })
      .sorted { $0.row < $1.row }
    if decisions.isEmpty { return [] }
    return [.blank, .heading(context.text(.recallSoFar))]
      + decisions.reversed().map {
        Line(
          [Piece(language.date($0.at, in: context.zone), .date, width: 11), Piece(words($0))],
          right: [Piece(figures.community.symbols[$0.manager], .muted)])
      }
  }

  /// What was decided, with the play, rule, host or words.
  private func words(_ decision: LoggedDecision) -> String {
    let symbols = figures.community.symbols
    let segment = figures.community[.decisions].segments[decision.row.segment]
    var words = [context.text(decision.action.title)]
    if decision.play != .none { words.append(playName(symbols[decision.play])) }
    if decision.rule != .none { words.append(ruleName(symbols[decision.rule])) }
    if decision.host != .none { words.append(hostName(symbols[decision.host])) }
    // A touch's is the end of its window, which says nothing here.
    if decision.action != .touch, decision.action != .skip, let until = decision.until {
      words.append(language.date(until, in: context.zone))
    }
    for field in [DecisionField.reason, DecisionField.text] {
      if let text = segment.text(field, decision.row.offset) { words.append(text) }
    }
    return words.joined(separator: " · ")
  }

  private func playName(_ id: String) -> String {
    board.outcomes.rules.plays.first { $0.id == id }.map { language.text($0.name) } ?? id
  }

  private func ruleName(_ id: String) -> String {
    let rules = figures.community.program.touchpoints.rules
    return rules.first { $0.id == id }.map { language.text($0.name) } ?? id
  }

  private func hostName(_ id: String) -> String {
    figures.community.hosts.first { $0.id == id }?.name ?? id
  }

  // MARK: Plays

  private func playLines(_ columns: Int) -> [Line] {
    var lines: [Line] = []
    for outcome in figures.plays + [figures.total] {
      if !lines.isEmpty { lines.append(.blank) }
      lines.append(.heading(outcome.play.map(playName) ?? context.text(.recallAllPlays)))
      let words = outcome.uplift.flatMap { language.compared($0) }
      lines.append(group(.recallRecalled, outcome.recalled, words?.later, open: outcome.openRecalls))
      lines.append(group(.recallHeldOut, outcome.heldOut, words?.earlier, open: outcome.openHoldOuts))
      lines += uplift(outcome, words, columns)
      lines += costLines(outcome.cost, outcome.costPerWoken)
    }
    return lines + layerLines()
  }

  /// What the recalls that are over cost, and what one woken member did; nothing where nothing is over.
  private func costLines(_ cost: Double?, _ perWoken: Double?) -> [Line] {
    guard let cost, cost > 0 else { return [] }
    let each = perWoken.map {
      context.text(.recallCostPerWoken, ["cost": context.money(units: $0, decimals: true)])
    }
    return [
      Line(
        [Piece(context.text(.recallCost), .label)],
        right: [
          Piece(context.money(units: cost), .money), Piece(each.map { " · \($0)" } ?? "", .muted),
        ])
    ]
  }

  /// Layers in which recalls are over.
  private func layerLines() -> [Line] {
    let layers = figures.layerOutcomes.filter { $0.recalled.trials + $0.heldOut.trials > 0 }
    if layers.isEmpty { return [] }
    return [.blank, .heading(context.text(.recallLayers))]
      + layers.flatMap { outcome in
        [
          Line(context.text(outcome.layer.title), .heading),
          group(.recallRecalled, outcome.recalled, nil, open: 0),
        ]
          + (outcome.heldOut.trials > 0 ? [group(.recallHeldOut, outcome.heldOut, nil, open: 0)] : [])
          + costLines(outcome.cost, outcome.costPerWoken)
      }
  }

  /// - Parameter rate: in words; nil where the two groups aren't compared.
  private func group(_ title: Phrase, _ group: Proportion, _ rate: String?, open: Int) -> Line {
    var right = context.text(.recallWoken, ["woken": group.successes, "count": group.trials])
    if let rate = rate ?? group.rate.map({ language.percent($0) }) { right = "\(rate) · \(right)" }
    let waiting = open > 0 ? "  " + context.text(.recallOpenWindows, ["count": open]) : ""
    return Line([Piece(context.text(title), .label), Piece(waiting, .muted)], right: [Piece(right)])
  }

  private func uplift(_ outcome: PlayOutcome, _ words: ComparedWords?, _ columns: Int) -> [Line] {
    guard let test = outcome.uplift, let words else {
      return [Line(context.text(.recallNoUplift), .muted)]
    }
    let interval = test.interval()
    let range = language.range(ofPoints: interval, decimals: words.decimals)
    var lines = [
      Line(
        [Piece(context.text(.recallUplift), .label)],
        right: [Piece(words.change, .heading), Piece("  \(range)", .muted)])
    ]
    if !outcome.isHorizonReached, let planned = outcome.planned {
      lines += Line.paragraph(context.text(.recallHorizon, ["count": planned]), .muted, columns: columns)
    }
    if outcome.sampleRatio?.isAlarming == true {
      lines += Line.paragraph(context.text(.recallRatioAlarm), .warning, columns: columns)
    }
    return lines
  }

  // MARK: Today

  /// Decisions listed, whatever many there are.
  private static let shownToday = 200

  private func todayLines(_ columns: Int) -> [Line] {
    if figures.today.isEmpty {
      return Line.paragraph(context.text(.recallNothingToday), .muted, columns: columns)
    }
    let symbols = figures.community.symbols
    let managers = Dictionary(grouping: figures.today.filter { $0.undo == nil }, by: \.decision.manager)
      .map { (name: symbols[$0.key], count: $0.value.count) }
      .sorted { ($1.count, $0.name) < ($0.count, $1.name) }
    let counts = managers.map { "\($0.name) \(context.number($0.count))" }.joined(separator: " · ")
    let more = figures.today.count - Self.shownToday
    return Line.paragraph(counts, .heading, columns: columns)
      + figures.today.prefix(Self.shownToday).map { line in
        let decision = line.decision
        let who = decision.member.map { board.roster.name(of: $0) ?? figures.id($0) } ?? ""
        let words = words(decision)
        return Line(
          [
            Piece(language.time(decision.at, in: context.zone), .date, width: 6),
            Piece(who.isEmpty ? words : "\(who): \(words)", line.undo == nil ? .text : .disabled),
          ],
          right: [Piece(symbols[decision.manager], .muted)])
      }
      + (more > 0 ? [Line(context.text(.linesMore, ["count": more]), .muted)] : [])
  }
}
