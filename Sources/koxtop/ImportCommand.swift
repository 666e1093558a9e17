import ArgumentParser
import Community
import Feeds
import Glibc
import Imports
import Loyalty
import Reports
import Screen
import Synchronization
import Texts

struct ImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Turn exports of shops, chats, survey tools and spreadsheets into a community folder.",
    usage: """
      koxtop import <source> ... --into <folder> [<options>]
      koxtop import <folder>
      """,
    discussion: """
      A source is a file, a folder, a zip or tar.gz of those, or '-' for standard input. What it is, is recognised: \
      CSV, TSV, XLSX and JSON of any origin, and the exports of Slack, Discord, Telegram, Discourse, Shopify, \
      WooCommerce, Stripe, Typeform, Delighted, SurveyMonkey, WeCom, Youzan and Open-Meteo. Import again to bring a folder \
      up to date; nothing is doubled. With a folder alone, the imports that it remembers are repeated. \
      'koxtop help importing' tells more.
      """)

  @Argument(help: "What to import.", completion: .file())
  var sources: [String]

  @Option(
    help: ArgumentHelp("The community folder to write; made when missing.", valueName: "folder"),
    completion: .directory)
  var into: String?

  @Option(
    help: ArgumentHelp(
      "The form of the sources, where it isn't recognised: \(SourceFormat.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "form"),
    transform: { try named($0, among: SourceFormat.allCases, what: "form") })
  var from: SourceFormat?

  @Flag(help: "Print what would become of each field, as a mapping file, and import nothing.")
  var plan = false

  @Option(
    help: ArgumentHelp("Use a mapping file.", valueName: "file"), completion: .file(extensions: ["json"]))
  var mapping: String?

  @Option(help: ArgumentHelp("Keep this source apart from others of its form.", valueName: "name"))
  var name: String?

  enum DateOrder: String, CaseIterable {
    case dayFirst = "day-first"
    case monthFirst = "month-first"
  }

  @Option(
    help: ArgumentHelp("How to read dates such as 3/1/26: day-first or month-first.", valueName: "order"),
    transform: { try named($0, among: DateOrder.allCases, what: "order") })
  var dates: DateOrder?

  @Option(
    help: ArgumentHelp(
      "The encoding of tables: \(TextEncoding.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "encoding"))
  var encoding: String?

  @Option(help: ArgumentHelp("What stands between cells: a sign, or 'tab'.", valueName: "sign"))
  var delimiter: String?

  @Flag(inversion: .prefixedNo, help: "Whether tables have a head.")
  var header: Bool?

  @Option(
    help: ArgumentHelp(
      "What one unit of another currency is worth in the folder's, such as USD=7.1; may be given several times.",
      valueName: "rate"))
  var rate: [String] = []

  @Option(help: ArgumentHelp("The city of weather data.", valueName: "name"))
  var city: String?

  @Option(
    help: ArgumentHelp("The question that asks for the score, by its id or reference.", valueName: "question")
  )
  var score: String?

  @Flag(help: "Only count what would be new, changed and left out.")
  var dryRun = false

  @Option(
    help: "json, text (as without it) or csv: what wasn't taken.",
    transform: { try named($0, among: ReportFormat.allCases, what: "format") })
  var format = ReportFormat.text

  @OptionGroup var languages: LanguageArguments

  func validate() throws {
    if into == nil, sources.count > 1 {
      throw ValidationError("Say which folder to write with --into.")
    }
    if let encoding, TextEncoding(named: encoding) == nil {
      let names = TextEncoding.allCases.map(\.rawValue)
      let hint = Spelling.nearest(to: encoding, in: names).map { "Did you mean '\($0)'?" }
      throw ValidationError(
        "There is no encoding '\(encoding)'. \(hint ?? "Choose \(names.joined(separator: ", ")).")")
    }
    if let delimiter, delimiterByte == nil {
      throw ValidationError("'\(delimiter)' is no single sign. Give one, such as ';', or 'tab'.")
    }
    _ = try rates()
  }

  func run() throws {
    try reportingFailures {
      let language = languages.chosen
      do throws(ImportProblem) {
        try work(language)
      } catch {
        throw CommandProblem(language.text(error), code: Self.code(of: error))
      }
    }
  }

  private static func code(of problem: ImportProblem) -> CommandProblem.Code {
    switch problem {
    case .notFound, .permissionDenied, .unreadable, .notAFile, .nothingRemembered: .noInput
    case .unwritable: .cannotCreate
    case .cancelled: .general
    default: .badData
    }
  }

  private func work(_ language: Language) throws(ImportProblem) {
    let cancelling = Cancelling()
    let progress = ImportProgressLine(language: language)
    var options = try options(cancelling, progress)
    if plan {
      let importer = Importer(folder: into ?? "", options: options)
      for source in sources { try printPlan(try importer.plan(source)) }
      return
    }
    var outcomes: [ImportOutcome] = []
    var failures: [ImportProblem] = []
    /// A source that can't be imported doesn't keep the others from it; being stopped does.
    func run(_ source: String, _ options: ImportOptions, _ folder: String) throws(ImportProblem) {
      do throws(ImportProblem) {
        outcomes.append(try Importer(folder: folder, options: options).run(source))
      } catch {
        if error == .cancelled { throw error }
        failures.append(error)
      }
    }
    defer { progress.clear() }
    let folder = into ?? sources[0]
    if into != nil {
      for source in sources { try run(source, options, folder) }
    } else {
      let remembered = try ImportsFile(folder: folder).entries()
      if remembered.isEmpty { throw .nothingRemembered("\(folder)/imports.json") }
      for entry in remembered {
        let shared = options
        options.adopt(entry)
        try run(entry.source, options, folder)
        options = shared
      }
    }
    progress.clear()
    if !outcomes.isEmpty { try report(outcomes, folder, language) }
    guard let first = failures.first else { return }
    for failure in failures.dropFirst() { StandardError.write("Error: \(language.text(failure))\n") }
    throw first
  }

  private func report(
    _ outcomes: [ImportOutcome], _ folder: String, _ language: Language
  ) throws(ImportProblem) {
    let report = ImportReport(
      outcomes: outcomes, folder: folder, isDryRun: dryRun,
      moment: Moment(now: .wallClock, zone: .machine()), language: language)
    do {
      try report.write(format, to: StandardOutput.write)
    } catch {
      throw .unwritable("-", errno)
    }
  }

  private func printPlan(_ outcome: ImportOutcome) throws(ImportProblem) {
    for part in outcome.parts {
      guard let mapping = part.mapping ?? part.builtIn else {
        StandardError.write("\(languages.chosen.text(.importNoMapping, ["format": part.format.title]))\n")
        continue
      }
      do {
        try StandardOutput.write(mapping.json.text(indentation: 2) + "\n")
      } catch {
        throw .unwritable("-", errno)
      }
      for note in part.notes { StandardError.write("\(languages.chosen.text(note))\n") }
    }
  }

  // MARK: Options

  private func options(
    _ cancelling: Cancelling, _ progress: ImportProgressLine
  ) throws(ImportProblem) -> ImportOptions {
    var options = ImportOptions(
      now: .wallClock, computation: .allCores, isCancelled: { cancelling.isAsked },
      progress: { progress.show($0) })
    options.format = from
    options.name = name
    options.dateOrder = dates.map { $0 == .monthFirst ? .monthFirst : .dayFirst }
    options.encoding = encoding.flatMap(TextEncoding.init(named:))
    options.delimiter = delimiterByte
    options.hasHeader = header
    options.rates = (try? rates()) ?? [:]
    options.city = city
    options.scoreField = score
    options.isDryRun = dryRun
    if let mapping { options.mapping = try Mapping(path: mapping) }
    return options
  }

  private var delimiterByte: UInt8? {
    guard let delimiter else { return nil }
    if delimiter == "tab" || delimiter == "\\t" { return 0x09 }
    return delimiter.utf8.count == 1 ? delimiter.utf8.first : nil
  }

  /// In millionths.
  private func rates() throws -> [String: Int64] {
    var rates: [String: Int64] = [:]
    for text in rate {
      let parts = text.split(separator: "=").map(String.init)
      guard parts.count == 2, let value = Double(parts[1]), value > 0, value < 1e9 else {
        throw ValidationError("'\(text)' is no rate. Give one such as USD=7.1.")
      }
      rates[parts[0].uppercased()] = Int64((value * 1_000_000).rounded())
    }
    return rates
  }
}

/// Whether somebody asked to stop. SIGINT and SIGTERM are taken for that as long as this is there.
final class Cancelling: Sendable {
  private static let asked = Atomic<Bool>(false)

  init() {
    for number in [SIGINT, SIGTERM] {
      signal(number) { _ in Cancelling.asked.store(true, ordering: .relaxed) }
    }
  }

  deinit { for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) } }

  var isAsked: Bool { Cancelling.asked.load(ordering: .relaxed) }
}

/// How far an import is: a bar, records and bytes a second, and the time left.
final class ImportProgressLine: Sendable {
  private let line = ProgressLine()
  private let start = ContinuousClock.now
  private let language: Language

  init(language: Language) { self.language = language }

  func show(_ progress: ImportProgress) {
    let elapsed = (ContinuousClock.now - start) / .seconds(1)
    line.show(
      ImportProgressText.text(progress, seconds: elapsed, width: 20, in: language))
  }

  func clear() { line.clear() }
}
