import Canvas
import Testing

@testable import Dashboard

/// What a manager sees: the last frame's lines, and which of their cells look selected, active, or like a message.
struct ShownScreen {
  /// The rows of the screen, without spaces at their ends.
  let lines: [String]
  private let cells: [[ShownCell]]
  /// Where a pop-up lies over the panel.
  private let popUpArea: Rect?

  /// Paints a state in the theme that gives each role a look of its own, so that a cell's look tells its role.
  init(_ state: DashboardState) {
    var state = state
    state.look.theme = .distinct
    let frame = view(state)
    let grid = frame.grid
    let (styles, legend) = grid.styleLines(theme: .distinct)
    let names = legend.map { ($0.first, String($0.dropFirst(2))) }
    lines = grid.textLines
    popUpArea = frame.areas.last { $0.target == .overlay }?.rect
    cells = styles.enumerated().map { row, letters in
      let letters = Array(letters)
      return grid.row(row).enumerated().map { column, cell in
        var text = ""
        cell.glyph.forEachScalar { text.unicodeScalars.append($0) }
        let letter = letters.indices.contains(column) ? letters[column] : nil
        return ShownCell(text: text, role: names.first { $0.0 == letter }?.1 ?? "")
      }
    }
  }

  // MARK: Lines

  /// Whether a line of the screen holds a text, however far apart its words stand.
  func shows(_ text: String) -> Bool { lines.contains { $0.contains(text) || words(of: $0).contains(text) } }

  /// The first line that holds a text, its words one space apart; empty where none does.
  func line(with text: String) -> String {
    lines.map(words).first { $0.contains(text) } ?? ""
  }

  /// The keys that work here, and what was said last.
  var footer: String { words(of: lines.last ?? "") }

  /// What the last line says of the last action; empty without.
  var message: String {
    let said = Set(["message", "success", "warning", "error"])
    return text(of: cells.count - 1) { said.contains($0.role) }
  }

  // MARK: Where one is

  /// The title of the panel whose tab is active.
  var panel: String { String(text(of: 0) { $0.role == "tab_active" }.drop { !$0.isLetter }) }

  /// The title of the part that is active within the panel or a card; empty where none has a tab.
  var part: String {
    cells.indices.dropFirst().lazy.map { row in text(of: row) { $0.role == "tab_active" } }
      .first { !$0.isEmpty } ?? ""
  }

  /// The lines of what lies over the panel, without its frame; empty where nothing does.
  var popUp: [String] {
    guard let area = popUpArea else { return [] }
    return (area.row..<area.endRow).map { row in
      words(of: cells[row][area.column..<area.endColumn].map(\.text).joined())
    }
  }

  // MARK: Lists

  /// The line that is selected, without its sign, its words one space apart: in a pop-up, where one is open. Empty where
  /// none is. What belongs to the selected line may look like it; the line itself has the sign, or a mark in its place.
  var selected: String {
    let area = popUpArea ?? Rect(column: 0, row: 0, columns: cells.first?.count ?? 0, rows: cells.count)
    let lines = (area.row..<area.endRow).map { row in
      text(of: row, in: area.column..<area.endColumn) { $0.role.hasPrefix("selection") }
    }
    let line = lines.first { $0.hasPrefix("▸") || $0.hasPrefix("●") } ?? lines.first { !$0.isEmpty }
    return line.map(Self.withoutSign) ?? ""
  }

  /// How many parts of lines look selected, wherever they stand.
  var linesThatLookSelected: Int {
    cells.reduce(0) { count, line in
      let looks = [false] + line.map { $0.role.hasPrefix("selection") }
      return count + zip(looks, looks.dropFirst()).count { !$0 && $1 }
    }
  }

  /// The lines that carry a mark, without it, their words one space apart.
  var marked: [String] {
    lines.filter { $0.hasPrefix("●") }.map { Self.withoutSign(words(of: $0)) }
  }

  /// What stands under a head of a list, from top to bottom, as far as the screen shows it. The values have to begin
  /// where the head begins, as names and ids do.
  func column(_ head: String) -> [String] {
    guard let (row, list, columns) = place(ofHead: head) else {
      Issue.record("no list on the screen has a head \(head)\n\(self)")
      return []
    }
    var values: [String] = []
    for cells in cells[(row + 1)...] {
      let line = cells[list]
      // A line of totals or another heading ends the list.
      if line.contains(where: { $0.role == "total" }) { break }
      if line.first(where: { $0.text != " " })?.role == "heading" { break }
      let field = cells[columns].map(\.text).joined()
      let value = field.split(separator: "  ", omittingEmptySubsequences: false).first ?? ""
      if value.allSatisfy(\.isWhitespace) { break }
      values.append(value.trimmingSuffix { $0.isWhitespace })
    }
    return values
  }

  /// The row of a head, the columns of its list, and those from its beginning to that of the head after it.
  private func place(ofHead head: String) -> (row: Int, list: Range<Int>, columns: Range<Int>)? {
    for (row, cells) in cells.enumerated() {
      let isHead = cells.map { $0.role.hasPrefix("table_header") }
      let text = cells.indices.map { isHead[$0] ? cells[$0].text : " " }
      let begins = text.indices.filter { text[$0] != " " && ($0 == 0 || text[$0 - 1] == " ") }
      for (place, begin) in begins.enumerated() {
        let listEnd = isHead[begin...].firstIndex(of: false) ?? text.count
        let listBegin = isHead[..<begin].lastIndex(of: false).map { $0 + 1 } ?? 0
        let end = min(begins.dropFirst(place + 1).first ?? listEnd, listEnd)
        let word = text[begin..<end].joined().trimmingSuffix { $0 == " " || $0 == "▲" || $0 == "▼" }
        if word == head { return (row, listBegin..<listEnd, begin..<end) }
      }
    }
    return nil
  }

  // MARK: Words

  private func text(
    of row: Int, in columns: Range<Int>? = nil, where isWanted: (ShownCell) -> Bool
  ) -> String {
    guard cells.indices.contains(row) else { return "" }
    return words(of: cells[row][columns ?? cells[row].indices].map { isWanted($0) ? $0.text : " " }.joined())
  }

  private func words(of text: String) -> String { text.split(separator: " ").joined(separator: " ") }

  private static func withoutSign(_ text: String) -> String {
    String(text.drop { $0 == "▸" || $0 == "●" || $0 == " " })
  }
}

/// A cell of the screen, and the role of the theme that it's painted in; plain text has none.
private struct ShownCell {
  var text: String
  var role: String
}

extension ShownScreen: CustomStringConvertible, CustomTestStringConvertible {
  var description: String { lines.joined(separator: "\n") }
  var testDescription: String { "\n" + description + "\n" }
}

extension StringProtocol {
  fileprivate func trimmingSuffix(while isDropped: (Character) -> Bool) -> String {
    var text = String(self)
    while let last = text.last, isDropped(last) { text.removeLast() }
    return text
  }
}
