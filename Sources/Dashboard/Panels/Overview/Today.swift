import Community
import Loyalty

/// What may need a person today, in the order of the Overview's list. Each panel that knows of something has a case, and
/// a `TodaySource` that words it.
package enum TodayKind: String, CaseIterable, Hashable, Sendable {
  case recalls, detractors, birthdays, touchpoints, overdrawn, score

  var source: TodaySource {
    switch self {
    case .recalls: .recalls
    case .detractors: .detractors
    case .birthdays: .birthdays
    case .touchpoints: .touchpoints
    case .overdrawn: .overdrawn
    case .score: .score
    }
  }
}

/// How a panel tells the Overview what waits in it.
struct TodaySource: Sendable {
  /// What Enter on the line opens.
  var opens: OverviewLine.Opens
  /// The line as of this state; nil where nothing waits or it isn't known yet. It's called for every frame, so it only
  /// words figures that are there.
  var line: @Sendable (DashboardState, ViewContext) -> Line?
}

extension DashboardState {
  /// The list of today: what waits, with its words.
  func today(_ context: ViewContext) -> [(kind: TodayKind, line: Line)] {
    TodayKind.allCases.compactMap { kind in kind.source.line(self, context).map { (kind, $0) } }
  }

  /// Changes what the Overview tells, and keeps its selected line selected, wherever it moves.
  mutating func keepingOverviewLine(_ change: (inout DashboardState) -> Void) {
    let line = overviewLines.indices.contains(overview.selected) ? overviewLines[overview.selected] : nil
    change(&self)
    if let line, let place = overviewLines.firstIndex(of: line) { overview.selected = place }
  }
}
