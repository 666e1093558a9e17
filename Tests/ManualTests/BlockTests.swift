import Canvas
import Testing

@testable import Manual

@Suite("Pages as text")
struct BlockTests {
  private func page(_ text: String) -> Page {
    Page(catalogue: "Test", topic: "page", language: .english, text: text)
  }

  @Test("Headings, paragraphs, lists, code and tables are told apart")
  func blocks() {
    let blocks = Block.parse(
      """
      # Title

      One `code`
      and **more**.
      <!-- mark -->
      - a point
        that goes on
      2. two

      ```sh
      koxtop  help

      end
      ```

      | a | b |
      | --- | :-- |
      | `x\\|y` | 2 |
      """)
    #expect(
      blocks == [
        .heading(1, "Title"), .paragraph("One code and more."),
        .list([
          Block.Item(mark: "•", indent: 0, text: "a point that goes on"),
          Block.Item(mark: "2.", indent: 0, text: "two"),
        ]),
        .code(["koxtop  help", "", "end"]), .table([["a", "b"], ["x|y", "2"]]),
      ])
  }

  @Test("Chinese lines are joined without a space")
  func joined() {
    #expect(Block.parse("边输入\n边搜索 a\nb，\nc") == [.paragraph("边输入边搜索 a b，c")])
  }

  @Test("Code within a sentence can stand between quotation marks, but not in a table")
  func quoted() {
    let blocks = Block.parse("Leave `keep` out.\n\n| `keep` |", quotesCode: true)
    #expect(blocks == [.paragraph("Leave 'keep' out."), .table([["keep"]])])
  }

  @Test("A table stands in columns of equal width, whatever the script, and wraps what is too long")
  func table() {
    let text = PageText(width: 26).text(page("| 键 | b |\n| --- | --- |\n| `会员` | one two three four five |"))
    #expect(
      text == """
        键    b
        ────  ────────────────────
        会员  one two three four
              five

        """)
  }

  @Test("Points hang behind their mark, headings are underlined")
  func points() {
    let text = PageText(width: 20).text(page("# Ab\n\n- one two three four five"))
    #expect(text == "Ab\n══\n\n• one two three four\n  five\n")
  }

  @Test(
    "Topics are files' names in small letters", arguments: [("FirstSteps", "first-steps"), ("NPS", "nps")])
  func topics(file: String, topic: String) {
    #expect(Block.topic(ofFile: file) == topic)
  }
}
