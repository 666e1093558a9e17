import ArgumentParser
import Dashboard
import Feeds
import Glibc
import Screen

struct DashboardCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "open", abstract: "Open the dashboard. The name of the command may be left out.")

  @OptionGroup var source: FolderArguments
  @OptionGroup var languages: LanguageArguments
  @OptionGroup var appearance: AppearanceArguments
  @OptionGroup var privacy: PrivacyArguments

  func run() throws {
    try reportingFailures {
      var options = DashboardOptions(
        folder: try source.path(), machineZone: .machine(), environment: Environment.all)
      options.asOf = source.moment
      options.zone = try source.zone()
      options.language = languages.language
      options.theme = appearance.theme
      options.color = appearance.color
      options.isUnmasked = privacy.unmask
      options.programPath = Paths.program
      options.workers = max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
      do {
        if let signal = try runDashboard(options) { signal.endProcess() }
      } catch let error as TerminalError {
        throw Failure("\(error)")
      }
    }
  }
}
