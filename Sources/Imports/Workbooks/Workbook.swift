import Community

/// A workbook of the OOXML form: its sheets, texts and formats.
struct Workbook {
  private let archive: ZipArchive
  private let name: String
  private var sheets: [(name: String, path: String)] = []
  private var texts = SharedTexts()
  private var dateStyles: Set<Int> = []
  /// Days from 1970 to the day before the first of the date system.
  private var epoch = -25_569

  /// Reads everything but the sheets themselves.
  init(path: String, name: String) throws(ImportProblem) {
    self.name = name
    archive = try ZipArchive(path: path)
    guard archive.entries.contains(where: { $0.name == "xl/workbook.xml" }) else { throw .notAWorkbook(name) }
    let book = WorkbookContents()
    try parse("xl/workbook.xml", book)
    if book.is1904 { epoch = -24_107 }
    let relations = WorkbookRelations()
    try parse("xl/_rels/workbook.xml.rels", relations)
    sheets = book.sheets.compactMap { sheet in
      relations.targets[sheet.relation].map { target in
        (sheet.name, target.hasPrefix("/") ? String(target.dropFirst()) : "xl/\(target)")
      }
    }
    if has("xl/styles.xml") {
      let styles = WorkbookStyles()
      try parse("xl/styles.xml", styles)
      dateStyles = styles.dateStyles
    }
    if has("xl/sharedStrings.xml") {
      let parser = SharedTextParser()
      try parse("xl/sharedStrings.xml", parser)
      texts = parser.texts
    }
  }

  private func has(_ path: String) -> Bool { archive.entries.contains { $0.name == path } }

  private func parse(_ path: String, _ receiver: XMLReceiver) throws(ImportProblem) {
    guard let entry = archive.entries.first(where: { $0.name == path }) else { throw .notAWorkbook(name) }
    try XMLReading.run(try archive.open(entry), receiver, name: "\(name): \(path)")
  }

  /// Writes a sheet's rows as CSV.
  private func write(_ sheet: String, to path: String, _ isCancelled: @escaping () -> Bool)
    throws(ImportProblem)
  {
    let file = try TemporaryFile(path: path)
    let writer = SheetWriter(
      file, texts: texts, dateStyles: dateStyles, epoch: epoch, isCancelled: isCancelled)
    try parse(sheet, writer)
    try writer.finish()
  }

  /// The parts of a workbook's sheets that hold something.
  static func parts(
    of file: SourceFile, _ options: ImportOptions, _ rules: ImportRules
  ) throws(ImportProblem) -> [ImportPart]? {
    let folder = try TemporaryFolder()
    var path = file.diskPath
    if path == nil {
      let copy = folder.path + "/workbook"
      try TemporaryFile(path: copy).write(try file.open(), isCancelled: options.isCancelled)
      path = copy
    }
    guard let path else { return nil }
    let workbook = try Workbook(path: path, name: file.name)
    var parts: [ImportPart] = []
    let wanted = options.mapping?.sheet
    for (index, sheet) in workbook.sheets.enumerated() where wanted == nil || sheet.name == wanted {
      let table = "\(folder.path)/sheet\(index)"
      try workbook.write(sheet.path, to: table, options.isCancelled)
      guard FolderNames.size(table) > 0 else { continue }
      let display = workbook.sheets.count > 1 ? "\(file.name): \(sheet.name)" : file.name
      let source = SourceFile(name: display, path: file.path, diskPath: table, keeping: folder)
      if let part = try Recogniser(options: options, rules: rules).sheet(source) { parts.append(part) }
    }
    return parts
  }
}

/// Texts by number, in one run of bytes.
struct SharedTexts {
  private(set) var bytes: [UInt8] = []
  private var ends: [Int] = []

  mutating func append(_ text: [UInt8]) {
    bytes += text
    ends.append(bytes.count)
  }

  subscript(index: Int) -> ArraySlice<UInt8> {
    guard ends.indices.contains(index) else { return [] }
    return bytes[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }
}
