import Texts

extension [Line] {
  /// The lines that a number of rows holds; where that isn't all of them, the last row says how many more there are.
  func fitting(_ rows: Int, _ context: ViewContext) -> [Line] {
    if count <= rows { return self }
    if rows < 1 { return [] }
    return prefix(rows - 1) + [Line(context.text(.linesMore, ["count": count - rows + 1]), .muted)]
  }
}
