import ArgumentParser
import Community
import Dashboard
import Feeds
import Loyalty
import Screen

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
