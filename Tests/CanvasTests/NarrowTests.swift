import Canvas
import Testing

/// What happens where there's little room.
@Suite struct NarrowTests {
  private func lines(_ text: String, _ columns: Int) -> [String] {
    text.withUTF8Bytes { bytes in
      text.wrapped(to: columns).map { String(decoding: bytes[$0], as: UTF8.self) }
    }
  }

  @Test func `a number stays with its unit, a short sign with its number`() {
    #expect(lines("silent for 41 d, by rhythm", 13) == ["silent for", "41 d, by", "rhythm"])
    #expect(lines("近来沉默 30 天了", 12) == ["近来沉默", "30 天了"])
    #expect(lines("the score of n 202", 14) == ["the score of", "n 202"])
    #expect(lines("NPS 44", 3) == ["NPS", "44"])
  }

  @Test func `a matrix gives up its gaps and the heads of its rows before a column`() {
    let heads = ["all", "Explorer", "Enthusiast", "Advocate"]
    let matrix = NumberMatrix(
      rowHeads: ["Week after purchase"], columnHeads: heads,
      entries: [["11/148/66", "1/1/1", "2/2/2", "3/3/3"].map { NumberMatrix.Entry($0) }],
      corner: "due/done/missed")
    for columns in 51...80 {
      var grid = Grid(size: Size(columns: columns, rows: 2))
      matrix.draw(into: &grid, grid.bounds, look: Look())
      #expect(grid.textLines[0].hasSuffix("Advocate"), "\(columns)")
      #expect(grid.textLines[1].contains("3/3/3"))
    }
  }
}
