import Community
import JSONTape
import Loyalty

/// How the dashboard was left: what the next opening begins with.
struct Opening: Hashable, Sendable {
  var panel: PanelID
  var order: MemberOrder
  var columns: [MemberColumn]

  init(panel: PanelID, order: MemberOrder, columns: [MemberColumn]) {
    self.panel = panel
    self.order = order
    self.columns = columns
  }

  init(_ state: DashboardState) {
    self.init(panel: state.panel, order: state.members.order, columns: state.members.columns)
  }

  /// The opening in a file; nil where there's none that can be read.
  init?(path: String) {
    guard let bytes = try? WholeFile.read(path), let value = try? JSONValue(parsing: bytes),
      let view = SavedView(.object((value.fields ?? []) + [.init("name", ""), .init("filter", "")]))
    else { return nil }
    let panel = value["panel"]?.string.flatMap(PanelID.init(rawValue:)) ?? .overview
    self.init(panel: panel, order: view.order, columns: view.columns)
  }

  func write(to path: String) throws(FileProblem) {
    let value: JSONValue = [
      "panel": .string(panel.rawValue), "sort": .string(order.column.id),
      "direction": .string(order.direction.rawValue), "columns": .array(columns.map { .string($0.id) }),
    ]
    try WholeFile.write(Array((value.text(indentation: 2) + "\n").utf8), to: path)
  }

  func apply(to state: inout DashboardState) {
    state.panel = panel
    state.members.order = order
    state.members.columns = columns
  }
}
