import ArgumentParser
import Canvas
import Loyalty
import Texts

/// Which members, which columns, in what order.
package struct MemberOptions: ReportOptions {
  @Option(
    help: ArgumentHelp(
      "Column ids, separated by commas; 'all' for every column.", valueName: "columns"))
  package var columns: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("A filter: 'city:上海 spend>500 silent>30d'.", valueName: "filter"))
  package var `where`: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp(
      "The column to sort by; a minus before it turns the order around.", valueName: "column"))
  package var sort: String?

  @Option(parsing: .unconditional, help: ArgumentHelp("At most this many members.", valueName: "count"))
  package var limit: Int?

  package var firstGiven: String? {
    if columns != nil { return "--columns" }
    if `where` != nil { return "--where" }
    if sort != nil { return "--sort" }
    return limit == nil ? nil : "--limit"
  }

  package func validate() throws {
    if let limit, limit < 0 {
      throw ValidationError("--limit takes a whole number of 0 or more, not \(limit).")
    }
  }

  package init() {}

  package func check(language: Language, isUnmasked: Bool) throws {
    _ = try chosenColumns()
    _ = try chosenOrder()
    _ = try chosenFilter(mask: Mask(names: false, contacts: !isUnmasked), language: language)
  }
}

extension MemberOptions {
  func chosenColumns() throws -> [MemberColumn] {
    guard let columns else { return MemberColumn.standard }
    if columns == "all" { return MemberColumn.allCases }
    let names = columns.split(whereSeparator: { $0 == "," || $0 == " " }).map(String.init)
    if names.isEmpty { throw ValidationError("--columns names no column.") }
    return try names.map { try column($0, option: "--columns") }
  }

  func chosenOrder() throws -> MemberOrder {
    guard let sort else { return .standard }
    let isReversed = sort.hasPrefix("-")
    var order = MemberOrder(
      by: try column(String(isReversed ? sort.dropFirst() : sort[...]), option: "--sort"))
    if isReversed { order.direction = order.direction == .ascending ? .descending : .ascending }
    return order
  }

  private func column(_ name: String, option: String) throws -> MemberColumn {
    if let column = MemberColumn(filterName: name) { return column }
    let names = MemberColumn.allCases.map(\.id)
    let hint = Spelling.nearest(to: name, in: names).map { "Did you mean '\($0)'?" }
    throw ValidationError(
      "\(option): there is no column '\(name)'. \(hint ?? "Columns: \(names.joined(separator: ", ")).")")
  }

  func chosenFilter(mask: Mask, language: Language) throws -> MemberFilter {
    guard let text = `where` else { return .all }
    return try MemberFilter(text, of: "--where", mask: mask, language: language)
  }
}
