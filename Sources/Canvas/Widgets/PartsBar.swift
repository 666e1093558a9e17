/// A whole in its parts, in one row: each part has a shade and a colour of its own, so that neither is needed alone.
package struct PartsBar: Widget {
  /// The sizes of the parts in any unit; what isn't a number or is below zero counts as zero.
  package var parts: [Double]

  package init(_ parts: [Double]) { self.parts = parts }

  /// The glyph and the role of a part, for the words that tell what it is.
  package static func sign(ofPart index: Int, _ glyphs: GlyphSet) -> (glyph: Glyph, role: Role) {
    let shades = glyphs.shades.dropFirst().reversed()
    return (
      shades[shades.index(shades.startIndex, offsetBy: index % shades.count)],
      Role.series[index % Role.series.count]
    )
  }

  /// Columns of each part: whole cells that fill `width`, the largest remainders rounded up. Something is never shown
  /// as nothing while there's room.
  package static func columns(_ parts: [Double], width: Int) -> [Int] {
    let parts = parts.map { $0 > 0 && $0.isFinite ? $0 : 0 }
    let total = parts.reduce(0, +)
    guard total > 0, width > 0 else { return parts.map { _ in 0 } }
    let exact = parts.map { $0 / total * Double(width) }
    var columns = exact.map { Int($0) }
    let byRemainder = parts.indices.sorted {
      (exact[$1] - Double(columns[$1]), $0) < (exact[$0] - Double(columns[$0]), $1)
    }
    for index in byRemainder.prefix(width - columns.reduce(0, +)) { columns[index] += 1 }
    for index in parts.indices where parts[index] > 0 && columns[index] == 0 {
      guard let widest = columns.indices.max(by: { columns[$0] < columns[$1] }), columns[widest] > 1 else {
        break
      }
      columns[widest] -= 1
      columns[index] = 1
    }
    return columns
  }

  package func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
    let line = rect.line(0)
    let columns = PartsBar.columns(parts, width: line.columns)
    if columns.allSatisfy({ $0 == 0 }) {
      return grid.fill(line, with: look.glyphs.barEmpty, style: look[.barEmpty])
    }
    var column = line.column
    for (index, width) in columns.enumerated() {
      let sign = PartsBar.sign(ofPart: index, look.glyphs)
      grid.fill(
        Rect(column: column, row: line.row, columns: width, rows: 1), with: sign.glyph, style: look[sign.role]
      )
      column += width
    }
  }
}
