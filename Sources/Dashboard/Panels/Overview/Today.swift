import Community
import Loyalty

/// The name of something that may need a person today. Each panel that knows of something names it, and words it by a
/// `TodaySource`.
package struct TodayKind: Hashable, Sendable {
  private let name: String

  init(_ name: String) { self.name = name }
}

/// How a panel tells the Overview what waits in it.
struct TodaySource: Sendable {
  var kind: TodayKind
  /// Its place in the Overview's list, smallest first.
  var rank: Int
  /// What Enter on the line does.
  var open: @Sendable (inout DashboardState) -> Void
  /// The line as of this state; nil where nothing waits or it isn't known yet. It's called for every frame, so it only
  /// words figures that are there.
  var line: @Sendable (DashboardState, ViewContext) -> Line?

  init(
    _ kind: TodayKind, rank: Int, open: @escaping @Sendable (inout DashboardState) -> Void,
    line: @escaping @Sendable (DashboardState, ViewContext) -> Line?
  ) {
    self.kind = kind
    self.rank = rank
    self.open = open
    self.line = line
  }

  /// All that the panels know of, in the order of the Overview's list.
  static let all = Panels.all.flatMap { $0.today }.sorted { $0.rank < $1.rank }
}

extension DashboardState {
  /// The list of today: what waits, with its words.
  func today(_ context: ViewContext) -> [(kind: TodayKind, line: Line)] {
    TodaySource.all.compactMap { source in source.line(self, context).map { (source.kind, $0) } }
  }
}
