import Bytes
import Community
import Feeds
import JSONTape

extension Mapping {
  /// Reads a mapping file: one Table Schema, or several under `tables`.
  package init(parsing bytes: [UInt8]) throws(MappingProblem) {
    let value: JSONValue
    do throws(PlacedJSONProblem) {
      value = try JSONValue(parsing: bytes)
    } catch {
      throw .notJSON(line: error.line, column: error.column)
    }
    try self.init(value)
  }

  package init(_ value: JSONValue) throws(MappingProblem) {
    self.init()
    guard let fields = value.fields else { throw .wrongType(path: "") }
    let common = [
      "$schema", "name", "title", "description", "dialect", "encoding", "sheet", "records", "tables",
    ]
    if let tables = value["tables"] {
      for field in fields where !common.contains(field.key) {
        throw .unknownKey(path: field.key, nearest: nearestName(to: field.key, among: common))
      }
      guard let elements = tables.elements, !elements.isEmpty else { throw .wrongType(path: "tables") }
      for (index, element) in elements.enumerated() {
        self.tables.append(try MappingTable(element, path: "tables.\(index).", alsoKnown: []))
      }
    } else {
      self.tables = [try MappingTable(value, path: "", alsoKnown: common)]
    }
    if let dialect = value["dialect"] { self.dialect = try Dialect(dialect) }
    if let encoding = value["encoding"] {
      guard let name = encoding.string else { throw .wrongType(path: "encoding") }
      guard let known = TextEncoding(named: name) else {
        throw .badValue(
          path: "encoding", value: name,
          nearest: nearestName(to: name, among: TextEncoding.allCases.map(\.rawValue)))
      }
      self.encoding = known
    }
    sheet = try value.optionalText("sheet", "")
    records = try value.optionalText("records", "")
  }

  /// As a file has it.
  package var json: JSONValue {
    var fields: [JSONValue.Field] = []
    if let encoding { fields.append(.init("encoding", .string(encoding.rawValue))) }
    if let dialect { fields.append(.init("dialect", dialect.json)) }
    if let sheet { fields.append(.init("sheet", .string(sheet))) }
    if let records { fields.append(.init("records", .string(records))) }
    if tables.count == 1 {
      fields += tables[0].json.fields ?? []
    } else {
      fields.append(.init("tables", .array(tables.map(\.json))))
    }
    return .object(fields)
  }
}

extension JSONValue {
  fileprivate func optionalText(_ key: String, _ path: String) throws(MappingProblem) -> String? {
    guard let value = self[key], !value.isNull else { return nil }
    guard let text = value.string else { throw .wrongType(path: path + key) }
    return text
  }

  fileprivate func optionalTexts(_ key: String, _ path: String) throws(MappingProblem) -> [String]? {
    guard let value = self[key], !value.isNull else { return nil }
    if let text = value.string { return [text] }
    guard let elements = value.elements, elements.allSatisfy({ $0.string != nil }) else {
      throw .wrongType(path: path + key)
    }
    return elements.compactMap(\.string)
  }

  fileprivate func checkKeys(_ known: [String], _ path: String) throws(MappingProblem) {
    guard let fields else { throw .wrongType(path: String(path.dropLast())) }
    for field in fields where !known.contains(field.key) {
      throw .unknownKey(path: path + field.key, nearest: nearestName(to: field.key, among: known))
    }
  }
}

extension Dialect {
  fileprivate init(_ value: JSONValue) throws(MappingProblem) {
    self.init()
    try value.checkKeys(
      ["delimiter", "quoteChar", "header", "skipInitialRows", "lineTerminator"], "dialect.")
    if let text = try value.optionalText("delimiter", "dialect.") {
      guard text.utf8.count == 1, let byte = text.utf8.first else {
        throw .badValue(path: "dialect.delimiter", value: text, nearest: nil)
      }
      delimiter = byte
    }
    if let text = try value.optionalText("quoteChar", "dialect.") {
      guard text.utf8.count == 1, let byte = text.utf8.first else {
        throw .badValue(path: "dialect.quoteChar", value: text, nearest: nil)
      }
      quote = byte
    }
    if let header = value["header"] {
      guard let header = header.bool else { throw .wrongType(path: "dialect.header") }
      hasHeader = header
    }
    if let rows = value["skipInitialRows"] {
      guard let rows = rows.integer, rows >= 0, rows < 1000 else {
        throw .wrongType(path: "dialect.skipInitialRows")
      }
      skippedRows = Int(rows)
    }
    endsInReturn = try value.optionalText("lineTerminator", "dialect.") == "\r"
  }

  fileprivate var json: JSONValue {
    var fields: [JSONValue.Field] = [
      .init("delimiter", .string(String(UnicodeScalar(delimiter)))), .init("header", .bool(hasHeader)),
    ]
    if quote != UInt8(ascii: "\"") {
      fields.append(.init("quoteChar", .string(String(UnicodeScalar(quote)))))
    }
    if skippedRows > 0 { fields.append(.init("skipInitialRows", .integer(Int64(skippedRows)))) }
    if endsInReturn { fields.append(.init("lineTerminator", "\r")) }
    return .object(fields)
  }
}

