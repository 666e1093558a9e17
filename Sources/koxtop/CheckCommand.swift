import ArgumentParser
import Dashboard
import Reports

struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Say what was read of a folder, what was not used, and why.",
    discussion: "Ends with exit code 1 when anything was not used or not read.")

  @OptionGroup var source: FolderArguments

  @Option(
    help: "json, text (as without it) or csv.",
    transform: { try named($0, among: ReportFormat.allCases, what: "format") })
  var format = ReportFormat.text

  @OptionGroup var languages: LanguageArguments

  func run() throws {
    try reportingFailures {
      let folder = try source.open(language: languages.chosen)
      let report = CheckReport(
        report: folder.reading.snapshot.report, moment: folder.moment, language: languages.chosen)
      if report.report.lacksData { folder.tellMissing(in: languages.chosen) }
      try report.write(format, to: StandardOutput.write)
      if !report.isClean { throw ExitCode(1) }
    }
  }
}
