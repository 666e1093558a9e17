import Canvas

/// Pages as lines for a terminal.
package struct PageText: Sendable {
  /// Columns that lines may take.
  package let width: Int
  /// Whether headings are set off by the terminal's bold.
  package let hasBold: Bool

  package init(width: Int, hasBold: Bool = false) {
    self.width = max(width, 20)
    self.hasBold = hasBold
  }

  /// The lines of a page, each with its line end.
  package func text(_ page: Page) -> String {
    page.blocks.map(lines).filter { !$0.isEmpty }.map { $0.joined(separator: "\n") + "\n" }.joined(
      separator: "\n")
  }

  /// The chapters with the topic and the title of each page.
  package func contents(_ chapters: [Manual.Chapter]) -> String {
    let column = chapters.flatMap(\.pages).reduce(0) { max($0, $1.topic.cellWidth) }
    return chapters.map { chapter in
      let pages = chapter.pages.flatMap { page in
        hanging(page.summary, behind: "  " + page.topic.padded(to: column) + "  ")
      }
      return ([bold(chapter.title)] + pages).joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  private func lines(_ block: Block) -> [String] {
    switch block {
    case .heading(let level, let text): heading(text, level: level)
    case .paragraph(let text): wrap(text, to: width)
    case .code(let lines): lines.map { $0.isEmpty ? "" : "    " + $0 }
    case .table(let rows): table(rows)
    case .list(let items):
      items.flatMap { hanging($0.text, behind: String(repeating: " ", count: $0.indent) + $0.mark + " ") }
    }
  }

  /// A heading: the page's and those of its parts underlined.
  private func heading(_ text: String, level: Int) -> [String] {
    guard level < 3 else { return [bold(text)] }
    return [bold(text), String(repeating: level == 1 ? "═" : "─", count: min(text.cellWidth, width))]
  }

  private func bold(_ text: String) -> String { hasBold ? "\u{1B}[1m\(text)\u{1B}[0m" : text }

  /// A text whose lines after the first are moved in as far as what stands before it.
  private func hanging(_ text: String, behind mark: String) -> [String] {
    let indent = String(repeating: " ", count: mark.cellWidth)
    return wrap(text, to: max(width - mark.cellWidth, 10)).enumerated().map { ($0 == 0 ? mark : indent) + $1 }
  }

  private func wrap(_ text: String, to width: Int) -> [String] {
    let bytes = Array(text.utf8)
    return text.wrapped(to: width).map { String(decoding: bytes[$0], as: UTF8.self) }
  }

  /// A table with two columns of space between cells; what is too long goes on in lines below.
  private func table(_ rows: [[String]]) -> [String] {
    let widths = columnWidths(rows)
    var lines: [String] = []
    for (place, row) in rows.enumerated() {
      let cells = zip(row, widths).map { wrap($0, to: $1) }
      for line in 0..<(cells.map(\.count).max() ?? 0) {
        let pieces = zip(cells, widths).map { cell, width in
          (line < cell.count ? cell[line] : "").padded(to: width)
        }
        let text = pieces.joined(separator: "  ")
        lines.append(String(text.reversed().drop { $0 == " " }.reversed()))
      }
      if place == 0 {
        lines.append(widths.map { String(repeating: "─", count: $0) }.joined(separator: "  "))
      }
    }
    return lines
  }

  /// How wide the columns of a table are: as wide as their longest cell, and where that is too much, those that are wider than
  /// an equal part share what the others leave.
  private func columnWidths(_ rows: [[String]]) -> [Int] {
    let count = rows.map(\.count).max() ?? 0
    let natural = (0..<count).map { column in
      rows.reduce(1) { max($0, column < $1.count ? $1[column].cellWidth : 0) }
    }
    var rest = width - 2 * (count - 1)
    var widths = natural
    var open = Array(natural.indices)
    while !open.isEmpty {
      let part = max(rest / open.count, 6)
      let narrow = open.filter { natural[$0] <= part }
      if narrow.isEmpty {
        for (place, column) in open.enumerated() {
          widths[column] = part + (place == open.count - 1 ? max(0, rest - part * open.count) : 0)
        }
        break
      }
      for column in narrow { rest -= natural[column] }
      open.removeAll { narrow.contains($0) }
    }
    return widths
  }
}