extension MappingTable {
  private static let keys = [
    "feed", "fields", "missingValues", "primaryKey", "constant", "when", "leaveOut", "split", "prefix",
    "removeWhen", "part",
  ]

  fileprivate init(_ value: JSONValue, path: String, alsoKnown: [String]) throws(MappingProblem) {
    try value.checkKeys(MappingTable.keys + alsoKnown, path)
    guard let name = try value.optionalText("feed", path) else { throw .missing(path: path + "feed") }
    let feeds = Feed.allCases.filter { $0 != .decisions }
    guard let feed = feeds.first(where: { $0.name == name }) else {
      throw .badValue(
        path: path + "feed", value: name, nearest: nearestName(to: name, among: feeds.map(\.name)))
    }
    self.init(feed: feed)
    guard let fields = value["fields"]?.elements else { throw .missing(path: path + "fields") }
    for (index, field) in fields.enumerated() {
      self.fields.append(try MappedField(field, feed, path: "\(path)fields.\(index)."))
    }
    if let values = try value.optionalTexts("missingValues", path) { missingValues = values }
    primaryKey = try value.optionalTexts("primaryKey", path) ?? []
    for key in primaryKey where !self.fields.contains(where: { $0.name == key }) {
      throw .badValue(
        path: path + "primaryKey", value: key,
        nearest: nearestName(to: key, among: self.fields.map(\.name)))
    }
    if let constant = value["constant"] { try readConstants(constant, prefix: "", path + "constant.") }
    if let when = value["when"] { self.when = try Condition.read(when, path + "when") }
    if let removal = value["removeWhen"] {
      removeWhen = try Condition.read(removal, path + "removeWhen").first
    }
    for (index, element) in (value["leaveOut"]?.elements ?? []).enumerated() {
      let place = "\(path)leaveOut.\(index)."
      try element.checkKeys(["when", "reason", "removes"], place)
      guard let when = element["when"], let condition = try Condition.read(when, place + "when").first else {
        throw .missing(path: place + "when")
      }
      let name = try element.optionalText("reason", place) ?? RejectionReason.unknownRecord.rawValue
      guard let reason = RejectionReason(rawValue: name) else {
        throw .badValue(
          path: place + "reason", value: name,
          nearest: nearestName(to: name, among: RejectionReason.allCases.map(\.rawValue)))
      }
      leaveOut.append(LeaveOut(condition, reason, removes: element["removes"]?.bool ?? false))
    }
    split = try value.optionalText("split", path)
    prefix = try value.optionalText("prefix", path)
    part = try value.optionalText("part", path)
  }

  private mutating func readConstants(
    _ value: JSONValue, prefix: String, _ path: String
  ) throws(MappingProblem) {
    guard let fields = value.fields else { throw .wrongType(path: String(path.dropLast())) }
    for field in fields {
      let target = prefix + field.key
      if field.value.fields != nil {
        try readConstants(field.value, prefix: target + ".", "\(path)\(field.key).")
        continue
      }
      guard FeedTargets.kind(of: target, in: feed) != nil else {
        throw .unknownKey(
          path: path + field.key, nearest: nearestName(to: target, among: FeedTargets.names(of: feed)))
      }
      switch field.value {
      case .string(let text): constants.append(Constant(target, text))
      case .bool, .integer, .number: constants.append(Constant(target, field.value.text(), isBare: true))
      default: throw .wrongType(path: path + field.key)
      }
    }
  }

  fileprivate var json: JSONValue {
    var result: [JSONValue.Field] = [.init("feed", .string(feed.name))]
    if let prefix { result.append(.init("prefix", .string(prefix))) }
    if let part { result.append(.init("part", .string(part))) }
    if let split { result.append(.init("split", .string(split))) }
    if !when.isEmpty { result.append(.init("when", .object(when.map(\.json)))) }
    if !leaveOut.isEmpty {
      result.append(
        .init(
          "leaveOut",
          .array(
            leaveOut.map { entry in
              var fields: [JSONValue.Field] = [
                .init("when", .object([entry.when.json])), .init("reason", .string(entry.reason.rawValue)),
              ]
              if entry.removes { fields.append(.init("removes", true)) }
              return .object(fields)
            })))
    }
    if let removeWhen { result.append(.init("removeWhen", .object([removeWhen.json]))) }
    result.append(.init("fields", .array(fields.map(\.json))))
    if !primaryKey.isEmpty { result.append(.init("primaryKey", .array(primaryKey.map { .string($0) }))) }
    if missingValues != MappingTable.usualMissingValues {
      result.append(.init("missingValues", .array(missingValues.map { .string($0) })))
    }
    if !constants.isEmpty { result.append(.init("constant", constantsJSON)) }
    return .object(result)
  }

