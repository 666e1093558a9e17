import Screen
import Texts

/// What is asked before thresholds are written to the programme.
struct TiersSaving: ListedOverlay {
  func list(_ state: DashboardState, _ context: ViewContext) -> ListOverlay {
    let lines = [
      Line(context.text(.tiersSaveTitle)),
      Line(context.text(.tiersSaveKept), .muted),
    ]
    return ListOverlay(
      title: context.text(.tiersWhatIf), count: lines.count, row: { ListOverlay.Row(line: lines[$0]) },
      hasSelection: false, hints: [state.hint("y", .hintApply), state.hint("n", .hintCancel)], columns: 60)
  }

  func press(_ key: Key, in state: inout DashboardState) {
    switch key {
    case Key("y"), Key("Y"), Key(.enter):
      state.overlay = nil
      guard let rules = state.tiers.whatIf?.rules else { return }
      state.effects.append(.saveTiers(rules))
    case Key("n"), Key("N"): state.overlay = nil
    default: break
    }
  }
}
