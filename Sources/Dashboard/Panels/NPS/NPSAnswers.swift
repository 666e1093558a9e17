import Canvas
import Community
import Journal
import Loyalty
import Reports
import Texts

extension DashboardState {
  // MARK: One answer

  /// Who gave an answer; the name as the programme shows names.
  func giver(_ answer: SurveyAnswer) -> (text: String, role: Role) {
    guard let shown = data.shown, let member = answer.member else {
      return (language.text(.npsAnonymous), .muted)
    }
    return (shown.roster.name(of: member) ?? shown.community.members.id(member), .text)
  }

  /// The tier of whoever gave it, as of now; the stage while tiers aren't known.
  func standing(_ answer: SurveyAnswer) -> String {
    guard let measures = data.shown?.roster.measures, let member = answer.member else { return "" }
    if let tiers = measures.tiers {
      return tiers.tier(member).map { language.name(ofTier: $0, tiers.rules) } ?? ""
    }
    return measures.lifecycle.stage(member).map { language.word($0.id, of: .stage) } ?? ""
  }

  private var standingTitle: Phrase {
    data.shown?.roster.measures?.tiers == nil ? .npsByStage : .npsByTier
  }

  func words(_ answer: SurveyAnswer) -> (text: String, role: Role) {
    guard let shown = data.shown, let words = answer.words(in: shown.community) else {
      return (language.text(.npsWordless), .muted)
    }
    return (words.split(whereSeparator: \.isNewline).joined(separator: " "), .text)
  }

  func channel(_ answer: SurveyAnswer) -> String {
    data.shown.flatMap { answer.channel(in: $0.community) } ?? ""
  }

  // MARK: Words

  private var wordSpecs: [ColumnSpec] {
    [
      ColumnSpec(
        language.text(.npsColumnGiven), alignment: .right, minimum: 5, ideal: 5, importance: 100),
      ColumnSpec(language.text(.npsColumnWho), minimum: 8, ideal: 12, importance: 98),
      ColumnSpec(language.text(standingTitle).headed, minimum: 8, ideal: 10, importance: 80),
      ColumnSpec(language.text(.npsByChannel).headed, minimum: 8, ideal: 8, importance: 85),
      ColumnSpec(language.text(.npsColumnWords), minimum: 12, ideal: 30, weight: 1, importance: 99),
      ColumnSpec(
        language.text(.npsColumnAge), alignment: .right, minimum: 7, ideal: 7, importance: 97),
    ]
  }

  private func wordCells(_ answer: SurveyAnswer, _ context: ViewContext) -> [ListCell] {
    let (who, whoRole) = giver(answer)
    let (said, saidRole) = words(answer)
    return [
      .text(context.given(answer), context.role(answer)), .text(who, whoRole),
      .text(standing(answer), .muted), .text(channel(answer), .muted),
      .text(pendingWords(answer).map { "\($0) \(said)" } ?? said, saidRole),
      .text(context.age(answer.at), .muted),
    ]
  }

  /// What was decided about an answer and isn't in the figures yet.
  private func pendingWords(_ answer: SurveyAnswer) -> String? {
    guard let pending = decisions.answers[answer.row] else { return nil }
    let sign =
      pending.writtenID == nil
      ? "\(Character(look.glyphs.ellipsis.base))" : "\(Character(look.glyphs.tick.base))"
    return "[\(language.text(pending.action.title)) \(sign)]"
  }

  func drawWords(into frame: inout Frame, _ rect: Rect, _ context: ViewContext) {
    let answers = npsAnswers
    if answers.isEmpty {
      return NoticeView(lines: [(context.text(.npsNoWords), .heading)])
        .draw(into: &frame, rect, context: context)
    }
    let isFocused = npsSection == .words
    let selected = isFocused ? npsSelected(.words) : nil
    ListRows(
      specs: wordSpecs, count: answers.count, selected: selected, top: npsTop(.words),
      row: { wordCells(answers[$0], context) }
    ).draw(
      into: &frame, head: rect.line(0), rows: NPSLayout.list(of: .words, in: rect), context: context
    ) { .npsRow(.words, $0) }
    drawFoot(selected.map { answers[$0] } ?? answers[0], into: &frame, rect, .words, context)
  }

  /// How the words come in just now.
  func wordsStatus(_ context: ViewContext) -> Piece {
    guard let held = nps.held, let first = held.first, let figures = nps.figures else {
      return Piece(context.text(.npsFollowing), .muted)
    }
    let key = keyLabel(.moveFirst)
    let count = figures.count(since: first).map { $0 }
    let text = count.map { context.number($0) } ?? "\(NPSFigures.limit)+"
    return Piece(context.text(.npsNewAbove, ["number": text, "key": key]), .message)
  }

  /// A whole answer below its list: who, when, and all the words.
  private func drawFoot(
    _ answer: SurveyAnswer, into frame: inout Frame, _ rect: Rect, _ section: NPSSection,
    _ context: ViewContext
  ) {
    let foot = rect.split(bottom: NPSLayout.footRows(of: section, in: rect)).bottom
      .inset(left: 2, right: 2)
    guard !foot.isEmpty else { return }
    let (who, _) = giver(answer)
    let places = [standing(answer), channel(answer)].filter { !$0.isEmpty }
    Line.heading(
      ([context.given(answer), who] + places).joined(separator: " · "),
      right: [Piece(language.dateAndTime(answer.at, in: zone), .date)]
    ).draw(into: &frame.grid, foot.line(0), look: look)
    let (said, role) = words(answer)
    for (index, line) in said.lines(of: foot.columns, limit: foot.rows - 1).enumerated() {
      frame.grid.put(line, in: foot.line(index + 1), style: look[role])
    }
  }

