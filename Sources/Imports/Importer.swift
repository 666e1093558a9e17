import Community
import Glibc
import JSONTape

/// Imports sources into a community folder.
package struct Importer: Sendable {
  package let folder: String
  package let options: ImportOptions

  package init(folder: String, options: ImportOptions) {
    self.folder = folder
    self.options = options
  }

  /// What each part of a source would become, without reading more than its beginning.
  package func plan(_ source: String) throws(ImportProblem) -> ImportOutcome {
    var outcome = ImportOutcome(source: source)
    let tree = try SourceTree(source, leavingOut: folder, isCancelled: options.isCancelled)
    outcome.problems = tree.problems
    let parts = try Recogniser(options: options, rules: rules()).parts(of: tree, &outcome)
    outcome.parts = parts.map(\.summary)
    return outcome
  }

  /// Reads a source and writes its feeds. Either all files of a source are put in place, or none.
  package func run(_ source: String) throws(ImportProblem) -> ImportOutcome {
    var outcome = ImportOutcome(source: source)
    let tree = try SourceTree(source, leavingOut: folder, isCancelled: options.isCancelled)
    outcome.problems = tree.problems
    let hadProgram = access("\(folder)/program.json", F_OK) == 0
    var rules = rules()
    let recogniser = Recogniser(options: options, rules: rules)
    var parts = try recogniser.parts(of: tree, &outcome)
    if !hadProgram, let currency = parts.lazy.compactMap(\.currency).first, currency != rules.currency {
      // The folder's money is in the currency of what came first.
      rules.currency = currency
      parts = try Recogniser(options: options, rules: rules).parts(of: tree, &outcome)
    }
    for part in parts { if let obstacle = part.obstacle { throw obstacle } }
    outcome.parts = parts.map(\.summary)
    let meter = ProgressMeter(total: parts.flatMap(\.files).reduce(0) { $0 + $1.size }, options.progress)
    var outputs: [PartOutput] = []
    for part in parts {
      let output = PartOutput(folder: folder, part: part, name: options.name)
      outputs.append(output)
      try run(part, rules, meter) { harvest throws(ImportProblem) in
        outcome.records += harvest.records
        outcome.rejections.add(harvest.rejections)
        meter.add(records: harvest.records)
        try output.append(harvest)
      }
    }
    for output in outputs { outcome.changes += try output.settle(options.isCancelled) }
    if options.isDryRun { return outcome }
    if options.isCancelled() { throw .cancelled }
    for output in outputs { try output.commit() }
    try ImportsFile(folder: folder).remember(source, options, outputs)
    if !hadProgram { outcome.madeProgram = try makeProgram(rules, parts) }
    return outcome
  }

  private func run(
    _ part: ImportPart, _ rules: ImportRules, _ meter: ProgressMeter,
    _ take: @escaping (Harvest) throws(ImportProblem) -> Void
  ) throws(ImportProblem) {
    switch part.kind {
    case .table(let form):
      guard let mapping = part.mapping else { return }
      for file in part.files {
        meter.begin(file)
        var source: any ByteReader = try file.open()
        _ = try source.bytes(upTo: form.mark)
        if form.encoding != .utf8 { source = try DecodedBytes(source, form.encoding, name: file.name) }
        let reader = TableReader(
          name: file.name, plan: Plan(mapping, rules: rules), dialect: form.dialect, heads: form.heads,
          computation: options.computation)
        try reader.run(source, isCancelled: options.isCancelled, progress: meter.add(bytes:), take)
      }
    case .records(let source):
      let reader = RecordReader(source: source, computation: options.computation)
      let queue = RecordReader.Queue()
      for file in part.files where source.reads(file) {
        meter.begin(file)
        let head = try file.open().bytes(upTo: 1 << 16)
        guard let layout = RecordLayout.sniff(head) else {
          var harvest = Harvest()
          harvest.rejections.add(Rejection(file: file.name, row: 0, reason: .brokenJSON))
          try take(harvest)
          continue
        }
        try reader.run(
          file, layout: layout, queue: queue, progress: meter.add(bytes:), isCancelled: options.isCancelled,
          take)
      }
      try reader.finish(queue, take)
      var last = Harvest()
      source.finish(into: &last)
      try take(last)
    }
  }

  /// What the folder's programme and the options say.
  private func rules() -> ImportRules {
    var rules = ImportRules()
    rules.rates = options.rates
    if let bytes = try? FileBytes(path: "\(folder)/program.json").bytes(upTo: 1 << 20),
      let program = try? JSONValue(parsing: bytes), let currency = program["currency"]?.string
    {
      rules.currency = currency
    }
    return rules
  }

  /// Makes `program.json` where the defaults would be wrong; the currency it was made with.
  private func makeProgram(_ rules: ImportRules, _ parts: [ImportPart]) throws(ImportProblem) -> String? {
    let hasBots = parts.contains { [.slack, .discord, .telegram, .discourse].contains($0.format) }
    guard rules.currency != ImportRules().currency || hasBots else { return nil }
    var fields: [JSONValue.Field] = [.init("currency", .string(rules.currency))]
    if hasBots { fields.append(.init("community", .object([.init("bots", ["bot"])]))) }
    let text = JSONValue.object(fields).text(indentation: 2) + "\n"
    try WholeText.write(text, to: "\(folder)/program.json")
    return rules.currency
  }
}

