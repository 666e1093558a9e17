import Canvas
import Texts

extension DashboardState {
  /// What is asked before thresholds are written to the programme.
  func saveTiersSheet(_ context: ViewContext) -> ListOverlay {
    let lines = [
      Line(context.text(.tiersSaveTitle)),
      Line(context.text(.tiersSaveKept), .muted),
    ]
    return ListOverlay(
      title: context.text(.tiersWhatIf), count: lines.count, row: { ListOverlay.Row(line: lines[$0]) },
      hasSelection: false, hints: [hint("y", .hintApply), hint("n", .hintCancel)], columns: 60)
  }
}
