/// Labelled values below each other, the values in one column.
public struct KeyValues: Widget {
  public struct Row: Hashable, Sendable {
    public var key: String
    public var value: String
    public var role: Role

    public init(_ key: String, _ value: String, role: Role = .text) {
      self.key = key
      self.value = value
      self.role = role
    }
  }

  public var rows: [Row]
  /// Where values stand in their column; numbers belong to the right.
  public var alignment: Alignment
  /// Columns of the keys; as many as they need, at most two fifths, when nil.
  public var keyColumns: Int?

  public init(_ rows: [Row], alignment: Alignment = .left, keyColumns: Int? = nil) {
    self.rows = rows
    self.alignment = alignment
    self.keyColumns = keyColumns
  }

  public func draw(into grid: inout Grid, _ rect: Rect, look: Look) {
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
