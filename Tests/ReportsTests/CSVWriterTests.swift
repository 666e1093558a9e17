import Reports
import Testing

@Suite("Comma-separated values")
struct CSVWriterTests {
  private func written(_ body: (inout CSVWriter) -> Void) -> String {
    var writer = CSVWriter()
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test("Commas, quotes and line breaks are quoted")
  func quoting() {
    #expect(
      written { $0.row(["a", "b,c", "say \"hi\"", "two\nlines"]) }
        == "a,\"b,c\",\"say \"\"hi\"\"\",\"two\nlines\"\r\n")
  }

  @Test("Numbers stay numbers, unknown is an empty cell")
  func numbers() {
    let text = written {
      $0.cell(hundredths: -1205)
      $0.cell(7)
      $0.cell()
      $0.cell(0.25)
      $0.cell(true)
      $0.endRow()
    }
    #expect(text == "-12.05,7,,0.25,true\r\n")
  }

  @Test(
    "Formulas are defused", arguments: ["=1+1", "+1+2", "-1.5", "-x", "+", "+ 1", "@SUM(A1)", "\t=1", "\r=1"])
  func formulas(cell: String) {
    let text = written { $0.cell(cell) }
    #expect(text.hasPrefix("\"'"))
  }

  @Test("A sign before nothing but digits is a number", arguments: ["+8613800000001", "-1", "+0"])
  func signedNumbers(cell: String) {
    #expect(written { $0.cell(cell) } == cell)
  }

  @Test("A formula sign further on is left alone")
  func harmlessSigns() {
    #expect(written { $0.row(["a=b", "1-2", "王@"]) } == "a=b,1-2,王@\r\n")
  }

  @Test("Nothing that steers a terminal gets through")
  func controls() {
    #expect(
      written { $0.cell("a\u{1B}[31mb\u{9B}\u{202E}c\u{7F}\u{61C}") }
        == "a\u{FFFD}[31mb\u{FFFD}\u{FFFD}c\u{FFFD}\u{FFFD}")
    #expect(written { $0.cell("a\rb") } == "\"a\u{FFFD}b\"")
  }
}
