/// The reports that `koxtop report` knows, in the order of its help.
package enum ReportCatalogue {
  package static let all: [any NamedReport.Type] = [
    MembersReport.self, OverviewReport.self, LifecycleReport.self, RFMReport.self, CLVReport.self,
    RecallReport.self, NPSReport.self, DriversReport.self, TiersReport.self, PointsReport.self,
    CommunityReport.self, TiesReport.self, HostsReport.self, AccountReport.self, TouchpointsReport.self,
    ProgramReport.self,
  ]

  package static var names: [String] { all.map { $0.name } }

  /// A line for each report.
  package static var help: String { all.map { "\($0.name): \($0.about)" }.joined(separator: "\n") }

  /// The report of a name, or an error that tells the nearest one.
  package static func report(named name: String) throws -> any NamedReport.Type {
    guard let report = all.first(where: { $0.name == name }) else {
      throw unknownName(name, among: names, what: "report")
    }
    return report
  }

  /// Which reports know options, in words: `'report tiers' and 'report points'`.
  package static func reports(with options: any ReportOptions.Type) -> String {
    func knows<Named: NamedReport>(_ report: Named.Type) -> Bool { Named.Options.self == options }
    let names = all.filter { knows($0) }.map { "'report \($0.name)'" }
    guard let last = names.last, names.count > 1 else { return names.joined() }
    return "\(names.dropLast().joined(separator: ", ")) and \(last)"
  }
}