extension ImportPart {
  var summary: ImportOutcome.Part {
    ImportOutcome.Part(
      format: format, files: files.count, mapping: mapping, builtIn: BuiltInMappings.mapping(of: format),
      notes: notes, samples: samples,
      name: files.first?.name ?? "", identity: Fingerprint.short(identity))
  }

  /// The currency of the first orders, as far as the beginning tells.
  var currency: String? {
    if let currencyHint { return currencyHint }
    guard let table = mapping?.tables.first(where: { $0.feed == .orders }) else { return nil }
    if let constant = table.constants.first(where: { $0.target == "currency" })?.value { return constant }
    guard let field = table.fields.first(where: { $0.to == "currency" }),
      let value = samples[field.name]?.first
    else {
      return nil
    }
    let code = value.uppercased()
    return code.utf8.count == 3 && code.utf8.allSatisfy { $0 >= 65 && $0 <= 90 } ? code : nil
  }
}

/// The files that one part writes.
final class PartOutput {
  let part: ImportPart
  private let folder: String
  private let source: String
  private let hash: String
  private var outputs: [Feed: FeedOutput] = [:]

  init(folder: String, part: ImportPart, name: String?) {
    self.folder = folder
    self.part = part
    source = name.map(PartOutput.fileName) ?? part.format.rawValue
    hash = Fingerprint.short("\(part.format.rawValue)\u{1F}\(name ?? "")\u{1F}\(part.identity)")
  }

  private static func fileName(_ name: String) -> String {
    let text = name.unicodeScalars.map {
      $0.properties.isAlphabetic || $0.properties.numericType != nil ? String($0) : "-"
    }
    return String(text.joined().prefix(60))
  }

  /// Relative to the folder.
  var files: [String] { Feed.allCases.compactMap { outputs[$0]?.file } }

  func append(_ harvest: Harvest) throws(ImportProblem) {
    for (feed, lines) in harvest.filled {
      if outputs[feed] == nil {
        outputs[feed] = try FeedOutput(folder: folder, feed: feed, source: source, hash: hash)
      }
      try outputs[feed]?.append(lines)
    }
  }

  func settle(_ isCancelled: () -> Bool) throws(ImportProblem) -> [FeedChange] {
    var changes: [FeedChange] = []
    for feed in Feed.allCases {
      if let output = outputs[feed] { changes.append(try output.settle(isCancelled: isCancelled)) }
    }
    return changes
  }

  func commit() throws(ImportProblem) {
    for feed in Feed.allCases { _ = try outputs[feed]?.commit() }
  }
}

/// Counts what was done and tells of it, not too often.
final class ProgressMeter {
  private var state: ImportProgress
  private let tell: (ImportProgress) -> Void
  private var told: Int64 = 0

  init(total: Int64, _ tell: @escaping (ImportProgress) -> Void) {
    state = ImportProgress()
    state.bytesTotal = total
    self.tell = tell
  }

  func begin(_ file: SourceFile) {
    state.file = file.name
    if told == 0 { tell(state) }
  }

  func add(bytes: Int) {
    state.bytesDone += Int64(bytes)
    if state.bytesDone - told > 1 << 20 {
      told = state.bytesDone
      tell(state)
    }
  }

  func add(records: Int) { state.records += records }
}

/// A small file that appears whole or not at all.
enum WholeText {
  static func write(_ text: String, to path: String) throws(ImportProblem) {
    let slash = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
    let temporary = "\(path[..<slash]).\(path[slash...]).\(getpid()).part"
    try FolderNames.make(String(path[..<slash].dropLast()))
    do {
      let file = try TemporaryFile(path: temporary)
      try file.write(Array(text.utf8))
    }
    chmod(temporary, 0o644)
    guard rename(temporary, path) == 0 else {
      let number = errno
      unlink(temporary)
      throw .unwritable(path, number)
    }
  }
}

extension Importer {
  /// Whether a folder holds no feeds, but files of forms that are known: what a dashboard may offer to import.
  ///
  /// - Complexity: O(files) of the system's calls, and the beginnings of the files up to the first that's known.
  package static func couldImport(_ folder: String) -> Bool {
    let names = FolderNames.names(in: folder)
    guard !names.isEmpty, !names.contains(where: SourceTree.isCommunityFile),
      let tree = try? SourceTree(folder, isGlance: true)
    else { return false }
    let options = ImportOptions(now: Instant(rawValue: 0))
    var outcome = ImportOutcome(source: folder)
    let parts = try? Recogniser(options: options, rules: ImportRules()).parts(of: tree, &outcome)
    return parts?.isEmpty == false
  }
}
