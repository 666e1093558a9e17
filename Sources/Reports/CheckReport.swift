import Canvas
import Community
import Feeds
import JSONTape
import Loyalty
import Texts

/// What was read of a folder and what was set aside: what `koxtop check` prints.
package struct CheckReport: Sendable {
  package var report: ReadingReport
  package var moment: Moment
  package var language: Language

  package init(report: ReadingReport, moment: Moment, language: Language = .english) {
    self.report = report
    self.moment = moment
    self.language = language
  }

  /// Whether nothing was set aside and the programme has no problem.
  package var isClean: Bool { report.setAside.isEmpty && report.programProblems.isEmpty }

  /// JSON is one object with an entry for everything set aside, CSV a row for each of them.
  ///
  /// - Complexity: O(set aside) in time, O(1) in memory.
  package func write(_ format: ReportFormat, to sink: ReportSink) rethrows {
    switch format {
    case .json: try writeJSON(to: sink)
    case .csv: try writeCSV(to: sink)
    case .text: try writeText(to: sink)
    }
  }
}

// MARK: - JSON and CSV

extension CheckReport {
  private func writeJSON(to sink: ReportSink) rethrows {
    var writer = JSONWriter()
    writer.object { writer in
      writer.field("as_of", moment.zone.string(from: moment.now))
      writer.field("time_zone", moment.zone.identifier)
      writer.field("members_without_record", report.membersWithoutRecord)
      writer.field("duplicates", report.feeds.reduce(0) { $0 + $1.duplicates })
      writer.key("feeds")
      writer.array { writer in
        for feed in report.feeds { writer.object { write(feed, to: &$0) } }
      }
      writer.key("program")
      writer.array { writer in
        for problem in report.programProblems { writer.object { write(problem, to: &$0) } }
      }
      writer.key("notes")
      writer.array { writer in
        for note in report.notes { writer.object { write(note, to: &$0) } }
      }
    }
    // The list may be long: it's appended to the object piece by piece, before the closing bracket.
    var piece = writer.bytes
    piece.removeLast()
    piece += Array(",\"set_aside\":[".utf8)
    for (number, entry) in report.setAside.enumerated() {
      piece += Array((number > 0 ? ",\n" : "\n").utf8)
      writer.removeAll()
      writer.object { write(entry, to: &$0) }
      piece += writer.bytes
      try piece.flush(to: sink)
    }
    piece += Array((report.setAside.isEmpty ? "]}\n" : "\n]}\n").utf8)
    try piece.flush(to: sink, always: true)
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
    writer.field("description", entry.reason.description)
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
    case .membersThatAreHosts(let count):
      writer.field("note", "members_that_are_hosts")
      writer.field("count", count)
    case .networkMount:
      writer.field("note", "network_mount")
    }
  }

  private func writeCSV(to sink: ReportSink) rethrows {
    var writer = CSVWriter()
    writer.row(["feed", "file", "line", "index", "offset", "field", "reason"])
    for entry in report.setAside {
      writer.cell(entry.feed?.name ?? "")
      writer.cell(entry.file)
      if let line = entry.line { writer.cell(line) } else { writer.cell() }
      if let index = entry.index { writer.cell(index) } else { writer.cell() }
      writer.cell(entry.offset)
      writer.cell(entry.field ?? "")
      writer.cell(entry.reason.code)
      writer.endRow()
      if writer.bytes.count >= reportPieceSize {
        try writer.bytes.withUnsafeBytes { try sink($0) }
        writer.removeAll()
      }
    }
    try writer.bytes.withUnsafeBytes { try sink($0) }
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
  private func writeText(to sink: ReportSink) rethrows {
    var piece = ReportText.heading(.checkReportTitle, moment: moment, language: language)
    let headings: [Phrase] = [
      .reportFeed, .reportRecords, .reportDuplicates, .reportRecordsSetAside, .reportFieldsSetAside,
      .reportFiles,
    ]
    piece += ReportText.table(
      headings.map { language.text($0) },
      rows: report.feeds.map { feed in
        [
          feed.feed.name, language.number(feed.records), language.number(feed.duplicates),
          language.number(feed.recordsSetAside), language.number(feed.fieldsSetAside),
          feed.files.map(\.path.painted).joined(separator: " "),
        ]
      }, alignments: [.left, .right, .right, .right, .right, .left])
    piece.append(0x0A)
    let withoutRecord = language.number(report.membersWithoutRecord)
    piece += Array(
      "\(language.text(.reportMembers)), \(language.text(.reportWithoutRecord)): \(withoutRecord)\n".utf8)
    for note in report.notes { piece += Array((note.text(in: language).painted + "\n").utf8) }
    for problem in report.programProblems {
      piece += Array("program.json: \(problem.text(in: language).painted)\n".utf8)
    }
    if isClean {
      piece += Array((language.text(.checkClean) + "\n").utf8)
    } else if !report.setAside.isEmpty {
      piece += Array((language.text(.checkSetAside, ["count": report.setAside.count]) + "\n").utf8)
    }
    for entry in report.setAside {
      let place = entry.placeText.painted
      let byte = language.text(.checkByte, ["offset": Int(entry.offset)])
      piece += Array("  \(place) (\(byte)) \(entry.reasonText(in: language).painted)\n".utf8)
      try piece.flush(to: sink)
    }
    try piece.flush(to: sink, always: true)
  }
}
