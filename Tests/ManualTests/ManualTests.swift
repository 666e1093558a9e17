import Canvas
import Testing
import Texts

@testable import Manual

@Suite("The manual")
struct ManualTests {
  @Test(
    "Every page is in the table of contents once, and every entry is a page", arguments: Language.allCases)
  func contents(language: Language) {
    let listed = Manual.chapters(in: language).flatMap(\.pages).map(\.topic)
    #expect(Set(listed) == Manual.topics)
    #expect(listed.count == Manual.topics.count)
    let entries = Manual.pages.filter { $0.isContents && $0.language == language }.flatMap(\.blocks)
      .reduce(0) { count, block in
        if case .list(let items) = block { count + items.count } else { count }
      }
    #expect(entries == listed.count)
  }

  @Test("A page has a title, a summary of one line, and fits the width", arguments: Manual.pages)
  func form(page: Page) {
    guard !page.isContents else { return }
    #expect(page.title != page.topic)
    #expect((1...90).contains(page.summary.cellWidth), "\(page.topic)")
    for width in [40, 80, 100] {
      let lines = PageText(width: width).text(page).split(separator: "\n")
      let code = Set(
        page.blocks.flatMap { block -> [String] in if case .code(let lines) = block { lines } else { [] } })
      for line in lines where !code.contains(String(line.dropFirst(4))) {
        #expect(line.cellWidth <= width, "\(page.topic): \(line)")
      }
    }
  }

  @Test("The topics that are needed first are there in Chinese")
  func chinese() {
    for topic in ["first-steps", "folder", "keys", "panels", "settings", "glossary"] {
      #expect(Manual.page(topic, in: .simplifiedChinese)?.language == .simplifiedChinese, "\(topic)")
    }
    #expect(Manual.page("tiers", in: .simplifiedChinese)?.language == .english)
  }

  @Test("Pages that are named in a page are there", arguments: Manual.pages)
  func references(page: Page) {
    let commands = ["open", "COMMAND", "TOPIC", "["]
    var rest = Substring(page.text)
    while let range = rest.firstRange(of: "`koxtop help ") {
      rest = rest[range.upperBound...]
      let topic = rest.prefix { $0 != "`" && $0 != " " }
      #expect(Manual.topics.contains(String(topic)) || commands.contains { topic.hasPrefix($0) }, "\(topic)")
    }
  }
}
