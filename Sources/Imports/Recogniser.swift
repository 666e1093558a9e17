import Community
import JSONTape

/// Files of a source that are read together, in one form.
struct ImportPart: Sendable {
  enum Kind: Sendable {
    case table(TableForm)
    case records(any RecordSource)
  }

  var format: SourceFormat
  var files: [SourceFile]
  var kind: Kind
  /// What tells the files that are written from those of other sources of the form.
  var identity: String
  var mapping: Mapping?
  var notes: [PlanNote] = []
  var samples: [String: [String]] = [:]
  /// The currency that the first records name.
  var currencyHint: String?
}

/// How a table of cells is read.
struct TableForm: Sendable {
  var encoding: TextEncoding
  /// Bytes of the mark before the text.
  var mark: Int
  var dialect: Dialect
  var heads: [String]
}

/// Finds out what the files of a source are.
struct Recogniser {
  let options: ImportOptions
  let rules: ImportRules

  /// So many bytes of a file are looked at.
  static let headSize = 1 << 20

  func parts(
    of tree: SourceTree, _ outcome: inout ImportOutcome
  ) throws(ImportProblem) -> [ImportPart] {
    var parts: [ImportPart] = []
    var files = tree.files
    if options.mapping == nil {
      let found = try named(tree)
      parts = found.parts
      files = found.others
    }
    for file in files {
      if options.isCancelled() { throw .cancelled }
      do throws(ImportProblem) {
        guard let found = try self.parts(of: file) else {
          outcome.unknownFiles.append(file.name)
          continue
        }
        for part in found {
          // Tables with the same heads, and JSON of the same form, are one source.
          if let index = parts.firstIndex(where: { $0.format == part.format && $0.identity == part.identity })
          {
            parts[index].files += part.files
          } else {
            parts.append(part)
          }
        }
      } catch {
        if tree.files.count == 1 || error == .cancelled { throw error }
        outcome.problems.append(error)
      }
    }
    if parts.isEmpty, outcome.problems.isEmpty, tree.problems.isEmpty {
      throw .nothingRecognised(tree.source)
    }
    return parts
  }

  /// The files of forms that are known by name, and the others.
  private func named(
    _ tree: SourceTree
  ) throws(ImportProblem) -> (parts: [ImportPart], others: [SourceFile]) {
    if let format = options.format {
      guard format != .csv, format != .xlsx, format != .json else { return ([], tree.files) }
      return (try NamedSources.parts(format, tree.files, tree, options, rules), [])
    }
    if SlackSource.isExport(tree) {
      return (try NamedSources.parts(.slack, tree.files, tree, options, rules), [])
    }
    var formats: [SourceFormat: [SourceFile]] = [:]
    var others: [SourceFile] = []
    for file in tree.files {
      if options.isCancelled() { throw .cancelled }
      // What can't be opened is told of with the others.
      let head = (try? file.open().bytes(upTo: 1 << 16)) ?? []
      if RecordLayout.sniff(head) != nil, let format = NamedSources.recognise(head) {
        formats[format, default: []].append(file)
      } else {
        others.append(file)
      }
    }
    var parts: [ImportPart] = []
    for format in SourceFormat.allCases {
      guard let files = formats[format] else { continue }
      parts += try NamedSources.parts(format, files, tree, options, rules)
    }
    return (parts, others)
  }

  private func parts(of file: SourceFile) throws(ImportProblem) -> [ImportPart]? {
    let reader = try file.open()
    let head = try reader.bytes(upTo: Recogniser.headSize)
    if head.starts(with: [0x50, 0x4B, 3, 4]), options.format != .csv {
      return try Workbook.parts(of: file, options, rules)
    }
    if options.format == .xlsx { throw .notAWorkbook(file.name) }
    if options.format != .csv, RecordLayout.sniff(head) != nil {
      return try GenericRecords.part(of: file, head, options, rules).map { [$0] }
    }
    if options.format == .json { return nil }
    return try table(file, head).map { [$0] }
  }

  // MARK: Tables