  // MARK: To answer

  private var loopSpecs: [ColumnSpec] {
    var specs = wordSpecs
    let age = specs.removeLast()
    specs.insert(age, at: 0)
    specs.append(ColumnSpec("", minimum: 8, ideal: 12, importance: 90))
    return specs
  }

  private func loopCells(_ answer: SurveyAnswer, _ context: ViewContext) -> [ListCell] {
    var cells = wordCells(answer, context)
    let age = cells.removeLast()
    cells.insert(age, at: 0)
    let taken = answer.member.flatMap { self.claim(of: $0) }
    let words = taken.map {
      context.text(.recallClaimedBy, ["manager": data.shown?.community.symbols[$0.manager] ?? ""])
    }
    return cells + [.text(words ?? "", .badge)]
  }

  func loopSummary(_ figures: NPSFigures, _ context: ViewContext) -> [Piece] {
    let satisfaction = figures.satisfaction
    var pieces = [Piece(context.text(.npsOpenCount, ["count": satisfaction.openDetractors]), .heading)]
    let late = satisfaction.openDetractors(waitingHours: 24)
    if late > 0 { pieces.append(Piece(" · " + context.text(.npsLate, ["count": late]), .warning)) }
    if let seconds = satisfaction.medianSecondsToAction {
      let time = language.duration(seconds: Double(seconds))
      pieces.append(Piece(" · " + context.text(.npsMedianAnswer, ["time": time]), .muted))
    }
    return pieces
  }

  func drawLoop(into frame: inout Frame, _ rect: Rect, _ figures: NPSFigures, _ context: ViewContext) {
    Line(loopSummary(figures, context))
      .draw(into: &frame.grid, rect.line(0).inset(left: 2, right: 2), look: look)
    if figures.open.isEmpty {
      return NoticeView(lines: [(context.text(.npsNothingOpen), .heading)])
        .draw(into: &frame, rect.inset(top: 1), context: context)
    }
    let selected = npsSelected(.loop)
    ListRows(
      specs: loopSpecs, count: figures.open.count, selected: npsSection == .loop ? selected : nil,
      top: npsTop(.loop),
      row: { loopCells(figures.open[$0], context) }
    ).draw(
      into: &frame, head: rect.line(1), rows: NPSLayout.list(of: .loop, in: rect), context: context
    ) { .npsRow(.loop, $0) }
    if let selected { drawFoot(figures.open[selected], into: &frame, rect, .loop, context) }
  }

  // MARK: Over the panel

  func answerList(
    _ topic: AnswerTopic, _ answers: [SurveyAnswer], _ scroll: ScrollState, _ context: ViewContext
  ) -> ListOverlay {
    ListOverlay(
      title: context.text(.npsTopicAnswers, ["topic": language.text(topic.name)]), count: answers.count,
      row: { index in
        let answer = answers[index]
        return ListOverlay.Row(
          line: Line(
            [
              Piece(context.given(answer), context.role(answer), width: 6),
              Piece(giver(answer).text, giver(answer).role, width: 14), Piece(words(answer).text),
            ], right: [Piece(context.age(answer.at), .muted)]))
      }, scroll: scroll, empty: context.text(.npsNoWords),
      hints: [hint("Enter", .hintOpen), hint("Esc", .hintClose)], columns: 110)
  }

  func npsPromptSheet(_ prompt: NPSPrompt, _ context: ViewContext) -> ListOverlay {
    let (title, sign, words): (String, Phrase, String)
    switch prompt.kind {
    case .note: (title, sign, words) = (context.text(.decisionNote), .recallAskNote, aboutWhom)
    case .close: (title, sign, words) = (context.text(.decisionClose), .npsAskClose, aboutWhom)
    case .fix(let id):
      let topic = nps.figures?.satisfaction.topics.first { $0.id == id }
      title = "\(context.text(.decisionFix)): \(topic.map { language.text($0.name) } ?? id)"
      (sign, words) = (.npsAskFix, context.text(.npsFixHelp))
    case .filter:
      title = context.text(Command.of(.npsFilter).title)
      (sign, words) = (
        .npsFilterSign, prompt.problem?.text(in: language) ?? context.text(.npsFilterPlaceholder)
      )
    }
    return ListOverlay(
      title: title,
      input: InputLine(
        sign: context.text(sign), line: prompt.line, isWrong: prompt.problem != nil), count: 0,
      row: { _ in ListOverlay.Row(line: .blank) }, hasSelection: false, empty: words,
      hints: [hint("Enter", .hintApply), hint("Esc", .hintCancel)], columns: 60)
  }

  private var aboutWhom: String {
    npsAnswer.map { "\(viewContext.given($0)) \(giver($0).text): \(words($0).text)" } ?? ""
  }
}
