import Bytes
import Community

/// What is the same for a whole import: currency, rates, and how times are read.
package struct ImportRules: Hashable, Sendable {
  /// The currency of the folder's money, as ISO 4217 has it.
  package var currency = "CNY"
  /// What one unit of another currency is worth in the folder's, in millionths.
  package var rates: [String: Int64] = [:]

  package init() {}
}

/// A mapping made ready to be run over rows.
struct Plan: Sendable {
  /// The source's fields that are used; rows hand in a cell for each.
  private(set) var names: [String] = []
  private(set) var tables: [TablePlan] = []
  let rules: ImportRules

  init(_ mapping: Mapping, rules: ImportRules) {
    self.rules = rules
    for table in mapping.tables {
      let plan = TablePlan(table)
      plan.compile(table) { name in place(of: name) }
      tables.append(plan)
    }
  }

  private mutating func place(of name: String) -> Int {
    if let place = names.firstIndex(of: name) { return place }
    names.append(name)
    return names.count - 1
  }
}

/// One table of a mapping with its fields found.
///
/// A class, so that rows pass it on without copying. It may be shared between threads: it changes while its plan is made, and
/// never after.
final class TablePlan: @unchecked Sendable {
  /// How one field is made; shared like its table, and never changed after the plan is made.
  final class Operation: @unchecked Sendable {
    let cell: Int
    /// `,"amount":`
    let key: [UInt8]
    let conversion: Conversion
    let isRequired: Bool
    let name: String
    /// The cell that names the currency.
    let currency: Int?
    let isMoney: Bool
    /// Compared before anything is converted; empty where nothing but the empty cell is missing.
    let missing: [[UInt8]]
    /// The cell whose text follows this one's.
    let second: Int?
    /// What is taken where the cell is empty.
    fileprivate(set) var alternatives: [Operation] = []

    fileprivate init(
      cell: Int, key: [UInt8], conversion: Conversion, isRequired: Bool, name: String, currency: Int? = nil,
      isMoney: Bool = false, missing: [[UInt8]] = [], second: Int? = nil
    ) {
      self.cell = cell
      self.key = key
      self.conversion = conversion
      self.isRequired = isRequired
      self.name = name
      self.currency = currency
      self.isMoney = isMoney
      self.missing = missing
      self.second = second
    }
  }

  struct Test: Sendable {
    var cell: Int
    var test: MappingTable.Condition.Test

    func holds(_ cell: Cell) -> Bool {
      switch test {
      case .present: !cell.isEmpty
      case .absent: cell.isEmpty
      case .oneOf(let values): values.contains { value in Cell.equal(cell, value) }
      case .noneOf(let values): !values.contains { value in Cell.equal(cell, value) }
      }
    }
  }

  let feed: Feed
  let split: String?
  let part: String?
  private(set) var id: [Operation] = []
  private(set) var parent: Operation?
  private(set) var operations: [Operation] = []
  /// Objects within the record: `,"consent":{`.
  private(set) var groups: [(key: [UInt8], operations: [Operation], constants: [UInt8])] = []
  private(set) var constants: [UInt8] = []
  private(set) var conditions: [Test] = []
  private(set) var leaveOut: [(test: Test, reason: RejectionReason, removes: Bool)] = []
  private(set) var removal: Test?
  /// Cells that are looked at and not written.
  private(set) var currencyCell: Int?
  private(set) var constantCurrency: String?
  private(set) var statusCell: Int?
  private(set) var testCell: Int?
  /// The source's fields that it uses.
  private(set) var names: Set<String> = []
  /// Its amounts are taken from those of orders.
  private(set) var isRefund = false
  private let prefix: [UInt8]

  fileprivate init(_ table: MappingTable) {
    feed = table.feed
    split = table.split
    part = table.part
    prefix = Array((table.prefix ?? "").utf8)
  }

