import Community
import JSONTape
import Loyalty

/// How the table was left: what the next opening begins with. It always begins at the Overview.
struct Opening: Hashable, Sendable {
  var order: MemberOrder
  var columns: [MemberColumn]

  init(order: MemberOrder, columns: [MemberColumn]) {
    self.order = order
    self.columns = columns
  }

  init(_ state: DashboardState) {
    self.init(order: state.members.order, columns: state.members.columns)
  }

  /// The opening in a file; nil where there's none that can be read.
  init?(path: String) {
    guard let bytes = try? WholeFile.read(path), let value = try? JSONValue(parsing: bytes),
      let view = SavedView(.object((value.fields ?? []) + [.init("name", ""), .init("filter", "")]))
    else { return nil }
    self.init(order: view.order, columns: view.columns)
  }

  func write(to path: String) throws(FileProblem) {
    let value: JSONValue = [
      "sort": .string(order.column.id),
      "direction": .string(order.direction.rawValue), "columns": .array(columns.map { .string($0.id) }),
    ]
    try WholeFile.write(Array((value.text(indentation: 2) + "\n").utf8), to: path)
  }

  func apply(to state: inout DashboardState) {
    state.members.order = order
    state.members.columns = columns
  }
}