  private func table(_ file: SourceFile, _ head: [UInt8]) throws(ImportProblem) -> ImportPart? {
    let sniffed = TextEncoding.sniff(head)
    let encoding = options.encoding ?? options.mapping?.encoding ?? sniffed.encoding
    let mark = sniffed.encoding == encoding ? sniffed.mark : 0
    var text = Array(head.dropFirst(mark))
    if encoding != .utf8 {
      text = try DecodedBytes(ArrayBytes(text), encoding, name: file.name).bytes(
        upTo: Recogniser.headSize * 2)
    }
    // Whatever holds NUL bytes is no text.
    guard !text.contains(0), !text.isEmpty else { return nil }
    var dialect = options.mapping?.dialect ?? DialectSniffer.sniff(text)
    if let delimiter = options.delimiter { dialect.delimiter = delimiter }
    let isWhole = head.count < Recogniser.headSize
    if !isWhole, let end = text.lastIndex(of: 0x0A) { text.removeLast(text.count - end - 1) }
    let rows = DialectSniffer.rows(of: text, dialect)
    guard !rows.isEmpty else { return nil }
    if options.mapping?.dialect == nil {
      let found = DialectSniffer.head(of: rows)
      (dialect.skippedRows, dialect.hasHeader) = found
    }
    if let hasHeader = options.hasHeader { dialect.hasHeader = hasHeader }
    let width = rows.map(\.count).max() ?? 0
    let isTableName = [".csv", ".tsv", ".txt", ".csv.gz", ".tsv.gz", "-"].contains {
      file.lastName.hasSuffix($0)
    }
    guard width > 1 || isTableName || options.format == .csv || options.mapping != nil else { return nil }
    return try part(
      file, rows, dialect,
      kind: { .table(TableForm(encoding: encoding, mark: mark, dialect: dialect, heads: $0)) },
      format: .csv)
  }

  /// The part of a workbook's sheet that was written as CSV.
  func sheet(_ file: SourceFile) throws(ImportProblem) -> ImportPart? {
    let text = try file.open().bytes(upTo: Recogniser.headSize * 4)
    var dialect = Dialect()
    let rows = DialectSniffer.rows(of: text, dialect)
    guard !rows.isEmpty else { return nil }
    (dialect.skippedRows, dialect.hasHeader) = DialectSniffer.head(of: rows)
    if let given = options.mapping?.dialect {
      (dialect.skippedRows, dialect.hasHeader) = (given.skippedRows, given.hasHeader)
    }
    if let hasHeader = options.hasHeader { dialect.hasHeader = hasHeader }
    return try part(
      file, rows, dialect, kind: { .table(TableForm(encoding: .utf8, mark: 0, dialect: dialect, heads: $0)) },
      format: .xlsx)
  }

  /// The part of a table whose first rows are known.
  func part(
    _ file: SourceFile, _ rows: [[String]], _ dialect: Dialect, kind: ([String]) -> ImportPart.Kind,
    format: SourceFormat
  ) throws(ImportProblem) -> ImportPart? {
    let body = Array(rows.dropFirst(dialect.skippedRows + (dialect.hasHeader ? 1 : 0)))
    var heads: [String] = []
    if dialect.hasHeader {
      heads = rows.dropFirst(dialect.skippedRows).first.map { $0.map(\.trimmed) } ?? []
      while heads.last == "" { heads.removeLast() }
      heads = Recogniser.distinct(heads)
    } else {
      heads = (0..<(rows.map(\.count).max() ?? 0)).map { "column\($0 + 1)" }
    }
    guard !heads.isEmpty else { return nil }
    var (mapping, notes) = Mapping.guess(heads: heads, rows: body, dateOrder: options.dateOrder)
    let identity = heads.sorted().joined(separator: "\u{1F}")
    if let given = options.mapping ?? options.edited[Fingerprint.short(identity)] {
      (mapping, notes) = (given, options.mapping == nil ? given.missingTargets : [])
    }
    mapping.dialect = dialect
    var part = ImportPart(
      format: format, files: [file], kind: kind(heads), identity: identity, mapping: mapping, notes: notes)
    for (index, head) in heads.enumerated() {
      part.samples[head] = Array(
        body.lazy.filter { index < $0.count }.map { $0[index].trimmed }.filter { !$0.isEmpty }.prefix(3))
    }
    if options.mapping == nil, mapping.tables.allSatisfy({ $0.fields.allSatisfy { $0.to == nil } }) {
      return nil
    }
    return part
  }

  /// Heads that stand twice get a number.
  static func distinct(_ heads: [String]) -> [String] {
    var seen: [String: Int] = [:]
    return heads.map { head in
      seen[head, default: 0] += 1
      let count = seen[head, default: 1]
      return count == 1 ? head : "\(head) \(count)"
    }
  }
}

extension ImportPart {
  /// Why the part can't be run as it's planned; nil when it can.
  var obstacle: ImportProblem? {
    var missing: [String] = []
    var feed = ""
    for note in notes {
      switch note {
      case .ambiguousDates(let field, let value):
        return .ambiguousDates(file: files.first?.name ?? "", field: field, value: value)
      case .missingTarget(let target, let name):
        missing.append(name)
        feed = target.name
      case .notTaken: break
      }
    }
    return missing.isEmpty ? nil : .missingTargets(file: files.first?.name ?? "", feed: feed, fields: missing)
  }
}
