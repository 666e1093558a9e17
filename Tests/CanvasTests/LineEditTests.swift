import Canvas
import Testing

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

  @Test func theTerminalsCursorGoesWhereOneTypes() {
    var grid = Grid(size: Size(columns: 20, rows: 3))
    let field = Rect(column: 4, row: 1, columns: 10, rows: 1)
    LineField(LineEdit("上海"), isFocused: false).draw(into: &grid, field, look: Look())
    #expect(grid.cursor == nil)
    LineField(LineEdit("上海")).draw(into: &grid, field, look: Look())
    #expect(grid.cursor == Point(column: 8, row: 1))
  }
}
