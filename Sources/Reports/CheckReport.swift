import Canvas
import Community
import Feeds
import JSONTape
import Loyalty
import Texts

/// What was read of a folder and what was set aside: what `koxtop check` prints.
///
/// JSON is one object with an entry for everything set aside, CSV a row for each of them.
///
/// - Complexity: O(set aside) in time, O(1) in memory.
package struct CheckReport: Report {
  package var report: ReadingReport
  package var moment: Moment
  package var language: Language

  package init(report: ReadingReport, moment: Moment, language: Language = .english) {
    self.report = report
    self.moment = moment
    self.language = language
  }

  /// Whether files were read, nothing was set aside, nothing that looks like data lies about unread, and the settings
  /// have no problem.
  package var isClean: Bool { !report.isWithoutData && report.problemCount == 0 }
}

// MARK: - JSON and CSV

extension CheckReport {
  package func json() -> ReportContent {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field(moment)
      writer.field("members_without_record", report.membersWithoutRecord)
      writer.field("duplicates", report.feeds.reduce(0) { $0 + $1.duplicates })
      writer.objects("feeds", report.feeds) { write($0, to: &$1) }
      writer.objects("program", report.programProblems) { write($0, to: &$1) }
      writer.objects("notes", report.notes) { write($0, to: &$1) }
      writer.field("time_zone_problem", report.machineZoneProblem?.text(in: .english))
      writer.objects("not_read", report.strays) { write($0, to: &$1) }
    }
    // Before the closing bracket, as the list may be long.
    let head = writer.bytes.dropLast() + Array(",\"set_aside\":[".utf8)
    return .json(
      head: Array(head), objects: report.setAside, tail: report.setAside.isEmpty ? "]}\n" : "\n]}\n"
    ) { write($0, to: &$1) }
  }

  private func write(_ feed: FeedReport, to writer: inout JSONWriter) {
    writer.field("feed", feed.feed.name)
    writer.field("records", feed.records)
    writer.field("duplicates", feed.duplicates)
    writer.field("records_set_aside", feed.recordsSetAside)
    writer.field("fields_set_aside", feed.fieldsSetAside)
    writer.key("files")
    writer.array { writer in
      for file in feed.files {
        writer.object { writer in
          writer.field("file", file.path)
          writer.field("bytes", file.bytes)
          writer.field("records", file.records)
        }
      }
    }
  }

  private func write(_ entry: SetAside, to writer: inout JSONWriter) {
    writer.field("feed", entry.feed?.name)
    writer.field("file", entry.file)
    writer.field("line", entry.line)
    writer.field("index", entry.index)
    writer.field("offset", entry.offset)
    writer.field("field", entry.field)
    writer.field("reason", entry.reason.code)
    writer.field("cause", entry.reason.cause)
    writer.field("column", entry.column)
    writer.field("value", entry.value)
    writer.field("hint", entry.hint)
    writer.field("description", entry.words(in: .english))
  }

  private func write(_ stray: StrayEntry, to writer: inout JSONWriter) {
    writer.field("path", stray.placeText)
    writer.field("nearest", stray.nearest)
    writer.field("advice", stray.code)
    writer.field("description", stray.text(in: .english))
  }

  private func write(_ problem: ProgramProblem, to writer: inout JSONWriter) {
    switch problem {
    case .unreadable(let reason, let line, let column):
      writer.field("reason", reason.code)
      writer.field("line", line)
      writer.field("column", column)
    case .unknownKey(let path, let nearest):
      writer.field("key", path)
      writer.field("reason", "unknown_key")
      writer.field("nearest", nearest)
    case .wrongType(let path, let expected):
      writer.field("key", path)
      writer.field("reason", SetAsideProblem.wrongType(expected: expected).code)
      writer.field("expected", expected.rawValue)
    case .badValue(let path, let value, let nearest):
      writer.field("key", path)
      writer.field("reason", "bad_value")
      writer.field("value", value)
      writer.field("nearest", nearest)
    case .noZoneData(let path, let value):
      writer.field("key", path)
      writer.field("reason", "no_zone_data")
      writer.field("value", value)
    case .tiers(let path, let problem):
      writer.field("key", path)
      writer.field("reason", problem.code)
      writer.field("description", Language.english.text(problem))
    }
  }

  private func write(_ note: ReadingNote, to writer: inout JSONWriter) {
    switch note {
    case .amountsRounded(let file, let count):
      writer.field("note", "amounts_rounded")
      writer.field("file", file)
      writer.field("count", count)
    case .unfinishedLine(let file, let line):
      writer.field("note", "unfinished_line")
      writer.field("file", file)
      writer.field("line", line)
    case .membersThatAreHosts(let count):
      writer.field("note", "members_that_are_hosts")
      writer.field("count", count)
    case .unknownField(let file, let field, let meant):
      writer.field("note", "unknown_field")
      writer.field("file", file)
      writer.field("field", field)
      writer.field("nearest", meant)
    case .networkMount:
      writer.field("note", "network_mount")
    }
  }

  package func csv() -> ReportContent {
    .csv(
      ["feed", "file", "line", "index", "offset", "field", "reason", "column", "value", "description"],
      report.setAside
    ) { entry, writer in
      writer.cell(entry.feed?.name ?? "")
      writer.cell(entry.file)
      if let line = entry.line { writer.cell(line) } else { writer.cell() }
      if let index = entry.index { writer.cell(index) } else { writer.cell() }
      writer.cell(entry.offset)
      writer.cell(entry.field ?? "")
      writer.cell(entry.reason.code)
      if let column = entry.column { writer.cell(column) } else { writer.cell() }
      writer.cell(entry.value ?? "")
      writer.cell(entry.words(in: language))
    }
  }
}

