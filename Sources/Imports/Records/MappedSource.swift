import Bytes
import Community
import JSONTape

/// Records of JSON that a mapping says all about.
struct MappedSource: RecordSource {
  let name: String
  let plan: Plan
  /// Paths of the arrays that hold records, dotted; the empty one is the document itself.
  let arrays: [String]
  /// Keys in which a record may be wrapped.
  let wrappers: [StaticString]
  /// Whether objects of other kinds are passed over without a word.
  let reportsUnknown: Bool
  private let paths: [[[UInt8]]]
  private let isOfRoot: [Bool]
  /// The plan's tables with the path of their own array.
  private let splits: [[[UInt8]]?]

  init(
    name: String, mapping: Mapping, rules: ImportRules, arrays: [String], wrappers: [StaticString] = [],
    reportsUnknown: Bool = true
  ) {
    self.name = name
    plan = Plan(mapping, rules: rules)
    self.arrays = arrays
    self.wrappers = wrappers
    self.reportsUnknown = reportsUnknown
    isOfRoot = plan.names.map { $0.hasPrefix("$.") }
    paths = plan.names.map { MappedSource.path($0.hasPrefix("$.") ? String($0.dropFirst(2)) : $0) }
    splits = plan.tables.map { $0.split.map(MappedSource.path) }
  }

  private static func path(_ text: String) -> [[UInt8]] {
    text.isEmpty ? [] : text.split(separator: ".").map { Array($0.utf8) }
  }

  func step(_ path: [String]) -> DocumentStep {
    let text = path.joined(separator: ".")
    if arrays.contains(text) { return .split }
    return arrays.contains { $0.hasPrefix(text + ".") || text.isEmpty } ? .descend : .keep
  }

  func map(_ record: TapeValue, _ context: any Sendable, _ place: RecordPlace, into harvest: inout Harvest) {
    guard record.kind == .object else {
      harvest.rejections.add(Rejection(file: place.file, row: place.row, reason: .notARecord))
      return
    }
    if let success = record["success"], success.kind == .false {
      harvest.rejections.add(
        Rejection(
          file: place.file, row: place.row,
          value: (record["message"] ?? record["gw_err_resp"]?["err_msg"])?.idText, reason: .failedAnswer))
      return
    }
    // A page as one line: its arrays are unwrapped here.
    for array in arrays where !array.isEmpty {
      guard let elements = record.value(at: MappedSource.path(array))?.array else { continue }
      for element in elements { mapOne(element, place, &harvest) }
      return
    }
    mapOne(record, place, &harvest)
  }

  private func mapOne(_ record: TapeValue, _ place: RecordPlace, _ harvest: inout Harvest) {
    var record = record
    for wrapper in wrappers { if let inner = record[wrapper], inner.kind == .object { record = inner } }
    guard record.kind == .object else { return }
    var cells = TapeCells(count: plan.names.count)
    var main: TablePlan?
    for (index, table) in plan.tables.enumerated() {
      guard let split = splits[index] else {
        fill(&cells, record, root: record)
        switch cells.withCells({ plan.write(table, $0, place.file, place.row, beside: main, &harvest) }) {
        case .otherKind: break
        case .taken: if main == nil { main = table }
        case .leftOut: return
        }
        continue
      }
      each(record, split[...]) { element in
        fill(&cells, element, root: record)
        _ = cells.withCells { plan.write(table, $0, place.file, place.row, beside: main, &harvest) }
      }
    }
    if main == nil, reportsUnknown {
      harvest.rejections.add(Rejection(file: place.file, row: place.row, reason: .unknownRecord))
    }
  }

  /// The elements of an array within a record, and of arrays within those.
  private func each(_ value: TapeValue, _ path: ArraySlice<[UInt8]>, _ body: (TapeValue) -> Void) {
    if value.kind == .array {
      for element in value.elements { each(element, path, body) }
    } else if let key = path.first {
      if let next = value.value(at: [key]) { each(next, path.dropFirst(), body) }
    } else {
      body(value)
    }
  }

  private func fill(_ cells: inout TapeCells, _ record: TapeValue, root: TapeValue) {
    cells.removeAll()
    for (index, path) in paths.enumerated() {
      if let value = (isOfRoot[index] ? root : record).value(at: path) { cells.set(index, value) }
    }
  }
}

/// Values of a record as cells.
struct TapeCells {
  private var cells: [Cell]
  /// Texts of numbers and lists, kept until the next record.
  private var made: [(index: Int, text: [UInt8])] = []

  init(count: Int) { cells = Array(repeating: Cell(), count: count) }

  mutating func removeAll() {
    for index in cells.indices { cells[index] = Cell() }
    made.removeAll(keepingCapacity: true)
  }

  mutating func set(_ index: Int, _ value: TapeValue) {
    switch value.kind {
    case .string: cells[index] = value.utf8
    case .integer: made.append((index, Array(String(value.integer).utf8)))
    case .unsigned: made.append((index, Array(String(value.unsigned).utf8)))
    case .double:
      let number = value.double
      let isWhole = number == number.rounded() && abs(number) < 1e15
      made.append((index, Array((isWhole ? String(Int64(number)) : "\(number)").utf8)))
    case .true: made.append((index, Array("true".utf8)))
    case .false: made.append((index, Array("false".utf8)))
    case .array:
      let texts = value.elements.compactMap { ($0["tag_name"] ?? $0["name"] ?? $0).idText }
      made.append((index, Array(texts.joined(separator: "\u{1F}").utf8)))
    default: break
    }
  }

  /// The cells as long as `body` runs.
  mutating func withCells<Result>(_ body: (RowCells) -> Result) -> Result {
    var cells = cells
    let arena = made.flatMap(\.text)
    return arena.withView { arena in
      var start = 0
      for (index, text) in made {
        cells[index] = arena.extracting(start..<start + text.count)
        start += text.count
      }
      return cells.withView(body)
    }
  }
}
