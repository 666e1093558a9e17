import Community
import JSONTape

/// JSON of no form that is known: an array of records, one wrapped in a document, or a record a line.
enum GenericRecords {
  /// The part of a file; nil when it holds no records.
  static func part(
    of file: SourceFile, _ head: [UInt8], _ options: ImportOptions, _ rules: ImportRules
  ) throws(ImportProblem) -> ImportPart? {
    let records = try samples(of: file, head, array: options.mapping?.records)
    guard !records.values.isEmpty else { return nil }
    var paths: [String] = []
    var rows: [[String: String]] = []
    for record in records.values {
      var row: [String: String] = [:]
      flatten(record, "", depth: 0) { path, text in
        if row[path] == nil, !paths.contains(path), paths.count < 500 { paths.append(path) }
        row[path] = text
      }
      rows.append(row)
    }
    let table = rows.map { row in paths.map { row[$0] ?? "" } }
    var (mapping, notes) = Mapping.guess(heads: paths, rows: table, dateOrder: options.dateOrder)
    // Fields come and go between records, so that only those that are mapped tell sources apart.
    let guessed = mapping.tables.flatMap { $0.fields.filter { $0.to != nil }.map(\.name) }
    var identity = guessed.sorted().joined(separator: "\u{1F}")
    if let given = options.mapping {
      (mapping, notes) = (given, [])
      identity = given.tables.flatMap { $0.fields.map(\.name) }.sorted().joined(separator: "\u{1F}")
    } else if let edited = options.edited[Fingerprint.short(identity)] {
      (mapping, notes) = (edited, edited.missingTargets)
    }
    mapping.records = records.array
    guard mapping.tables.contains(where: { $0.fields.contains { $0.to != nil } }) else { return nil }
    let source = MappedSource(
      name: "json", mapping: mapping, rules: rules, arrays: [records.array], reportsUnknown: false)
    var part = ImportPart(
      format: .json, files: [file], kind: .records(source), identity: identity, mapping: mapping, notes: notes
    )
    for path in paths { part.samples[path] = Array(rows.compactMap { $0[path] }.prefix(3)) }
    return part
  }

  /// The first records of a file, and the dotted path of the array that they lie in.
  static func samples(
    of file: SourceFile, _ head: [UInt8], array: String? = nil, limit: Int = 2000
  ) throws(ImportProblem) -> (values: [JSONValue], array: String) {
    var values: [JSONValue] = []
    func add(_ value: JSONValue) {
      guard values.count < limit else { return }
      if case .object = value { values.append(unwrapped(value)) }
    }
    if RecordLayout.sniff(head) == .lines {
      for line in head.split(whereSeparator: { $0 == 0x0A }).prefix(limit) {
        if let value = try? JSONValue(parsing: line) { add(value) }
      }
      return (values, array ?? "")
    }
    var found = array ?? ""
    if head.first(where: { !$0.isJSONSpace && $0 != 0xEF && $0 != 0xBB && $0 != 0xBF }) == UInt8(ascii: "{"),
      array == nil
    {
      guard let path = firstArray(in: head) else {
        if let value = try? JSONValue(parsing: head) { add(value) }
        return (values, "")
      }
      found = path
    }
    let wanted = found
    var isFull = false
    let cutter = DocumentCutter(
      ArrayBytes(head), file: file,
      step: { path in
        let text = path.joined(separator: ".")
        return text == wanted ? .split : wanted.hasPrefix(text + ".") || text.isEmpty ? .descend : .keep
      }, progress: { _ in }, isCancelled: { isFull },
      take: { piece throws(ImportProblem) in
        for (range, _) in piece.records {
          if let value = try? JSONValue(parsing: piece.bytes[range]) { add(value) }
        }
        isFull = values.count >= limit
      })
    do throws(ImportProblem) {
      _ = try cutter.run()
    } catch {
      if error != .cancelled { throw error }
    }
    return (values, found)
  }

  private static func unwrapped(_ value: JSONValue) -> JSONValue {
    if value["type"]?.string == "RECORD", let record = value["record"] { return record["data"] ?? record }
    if value["stream"]?.string != nil, let data = value["data"], data.fields != nil { return data }
    return value
  }

  /// The path of the first array of objects within the objects of a document that may break off.
  private static func firstArray(in head: [UInt8]) -> String? {
    var path: [String] = []
    var key = ""
    var place = 0
    while place < head.count {
      let byte = head[place]
      if byte == 0x22 {
        var end = place + 1
        while end < head.count, head[end] != 0x22 { end += head[end] == UInt8(ascii: "\\") ? 2 : 1 }
        guard end < head.count else { return nil }
        key = String(decoding: head[place + 1..<end], as: UTF8.self)
        place = end
      } else if byte == UInt8(ascii: "{") {
        path.append(key)
      } else if byte == UInt8(ascii: "}") {
        if !path.isEmpty { path.removeLast() }
      } else if byte == UInt8(ascii: "[") {
        let next = head[(place + 1)...].first { !$0.isJSONSpace }
        if next == UInt8(ascii: "{") { return (path.dropFirst() + [key]).joined(separator: ".") }
        // Arrays of anything else are passed over.
        var depth = 0
        while place < head.count {
          if head[place] == 0x22 {
            place += 1
            while place < head.count, head[place] != 0x22 {
              place += head[place] == UInt8(ascii: "\\") ? 2 : 1
            }
          } else if head[place] == UInt8(ascii: "[") {
            depth += 1
          } else if head[place] == UInt8(ascii: "]") {
            depth -= 1
            if depth == 0 { break }
          }
          place += 1
        }
      }
      place += 1
    }
    return nil
  }

  /// Hands out the plain values of a record with their dotted paths; arrays only where they hold nothing but those.
  private static func flatten(
    _ value: JSONValue, _ path: String, depth: Int, _ body: (String, String) -> Void
  ) {
    switch value {
    case .null: break
    case .bool(let bool): body(path, bool ? "true" : "false")
    case .integer(let integer): body(path, String(integer))
    case .number(let number): body(path, "\(number)")
    case .string(let text): body(path, text)
    case .array(let elements):
      let texts = elements.compactMap(\.string)
      if texts.count == elements.count, !texts.isEmpty { body(path, texts.joined(separator: ",")) }
    case .object(let fields):
      guard depth < 5 else { return }
      for field in fields where !field.key.contains(".") {
        flatten(field.value, path.isEmpty ? field.key : "\(path).\(field.key)", depth: depth + 1, body)
      }
    }
  }
}
