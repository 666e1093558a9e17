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
///
/// Writes the rows, in pieces.
///
/// - Complexity: O(rows × columns) in time, O(1) in memory.
package struct MembersReport: Report {
  package var roster: Roster
  package var members: [Member.Index]
  package var columns: [MemberColumn]
  package var language: Language

  package var moment: Moment { roster.moment }

  package init(
    roster: Roster, members: [Member.Index], columns: [MemberColumn], language: Language = .english
  ) {
    self.roster = roster
    self.members = members
    self.columns = columns
    self.language = language
  }
}

// MARK: - JSON and CSV

extension MembersReport {
  package func json() -> ReportContent {
    .json(head: [UInt8(ascii: "[")], objects: members, tail: members.isEmpty ? "]\n" : "\n]\n") {
      member, writer in
      for column in columns {
        writer.key(column.id)
        write(roster[column, member], to: &writer)
      }
    }
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
    case .names(let names): writer.array { for name in names { $0.value(name.id) } }
    case .percent(let value): writer.value(value)
    case .boolean(let isTrue): writer.value(isTrue)
    }
  }

  package func csv() -> ReportContent {
    .csv(columns.map(\.id), members) { member, writer in
      for column in columns { write(roster[column, member], to: &writer) }
    }
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
    case .names(let names): writer.cell(names.map(\.id).joined(separator: ";"))
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

  package func text() -> ReportContent {
    let headings = columns.map { language.text($0.title) }
    let widths = columns.indices.map { index in
      let measured = members.prefix(MembersReport.measuredRows).map { text(columns[index], of: $0).cellWidth }
      return min(MembersReport.widest, max(headings[index].cellWidth, measured.max() ?? 0))
    }
    let alignments = columns.map { $0.kind.isRightAligned ? Alignment.right : .left }
    let head =
      heading(.membersReportTitle) + ReportText.row(headings, widths: widths, alignments: alignments)
    var tail = line(.membersReportCount, ["count": members.count])
    if let absence = roster.measures?.model?.absence, columns.contains(where: { $0.need == .model }) {
      tail += ReportText.line(language.text(absence))
    }
    return ReportContent(head: head, rows: members, tail: tail) { member, bytes in
      bytes += ReportText.row(columns.map { text($0, of: member) }, widths: widths, alignments: alignments)
    }
  }

  private func text(_ column: MemberColumn, of member: Member.Index) -> String {
    switch roster[column, member] {
    case .unknown: "–"
    case .text(let text): text.painted
    case .word(let column, let id): language.word(id, of: column)
    case .named(_, let name): language.text(name)
    case .names(let names): names.map(\.id).joined(separator: " ").painted
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

extension MembersReport: NamedReport {
  package static let name = "members"
  package static let about = """
    one row per member, as a JSON array of objects, as text or as CSV. The keys are the columns' ids.
    """
  package static let showsContacts = true

  package static func depth(_ options: MemberOptions, in reading: FolderReading) throws -> FolderReading.Depth
  {
    let filter = try options.chosenFilter(mask: reading.roster.mask, language: .english)
    let columns = filter.columns.union(try options.chosenColumns() + [try options.chosenOrder().column])
    if columns.contains(where: \.isOfCommunity) { return .community }
    return columns.contains(where: \.isMeasured) ? .measures : .figures
  }

  package static func made(
    of reading: FolderReading, _ options: MemberOptions, language: Language
  ) throws -> (any Report)? {
    let roster = reading.roster
    let query = MemberQuery(
      filter: try options.chosenFilter(mask: roster.mask, language: language),
      order: try options.chosenOrder())
    return MembersReport(
      roster: roster, members: roster.rows(query, limit: options.limit),
      columns: try options.chosenColumns(), language: language)
  }
}

extension Roster {
  /// The first members that a query finds, or all.
  fileprivate func rows(_ query: MemberQuery, limit: Int?) -> [Member.Index] {
    if let limit, (1...10_000).contains(limit) { return firstScreenful(query, count: limit).rows }
    let rows = all(query)?.rows ?? []
    return limit.map { Array(rows.prefix($0)) } ?? rows
  }
}
