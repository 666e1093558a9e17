import Canvas
import Community
import Feeds
import JSONTape
import Loyalty
import Texts

/// The programme as it is in force: what `koxtop report program` prints.
///
/// The JSON has the form of `program.json`, every key with its value; `time_zone` is the zone that was used.
///
/// - Precondition: the format isn't CSV; a programme has no rows.
package struct ProgramReport: Report {
  package var program: Program
  package var problems: [ProgramProblem]
  package var moment: Moment
  package var language: Language

  package init(
    program: Program, problems: [ProgramProblem] = [], moment: Moment, language: Language = .english
  ) {
    self.program = program
    self.problems = problems
    self.moment = moment
    self.language = language
    self.program.timeZone = moment.zone.identifier
  }

  package func json() -> ReportContent {
    ReportContent(ReportText.line(program.json.text(indentation: 2)))
  }

  /// A programme has no rows.
  package func csv() -> ReportContent { ReportContent([]) }

  package func text() -> ReportContent {
    let json = program.json
    var bytes = heading(.programReportTitle)
    bytes += table(
      [.reportKey, .reportValue, .reportMeaning],
      rows: Program.keys.map { key in
        let value = key.path.split(separator: ".").reduce(JSONValue?.some(json)) { $0?[String($1)] }
        return [key.path, value.map { $0.text() } ?? "null", key.about]
      }, alignments: [.left, .left, .left])
    for problem in problems {
      bytes += ReportText.line("program.json: \(problem.text(in: language).painted)")
    }
    return ReportContent(bytes)
  }
}

extension ProgramReport: NamedReport {
  package static let name = "program"
  package static let about = "the effective programme, every key with its value."

  package static func problem(with format: ReportFormat) -> String? {
    format == .csv ? "The programme has no rows; choose --format json or text." : nil
  }

  package static func made(
    of reading: FolderReading, _ options: NoReportOptions, language: Language
  ) -> (any Report)? {
    ProgramReport(
      program: reading.snapshot.community.program, problems: reading.snapshot.report.programProblems,
      moment: reading.moment, language: language)
  }
}
