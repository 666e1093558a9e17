import Canvas
import Community
import JSONTape
import Loyalty
import Texts

/// Members as rows: what `koxtop report members` prints and what the dashboard exports.
///
/// JSON is an array of objects, one a line; CSV has a header; both are keyed by the columns' ids. Money is a decimal
/// number, times are RFC 3339 in the roster's zone, days are whole numbers, what is unknown is null or an empty cell.
/// Phone numbers, e-mail addresses and names are masked as the roster says.
package struct MembersReport: Sendable {
  package var roster: Roster
  package var members: [Member.Index]
  package var columns: [MemberColumn]
  package var language: Language

  package init(
    roster: Roster, members: [Member.Index], columns: [MemberColumn], language: Language = .english
  ) {
    self.roster = roster
    self.members = members
    self.columns = columns
    self.language = language
  }

  /// Writes the rows, in pieces.
  ///
  /// - Complexity: O(rows × columns) in time, O(1) in memory.
  package func write(_ format: ReportFormat, to sink: ReportSink) rethrows {
    switch format {
    case .json: try writeJSON(to: sink)
    case .csv: try writeCSV(to: sink)
    case .text: try writeText(to: sink)
    }
  }
}

// MARK: - JSON and CSV

extension MembersReport {
  private func writeJSON(to sink: ReportSink) rethrows {
    var piece: [UInt8] = [UInt8(ascii: "[")]
    var writer = JSONWriter()
    for (number, member) in members.enumerated() {
      if number > 0 { piece.append(UInt8(ascii: ",")) }
      piece.append(UInt8(ascii: "\n"))
      writer.removeAll()
      writer.object { writer in
        for column in columns {
          writer.key(column.id)
          write(roster[column, member], to: &writer)
        }
      }
      piece += writer.bytes
      try piece.flush(to: sink)
    }
    piece += Array((members.isEmpty ? "]\n" : "\n]\n").utf8)
    try piece.flush(to: sink, always: true)
  }

  private func write(_ value: ColumnValue, to writer: inout JSONWriter) {
    switch value {
    case .unknown: writer.null()
    case .text(let text), .word(_, let text): writer.value(text)
    case .list(let words): writer.array { for word in words { $0.value(word) } }
    case .count(let count): writer.value(count)
    case .number(let number): writer.value(number)
    case .money(let money): writer.value(hundredths: money.rawValue)
    case .days(let days): writer.value(days)
    case .instant(let instant): writer.value(roster.moment.zone.string(from: instant))
    case .date(let birthday): writer.value(birthday.description)
    case .named(let id, _): writer.value(id)
    case .percent(let value): writer.value(value)
    case .boolean(let isTrue): writer.value(isTrue)
    }
  }

  private func writeCSV(to sink: ReportSink) rethrows {
    var writer = CSVWriter()
    writer.row(columns.map(\.id))
    for member in members {
      for column in columns { write(roster[column, member], to: &writer) }
      writer.endRow()
      if writer.bytes.count >= reportPieceSize {
        try writer.bytes.withUnsafeBytes { try sink($0) }
        writer.removeAll()
      }
    }
    if !writer.bytes.isEmpty { try writer.bytes.withUnsafeBytes { try sink($0) } }
  }

  private func write(_ value: ColumnValue, to writer: inout CSVWriter) {
    switch value {
    case .unknown: writer.cell()
    case .text(let text), .word(_, let text): writer.cell(text)
    case .list(let words): writer.cell(words.joined(separator: ";"))
    case .count(let count): writer.cell(count)
    case .number(let number): writer.cell(number)
    case .money(let money): writer.cell(hundredths: money.rawValue)
    case .days(let days): writer.cell(days)
    case .instant(let instant): writer.cell(roster.moment.zone.string(from: instant))
    case .date(let birthday): writer.cell(birthday.description)
    case .named(let id, _): writer.cell(id)
    case .percent(let value): writer.cell(value)
    case .boolean(let isTrue): writer.cell(isTrue)
    }
  }
}

// MARK: - Text

extension MembersReport {
  /// As many rows as columns are measured by; a later, wider value moves what follows it.
  private static let measuredRows = 1000
  private static let widest = 40

  private func writeText(to sink: ReportSink) rethrows {
    var piece = ReportText.heading(.membersReportTitle, moment: roster.moment, language: language)
    let headings = columns.map { language.text($0.title) }
    let widths = columns.indices.map { index in
      let measured = members.prefix(MembersReport.measuredRows).map { text(columns[index], of: $0).cellWidth }
      return min(MembersReport.widest, max(headings[index].cellWidth, measured.max() ?? 0))
    }
    let alignments = columns.map { $0.kind.isRightAligned ? Alignment.right : .left }
    piece += ReportText.row(headings, widths: widths, alignments: alignments)
    for member in members {
      piece += ReportText.row(columns.map { text($0, of: member) }, widths: widths, alignments: alignments)
      try piece.flush(to: sink)
    }
    piece += Array((language.text(.membersReportCount, ["count": members.count]) + "\n").utf8)
    if let absence = roster.measures?.model?.absence, columns.contains(where: { $0.need == .model }) {
      piece += Array((language.text(absence) + "\n").utf8)
    }
    try piece.flush(to: sink, always: true)
  }

  private func text(_ column: MemberColumn, of member: Member.Index) -> String {
    switch roster[column, member] {
    case .unknown: "–"
    case .text(let text): text.painted
    case .word(let column, let id): language.word(id, of: column)
    case .named(_, let name): language.text(name)
    case .percent(let value): language.percent(value / 100, decimals: 1)
    case .list(let words): words.joined(separator: " ").painted
    case .count(let count): language.number(count)
    case .number(let number): language.number(number, decimals: number == number.rounded() ? 0 : 2)
    case .money(let money):
      language.money(money, currency: roster.community.program.currency, precision: .exact)
    case .days(let days): language.days(days)
    case .instant(let instant): language.dateAndTime(instant, in: roster.moment.zone)
    case .date(let birthday): birthday.description
    case .boolean(let isTrue): language.text(isTrue ? .yes : .no)
    }
  }
}
