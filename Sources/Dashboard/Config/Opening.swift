import Community
import JSONTape
import Loyalty

/// How the table was left: what the next opening begins with. It always begins at the Overview.
struct Opening: Hashable, Sendable {
  var order: MemberOrder
  var columns: [MemberColumn]
  /// The folder that was open, and what counted as now when it was left.
  var folder: String?
  var left: Instant?

  init(order: MemberOrder, columns: [MemberColumn]) {
    self.order = order
    self.columns = columns
  }

  init(_ state: DashboardState) {
    self.init(order: state.members.order, columns: state.members.columns)
    folder = state.folder
    left = state.data.shown?.now
  }

  /// The opening in a file; nil where there's none that can be read.
  init?(path: String) {
    guard let bytes = try? WholeFile.read(path), let value = try? JSONValue(parsing: bytes),
      let view = SavedView(.object((value.fields ?? []) + [.init("name", ""), .init("filter", "")]))
    else { return nil }
    self.init(order: view.order, columns: view.columns)
    folder = value["folder"]?.string
    left = value["left"]?.integer.map { Instant(rawValue: $0) }
  }

  /// When a folder was last left; nil where another one was.
  func left(_ folder: String) -> Instant? { folder == self.folder ? left : nil }

  func write(to path: String) throws(FileProblem) {
    let value: JSONValue = [
      "sort": .string(order.column.id),
      "direction": .string(order.direction.rawValue), "columns": .array(columns.map { .string($0.id) }),
      "folder": folder.map { .string($0) } ?? .null, "left": left.map { .integer($0.rawValue) } ?? .null,
    ]
    try WholeFile.write(Array((value.text(indentation: 2) + "\n").utf8), to: path)
  }

  func apply(to state: inout DashboardState) {
    state.members.order = order
    state.members.columns = columns
  }
}
