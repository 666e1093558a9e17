import Canvas
import Imports
import JSONTape
import Loyalty
import Texts

/// What an import did, or would do: what `koxtop import` prints.
///
/// JSON is one object with an entry for everything that wasn't taken, CSV a row for each of them.
package struct ImportReport: Report {
  package var outcomes: [ImportOutcome]
  package var folder: String
  package var isDryRun: Bool
  package var moment: Moment
  package var language: Language

  package init(
    outcomes: [ImportOutcome], folder: String, isDryRun: Bool, moment: Moment, language: Language = .english
  ) {
    self.outcomes = outcomes
    self.folder = folder
    self.isDryRun = isDryRun
    self.moment = moment
    self.language = language
  }

  private var rejections: [Rejection] { outcomes.flatMap(\.rejections.listed) }
}

extension ImportReport {
  package func json() -> ReportContent {
    object { writer in
      writer.field("folder", folder)
      writer.field("written", !isDryRun)
      writer.objects("sources", outcomes) { outcome, writer in
        writer.field("source", outcome.source)
        writer.field("records", outcome.records)
        writer.objects("parts", outcome.parts) { part, writer in
          writer.field("format", part.format.rawValue)
          writer.field("files", part.files)
        }
        writer.objects("files", outcome.changes) { change, writer in
          writer.field("feed", change.feed.name)
          writer.field("file", change.file)
          writer.field("records", change.records)
          writer.field("added", change.added)
          writer.field("changed", change.changed)
          writer.field("removed", change.removed)
          writer.field("repeated", change.repeated)
        }
        writer.key("not_taken")
        writer.object { writer in
          for (reason, count) in outcome.rejections.counts.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
            writer.field(reason.rawValue, count)
          }
        }
        writer.objects("problems", outcome.problems) { problem, writer in
          writer.field("description", Language.english.text(problem))
        }
        writer.key("unknown_files")
        writer.value(.array(outcome.unknownFiles.map { .string($0) }))
      }
      writer.objects("rejections", rejections) { rejection, writer in
        writer.field("file", rejection.file)
        writer.field("row", rejection.row)
        writer.field("field", rejection.field)
        writer.field("value", rejection.value)
        writer.field("reason", rejection.reason.rawValue)
      }
    }
  }

  package func csv() -> ReportContent {
    .csv(["file", "row", "field", "value", "reason"], rejections) { rejection, writer in
      writer.cell(rejection.file)
      writer.cell(rejection.row)
      writer.cell(rejection.field ?? "")
      writer.cell(rejection.value ?? "")
      writer.cell(rejection.reason.rawValue)
    }
  }

  package func text() -> ReportContent {
    var bytes: [UInt8] = []
    for outcome in outcomes {
      for part in outcome.parts {
        let files = language.text(.importFiles, ["count": part.files])
        bytes += line(
          .importHolds, ["source": outcome.source.painted, "format": part.format.title, "files": files])
        bytes += unused(of: part)
      }
      for problem in outcome.problems { bytes += ReportText.line(language.text(problem).painted) }
      for file in outcome.unknownFiles { bytes += line(.importUnknownFile, ["file": file.painted]) }
    }
    let changes = outcomes.flatMap(\.changes)
    if changes.isEmpty {
      bytes += line(.importNothing)
    } else {
      bytes += table(
        [.importFile, .importRecords, .importAdded, .importChanged, .importRemoved],
        rows: changes.map { change in
          [change.file]
            + [change.records, change.added, change.changed, change.removed].map { language.number($0) }
        }, alignments: [.left, .right, .right, .right, .right])
    }
    if let currency = outcomes.lazy.compactMap(\.madeProgram).first {
      bytes += line(.importMadeProgram, ["currency": currency])
    }
    if isDryRun { bytes += line(.importDryRun) }
    bytes += notTaken()
    if !isDryRun, !changes.isEmpty { bytes += line(.importNext, ["folder": folder.painted]) }
    return ReportContent(bytes)
  }

  /// Fields that nothing became of.
  private func unused(of part: ImportOutcome.Part) -> [UInt8] {
    let fields = part.notes.compactMap { note -> String? in
      if case .notTaken(let field) = note { field.painted } else { nil }
    }
    guard !fields.isEmpty else { return [] }
    return line(.importUnused, ["fields": fields.joined(separator: language == .english ? ", " : "、")])
  }

  /// Reasons with their counts, and the first rows of each.
  private func notTaken() -> [UInt8] {
    var counts: [RejectionReason: Int] = [:]
    for outcome in outcomes { counts.merge(outcome.rejections.counts, uniquingKeysWith: +) }
    guard !counts.isEmpty else { return [] }
    var bytes = line(.importLeftOut, ["count": counts.values.reduce(0, +)])
    for (reason, count) in counts.sorted(by: { ($1.value, $0.key.rawValue) < ($0.value, $1.key.rawValue) }) {
      let listed = rejections.filter { $0.reason == reason }.prefix(5)
      for rejection in listed {
        bytes += ReportText.line("  \(language.text(rejection).painted)")
      }
      if count > listed.count {
        bytes += ReportText.line(
          "  \(language.text(.importLeftOutMore, ["count": count - listed.count])): \(language.text(reason))")
      }
    }
    return bytes
  }
}
