import Testing

@testable import gatherer

@Suite("The list of phrases")
struct PhraseListTests {
  private func list(_ text: String) throws -> PhraseList {
    var list = PhraseList()
    try list.add(SourceText(text))
    return list
  }

  @Test("A phrase and a table are listed by their names, wherever the words stand")
  func listed() throws {
    let list = try list(
      """
      /// Not a phrase: Phrase("a", en: "a").
      extension Phrase {
        package static let short = Phrase("a.short", en: "a {b}", zh: "甲")
        static let long = Phrase(
          "a.long",
          en: "words }",
          zh: "乙")
        static let number = 1
        package static let months: [Phrase] = zip(
          ["Jan"], 1...1
        ).map { Phrase("month.\\($1)", en: $0, zh: "\\($1)月") }
      }

      extension CommandWords {
        static let all: [String: CommandWords] = [
          "open": CommandWords(
            "open", en: "open", zh: "打开")
        ]
      }
      """)
    #expect(list.phrases == ["Phrase.short", "Phrase.long"])
    #expect(list.tables == ["Phrase.months", "CommandWords.all"])
    #expect(list.file.contains("Phrase.short,\n"))
  }

  @Test(
    "Words that would escape the list end the build",
    arguments: [
      ("let words = Phrase(\"a\", en: \"a\", zh: \"甲\")", 1),
      ("extension Phrase {\n  static var a: Phrase { Phrase(\"a\", en: \"a\", zh: \"甲\") }\n}", 2),
      (
        "extension Phrase {\n  static func a() -> Phrase {\n    .init(\"a\", en: \"a\", zh: \"甲\")\n  }\n}", 3
      ),
      ("extension Phrase {\n  private static let a = Phrase(\n    \"a\", en: \"a\", zh: \"甲\")\n}", 3),
      ("extension Phrase {\n  static let make = 1\n  var make = Phrase.init(_:en:one:zh:)\n}", 3),
    ])
  func refused(text: String, line: Int) {
    let problem = #expect(throws: PhraseList.Problem.self) { try list(text) }
    #expect(problem?.line == line)
  }

  @Test("Comments and the insides of texts count as blank")
  func blank() {
    let text = SourceText("a /* en: */ \"en: \\(f(\"en:\")) \\\" en:\" // en:\nb")
    #expect(!text.lines[0].contains("en:"))
    #expect(text.lines[0].hasPrefix("a "))
    #expect(text.lines[1] == "b")
  }
}
