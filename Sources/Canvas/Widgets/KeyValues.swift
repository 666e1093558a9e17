/// Labelled values below each other, the values in one column.
package struct KeyValues: Widget {
  package struct Row: Hashable, Sendable {
    package var key: String
    package var value: String
    package var role: Role

    package init(_ key: String, _ value: String, role: Role = .text) {
      self.key = key
      self.value = value
      self.role = role
    }
  }

  package var rows: [Row]
  /// Where values stand in their column; numbers belong to the right.
  package var alignment: Alignment
  /// Columns of the keys; as many as they need, at most two fifths, when nil.
  package var keyColumns: Int?

  package init(_ rows: [Row], alignment: Alignment = .left, keyColumns: Int? = nil) {
    self.rows = rows
    self.alignment = alignment
    self.keyColumns = keyColumns
  }

  package func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
    let shown = rows.prefix(rect.rows)
    let widest = shown.map(\.key.cellWidth).max() ?? 0
    let keys = keyColumns ?? min(widest, rect.columns * 2 / 5)
    let ellipsis = look.glyphs.ellipsis
    for (index, row) in shown.enumerated() {
      let (key, value) = rect.line(index).split(left: keys, gap: 1)
      grid.put(row.key, in: key, style: look[.label], ellipsis: ellipsis)
      grid.put(row.value, in: value, style: look[row.role], alignment: alignment, ellipsis: ellipsis)
    }
  }
}
