import Canvas
import Community
import Loyalty
import Screen
import Texts

/// What lies over the panel.
enum TouchpointOverlay: ListedOverlay {
  /// Why an occasion is let pass; nothing need be typed.
  case skip(LineEditor)
  case snooze(LineEditor)
  /// All marked rows, before anything is decided about them.
  case confirm(TouchAction)

  func list(_ state: DashboardState, _ context: ViewContext) -> ListOverlay {
    state.touchpointSheet(self, context)
  }

  var escapeTitle: Phrase { .hintCancel }

  func press(_ key: Key, in state: inout DashboardState) { state.press(key, in: self) }

  func paste(_ text: String, in state: inout DashboardState) { state.paste(text, into: self) }
}

extension DashboardState {
  func touchpointSheet(_ overlay: TouchpointOverlay, _ context: ViewContext) -> ListOverlay {
    switch overlay {
    case .skip(let line):
      return ListOverlay(
        title: context.text(.decisionSkip),
        input: InputLine(sign: context.text(.touchpointsReasonOptional), line: line), count: 0,
        row: { _ in ListOverlay.Row(line: .blank) }, hasSelection: false, empty: touchpointWhom(context),
        hints: [hint("Enter", .hintApply), hint("Esc", .hintCancel)], columns: 56)
    case .snooze(let line):
      return ListOverlay(
        title: context.text(.decisionSnooze),
        input: InputLine(sign: context.text(.recallAskDays), line: line), count: 0,
        row: { _ in ListOverlay.Row(line: .blank) }, hasSelection: false, empty: touchpointWhom(context),
        hints: [hint("Enter", .hintApply), hint("Esc", .hintCancel)], columns: 56)
    case .confirm(let action):
      let title = context.text(action.title)
      return ListOverlay(
        title: title, count: 1,
        row: { _ in
          ListOverlay.Row(
            line: Line(
              context.text(.touchpointsConfirm, ["what": title, "count": touchpointTargetCount])))
        }, hasSelection: false, hints: [hint("y", .hintApply), hint("n", .hintCancel)], columns: 56)
    }
  }

  /// About whom is decided.
  func touchpointWhom(_ context: ViewContext) -> String {
    if !touchpoints.marks.isEmpty {
      return context.text(.touchpointsMarked, ["count": touchpointTargetCount])
    }
    guard let row = touchpointRow, let figures = touchpoints.figures else { return "" }
    let name =
      row.isFolded
      ? context.text(.touchpointsMembers, ["count": row.members])
      : figures.roster.name(of: row.member) ?? figures.id(row.member)
    return [name, row.rule.map { language.text(figures.calendar.rules[$0].name) } ?? ""]
      .filter { !$0.isEmpty }.joined(separator: " · ")
  }
}

extension TouchAction {
  var title: Phrase {
    switch self {
    case .touch: .decisionTouch
    case .skip: .decisionSkip
    case .snooze: .decisionSnooze
    case .hand: .decisionHand
    }
  }
}