  fileprivate func compile(_ table: MappingTable, _ place: (String) -> Int) {
    let required = Set(FeedTargets.required(of: feed))
    names = Set(table.fields.filter { $0.to != nil }.map(\.name))
    isRefund = feed == .orders && table.fields.contains { $0.negate }
    var grouped: [(name: String, operations: [Operation])] = []
    for field in table.fields {
      guard let target = field.to, let kind = FeedTargets.kind(of: target, in: feed) else { continue }
      if kind == .control {
        let cell = place(field.name)
        switch target {
        case "currency": currencyCell = cell
        case "status": statusCell = cell
        default: testCell = cell
        }
        continue
      }
      let name = target.split(separator: ".", maxSplits: 1).last.map(String.init) ?? target
      var key = Array(",\"".utf8)
      name.write(to: &key)
      key += Array("\":".utf8)
      let operation = Operation(
        cell: place(field.name), key: key, conversion: conversion(of: field, kind),
        isRequired: required.contains(target),
        name: field.name, currency: field.currency.map(place), isMoney: kind == .money,
        missing: (field.missingValues ?? table.missingValues).filter { !$0.isEmpty }.map { Array($0.utf8) },
        second: field.and.map(place))
      if target == "id", feed != .weather {
        if id.isEmpty { id = [operation] } else { id[0].alternatives.append(operation) }
      } else if target.contains(".") {
        let group = String(target.prefix { $0 != "." })
        if let index = grouped.firstIndex(where: { $0.name == group }) {
          grouped[index].operations.append(operation)
        } else {
          grouped.append((group, [operation]))
        }
      } else if let index = operations.firstIndex(where: { $0.key == key }) {
        operations[index].alternatives.append(operation)
      } else {
        operations.append(operation)
      }
      if target == "refund_of", parent == nil,
        table.split != nil || table.fields.contains(where: { $0.format == "refund" })
      {
        parent = operation
      }
    }
    if id.isEmpty, !table.primaryKey.isEmpty {
      id = table.primaryKey.map { name in
        Operation(
          cell: place(name), key: [], conversion: .id(prefix: [], suffix: []), isRequired: true, name: name)
      }
    }
    if feed == .weather {
      // A day of weather is known by its first two fields.
      let order = ["city", "date"].map { Array(",\"\($0)\":".utf8) }
      operations.sort { (order.firstIndex(of: $0.key) ?? 9) < (order.firstIndex(of: $1.key) ?? 9) }
    }
    readConstants(table, &grouped)
    conditions = table.when.map { Test(cell: place($0.field), test: $0.test) }
    leaveOut = table.leaveOut.map {
      (Test(cell: place($0.when.field), test: $0.when.test), $0.reason, $0.removes)
    }
    removal = table.removeWhen.map { Test(cell: place($0.field), test: $0.test) }
  }

  private func readConstants(
    _ table: MappingTable, _ grouped: inout [(name: String, operations: [Operation])]
  ) {
    var inGroups: [String: [UInt8]] = [:]
    for constant in table.constants {
      if constant.target == "currency" {
        constantCurrency = constant.value
        continue
      }
      let parts = constant.target.split(separator: ".", maxSplits: 1).map(String.init)
      var text = Array(",\"".utf8)
      (parts.last ?? constant.target).write(to: &text)
      text += Array("\":".utf8)
      if constant.isBare {
        text += Array(constant.value.utf8)
      } else {
        text.append(0x22)
        constant.value.write(to: &text)
        text.append(0x22)
      }
      if parts.count == 2 {
        inGroups[parts[0], default: []] += text
        if !grouped.contains(where: { $0.name == parts[0] }) { grouped.append((parts[0], [])) }
      } else {
        constants += text
      }
    }
    groups = grouped.map { name, operations in
      (Array(",\"\(name)\":{".utf8), operations, inGroups[name] ?? [])
    }
  }

  private func conversion(of field: MappedField, _ kind: FeedTargets.Kind) -> Conversion {
    if field.isHashed { return .hashed }
    if !field.values.isEmpty { return .words(field.values) }
    let amounts = AmountForm(decimalChar: field.decimalChar ?? UInt8(ascii: "."))
    let times = TimeForm(pattern: field.format)
    switch kind {
    case .id:
      return .id(
        prefix: field.isPlain ? [] : prefix, suffix: field.format == "refund" ? Array("/refund".utf8) : [])
    case .text, .control: return .text
    case .time: return .time(times, isDate: field.type == .date)
    case .day: return .time(times, isDate: true)
    case .birthday: return .birthday(times)
    case .money:
      return field.format == "minor" ? .minor(negated: field.negate) : .amount(amounts, negated: field.negate)
    case .number: return .amount(amounts, negated: field.negate)
    case .integer: return .integer(amounts)
    case .boolean: return .boolean
    case .list: return .list(Array((field.split ?? ",").utf8))
    case .phone: return .phone
    }
  }
}

extension TimeForm {
  /// A Table Schema's format: `default`, `any`, `epoch`, `utc`, or a pattern, of which only the order of day, month and year
  /// counts.
  init(pattern: String?) {
    self.init(.yearFirst)
    guard let pattern else { return }
    if pattern == "epoch" { order = .epoch }
    if pattern == "utc" { isUTC = true }
    guard pattern.contains("%") else { return }
    let day = pattern.offset(of: "%d") ?? pattern.offset(of: "%e")
    let month = pattern.offset(of: "%m") ?? pattern.offset(of: "%b")
    let year = pattern.offset(of: "%Y") ?? pattern.offset(of: "%y")
    guard let day, let month, let year, year > day || year > month else { return }
    order = day < month ? .dayFirst : .monthFirst
  }
}

extension String {
  /// Where a text first stands.
  fileprivate func offset(of text: String) -> Int? {
    let (all, wanted) = (Array(utf8), Array(text.utf8))
    guard all.count >= wanted.count else { return nil }
    return (0...all.count - wanted.count).first { all[$0..<$0 + wanted.count].elementsEqual(wanted) }
  }
}

extension Cell {
  @inline(__always)
  static func equal(_ cell: Cell, _ text: String) -> Bool { cell.elementsEqual(text.utf8) }
}
