import ArgumentParser
import Community
import Dashboard
import Screen
import Texts

/// Which folder, and how its times are read.
struct FolderArguments: ParsableArguments {
  @Argument(
    help: "The community folder; without one, the sample data.", completion: .directory)
  var folder: String?

  @Option(
    help: ArgumentHelp(
      "What counts as now: 'now', 'latest' (the newest event), or a time; a bare date means its end.",
      valueName: "time"))
  var asOf: String?

  @Option(
    help: ArgumentHelp(
      "The zone that days are counted in: an IANA name or an offset such as +08:00.", valueName: "zone"))
  var timeZone: String?
}

/// The language of what people read.
struct LanguageArguments: ParsableArguments {
  @Option(
    name: [.long, .customLong("lang")],
    help: ArgumentHelp("en or zh-Hans; without it, the locale's.", valueName: "language"),
    transform: Language.init(argument:))
  var language: Language?

  /// The language asked for, else the locale's.
  var chosen: Language { Language.choose(option: language, environment: Environment.all) }
}

/// What the screen looks like.
struct AppearanceArguments: ParsableArguments {
  @Option(help: ArgumentHelp("A theme by name.", valueName: "theme"))
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "How many colours, or when; auto is as the environment and the terminal say.",
      valueName: "when"))
  var color = ColorOption.auto
}

/// What is shown of people.
struct PrivacyArguments: ParsableArguments {
  @Flag(help: "Show phone numbers and e-mail addresses in full. Leaves a line in the log.")
  var unmask = false

  /// Leaves the line in the log, where people are shown.
  func record(_ action: String, in folder: String) {
    guard unmask else { return }
    let places = Places(environment: Environment.all)
    if !UnmaskingRecord.write(action: action, folder: folder, to: places, clock: { .wallClock }) {
      StandardError.write("Warning: the log couldn't be written: \(places.logPath ?? "HOME isn't set").\n")
    }
  }
}

/// For whom CSV is written.
struct SpreadsheetArguments: ParsableArguments {
  @Flag(
    help: "CSV without the byte order mark at its beginning, by which spreadsheets tell that it's UTF-8.")
  var noBom = false
}

extension ColorOption: ExpressibleByArgument {}

extension Language {
  /// A language by its tag; other tags of the same languages (`zh`, `zh-CN`, `en_GB`) are understood too.
  init(argument: String) throws {
    let parts = argument.lowercased().split { $0 == "-" || $0 == "_" || $0 == "." }
    switch parts.first {
    case "en": self = .english
    case "zh" where !parts.contains("hant") && !parts.contains("tw") && !parts.contains("hk"):
      self = .simplifiedChinese
    default:
      throw ValidationError("There is no language '\(argument)'. Choose 'en' or 'zh-Hans'.")
    }
  }
}

/// A size in cells as an argument: `120x36`.
struct SizeArgument: ExpressibleByArgument, Hashable {
  var columns: Int
  var rows: Int

  init?(argument: String) {
    let parts = argument.lowercased().split(whereSeparator: { $0 == "x" || $0 == "×" })
    guard parts.count == 2, let columns = Int(parts[0]), let rows = Int(parts[1]),
      (1...1000).contains(columns), (1...1000).contains(rows)
    else { return nil }
    self.columns = columns
    self.rows = rows
  }

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
  }

  var defaultValueDescription: String { "\(columns)x\(rows)" }
}
