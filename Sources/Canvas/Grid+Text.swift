extension Grid {
  /// Paints text on one row, clipped.
  ///
  /// - Returns: the column after the last one painted; the start column when nothing was.
  @discardableResult
  package mutating func put(
    _ text: some UTF8Text, at point: Point, style: Style, clip: Rect? = nil
  ) -> Int {
    text.withUTF8Bytes { bytes in
      put(GlyphReader(bytes), at: point, style: style, clip: clip ?? bounds)
    }
  }

  /// Paints a line of text in the first row of a rectangle, aligned, cut with an ellipsis when it's too long.
  ///
  /// Only the text's own cells are painted; what is beside them stays.
  ///
  /// - Returns: the columns of the text painted.
  @discardableResult
  package mutating func put(
    _ text: some UTF8Text, in rect: Rect, style: Style, alignment: Alignment = .left,
    ellipsis: Glyph? = Glyph("…")
  ) -> Range<Int> {
    guard !rect.isEmpty else { return rect.column..<rect.column }
    return text.withUTF8Bytes { bytes in
      let fit = bytes.fit(rect.columns, reserve: ellipsis?.width ?? 0)
      let cut = fit.isWhole ? 0 : ellipsis?.width ?? 0
      let column = rect.column + alignment.indent(of: fit.columns + cut, in: rect.columns)
      let reader = GlyphReader(bytes, range: 0..<fit.bytes)
      put(reader, at: Point(column: column, row: rect.row), style: style, clip: rect)
      let end = column + fit.columns
      if !fit.isWhole, let ellipsis {
        put(ellipsis, at: Point(column: end, row: rect.row), style: style, clip: rect)
      }
      return column..<end + cut
    }
  }

  /// Paints what is left in a reader on one row, clipped.
  ///
  /// - Returns: the column after the last one painted; the start column when nothing was.
  @discardableResult
  package mutating func put(
    _ glyphs: consuming GlyphReader, at point: Point, style: Style, clip: Rect
  ) -> Int {
    let area = clip.intersection(bounds)
    guard area.rowRange.contains(point.row), point.column < area.endColumn, !area.isEmpty else {
      return point.column
    }
    var reader = glyphs
    var column = point.column
    // What lies left of the clip is passed over; half a wide glyph that reaches into it becomes a space.
    var first: Glyph?
    while column < area.column {
      guard let glyph = reader.next() else { return column }
      column += glyph.width
      if column > area.column { first = .space }
    }
    let start = first == nil ? column : area.column
    let last = paint(&reader, first: first, row: point.row, from: start, to: area.endColumn, style: style)
    return max(last, column)
  }

  /// The painting itself: from a column inside the grid to at most `limit`, which is inside it too.
  private mutating func paint(
    _ reader: inout GlyphReader, first: Glyph?, row: Int, from start: Int, to limit: Int, style: Style
  ) -> Int {
    assert(row >= 0 && row < size.rows && start >= 0 && limit <= size.columns)
    let offset = row * size.columns
    let cutsLeft = start > 0 && cells[offset + start].isContinuation
    var end = start
    if let first {
      cells[offset + end] = Cell(first, style: style)
      end += 1
    }
    while end < limit, let glyph = reader.next() {
      let isWide = glyph.width == 2
      if isWide, end + 2 > limit {
        cells[offset + end] = Cell(.space, style: style)
        end += 1
        break
      }
      cells[offset + end] = Cell(glyph, style: style)
      if isWide { cells[offset + end + 1] = Cell(.continuation, style: style) }
      end += isWide ? 2 : 1
    }
    guard end > start else { return end }
    if cutsLeft { cells[offset + start - 1].glyph = .space }
    if end < size.columns, cells[offset + end].isContinuation { cells[offset + end].glyph = .space }
    assert(areHalvesWhole(row: row, from: start, to: end))
    return end
  }
}
