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
}

@Suite struct LineEditTests {
  private func shown(_ line: LineEdit, _ columns: Int) -> (String, [Int]) {
    var grid = Grid(size: Size(columns: columns, rows: 1))
    LineField(line, placeholder: "搜索").draw(into: &grid, grid.bounds, look: Look(theme: .distinct))
    let cursor = (0..<columns).filter { grid[$0, 0].style == Theme.distinct[.cursor] }
    return (grid.textLines[0], cursor)
  }

  @Test func charactersAreEditedWhole() {
    var line = LineEdit("上👩‍👩‍👧é")
    line.deleteBackward()
    #expect(line.text == "上👩‍👩‍👧")
    line.deleteBackward()
    #expect(line.text == "上")
    line.moveToStart()
    line.insert("a\nb")
    #expect(line.text == "a b上")
    #expect(line.cursor == 3)
    line.deleteForward()
    line.deleteForward()
    #expect(line.text == "a b")
    line.insert("\u{301}")
    #expect(line.text == "a b\u{301}")
    #expect(line.cursor == 3)
  }

  @Test func wordsAndEnds() {
    var line = LineEdit("city:上海 spend>500")
    line.moveWordLeft()
    #expect(line.cursor == 8)
    line.deleteWordBackward()
    #expect(line.text == "spend>500")
    line.moveWordRight()
    #expect(line.cursor == 9)
    line.moveLeft()
    line.deleteToEnd()
    #expect(line.text == "spend>50")
    line.deleteToStart()
    #expect(line.isEmpty)
    line.deleteBackward()
    line.moveLeft()
    line.moveRight()
    #expect(line.cursor == 0)
  }

  @Test func theCursorStaysInSight() {
    #expect(shown(LineEdit(), 8) == ("搜索", [0, 1]))
    #expect(shown(LineEdit("abc"), 8) == ("abc", [3]))
    #expect(shown(LineEdit("abcdefgh"), 5) == ("efgh", [4]))
    var line = LineEdit("ab上海")
    line.moveLeft()
    #expect(shown(line, 4) == ("上海", [2, 3]))
    line.moveToStart()
    #expect(shown(line, 4) == ("ab上", [0]))
    #expect(shown(line, 0).1.isEmpty)
  }
}