  private var constantsJSON: JSONValue {
    var fields: [JSONValue.Field] = []
    for constant in constants {
      let value: JSONValue =
        constant.isBare
        ? Int64(constant.value).map { .integer($0) } ?? Double(constant.value).map { .number($0) }
          ?? .bool(constant.value == "true") : .string(constant.value)
      let parts = constant.target.split(separator: ".", maxSplits: 1).map(String.init)
      if parts.count == 2 {
        if let place = fields.firstIndex(where: { $0.key == parts[0] }) {
          fields[place].value = .object((fields[place].value.fields ?? []) + [.init(parts[1], value)])
        } else {
          fields.append(.init(parts[0], .object([.init(parts[1], value)])))
        }
      } else {
        fields.append(.init(constant.target, value))
      }
    }
    return .object(fields)
  }
}

extension MappingTable.Condition {
  /// An object of fields, each with `"*"` (there), `null` (not there), a value, several, or `{"not": […]}`.
  fileprivate static func read(_ value: JSONValue, _ path: String) throws(MappingProblem) -> [Self] {
    guard let fields = value.fields else { throw .wrongType(path: path) }
    var conditions: [Self] = []
    for field in fields {
      switch field.value {
      case .null: conditions.append(Self(field.key, .absent))
      case .string("*"): conditions.append(Self(field.key, .present))
      case .array(let elements): conditions.append(Self(field.key, .oneOf(elements.map(\.plainText))))
      case .object:
        guard let others = field.value["not"]?.elements else {
          throw .wrongType(path: "\(path).\(field.key)")
        }
        conditions.append(Self(field.key, .noneOf(others.map(\.plainText))))
      default: conditions.append(Self(field.key, .oneOf([field.value.plainText])))
      }
    }
    return conditions
  }

  fileprivate var json: JSONValue.Field {
    switch test {
    case .present: .init(field, "*")
    case .absent: .init(field, nil)
    case .noneOf(let values): .init(field, .object([.init("not", .array(values.map { .string($0) }))]))
    case .oneOf(let values):
      .init(field, values.count == 1 ? .string(values[0]) : .array(values.map { .string($0) }))
    }
  }
}

extension JSONValue {
  /// A text as it is, anything else as JSON has it.
  fileprivate var plainText: String { string ?? text() }
}

extension MappedField {
  private static let keys = [
    "name", "type", "format", "to", "missingValues", "decimalChar", "groupChar", "bareNumber", "split",
    "values",
    "negate", "currency", "and", "hashed", "plain", "title", "description",
  ]

  fileprivate init(_ value: JSONValue, _ feed: Feed, path: String) throws(MappingProblem) {
    try value.checkKeys(MappedField.keys, path)
    guard let name = try value.optionalText("name", path) else { throw .missing(path: path + "name") }
    let target = try value.optionalText("to", path)
    if let target, FeedTargets.kind(of: target, in: feed) == nil {
      throw .badValue(
        path: path + "to", value: target, nearest: nearestName(to: target, among: FeedTargets.names(of: feed))
      )
    }
    self.init(name, to: target)
    if let word = try value.optionalText("type", path) {
      guard let type = FieldType(rawValue: word) else {
        throw .badValue(
          path: path + "type", value: word,
          nearest: nearestName(to: word, among: FieldType.allCases.map(\.rawValue)))
      }
      self.type = type
    }
    format = try value.optionalText("format", path)
    missingValues = try value.optionalTexts("missingValues", path)
    if let mark = try value.optionalText("decimalChar", path) {
      guard mark == "." || mark == ",", let byte = mark.utf8.first else {
        throw .badValue(path: path + "decimalChar", value: mark, nearest: nil)
      }
      decimalChar = byte
    }
    split = try value.optionalText("split", path)
    for field in value["values"]?.fields ?? [] { values[field.key] = field.value.plainText }
    negate = value["negate"]?.bool ?? false
    currency = try value.optionalText("currency", path)
    and = try value.optionalText("and", path)
    isHashed = value["hashed"]?.bool ?? false
    isPlain = value["plain"]?.bool ?? false
  }

  fileprivate var json: JSONValue {
    var fields: [JSONValue.Field] = [.init("name", .string(name)), .init("type", .string(type.rawValue))]
    if let format { fields.append(.init("format", .string(format))) }
    if let decimalChar { fields.append(.init("decimalChar", .string(String(UnicodeScalar(decimalChar))))) }
    if let missingValues { fields.append(.init("missingValues", .array(missingValues.map { .string($0) }))) }
    if let split { fields.append(.init("split", .string(split))) }
    if !values.isEmpty {
      let pairs = values.sorted { $0.key < $1.key }
      fields.append(.init("values", .object(pairs.map { .init($0.key, .string($0.value)) })))
    }
    if negate { fields.append(.init("negate", true)) }
    if let currency { fields.append(.init("currency", .string(currency))) }
    if let and { fields.append(.init("and", .string(and))) }
    if isHashed { fields.append(.init("hashed", true)) }
    if isPlain { fields.append(.init("plain", true)) }
    fields.append(.init("to", to.map { .string($0) } ?? .null))
    return .object(fields)
  }
}