extension SetAside {
  /// From 1; nil for elements of arrays and whole files.
  fileprivate var line: Int? { if case .line(let line) = place { line } else { nil } }
  /// From 0; only for elements of arrays.
  fileprivate var index: Int? { if case .index(let index) = place { index } else { nil } }
}

// MARK: - Text

extension CheckReport {
  package func text() -> ReportContent {
    var bytes = heading(.checkReportTitle)
    let headings: [Phrase] = [
      .reportFeed, .reportRecords, .reportDuplicates, .reportRecordsSetAside, .reportFieldsSetAside,
      .reportFiles,
    ]
    bytes += ReportText.table(
      headings.map { language.text($0) },
      rows: report.feeds.map { feed in
        [
          feed.feed.name, language.number(feed.records), language.number(feed.duplicates),
          language.number(feed.recordsSetAside), language.number(feed.fieldsSetAside),
          feed.files.map(\.path.painted).joined(separator: " "),
        ]
      }, alignments: [.left, .right, .right, .right, .right, .left])
    bytes.append(0x0A)
    bytes += ReportText.line(language.text(.checkWithoutRecord, ["count": report.membersWithoutRecord]))
    for note in report.notes { bytes += ReportText.line(note.text(in: language).painted) }
    for problem in report.programProblems {
      bytes += ReportText.line("program.json: \(problem.text(in: language).painted)")
    }
    if let problem = report.machineZoneProblem {
      bytes += line(.missingZone, ["reason": problem.text(in: language)])
    }
    let strays = report.strays.filter(\.isData)
    if !strays.isEmpty {
      bytes += line(.strayTitle, ["count": strays.count])
      for stray in strays {
        bytes += ReportText.line("  \(stray.placeText.painted)  \(stray.text(in: language).painted)")
      }
    }
    let others = report.strays.filter { !$0.isData }.map(\.placeText.painted)
    if !others.isEmpty { bytes += line(.strayOthers, ["names": others.joined(separator: ", ")]) }
    if report.isWithoutData {
      bytes += line(report.unreadFiles.isEmpty ? .checkNothing : .checkUnreadable)
    } else if isClean {
      bytes += line(report.feeds.allSatisfy { $0.records == 0 } ? .checkNoRecords : .checkClean)
    }
    if !report.setAside.isEmpty {
      bytes += line(.checkSetAside, ["count": report.setAside.count])
    }
    return ReportContent(head: bytes, rows: report.setAside, tail: []) { entry, bytes in
      let place = entry.placeText.painted
      let byte = language.text(.checkByte, ["offset": Int(entry.offset)])
      bytes += ReportText.line("  \(place) (\(byte)) \(entry.reasonText(in: language).painted)")
    }
  }
}
