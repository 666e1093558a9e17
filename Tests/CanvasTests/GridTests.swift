import Canvas
import Testing

private func line(_ grid: Grid, _ row: Int = 0) -> String {
  var text = ""
  for cell in grid.row(row) { cell.glyph.forEachScalar { text.unicodeScalars.append($0) } }
  return text
}

private func grid(_ columns: Int, _ rows: Int = 1) -> Grid {
  Grid(size: Size(columns: columns, rows: rows))
}

@Suite struct GridTests {
  let red = Style(foreground: .indexed(1))

  @Test func aCellIsSmall() {
    #expect(MemoryLayout<Cell>.stride == 24)
  }

  @Test func aWideGlyphOwnsTwoCells() {
    var grid = grid(6)
    #expect(grid.put("上海x", at: .zero, style: red) == 5)
    #expect(grid[0, 0].width == 2)
    #expect(grid[1, 0].isContinuation)
    #expect(grid[1, 0].style == red)
    #expect(line(grid) == "上海x ")
  }

  @Test func overwritingOneHalfBlanksTheOther() {
    var first = grid(6)
    first.put("上海市", at: .zero, style: .plain)
    first.put("x", at: Point(column: 1, row: 0), style: .plain)
    #expect(line(first) == " x海市")
    first.put("y", at: Point(column: 2, row: 0), style: .plain)
    #expect(line(first) == " xy 市")
    first.put("中", at: Point(column: 3, row: 0), style: .plain)
    #expect(line(first) == " xy中 ")
    first.put(Glyph("|"), at: Point(column: 4, row: 0), style: .plain)
    #expect(line(first) == " xy | ")
    var second = grid(6)
    second.put("上海市", at: .zero, style: .plain)
    second.fill(Rect(column: 1, row: 0, columns: 4, rows: 1), style: .plain)
    #expect(line(second) == "      ")
    second.put("上海市", at: .zero, style: .plain)
    second.put("", at: Point(column: 1, row: 0), style: .plain)
    #expect(line(second) == "上海市")
  }

  @Test func aWideGlyphIsNeverCutByTheClip() {
    var grid = grid(5)
    grid.put("上海市", at: .zero, style: .plain)
    #expect(line(grid) == "上海 ")
    grid.fill(grid.bounds, style: .plain)
    let clip = Rect(column: 1, row: 0, columns: 2, rows: 1)
    #expect(grid.put("上海市", at: .zero, style: .plain, clip: clip) == 3)
    #expect(line(grid) == "     ")
    #expect(grid[1, 0].width == 1)
    grid.put("a上b", at: Point(column: -1, row: 0), style: .plain)
    #expect(line(grid) == "上b  ")
    grid.put(Glyph("海", width: 2), at: Point(column: 4, row: 0), style: .plain)
    grid.put(Glyph("海", width: 2), at: Point(column: -1, row: 0), style: .plain)
    #expect(line(grid) == "  b  ")
  }

  @Test func everythingIsClipped() {
    for size in [Size.zero, Size(columns: 1, rows: 1), Size(columns: 3, rows: 2)] {
      var grid = Grid(size: size)
      for row in -1...3 {
        for column in -5...5 {
          let point = Point(column: column, row: row)
          grid.put("上海abc", at: point, style: .plain)
          grid.put(Glyph("海", width: 2), at: point, style: .plain)
          grid.fill(
            Rect(column: column, row: row, columns: 4, rows: 2), with: Glyph("海", width: 2), style: .plain)
          grid.put("很长的文字", in: Rect(column: column, row: row, columns: 3, rows: 1), style: .plain)
          grid.restyle(Rect(column: column, row: row, columns: 2, rows: 9), style: red)
          for row in 0..<size.rows {
            #expect(grid.row(row).reduce(0) { $0 + $1.width } == size.columns)
          }
          grid._checkInvariants()
        }
      }
    }
  }

  @Test func aLineIsAlignedAndCut() {
    var grid = grid(8)
    let field = Rect(column: 1, row: 0, columns: 6, rows: 1)
    #expect(grid.put("42", in: field, style: .plain, alignment: .right) == 5..<7)
    #expect(line(grid) == "     42 ")
    #expect(grid.put("上海市浦东", in: field, style: .plain) == 1..<6)
    #expect(line(grid) == " 上海…2 ")
    grid.put("abcdefgh", in: field, style: .plain, ellipsis: nil)
    #expect(line(grid) == " abcdef ")
  }

  @Test func changesAreRunsThatKeepGlyphsWhole() {
    var old = grid(20, 3)
    old.put("上海市 member", at: .zero, style: .plain)
    var new = old
    #expect(new.changes(from: old).isEmpty)
    new.put("x", at: Point(column: 1, row: 0), style: .plain)
    new.put("y", at: Point(column: 15, row: 0), style: .plain)
    new.put("z", at: Point(column: 19, row: 2), style: .plain)
    #expect(
      new.changes(from: old) == [
        Grid.Run(row: 0, columns: 0..<2), Grid.Run(row: 0, columns: 15..<16),
        Grid.Run(row: 2, columns: 19..<20),
      ])
    var red = old
    red.restyle(Rect(column: 1, row: 0, columns: 1, rows: 1), style: self.red)
    #expect(red.changes(from: old) == [Grid.Run(row: 0, columns: 0..<2)])
    #expect(grid(2, 2).changes(from: grid(3, 2)).count == 2)
    #expect(grid(0, 0).changes(from: grid(3, 2)).isEmpty)
  }
}
