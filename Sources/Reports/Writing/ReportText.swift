import Canvas
import Loyalty
import Texts

/// Parts that reports as text have in common.
enum ReportText {
  /// A title with the moment and the zone, and an empty line.
  static func heading(_ title: Phrase, moment: Moment, language: Language) -> [UInt8] {
    let time = language.dateAndTime(moment.now, in: moment.zone)
    let line = language.text(
      .reportHeading, ["title": language.text(title), "time": time, "zone": moment.zone.identifier])
    return Array((line + "\n\n").utf8)
  }

  /// Cells side by side with two spaces between; the last one isn't filled up.
  static func row(_ cells: [String], widths: [Int], alignments: [Alignment]) -> [UInt8] {
    var line: [UInt8] = []
    for (index, cell) in cells.enumerated() {
      if index > 0 { line += [0x20, 0x20] }
      let gap = max(0, widths[index] - cell.cellWidth)
      let before = alignments[index].indent(of: widths[index] - gap, in: widths[index])
      line += repeatElement(0x20, count: before)
      line += Array(cell.utf8)
      if index < cells.count - 1 { line += repeatElement(0x20, count: gap - before) }
    }
    return line + [0x0A]
  }

  /// Names with their values in line, and an empty line.
  static func pairs(_ pairs: [(name: String, value: String)]) -> [UInt8] {
    let width = pairs.reduce(0) { max($0, $1.name.cellWidth) }
    return pairs.flatMap { row([$0.name, $0.value], widths: [width, 0], alignments: [.left, .left]) } + [0x0A]
  }

  /// A table: headings, then rows, every column as wide as its widest cell.
  static func table(_ headings: [String], rows: [[String]], alignments: [Alignment]) -> [UInt8] {
    let widths = headings.indices.map { index in
      rows.reduce(headings[index].cellWidth) { max($0, $1[index].cellWidth) }
    }
    return ([headings] + rows).flatMap { row($0, widths: widths, alignments: alignments) }
  }
}
