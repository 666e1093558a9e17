import ArgumentParser
import Reports

struct ReportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report", abstract: "Print the figures behind a panel.", discussion: ReportCatalogue.help)

  @Argument(
    help: ArgumentHelp("\(ReportCatalogue.names.joined(separator: ", ")).", valueName: "panel"),
    transform: ReportCatalogue.report(named:))
  var report: any NamedReport.Type

  @OptionGroup var source: FolderArguments

  @Option(
    help: "json, text (as without it) or csv.",
    transform: { try named($0, among: ReportFormat.allCases, what: "format") })
  var format = ReportFormat.text

  @OptionGroup(title: "Members") var members: MemberOptions
  @OptionGroup(title: "Lifetime value") var purchases: PurchaseOptions
  @OptionGroup(title: "NPS") var satisfaction: SatisfactionOptions
  @OptionGroup(title: "Drivers") var drivers: DriverOptions
  @OptionGroup(title: "Touchpoints") var touchpoints: TouchpointOptions
  @OptionGroup(title: "One member") var chosenMember: ChosenMemberOptions
  @OptionGroup var languages: LanguageArguments
  @OptionGroup var privacy: PrivacyArguments
  @OptionGroup var spreadsheets: SpreadsheetArguments

  /// The groups of options that not every report knows.
  private var groups: [any ReportOptions] {
    [members, purchases, satisfaction, drivers, touchpoints, chosenMember]
  }

  func validate() throws {
    func check<Named: NamedReport>(_ report: Named.Type) throws {
      for group in groups where !(group is Named.Options) {
        guard let option = group.firstGiven else { continue }
        throw ValidationError("\(option) is for \(ReportCatalogue.reports(with: type(of: group))) only.")
      }
      try options(of: report).check(language: languages.chosen, isUnmasked: privacy.unmask)
      if let problem = report.problem(with: format) { throw ValidationError(problem) }
    }
    try check(report)
  }

  func run() throws {
    try reportingFailures { try write(report) }
  }

  private func write<Named: NamedReport>(_ report: Named.Type) throws {
    if report.showsContacts { privacy.record("report \(report.name)", in: try source.path()) }
    let (language, options) = (languages.chosen, options(of: report))
    let folder = try source.open(language: language, isUnmasked: privacy.unmask)
    // The settings can be asked for before there is any data.
    let isLacking = !(report == ProgramReport.self && folder.reading.snapshot.report.isWithoutData)
    if isLacking { folder.tellMissing(in: language) }
    var reading = folder.reading
    try options.check(in: reading)
    reading.measure(to: try report.depth(options, in: reading))
    if let made = try report.made(of: reading, options, language: language) {
      if format == .csv, !spreadsheets.noBom { try StandardOutput.write(CSVWriter.byteOrderMark) }
      try made.write(format, to: StandardOutput.write)
    }
    if isLacking { try folder.endIfLacking() }
  }

  /// What was given of the options that a report knows.
  private func options<Named: NamedReport>(of report: Named.Type) -> Named.Options {
    groups.lazy.compactMap { $0 as? Named.Options }.first ?? Named.Options()
  }
}
