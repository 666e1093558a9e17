import Canvas
import Testing

@Suite struct SnapshotTests {
  @Test func aFrameBecomesText() {
    var grid = Grid(size: Size(columns: 8, rows: 3), style: Theme.distinct[.text])
    grid.put("上海 é\u{301}", at: .zero, style: Theme.distinct[.title])
    grid.put("x", at: Point(column: 2, row: 2), style: Theme.distinct.over(.selection)[.money])
    grid.put("y", at: Point(column: 3, row: 2), style: Style(background: .indexed(1), attributes: .bold))
    #expect(
      grid.snapshot(theme: .distinct) == """
        8x3
        |上海 é\u{301}
        |
        |  xy
        styles
        |aaaaaa
        |
        |..bc
        a title
        b selection:money
        c standard on red bold

        """)
    #expect(grid.snapshot(theme: .distinct, styles: false) == "8x3\n|上海 é\u{301}\n|\n|  xy\n")
    #expect(grid.plainText == "上海 é\u{301}\n\n  xy\n")
    #expect(Grid(size: .zero).snapshot() == "0x0\nstyles\n")
  }

  @Test func aFrameIsReducedAfterPainting() {
    var grid = Grid(size: Size(columns: 8, rows: 1))
    grid.put("上é", at: .zero, style: Style(foreground: .rgb(255, 0, 0)))
    grid.put("e\u{301}·~", at: Point(column: 3, row: 0), style: Style(background: .rgb(0, 0, 255)))
    var ascii = grid
    ascii.reduceToASCII()
    #expect(ascii.textLines == ["? ?e?~"])
    #expect(ascii.row(0).allSatisfy { $0.width == 1 })
    grid.reduce(to: .colors256)
    #expect(grid[1, 0].style.foreground == .indexed(196))
    #expect(grid[4, 0].style.background == .indexed(21))
    grid.reduce(to: .mono)
    #expect(grid[0, 0].style == .plain)
    #expect(grid[4, 0].style == Style(attributes: .reverse))
    #expect(grid[7, 0].style == .plain)
  }
}
