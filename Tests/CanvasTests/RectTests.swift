import Canvas
import Testing

@Suite struct RectTests {
  let rect = Rect(column: 2, row: 1, columns: 10, rows: 5)

  @Test func rectanglesMeet() {
    #expect(
      rect.intersection(Rect(column: 0, row: 0, columns: 4, rows: 3))
        == Rect(column: 2, row: 1, columns: 2, rows: 2))
    #expect(rect.intersection(Rect(column: 50, row: 0, columns: 4, rows: 3)).isEmpty)
    #expect(Rect(column: 0, row: 0, columns: -3, rows: 2).columns == 0)
    #expect(rect.contains(Point(column: 11, row: 5)))
    #expect(!rect.contains(Point(column: 12, row: 5)))
  }

  @Test func marginsAndLines() {
    #expect(rect.inset(by: 1) == Rect(column: 3, row: 2, columns: 8, rows: 3))
    #expect(rect.inset(by: 9).isEmpty)
    #expect(rect.line(4) == Rect(column: 2, row: 5, columns: 10, rows: 1))
    #expect(rect.line(5).isEmpty)
    #expect(rect.centred(Size(columns: 4, rows: 99)) == Rect(column: 5, row: 1, columns: 4, rows: 5))
  }

  @Test func splits() {
    #expect(rect.split(top: 2).rest == Rect(column: 2, row: 3, columns: 10, rows: 3))
    #expect(rect.split(bottom: 2).bottom == Rect(column: 2, row: 4, columns: 10, rows: 2))
    #expect(rect.split(left: 4, gap: 1).rest == Rect(column: 7, row: 1, columns: 5, rows: 5))
    #expect(rect.split(right: 4, gap: 1).rest == Rect(column: 2, row: 1, columns: 5, rows: 5))
    #expect(rect.split(left: 40, gap: 1).rest.isEmpty)
    #expect(rect.split(right: 40, gap: 1).right == rect)
  }

  @Test func partsShareWhatTheFixedOnesLeave() {
    let parts = rect.columns([.fixed(3), .flexible(weight: 2), .flexible(weight: 1)], gap: 1)
    #expect(parts.map(\.columns) == [3, 3, 2])
    #expect(parts.map(\.column) == [2, 6, 10])
    #expect(rect.rows([.flexible(), .fixed(1)]).map(\.rows) == [4, 1])
    #expect(rect.rows([.fixed(4), .fixed(4)]).map(\.rows) == [4, 1])
    #expect(rect.rows([.flexible(minimum: 4), .flexible()]).map(\.rows) == [4, 1])
  }

  @Test func breakpoints() {
    #expect(Size(columns: 80, rows: 24).breadth == .narrow)
    #expect(Size(columns: 120, rows: 36).breadth == .medium)
    #expect(Size(columns: 200, rows: 60).breadth == .wide)
    #expect(Size(columns: 59, rows: 16).isTooSmall)
    #expect(!Size(columns: 60, rows: 16).isTooSmall)
  }
}
