import Canvas
import Community
import Feeds
import JSONTape
import Loyalty
import Texts

/// The programme as it is in force: what `koxtop report program` prints.
///
/// The JSON has the form of `program.json`, every key with its value; `time_zone` is the zone that was used.
package struct ProgramReport: Sendable {
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

  /// - Precondition: the format isn't CSV; a programme has no rows.
  package func write(_ format: ReportFormat, to sink: ReportSink) rethrows {
    precondition(format != .csv, "a programme has no rows")
    let bytes = format == .json ? Array((program.json.text(indentation: 2) + "\n").utf8) : text()
    try bytes.withUnsafeBytes { try sink($0) }
  }

  private func text() -> [UInt8] {
    let json = program.json
    var bytes = ReportText.heading(.programReportTitle, moment: moment, language: language)
    bytes += ReportText.table(
      [.reportKey, .reportValue, .reportMeaning].map { language.text($0) },
      rows: Program.keys.map { key in
        let value = key.path.split(separator: ".").reduce(JSONValue?.some(json)) { $0?[String($1)] }
        return [key.path, value.map { $0.text() } ?? "null", key.about]
      }, alignments: [.left, .left, .left])
    for problem in problems { bytes += Array("program.json: \(problem.text(in: language).painted)\n".utf8) }
    return bytes
  }
}
