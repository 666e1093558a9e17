import Canvas
import Loyalty
import Texts

extension DashboardState {
  /// The plays with the chance that each has with the selected member's layer.
  func playList(_ scroll: ScrollState, _ context: ViewContext) -> ListOverlay {
    let plays = recallPlays
    let board = recall.figures?.board
    let layer = recall.selectedMember.flatMap { recall.figures?.board.layer(of: $0) }
    return ListOverlay(
      title: context.text(.recallPlays), count: plays.count,
      row: { index in
        let play = plays[index]
        let isMeant = layer.map { play.layers.contains($0) } ?? true
        guard let layer, let outcomes = board?.outcomes else {
          return ListOverlay.Row(line: Line([Piece(language.text(play.name))], right: [Piece("–", .number)]))
        }
        let chance =
          outcomes.basis(layer, play.id).sign + language.percent(outcomes.chance(layer, play.id))
        let uplift = language.points(outcomes.uplift(layer, play.id))
        return ListOverlay.Row(
          line: Line(
            [Piece(language.text(play.name), isMeant ? .text : .muted)],
            right: [
              Piece(chance, .number),
              Piece("  " + context.text(.chanceUplift, ["uplift": uplift]), .muted),
            ]))
      }, scroll: scroll, empty: context.text(.recallNoPlay),
      hints: [hint("Enter", .hintChoose), hint("Esc", .hintClose)], columns: 56)
  }

  func promptSheet(_ prompt: RecallPrompt, _ context: ViewContext) -> ListOverlay {
    let (title, sign): (Phrase, Phrase) =
      switch prompt.kind {
      case .snooze: (.decisionSnooze, .recallAskDays)
      case .dismiss: (.decisionDismiss, .recallAskReason)
      case .note: (.decisionNote, .recallAskNote)
      }
    return ListOverlay(
      title: context.text(title), input: InputLine(sign: context.text(sign), line: prompt.line), count: 0,
      row: { _ in ListOverlay.Row(line: .blank) }, hasSelection: false, empty: recallWhom(context),
      hints: [hint("Enter", .hintApply), hint("Esc", .hintCancel)], columns: 56)
  }

  /// About whom is decided.
  func recallWhom(_ context: ViewContext) -> String {
    if !recall.marks.isEmpty { return context.text(.recallMarked, ["count": recall.marks.count]) }
    guard let member = recall.selectedMember, let figures = recall.figures else { return "" }
    return figures.board.roster.name(of: member) ?? figures.id(member)
  }

  func confirmation(_ action: RecallAction, answersFirst: Int, _ context: ViewContext) -> ListOverlay {
    let title: Phrase =
      switch action {
      case .recall: .decisionRecall
      case .snooze: .decisionSnooze
      case .dismiss: .decisionDismiss
      case .claim: .decisionClaim
      case .release: .decisionRelease
      case .hand: .decisionHand
      case .note: .decisionNote
      }
    let question = context.text(.recallConfirm, ["what": context.text(title), "count": recall.marks.count])
    let lines =
      [Line(question)]
      + (answersFirst > 0
        ? [Line(context.text(.answerFirstMarked, ["count": answersFirst]), .warning)] : [])
    return ListOverlay(
      title: context.text(title), count: lines.count, row: { ListOverlay.Row(line: lines[$0]) },
      hasSelection: false, hints: [hint("y", .hintApply), hint("n", .hintCancel)], columns: 56)
  }
}
