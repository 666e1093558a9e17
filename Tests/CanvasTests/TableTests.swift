import Canvas
import Testing

@Suite struct TableTests {
  let specs = [
    ColumnSpec("姓名", minimum: 6, ideal: 8, weight: 1, importance: 9),
    ColumnSpec("City", minimum: 4, ideal: 6, importance: 2),
    ColumnSpec("Spend", alignment: .right, minimum: 6, ideal: 9, importance: 5),
  ]

  @Test func columnsGetTheirIdealThenShareTheRest() {
    let layout = TableLayout.solve(columns: specs, width: 40)
    #expect(layout.columns.map(\.columns) == [0..<23, 24..<30, 31..<40])
    #expect(TableLayout.solve(columns: specs, width: 25).columns.map(\.columns.count) == [8, 6, 9])
    #expect(TableLayout.solve(columns: specs, width: 18).columns.map(\.columns.count) == [6, 4, 6])
  }

  @Test func theLeastImportantGoFirst() {
    let layout = TableLayout.solve(columns: specs, width: 17)
    #expect(layout.columns.map(\.index) == [0, 2])
    #expect(layout.hidden == [1])
    #expect(TableLayout.solve(columns: specs, width: 9).hidden == [1, 2])
    #expect(TableLayout.solve(columns: specs, width: 3).columns.map(\.columns) == [0..<3])
    #expect(TableLayout.solve(columns: [], width: 9).columns.isEmpty)
    #expect(TableLayout.solve(columns: specs, width: 0).columns.map(\.columns) == [0..<0])
  }

  @Test func widthsNeverExceedTheTable() {
    for width in 0...60 {
      let layout = TableLayout.solve(columns: specs, width: width, gap: 2)
      #expect(layout.columns.last.map { $0.columns.upperBound <= width } ?? true)
      if width >= 20 { #expect(layout.columns.last?.columns.upperBound == width || layout.hidden.isEmpty) }
    }
  }

  @Test func theHeaderShowsTheOrder() {
    var grid = Grid(size: Size(columns: 25, rows: 2))
    let layout = TableLayout.solve(columns: specs, width: 25)
    TableHeader(specs: specs, layout: layout, sorted: 2, isAscending: false)
      .draw(into: &grid, Rect(size: Size(columns: 25, rows: 1)), look: Look())
    TableHeader(specs: specs, layout: layout, sorted: 0)
      .draw(into: &grid, Rect(column: 0, row: 1, columns: 25, rows: 1), look: Look(glyphs: .ascii))
    #expect(grid.textLines == ["姓名     City      Spend▼", "姓名^    City       Spend"])
    #expect(layout.index(at: 9) == 1)
    #expect(layout.index(at: 8) == nil)
  }

  @Test func aTableShowsItsSelectionAndWhereItIs() {
    var grid = Grid(size: Size(columns: 20, rows: 3), style: Theme.distinct[.text])
    let rows = [["王芳", "上海", "1,200.00"], ["李雷", "西安", "30.00"], ["Ada", "", "7.50"]]
    let table = Table(specs, rows: rows, roles: [.text, .text, .money], selected: 2, offset: 1)
    table.draw(into: &grid, grid.bounds, look: Look(theme: .distinct, glyphs: .ascii))
    #expect(
      grid.snapshot(theme: .distinct) == """
        20x3
        |姓名   City  Spend
        |李雷   西安  30.00 |
        |Ada           7.50 #
        styles
        |aaaaaa.aaaa.aaaaaa
        |.............bbbbb.c
        |ddddddddddddddeeee.c
        a table_header
        b money
        c scrollbar
        d selection
        e selection:money

        """)
    #expect(grid[0, 2].style == Theme.distinct.over(.selection)[.text])
    #expect(grid[17, 1].style == Theme.distinct[.money])
  }
}
