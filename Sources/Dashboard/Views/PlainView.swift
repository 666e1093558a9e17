import Canvas
import Loyalty
import Reports
import Texts

/// A panel as labelled lines, for screen readers, pipes and terminals that can't do more.
package func plainText(_ state: DashboardState) -> String {
  state.plainLines.map { $0 + "\n" }.joined()
}

extension DashboardState {
  fileprivate var plainLines: [String] {
    let context = viewContext
    guard let shown = data.shown else {
      return [programName.painted] + (data.progress?.lines(context) ?? [context.text(.frameNoData)])
    }
    let age = shown.overview.newestEvent.map { context.ago($0) } ?? context.text(.overviewNoEvents)
    let head =
      [
        "\(programName.painted): \(context.text(panel.title))", "\(context.text(.overviewNewest)): \(age)",
      ] + (problemCount > 0 ? [context.text(.problemsBadge, ["count": problemCount])] : []) + [""]
    return head + shownPanel.lines(self, context)
  }
}
