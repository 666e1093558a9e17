import ArgumentParser
import Community
import Dashboard
import Feeds
import Loyalty
import Reports
import Screen
import Texts

struct DashboardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the dashboard. The name of the command may be left out.")

  @OptionGroup var source: FolderArguments
  @OptionGroup var languages: LanguageArguments
  @OptionGroup var appearance: AppearanceArguments
  @OptionGroup var privacy: PrivacyArguments
  @OptionGroup var spreadsheets: SpreadsheetArguments

  @Option(
    help: ArgumentHelp(
      "Under whose name decisions are written; without it by the config file, then the account's.",
      valueName: "name"))
  var manager: String?

  @OptionGroup var start: StartArguments

  func run() throws {
    try reportingFailures {
      var options = DashboardOptions(
        folder: try source.path(), machineZone: .machine(), environment: Environment.all)
      try appearance.checkTheme(environment: options.environment)
      options.machineZoneProblem = Zone.machineProblem()
      options.asOf = source.moment
      options.zone = try source.zone()
      options.language = languages.language
      options.manager = manager
      try start.apply(to: &options, isUnmasked: privacy.unmask, language: languages.chosen)
      options.theme = appearance.theme
      options.color = appearance.color
      options.isUnmasked = privacy.unmask
      options.writesByteOrderMark = !spreadsheets.noBom
      options.programPath = Paths.program
      options.workers = Computation.allCores.workers
      let offer = try ImportRequest.offered(to: &options.folder)
      do {
        if let signal = try runDashboard(options, offer: offer) { signal.endProcess() }
      } catch let error as TerminalProblem {
        throw CommandProblem("\(error)", code: .unavailable)
      }
    }
  }
}

/// Where the dashboard begins.
struct StartArguments: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The panel to begin with: \(PanelID.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "panel"),
    transform: { try named($0, among: PanelID.allCases, what: "panel") })
  var panel: PanelID?

  @Option(
    help: ArgumentHelp(
      "Begin with the list of whom a filter finds: of members, or of --panel recall or touchpoints.",
      valueName: "filter"))
  var filter: String?

  @Flag(
    help: "For a screen on the wall: begin with NPS, and leave what is kept for the next opening as it is.")
  var wall = false

  @Flag(help: "Begin at the Overview instead of where the dashboard was left.")
  var fresh = false

  func apply(to options: inout DashboardOptions, isUnmasked: Bool, language: Language) throws {
    if let filter {
      _ = try MemberFilter(
        filter, of: "--filter", mask: Mask(names: false, contacts: !isUnmasked), language: language)
    }
    options.panel = panel
    options.filter = filter
    options.isWall = wall
    options.isFresh = fresh
  }
}

extension AppearanceArguments {
  /// Throws when no theme has the name that was given.
  fileprivate func checkTheme(environment: [String: String]) throws {
    guard let theme else { return }
    let names = ThemeFiles(places: Places(environment: environment), programPath: Paths.program).names
    if names.contains(theme) { return }
    let hint = Spelling.nearest(to: theme, in: names).map { "Did you mean '\($0)'?" }
    throw ValidationError(
      "There is no theme '\(theme)'. \(hint ?? "Themes: \(names.joined(separator: ", ")).")")
  }
}
