import JSONTape
import Loyalty

/// The file of saved views.
enum SavedViewsFile {
  /// The views of a file; nil where there's none, or none that can be read.
  static func read(_ path: String) -> [SavedView]? {
    guard let bytes = try? WholeFile.read(path), let value = try? JSONValue(parsing: bytes) else {
      return nil
    }
    return value["views"]?.elements?.compactMap(SavedView.init)
  }

  static func write(_ views: [SavedView], to path: String) throws(FileProblem) {
    let value: JSONValue = .object([.init("views", .array(views.map(\.json)))])
    try WholeFile.write(Array((value.text(indentation: 2) + "\n").utf8), to: path)
  }
}

extension SavedView {
  /// A view as it was written; columns that don't exist any more are left out.
  init?(_ value: JSONValue) {
    guard let name = value["name"]?.string, let filter = value["filter"]?.string else { return nil }
    let columns = value["columns"]?.elements?.compactMap { $0.string.flatMap(MemberColumn.init(id:)) }
    let column = value["sort"]?.string.flatMap(MemberColumn.init(id:))
    let direction = value["direction"]?.string.flatMap(MemberOrder.Direction.init(rawValue:))
    var order = column.map { MemberOrder(by: $0) } ?? .standard
    if let direction { order.direction = direction }
    self.init(
      name: name, filter: filter, order: order,
      columns: columns.flatMap { $0.isEmpty ? nil : $0 } ?? MemberColumn.standard)
  }

  var json: JSONValue {
    [
      "name": .string(name), "filter": .string(filter), "sort": .string(order.column.id),
      "direction": .string(order.direction.rawValue), "columns": .array(columns.map { .string($0.id) }),
    ]
  }
}
